import { describe, expect, it } from '@jest/globals';
import { measure, plan, target, unit } from '../../test/cascade/compared-plans.js';
import { compareVersions } from '../domain/comparison/versions.js';
import type { ComparedMeasure } from '../domain/comparison/clause.js';
import { toDraft, type DraftMeasure, type DraftReading } from '../plans/draft.js';
import { applyChanges, type DraftChange } from '../plans/draft-changes.js';
import { fieldKey, NOTHING_TOUCHED, ownWords, withOwnDecisions } from './own-decisions.js';

const TRAINING = '开办电工、护理实用技能班。组织返乡人员参加创业讲座。';

const paper = (measures: ComparedMeasure[], text = measures.map((one) => one.text).join('\n')): DraftReading =>
  toDraft({
    ...plan('city', measures),
    ...{ noticeTitle: null, issuers: [], region: '太原市', kind: '要点', basis: [], addressees: [], contacts: 0 },
    ...{ rules: [], doubts: [], text, measures },
  });

const training = (more: Partial<ComparedMeasure> = {}) =>
  measure('1', '开展技能培训', TRAINING, ['市人社局', '市教育局'], { span: [10, 60], ...more });
const wages = (more: Partial<ComparedMeasure> = {}) =>
  measure('2', '治理拖欠工资', '工程项目推行实名考勤与工资专户。', ['市住建局'], { span: [70, 99], ...more });
const housing = () => measure('3', '改善居住条件', '筹集宿舍型房源，优先配租给环卫工人。', ['市房产局']);

const set = (key: string | null, field: string, value: unknown): DraftChange => ({ key, field, value });
const divided = (draft: DraftReading, key: string, lead: string) => {
  const { mode, responsible, supporting } = draft.measures.find((one) => one.key === key)!;
  return {
    mode,
    responsible: [unit(lead)],
    supporting: [...supporting, ...responsible],
    lead: unit(lead),
    leadBasis: 'chosen',
  };
};

const compared = (draft: DraftReading) => ({ ...draft, level: draft.level ?? null });

const fieldsOf = (changes: DraftChange[]): Set<string> =>
  new Set(changes.flatMap((one) => (one.op === undefined ? [fieldKey(one.key, one.field)] : [])));

/** What was done to the new paper's draft: by hand, to all clauses at once, and as decided on the running plan. */
interface Since {
  byHand?: DraftChange[];
  inBulk?: DraftChange[];
  brought?: DraftChange[];
}

/** The office corrected the old paper's draft; a new paper comes, and perhaps its draft was corrected, too. */
function met(
  old: DraftReading,
  changes: DraftChange[],
  now: DraftReading,
  { byHand = [], inBulk = [], brought = [] }: Since = {},
  declined: string[] = [],
) {
  const was = { imported: old, current: applyChanges(old, changes) };
  const is = { imported: now, current: applyChanges(now, [...brought, ...inBulk, ...byHand]) };
  const touched = { byHand: fieldsOf(byHand), inBulk: fieldsOf(inBulk), brought: fieldsOf(brought) };
  const carried = withOwnDecisions(was, is, touched, { confirmed: [], rejected: [] }, new Set(declined));
  const { rows } = compareVersions(compared(was.current), compared(carried.draft));
  return { ...carried, words: carried.told.map(ownWords), kinds: rows.map((row) => row.kinds.join()) };
}

const clause = (draft: DraftReading, key: string): DraftMeasure => draft.measures.find((one) => one.key === key)!;

