import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { openQuestions, type DraftReading } from './draft.js';
import { applyChanges } from './draft-changes.js';
import { isPlaceless, namesAtHome, placeProposed, refusePlaceless } from './draft-place.js';
import { proposals, proposalsUnattended } from './draft-proposals.js';
import { applyLearned } from './units-learned.js';

const TAIYUAN = { region: '太原市', level: 'city' } as const;
const unit = (surface: string) => ({ name: surface, surface });
const issued = (...surfaces: string[]) => surfaces.map(unit);
const head = (changes: Partial<DraftReading>): DraftReading => ({
  ...smallDraft(),
  ...{ region: null, level: null, issuers: [], title: '农民工工作要点', noticeTitle: null },
  ...changes,
});
const asked = (draft: DraftReading): string[] =>
  openQuestions(draft)
    .filter(({ title }) => title === '地方')
    .flatMap(({ reasons }) => reasons);

describe('a plan in which no place was read', () => {
  it('is proposed to be the importing office’s own, where its head names none or the office’s level', () => {
    expect(placeProposed(head({}), TAIYUAN)).toEqual(TAIYUAN);
    expect(placeProposed(head({ issuers: issued('市农民工办') }), TAIYUAN)).toEqual(TAIYUAN);
    expect(
      placeProposed(head({ title: '市场主体用工服务要点' }), { region: '小店区', level: 'county' }),
    ).not.toBeNull();
  });

  it('is not where a body of another level speaks, where a place was read, or where nobody knows the office’s', () => {
    expect(placeProposed(head({ issuers: issued('省农民工工作领导小组办公室') }), TAIYUAN)).toBeNull();
    expect(placeProposed(head({ level: 'state' }), TAIYUAN)).toBeNull();
    expect(placeProposed(head({ region: '贵港市' }), TAIYUAN)).toBeNull();
    expect(placeProposed(head({}), null)).toBeNull();
  });

  it('is asked about until a place is settled, by the proposal or otherwise', () => {
    const open = head({ placeProposed: TAIYUAN });
    expect(asked(open)[0]).toMatch(/^没有读出是哪个地方的计划.*建议按我办所在的太原市/);
    for (const taken of [proposals(open), proposalsUnattended(open)]) {
      const settled = applyChanges(open, taken);
      expect([settled.region, settled.level, asked(settled)]).toEqual(['太原市', 'city', []]);
    }
    expect(asked(head({}))[0]).toContain('请在“更正基本信息”中填写');
    expect(isPlaceless(applyChanges(head({}), proposals(head({}))))).toBe(true);
    expect(asked(head({ level: 'state' }))).toEqual([]);
  });

  it('has names without a level read as those of the proposed place; their level stays asked about', () => {
    const [one] = head({}).measures;
    const doubt = { code: 'level_unknown', reason: '“教育局”没有写明是哪一级的单位', field: 'responsible' };
    const responsible = [unit('教育局'), unit('市财政局')];
    const measures = [{ ...one!, responsible, supporting: [], doubts: [doubt], doubtful: true }];
    expect(namesAtHome({ measures }, TAIYUAN)).toEqual([{ surface: '教育局', name: '市教育局' }]);
    expect(namesAtHome({ measures }, null)).toEqual([]);
    const [read] = applyLearned({ measures }, namesAtHome({ measures }, TAIYUAN)).measures;
    expect(read!.responsible.map(({ name }) => name)).toEqual(['市教育局', '市财政局']);
    expect(read!.doubts).toEqual([doubt]);
  });

  it('is not issued', () => {
    expect(() => refusePlaceless(head({}))).toThrow(expect.objectContaining({ code: 'place_missing' }));
    expect(() => refusePlaceless(head({ region: '太原市' }))).not.toThrow();
  });
});
