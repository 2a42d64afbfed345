import { describe, expect, it } from '@jest/globals';
import { measure, plan } from '../../test/cascade/compared-plans.js';
import { toDraft, type DraftReading } from '../plans/draft.js';
import { ownMark, printedWords } from './printed-words.js';

const TEXT = '开办电工、护理技能班。组织返乡人员听创业讲座。';
const paper = toDraft({
  ...plan('city', [measure('1', '开展技能培训', TEXT, ['市人社局'])]),
  ...{ noticeTitle: null, issuers: [], region: '太原市', kind: '要点', basis: [], addressees: [], contacts: 0 },
  ...{ rules: [], doubts: [], text: `一、任务\n${TEXT}`, measures: [measure('1', '开展技能培训', TEXT, ['市人社局'])] },
});
const [clause] = paper.measures;
const withMeasures = (...measures: { key: string; title: string; text: string }[]): DraftReading => ({
  ...paper,
  measures: measures.map((one) => ({ ...clause!, ...one })),
});
const shown = (draft: DraftReading, at = 0) => {
  const printed = printedWords({ printed: paper, draft }, draft.measures[at]!);
  return [printed, ownMark(printed, draft.measures[at]!)];
};

describe('the words of the new paper beside what the office made of them', () => {
  it('are those of the draft where nobody corrected them, also in a clause that was divided', () => {
    expect(shown(paper)).toEqual([null, '']);
    const at = TEXT.indexOf('组织');
    const parts = withMeasures(
      { key: 'm001', title: '开展技能培训', text: TEXT.slice(0, at) },
      { key: 'm001-2', title: '创业讲座', text: TEXT.slice(at) },
    );
    expect([shown(parts), shown(parts, 1)]).toEqual([
      [null, ''],
      [null, ''],
    ]);
  });

  it('are told as printed, and the office’s as the office’s', () => {
    const shorter = withMeasures({ key: 'm001', title: '办班', text: '开办电工、护理技能班。' });
    expect(shown(shorter)).toEqual([
      { title: '开展技能培训', text: TEXT },
      '我办更正为：标题“办班”，开办电工、护理技能班。',
    ]);
  });

  it('are none for a clause that the office entered and the paper does not print', () => {
    const entered = withMeasures({ key: 'own-m009', title: '办好夜校', text: '每周授课两次。' });
    expect(shown(entered)).toEqual(['none', '由我办补录，新文本没有印这一条']);
  });
});