describe('what the office decided on the running plan, when an amended paper comes', () => {
  const old = paper([training(), wages()]);

  it('goes on where the paper says what it said: lead, unit, day; and is told as ours', () => {
    const own = [set('m001', 'division', divided(old, 'm001', '市教育局')), set('m002', 'due', '2024-09-30')];
    const { draft, words, kinds } = met(old, own, paper([training(), wages()]));
    expect(kinds).toEqual(['unchanged', 'unchanged']);
    expect([clause(draft, 'm001').lead?.name, clause(draft, 'm002').due]).toEqual(['市教育局', '2024-09-30']);
    expect(words).toEqual([
      '1 开展技能培训：分工（我办更正，新文本未变，默认沿用）',
      '2 治理拖欠工资：完成时限（我办更正，新文本未变，默认沿用）',
    ]);
  });

  it('goes on point by point: other words of the paper on one point leave the others as decided', () => {
    const own = [set('m002', 'division', divided(old, 'm002', '市人社局')), set('m002', 'due', '2024-09-30')];
    const now = paper([training(), wages({ text: '工程项目推行实名考勤与工资专户，按月公示。', due: '2024-10-31' })]);
    const { draft, words } = met(old, own, now);
    expect(clause(draft, 'm002')).toMatchObject({ due: '2024-10-31', lead: { name: '市人社局' } });
    expect(clause(draft, 'm002').text).toContain('按月公示');
    expect(words).toEqual([
      '2 治理拖欠工资：分工（我办更正，新文本未变，默认沿用）',
      '2 治理拖欠工资：完成时限（我办曾更正，新文本另有写法，默认按新文本，请核对）',
    ]);
  });

  it('goes on where a unit of the same note is read as its two heirs by now', () => {
    const [gone, nature, planning] = ['市国土资源局', '市自然资源局', '市规划局'].map((name) => unit(name));
    const land = () => measure('4', '保障用地', '返乡创业用地应保尽保。', ['市国土资源局'], { mode: 'lead_support' });
    const before = paper([training(), { ...land(), lead: gone!, leadBasis: 'stated' }]);
    const heirs = [nature!, planning!].map((one) => ({ ...one, surface: '市国土资源局' }));
    const shared = { mode: 'joint' as const, responsible: heirs, lead: heirs[0]!, leadBasis: 'first_listed' as const };
    const now = paper([training(), { ...land(), ...shared }]);
    const led = { ...shared, mode: 'lead_support', responsible: [heirs[1]!], supporting: [heirs[0]!], lead: heirs[1]! };
    const own = set('m002', 'division', { ...led, leadBasis: 'chosen', leadGround: null });
    const { draft, words } = met(before, [own], now);
    expect(clause(draft, 'm002').lead?.name).toBe('市规划局');
    expect(words).toEqual(['4 保障用地：分工（我办更正，新文本未变，默认沿用）']);
  });

  it('gives way to what the office since set by hand in the new draft', () => {
    const now = paper([training(), wages()]);
    const { draft, words } = met(old, [set('m002', 'due', '2024-09-30')], now, {
      byHand: [set('m002', 'due', '2024-11-15')],
    });
    expect(clause(draft, 'm002').due).toBe('2024-11-15');
    expect(words).toEqual(['2 治理拖欠工资：完成时限（新文本未变，我办核对新文本时另有决定，按新的决定）']);
  });

  it('nothing is told where nothing was decided, or where the new draft has it already', () => {
    expect(met(old, [], paper([training({ due: '2024-05-01' }), wages()])).words).toEqual([]);
    const dated = met(old, [set('m002', 'due', '2024-09-30')], paper([training(), wages({ due: '2024-09-30' })]));
    expect(dated.words).toEqual([]);
  });

  it('stands against what was done to all clauses of the new draft at once: a figure keeps its day, by either way', () => {
    const dated = target('建成平台', 6, '个', { by: '2024-12-31', raw: '6个' });
    const undated = { ...dated, by: null };
    const print = () => paper([training({ targets: [dated] }), wages()]);
    const wiped = [set('m001', 'targets', [undated])];
    const byOf = ({ draft }: { draft: DraftReading }) => clause(draft, 'm001').targets[0]?.by ?? null;
    const asPrinted = met(print(), [], print(), { inBulk: wiped });
    expect([asPrinted.kinds, byOf(asPrinted), asPrinted.words]).toEqual([
      ['unchanged', 'unchanged'],
      '2024-12-31',
      ['1 开展技能培训：目标（核对新文本时成批处理过；原计划照原文办理，新文本未变，照原计划）'],
    ]);
    const typed = met(print(), [set('m001', 'targets', [{ ...dated, by: '2024-11-30' }])], print(), { inBulk: wiped });
    expect([typed.kinds[0], byOf(typed), typed.words]).toEqual([
      'unchanged',
      '2024-11-30',
      ['1 开展技能培训：目标（我办更正，新文本未变，默认沿用）'],
    ]);
    const left = met(print(), wiped, print(), {});
    expect([left.kinds[0], byOf(left)]).toEqual(['unchanged', null]);
    const byHand = met(print(), [], print(), { byHand: wiped });
    expect([byHand.kinds[0], byOf(byHand)]).toEqual(['target', null]);
  });

  it('is told and can be declined where it was brought to the new draft at its import', () => {
    const own = [set('m001', 'division', divided(old, 'm001', '市教育局')), set('m001', 'due', '2024-09-30')];
    const now = paper([training(), wages()]);
    const kept = met(old, own, now, { brought: own });
    expect(kept.words).toEqual(['1 开展技能培训：分工、完成时限（我办更正，新文本未变，默认沿用）']);
    expect(clause(kept.draft, 'm001')).toMatchObject({ due: '2024-09-30', lead: { name: '市教育局' } });
    const given = met(old, own, now, { brought: own }, ['m001']);
    expect(clause(given.draft, 'm001')).toMatchObject({ due: null, lead: { name: '市人社局' } });
    expect(given.told).toMatchObject([{ outcome: 'declined' }]);
    const other = met(old, own, now, { brought: own, byHand: [set('m001', 'due', '2024-11-15')] });
    expect(clause(other.draft, 'm001')).toMatchObject({ due: '2024-11-15', lead: { name: '市教育局' } });
    expect(other.told.map(({ outcome }) => outcome)).toEqual(['kept', 'renewed']);
  });

  it('goals of the plan as a whole go on, too', () => {
    const goals = [target('培训农民工', 30_000, '人次')];
    const { draft, words } = met(old, [set(null, 'goals', goals)], paper([training(), wages()]));
    expect(draft.goals).toMatchObject([{ value: 30_000 }]);
    expect(words).toEqual(['计划整体：总体目标（我办更正，新文本未变，默认沿用）']);
  });
});

