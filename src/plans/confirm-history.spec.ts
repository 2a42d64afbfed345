import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { correctionWords, historyOf, ownUndo } from './confirm-history.presenter.js';
import type { DraftChange } from './draft-changes.js';
import { correctionsNamed } from './plan.presenter.js';
import type { UnitRef } from '../domain/plan/reading.js';
import { divisionOf, type DraftMeasure, type GroupChoice } from './draft.js';
import { draftAt, type Correction } from './draft-history.js';

const correction = (position: number, actor: string, changes: DraftChange[]): Correction => ({
  ...{ position, actor, actorName: `协调员${actor}`, recordedAt: 0, changes, what: null, undoes: null },
});
const sheet = (...corrections: Correction[]) => ({
  ...{ corrections, imported: smallDraft(), draft: draftAt(smallDraft(), corrections) },
});
const titled = (key: string, value: string): DraftChange => ({ key, field: 'title', value });

describe('the record of corrections', () => {
  it('names a measure that was taken out, as it was called last', () => {
    const removal: DraftChange = { op: 'remove', key: 'm002', reason: '不属于本要点' };
    const [entry] = historyOf(
      sheet(correction(1, '甲', [titled('m002', '随迁子女入学')]), correction(2, '甲', [removal])),
    );
    expect(entry!.lines).toEqual([
      { measure: '1.2 随迁子女入学', what: '移出举措', before: null, after: '不属于本要点' },
    ]);
  });

  it('names in the plan’s own record what each correction was about', () => {
    const [title, undoing] = [correction(7, '甲', [titled('m002', '随迁子女入学')]), correction(9, '乙', [])];
    const words = correctionWords(
      sheet(title, { ...undoing, undoes: 7 }, { ...correction(11, '甲', []), what: '全部采用建议' }),
    );
    expect([...words.values()]).toEqual(['1.2 保障随迁子女入学', '撤销了一次更正（1.2，协调员甲）', '全部采用建议']);
    const entry = { at: '', machineTime: '', who: '协调员甲' };
    const entries = [
      { ...entry, position: 8, what: '确认了识读结果' },
      { ...entry, position: 7, what: '更正了识读结果' },
    ];
    expect(correctionsNamed({ entries }, words).entries.map(({ what }) => what)).toEqual([
      '确认了识读结果',
      '更正了识读结果（1.2 保障随迁子女入学）',
    ]);
  });

  it('tells nothing of what reads the same before and after', () => {
    const lasting = (from: number) => [
      { raw: '长期', kind: 'window' as const, span: [from, from + 2] as [number, number] },
    ];
    const year: DraftChange = { key: null, field: 'year', before: null, value: 2026 };
    const placed: DraftChange = { key: 'm001', field: 'conditions', before: lasting(4), value: lasting(1) };
    const [entry] = historyOf(sheet(correction(1, '甲', [year, placed])));
    expect(entry!.lines.map(({ what, after }) => [what, after])).toEqual([['年度', '2026']]);
  });

  it('offers a person the latest correction of their own, never a colleague’s, and says what it was about', () => {
    const both = sheet(correction(1, '甲', [titled('m001', '培训')]), correction(2, '乙', [titled('m002', '入学')]));
    expect(ownUndo(both, '甲')).toEqual({ position: 1, label: '撤销我上一次更正（1.1）' });
    expect(ownUndo(both, '乙')).toEqual({ position: 2, label: '撤销我上一次更正（1.2）' });
    expect(ownUndo(both, '丙')).toBeNull();
  });

  it('names 基本信息 or its field, whatever days and measures followed it', () => {
    const head = (...fields: string[]): DraftChange[] => fields.map((field) => ({ key: null, field, value: null }));
    const label = (...changes: DraftChange[]) => ownUndo(sheet(correction(1, '甲', changes)), '甲')?.label;
    const day: DraftChange = { key: 'm001', field: 'due', value: '2024-06-30' };
    expect(label(...head('issuedOn'), day)).toBe('撤销我上一次更正（成文日期）');
    expect(label(...head('year', 'phases'), day)).toBe('撤销我上一次更正（年度）');
    expect(label(...head('docNumber', 'year'), day)).toBe('撤销我上一次更正（计划基本信息）');
    expect(label({ key: null, field: 'clauses', value: [] })).toBe('撤销我上一次更正（未分工条款）');
  });

  it('does not offer a correction again that was taken back', () => {
    const undoing = { ...correction(2, '甲', []), undoes: 1 };
    expect(ownUndo(sheet(correction(1, '甲', [titled('m001', '培训')]), undoing), '甲')).toBeNull();
  });

  it('says what was taken back, whose it was, and what was put in force again', () => {
    const undoing = { ...correction(2, '乙', []), undoes: 1 };
    const again = { ...correction(3, '甲', []), undoes: 2 };
    const entries = historyOf(sheet(correction(1, '甲', [titled('m001', '培训')]), undoing, again));
    expect(entries.map(({ what, undo }) => [what, undo])).toEqual([
      ['恢复了一次更正（1.1）', '恢复'],
      ['撤销了一次更正（1.1，协调员甲）', null],
      ['', '撤销'],
    ]);
  });

  it('what was said of two plans’ clauses is told, and taken back on the page of comparing', () => {
    const said = { ...correction(1, '甲', []), what: '确认为同一事项：“1”、“2”' };
    expect(historyOf(sheet(said))).toMatchObject([{ what: '确认为同一事项：“1”、“2”', undo: null }]);
    expect(ownUndo(sheet(said), '甲')).toBeNull();
  });

  it('tells in the office’s words: only the group that was decided, the clause that was left, the day without its kind', () => {
    const [first] = smallDraft().measures as [DraftMeasure];
    const groups = (...choices: GroupChoice['choice'][]): GroupChoice[] =>
      choices.map((choice, at) => ({ surface: ['相关部门', '等'][at]!, role: 'supporting', choice }));
    const left = { id: 'c001', words: '2.1 加强宣传引导' };
    const changes: DraftChange[] = [
      { key: first.key, field: 'accepted', value: true, before: false },
      { key: first.key, field: 'groups', before: groups('members', 'undecided'), value: groups('members', 'unclear') },
      { key: first.key, field: 'due', before: null, value: '2023-06-30' },
      { key: first.key, field: 'track', before: 'standing', value: 'deliverable' },
      { key: null, field: 'clauses', before: [left], value: [left, { id: 'c002', words: '2.2 加强督促检查' }] },
    ];
    const [entry] = historyOf(sheet(correction(1, '甲', changes)));
    const measure = '1.1 开展技能培训';
    expect(entry!.lines).toEqual([
      { measure, what: '“等”', before: '未定', after: '暂不明确' },
      { measure, what: '完成时限', before: '未填', after: '2023-06-30' },
      { measure: '', what: '不分办', before: null, after: '2.2 加强督促检查' },
    ]);
    expect(entry!.when).toBe('1月1日 08:00');
  });

  it('calls all places below 各市 in a plan of a province', () => {
    const [first] = smallDraft().measures as [DraftMeasure];
    const groups = (choice: GroupChoice['choice']): GroupChoice[] => [
      { surface: '各市人民政府', role: 'responsible', choice },
    ];
    const changes: DraftChange[] = [
      { key: first.key, field: 'groups', before: groups('undecided'), value: groups('counties') },
    ];
    const recorded = sheet(correction(1, '甲', changes));
    const [entry] = historyOf({ ...recorded, draft: { ...recorded.draft, level: 'province' } });
    expect(entry!.lines[0]).toMatchObject({ before: '未定', after: '各市各一项' });
    expect(historyOf(recorded)[0]!.lines[0]).toMatchObject({ after: '各县（市、区）各一项' });
  });

  it('tells of every measure that was accepted with a doubt, which doubt, also beside other changes', () => {
    const base = smallDraft();
    const [first, second] = base.measures as [DraftMeasure, DraftMeasure];
    const divided = { code: 'divided_work', reason: '各单位负责的内容不同，请核对是否需要拆分' };
    const imported = { ...base, measures: [first, { ...second, doubts: [divided], doubtful: true }] };
    const accept = ({ key }: DraftMeasure): DraftChange => ({ key, field: 'accepted', value: true, before: false });
    const due: DraftChange = { key: first.key, field: 'due', before: null, value: '2023-06-30' };
    const taken = { ...correction(1, '甲', [accept(first), accept(second), due]), what: '全部采用建议' };
    const [entry] = historyOf({ corrections: [taken], imported, draft: draftAt(imported, [taken]) });
    expect(entry!.lines.map(({ what, after }) => [what, after])).toEqual([
      ['接受疑问内容', divided.reason],
      ['完成时限', '2023-06-30'],
    ]);
  });

  it('tells as accepted only what was still in doubt at that moment, not what a decision on a name had settled', () => {
    const base = smallDraft();
    const [first, ...rest] = base.measures as [DraftMeasure, ...DraftMeasure[]];
    const { surface } = first.responsible[0]!;
    const gone = { code: 'unit_out_of_use', reason: `“${surface}”已经撤并，请定由谁承担` };
    const stated = { code: 'role_unstated', reason: '只列了单位，请核对职责' };
    const imported = { ...base, measures: [{ ...first, doubts: [gone, stated], doubtful: true }, ...rest] };
    const naming: DraftChange = { op: 'unit', surface, name: '市人社局', place: '太原市', before: surface };
    const accept: DraftChange = { key: first.key, field: 'accepted', value: true, before: false };
    const all = [correction(1, '甲', [naming]), correction(2, '甲', [accept])];
    const [entry] = historyOf({ corrections: all, imported, draft: draftAt(imported, all) });
    expect(entry!.lines).toMatchObject([{ what: '接受疑问内容', after: stated.reason }]);
  });

  it('tells of units that only helped by the note that they helped before', () => {
    const base = smallDraft();
    const [first, ...rest] = base.measures as [DraftMeasure, ...DraftMeasure[]];
    const helping = { code: 'lead_missing', reason: '只写了谁配合，没有写明由谁负责，请核对' };
    const helper = { name: '市总工会', surface: '市总工会' };
    const alone = { ...first, responsible: [helper], supporting: [], lead: helper, doubts: [helping], doubtful: true };
    const imported = { ...base, measures: [alone, ...rest] };
    const before = divisionOf(alone);
    const value = { ...before, mode: 'joint', leadBasis: 'first_listed' };
    const all = [correction(1, '甲', [{ key: first.key, field: 'division', before, value }])];
    const [entry] = historyOf({ corrections: all, imported, draft: draftAt(imported, all) });
    expect(entry!.lines).toMatchObject([{ what: '分工方式' }, { what: '市总工会', before: '配合', after: '责任' }]);
  });

  it('tells of a division who came, who went and whose part changed, not the whole of it', () => {
    const [first] = smallDraft().measures as [DraftMeasure];
    const [edu, fin] = first.supporting as [UnitRef, UnitRef];
    const union = { name: '市总工会', surface: '市总工会' };
    const before = divisionOf(first);
    const leadGround = { kind: 'meeting' as const, words: '第3次会议' };
    const led = { leadBasis: 'chosen' as const, leadGround };
    const value = { ...before, ...led, responsible: [...before.responsible, edu], supporting: [union] };
    const [entry] = historyOf(sheet(correction(1, '甲', [{ key: first.key, field: 'division', before, value }])));
    expect(entry!.lines.map(({ what, before: was, after }) => [what, was, after])).toEqual([
      ['增加单位', null, '市总工会（配合）'],
      ['移出单位', null, `${fin.name}（配合）`],
      [edu.name, '配合', '牵头'],
      ['牵头', null, '增设牵头单位（会议：第3次会议）'],
    ]);
  });

  it('tells of a lead that is printed after all, and of a gone one’s heirs that none of them leads', () => {
    const [first] = smallDraft().measures as [DraftMeasure];
    const value = divisionOf(first);
    const all = [...value.responsible, ...value.supporting];
    const before = { ...value, mode: 'joint', leadBasis: 'first_listed', responsible: all, supporting: [] };
    const named: DraftChange = {
      ...{ op: 'unit', surface: '市国土资源局', name: '市自然资源局', others: ['市林业和草原局'] },
      ...{ place: '太原市', before: '市国土资源局' },
    };
    const changes: DraftChange[] = [{ key: first.key, field: 'division', before, value }, named];
    const told = historyOf(sheet(correction(1, '甲', changes)))[0]!.lines.map(({ after }) => after);
    expect(told).toContain(`${first.lead!.name}（原文已印明，识读有误）`);
    expect(told).toContain('市自然资源局、市林业和草原局（原由其牵头的，各家均列为责任，由谁牵头另定）');
  });

  it('tells of a clause that was given to units, which', () => {
    const [first] = smallDraft().measures as [DraftMeasure];
    const measure = { ...first, key: 'm003', fromClause: 'c001', groups: [] };
    const [entry] = historyOf(sheet(correction(1, '甲', [{ op: 'add', after: null, measure }])));
    expect(entry!.lines[0]).toMatchObject({
      ...{ what: '补录单位', after: '市人力资源社会保障局（牵头）、市教育局（配合）、市财政局（配合）' },
    });
  });

  it('keeps the lines of a long act, the first dozen shown', () => {
    const many = Array.from({ length: 15 }, (_, at) => titled('m001', `名称${at}`));
    const [entry] = historyOf(sheet(correction(1, '甲', many)));
    expect([entry!.lines.length, entry!.more.map(({ after }) => after)]).toEqual([12, ['名称12', '名称13', '名称14']]);
  });
});
