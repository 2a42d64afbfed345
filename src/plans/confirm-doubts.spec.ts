import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { planDoubts } from './confirm-doubts.presenter.js';
import type { DraftMeasure, DraftReading, GroupChoice } from './draft.js';

const DATELESS = { code: 'date_missing', reason: '没有印出成文日期，请填写', field: 'issuedOn' };

/** The small plan of 太原市, with what is different about it. */
function draft(changes: Partial<DraftReading>, choice?: GroupChoice['choice']): DraftReading {
  const base = smallDraft();
  const [first, ...others] = base.measures as [DraftMeasure, ...DraftMeasure[]];
  const groups: GroupChoice[] = choice ? [{ surface: '各县（市、区）', role: 'responsible', choice }] : [];
  return { ...base, measures: [{ ...first, groups }, ...others], ...changes };
}

describe('what is in doubt about a plan as a whole', () => {
  it('is told until the office has filled it in', () => {
    const imported = draft({ issuedOn: null, doubts: [DATELESS] });
    expect(planDoubts({ imported, draft: imported })).toEqual([DATELESS.reason]);
    expect(planDoubts({ imported, draft: { ...imported, issuedOn: '2023-05-11' } })).toEqual([]);
  });

  it('is that only some of its issuers were read; that nobody is known to have issued it is a question', () => {
    const read = readPlan('2023年农民工工作要点\n\n一、办好驿站。（市总工会牵头）\n', loadUnitRegistry());
    const doubts = read.doubts.filter(({ field }) => field === 'issuers');
    expect(doubts).toHaveLength(1);
    const imported = draft({ issuers: [], doubts });
    expect(planDoubts({ imported, draft: imported })).toEqual([]);
    const some = { code: 'issuers_unclear', reason: '发文机关共3家，只读出1家，请补全', field: 'issuers' };
    const partly = draft({ doubts: [some] });
    expect(planDoubts({ imported: partly, draft: partly })).toEqual([some.reason]);
  });

  it('is that a measure would go to the counties of a place that has none', () => {
    const county = draft({ region: '小店区' }, 'counties');
    expect(planDoubts({ imported: county, draft: county })[0]).toMatch(/^1\.1 定为“各县（市、区）各一项”.*小店区下属/);
    expect(planDoubts({ imported: draft({}), draft: draft({}, 'counties') })).toEqual([]);
    const province = draft({ region: '香港特别行政区', level: 'province' }, 'counties');
    expect(planDoubts({ imported: province, draft: province })[0]).toMatch(/定为“各市各一项”，但名录中没有.*下属的市/);
    expect(planDoubts({ imported: draft({}), draft: draft({ region: '小店区' }, 'unclear') })).toEqual([]);
  });

  it('is that its title names a year that is over at the issue; next year’s plan of the autumn is in none', () => {
    const titled = (title: string, issuedOn: string) => draft({ title, issuedOn });
    const told = (plan: DraftReading) => planDoubts({ imported: plan, draft: plan });
    expect(told(titled('贯彻2024年全国会议精神实施方案', '2026-03-01'))[0]).toContain('按 2024 年度推进');
    expect(told(titled('2027年农民工工作要点', '2026-11-20'))).toEqual([]);
  });

  it('is the year that was only presumed, until the office or its date says it', () => {
    const presumed = { code: 'year_presumed', reason: '暂按网页上的日期以 2023 年为年度', field: 'year' };
    const imported = draft({
      issuedOn: null,
      docNumber: null,
      title: '工作方案',
      printedYear: 2023,
      doubts: [presumed],
    });
    expect(planDoubts({ imported, draft: imported })).toEqual([presumed.reason]);
    expect(planDoubts({ imported, draft: { ...imported, year: 2023 } })).toEqual([]);
    expect(planDoubts({ imported, draft: { ...imported, issuedOn: '2023-02-10' } })).toEqual([]);
  });

  it('is that days stay in the year of before when the office changes the year', () => {
    const imported = draft({ title: '农民工工作要点', issuedOn: '2026-11-20' });
    const measures = imported.measures.map((one) => ({ ...one, due: '2026-12-15' }));
    const told = planDoubts({ imported, draft: { ...imported, measures, year: 2027 } });
    expect(told[0]).toMatch(/^年度已由 2026 改为 2027，1\.1.*的日期仍在 2026 年/);
    expect(planDoubts({ imported, draft: { ...imported, year: 2027 } })).toEqual([]);
  });
});
