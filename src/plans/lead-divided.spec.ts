import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { dutiesOf } from '../domain/plan/duties.js';
import type { UnitRef } from '../domain/plan/reading.js';
import { applyChanges, type UnitChange } from './draft-changes.js';
import { unitRows } from './draft-parts.js';
import { officeConsolidates } from './draft-proposals.js';
import { openQuestions, type DraftMeasure, type DraftReading } from './draft.js';
import { applyLearned } from './units-learned.js';
import { namedWords } from './units-naming.js';

const LAND: UnitRef = { name: '市国土资源局', surface: '市国土资源局' };
const HEIRS = { surface: LAND.surface, name: '市自然资源局', others: ['市林业和草原局'] };
const NAMED: UnitChange = { op: 'unit', place: '太原市', before: LAND.name, ...HEIRS };
const ASKED = '原由市国土资源局牵头，现在由几家承担，没有写明由谁牵头，请核对';

/** The small plan, its first measure led by a bureau that is gone, accepted; more leads beside it as told. */
function ledByGone(beside: UnitRef[] = []): DraftReading {
  const base = smallDraft();
  const [first, ...rest] = base.measures as [DraftMeasure, ...DraftMeasure[]];
  return { ...base, measures: [{ ...first, lead: LAND, responsible: [LAND, ...beside], accepted: true }, ...rest] };
}
const parts = (measure: DraftMeasure) => unitRows(measure).map(({ name, role }) => `${name} ${role}`);

describe('a lead that is gone, its work given to two bureaus', () => {
  it('leaves both responsible together, put together by the office, and asks who leads', () => {
    const draft = applyChanges(ledByGone(), [NAMED]);
    const [first] = draft.measures as [DraftMeasure];
    expect(first).toMatchObject({ mode: 'joint', leadBasis: 'first_listed', consolidator: 'office', accepted: false });
    expect(parts(first).slice(0, 2)).toEqual(['市自然资源局 responsible', '市林业和草原局 responsible']);
    expect(openQuestions(draft)[0]).toMatchObject({ key: 'm001', reasons: [ASKED] });
    const duties = dutiesOf(first, { idOf: (name) => name, members: [], counties: [], named: () => [] });
    expect(duties.filter(({ isLead }) => isLead)).toEqual([]);
  });

  it('is told beside the name that was settled, with the measures that lost their lead', () => {
    const draft = applyChanges(ledByGone(), [NAMED]);
    const said = namedWords(draft, LAND.surface, [HEIRS.name, ...HEIRS.others]);
    expect(said).toContain('“市国土资源局”由市自然资源局、市林业和草原局承担');
    expect(said).toContain('原由它牵头的 1.1 请定由谁牵头');
    expect(namedWords(ledByGone(), LAND.surface, [HEIRS.name])).toBe(
      '已记住：“市国土资源局”读作市自然资源局，本计划各处和以后导入的计划都照此识读。',
    );
  });

  it('is the same where the decision was made for an earlier plan', () => {
    const [first] = applyLearned(ledByGone(), [HEIRS]).measures as [DraftMeasure];
    expect(first).toMatchObject({ mode: 'joint', leadBasis: 'first_listed', doubtful: true });
    expect(first.doubts.map(({ reason }) => reason)).toEqual([ASKED]);
  });

  it('makes no leads of them beside another one that is printed', () => {
    const [first] = applyChanges(ledByGone([{ name: '市水务局', surface: '市水务局' }]), [NAMED]).measures;
    expect(first).toMatchObject({ mode: 'lead_support', lead: { name: '市水务局' }, leadBasis: 'stated' });
    expect(parts(first!).slice(0, 3)).toEqual([
      '市水务局 lead',
      '市自然资源局 responsible',
      '市林业和草原局 responsible',
    ]);
    expect(first!.doubts.map(({ code }) => code)).toEqual(['leads_unstated']);
  });

  it('asks nothing where the one that is gone only helped, or one follows it', () => {
    const helped = ledByGone();
    const [first, ...rest] = helped.measures as [DraftMeasure, ...DraftMeasure[]];
    const [lead] = smallDraft().measures[0]!.responsible;
    const measure = { ...first, lead: lead!, responsible: [lead!], supporting: [LAND] };
    const [after] = applyChanges({ ...helped, measures: [measure, ...rest] }, [NAMED]).measures;
    expect(after).toMatchObject({ mode: 'lead_support', lead: lead!, doubts: [], accepted: true });
    const [one] = applyChanges(ledByGone(), [{ ...NAMED, others: [] }]).measures;
    expect(one).toMatchObject({ lead: { name: '市自然资源局' }, leadBasis: 'stated', doubts: [], accepted: true });
  });
});

describe('a measure without a lead that is to be put together by its lead', () => {
  it('stays a question until the office takes it', () => {
    const base = smallDraft();
    const [first, ...rest] = base.measures as [DraftMeasure, ...DraftMeasure[]];
    const unled = { ...first, mode: 'joint' as const, leadBasis: 'first_listed' as const, accepted: true };
    const draft = { ...base, measures: [{ ...unled, consolidator: 'lead' as const }, ...rest] };
    expect(openQuestions(draft)[0]?.reasons[0]).toContain('没有牵头单位，却定为由牵头单位汇总');
    expect(openQuestions(applyChanges(draft, officeConsolidates(draft)))).toEqual([]);
  });
});
