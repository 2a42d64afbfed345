import { describe, expect, it } from '@jest/globals';
import { measure, plan } from '../../test/cascade/compared-plans.js';
import { toDraft, type DraftMeasure, type DraftReading } from '../plans/draft.js';
import { cutsOf } from './own-structure.js';
import { underRunningKeys } from './own-reading.service.js';

const TEXTS = ['开办技能班。组织创业讲座。', '推行实名考勤。', '筹集宿舍型房源。'];

/** The paper that is in force, its three clauses one behind the other. */
const paper = (): DraftReading =>
  toDraft({
    ...plan('city', []),
    ...{ noticeTitle: null, issuers: [], region: '太原市', kind: '要点', basis: [], addressees: [], contacts: 0 },
    ...{ rules: [], doubts: [], text: TEXTS.join('\n') },
    measures: TEXTS.map((text, at) =>
      measure(`${at + 1}`, text.slice(0, 4), text, ['市人社局'], { span: [at * 20, at * 20 + text.length] }),
    ),
  });
const cuts = (measures: DraftMeasure[]) => {
  const imported = underRunningKeys(paper(), { ...paper(), measures });
  return cutsOf({ imported, current: { ...paper(), measures } }).map(({ words }) => words);
};

describe('the paper in force beside the clauses as they run, when it is amended once more', () => {
  const [one, two, three] = paper().measures as [DraftMeasure, DraftMeasure, DraftMeasure];

  it('tells which of them the office had joined', () => {
    const joined = { ...one, text: `${one.text}\n${two.text}`, span: [one.span[0], two.span[1]] as [number, number] };
    expect(cuts([joined, three])).toEqual(['与“2 推行实名”合并']);
  });

  it('tells which of them the office had split, also where the places of the parts are not known apart', () => {
    const at = one.text.indexOf('组织');
    const apart = (span: (from: number, to: number) => [number, number]) => [
      { ...one, text: one.text.slice(0, at), span: span(0, at) },
      { ...one, key: 'm009', text: one.text.slice(at), span: span(at, one.text.length) },
    ];
    expect(cuts([...apart((from, to) => [from, to]), two, three])).toEqual(['拆分为 2 条']);
    expect(cuts([...apart(() => one.span), two, three])).toEqual(['拆分为 2 条']);
  });

  it('tells of no cut where each runs as it was read, also under another key', () => {
    expect(cuts([{ ...one, key: 'm007' }, two, three])).toEqual([]);
  });
});