describe('clauses that the office cut otherwise than they were read', () => {
  const old = paper([training(), wages(), housing()]);
  const at = TRAINING.indexOf('组织');
  const split: DraftChange = { op: 'split', key: 'm001', at, newKey: 'm004', title: '组织创业讲座' };

  it('stay split where the paper left the clause as it was, under its new number', () => {
    const now = paper([wages({ no: '1' }), training({ no: '2', span: [100, 150] }), housing()]);
    const { draft, words, kinds } = met(old, [split], now);
    expect(draft.measures.map(({ no, title }) => [no, title])).toEqual([
      ['1', '治理拖欠工资'],
      ['2', '开展技能培训'],
      ['2之二', '组织创业讲座'],
      ['3', '改善居住条件'],
    ]);
    expect(kinds).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
    expect(words).toEqual(['1 开展技能培训：拆分为 2 条（我办更正，新文本未变，默认沿用）']);
  });

  it('are split alike where the paper gave a part other words, each with its figures', () => {
    const targets = [target('发放补贴', 300, '人', { raw: '发放补贴300人' })];
    const now = paper([training({ text: `${TRAINING}发放补贴300人。`, targets }), wages(), housing()]);
    const { draft, words, kinds } = met(old, [split], now);
    expect(draft.measures.map(({ text }) => text).slice(0, 2)).toEqual([
      TRAINING.slice(0, at),
      `${TRAINING.slice(at)}发放补贴300人。`,
    ]);
    expect(draft.measures.map((one) => one.targets.length)).toEqual([0, 1, 0, 0]);
    expect(kinds[0]).toBe('unchanged');
    expect(kinds[1]).toContain('target');
    expect(words).toEqual(['1 开展技能培训：拆分为 2 条（我办更正，新文本改了这一条的文字，默认照样拆分，请核对）']);
  });

  it('are as read where the paper changed the units, or the place of the cut cannot be told', () => {
    const now = paper([training({ text: `${TRAINING}发放补贴。`, note: '（市财政局）' }), wages(), housing()]);
    const { draft, words } = met(old, [split], now);
    expect(draft.measures).toHaveLength(3);
    const other = paper([training({ text: '组织创业讲座，再组织创业讲座。' }), wages(), housing()]);
    expect(met(old, [split], other).draft.measures).toHaveLength(3);
    expect(words).toEqual(['1 开展技能培训：拆分为 2 条（我办曾更正，新文本另有写法，默认按新文本，请核对）']);
  });

  it('stay joined, and stay out', () => {
    const joined = met(old, [{ op: 'merge', key: 'm001', next: 'm002' }], paper([training(), wages(), housing()]));
    expect(joined.draft.measures.map(({ title }) => title)).toEqual(['开展技能培训', '改善居住条件']);
    expect([joined.kinds, joined.words]).toEqual([
      ['unchanged', 'unchanged'],
      ['1 开展技能培训：与“2 治理拖欠工资”合并（我办更正，新文本未变，默认沿用）'],
    ]);
    const out = met(old, [{ op: 'remove', key: 'm003', reason: '不是举措' }], paper([training(), wages(), housing()]));
    expect([out.kinds, out.words]).toEqual([
      ['unchanged', 'unchanged'],
      ['3 改善居住条件：已移出（我办更正，新文本未变，默认沿用）'],
    ]);
  });

  it('taken out of the new draft as well, they are told as out', () => {
    const out: DraftChange = { op: 'remove', key: 'm003', reason: '重复' };
    const { kinds, words } = met(old, [out], paper([training(), wages(), housing()]), { brought: [out] });
    expect([kinds, words]).toEqual([
      ['unchanged', 'unchanged'],
      ['3 改善居住条件：已移出（我办更正，新文本未变，默认沿用）'],
    ]);
  });

  it('are joined alike where the paper gave one of them other words, with what the office decided on them', () => {
    const join: DraftChange = { op: 'merge', key: 'm001', next: 'm002' };
    const own = [join, set('m001', 'title', '培训和欠薪'), set('m001', 'due', '2024-09-30')];
    const now = () => paper([training(), wages({ text: '工程项目推行实名考勤与工资专户，按月公示。' }), housing()]);
    const { draft, words, kinds } = met(old, own, now());
    expect(draft.measures.map(({ title, due }) => [title, due])).toEqual([
      ['培训和欠薪', '2024-09-30'],
      ['改善居住条件', null],
    ]);
    expect(clause(draft, 'm001').text).toContain('按月公示');
    expect(kinds).toEqual(['text', 'unchanged']);
    expect(words).toEqual([
      '1 开展技能培训：与“2 治理拖欠工资”合并（我办更正，新文本改了其中的文字，默认照样合并，请核对）',
      '1 开展技能培训：标题、完成时限（我办更正，新文本未变，默认沿用）',
    ]);
    const was = { imported: old, current: applyChanges(old, own) };
    const none = { confirmed: [], rejected: [] };
    const given = withOwnDecisions(was, { imported: now(), current: now() }, NOTHING_TOUCHED, none, new Set(['m001']));
    expect(given.draft.measures).toHaveLength(3);
    expect(given.told.map(({ outcome }) => outcome)).toEqual(['declined', 'declined']);
  });

  it('are as read, which is told, where the paper gave one of the joined ones other units or took one away', () => {
    const join: DraftChange = { op: 'merge', key: 'm001', next: 'm002' };
    const told = '1 开展技能培训：与“2 治理拖欠工资”合并（我办曾更正，新文本另有写法，默认按新文本，请核对）';
    const other = paper([training(), wages({ note: '（市财政局）' }), housing()]);
    expect(met(old, [join], other)).toMatchObject({ words: [told] });
    expect(met(old, [join], paper([training(), housing()]))).toMatchObject({ words: [told] });
    const apart = paper([wages({ text: '工程项目推行实名考勤。' }), housing(), training()]);
    expect(met(old, [join], apart).draft.measures).toHaveLength(3);
  });

  it('entered by hand, they go on unless the paper dropped their words', () => {
    const added = { ...old.measures[2]!, key: 'm009', no: '', title: '办好夜校', text: '每周授课两次。' };
    const own: DraftChange[] = [{ op: 'add', after: 'm003', measure: added }];
    const now = () => paper([training(), wages(), housing()]);
    expect(met(old, own, now()).words).toEqual(['办好夜校：由我办补录（我办更正，新文本未变，默认沿用）']);
    const printed = { ...old, text: `${old.text}\n每周授课两次。` };
    expect(met(printed, own, now()).words).toEqual([]);
    expect(met(printed, own, { ...now(), text: printed.text }).kinds).toEqual(Array(4).fill('unchanged'));
  });
});
