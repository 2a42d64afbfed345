import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../intake/registry.js';
import { readPlan } from '../intake/read-plan.js';
import { applyChanges } from './draft-changes.js';
import { refuseOpenQuestions } from './draft-open.js';
import { daysPutWords, repeatsOf, repeatsOut, repeatsSaidAlready, repeatWords } from './draft-repeats.js';
import { doubtedDaysLeft } from './draft-deadlines.js';
import { toDraft, type DraftReading } from './draft.js';
import { REPEATING_PLAN } from '../../test/support/repeating-plan.js';

const DATED_ROWS = `乌海市2025年农民工工作要点
一、维护权益
（一）清查欠薪。线索办结率达到97%，10月底前开展联合检查6次以上。（市人社局牵头，市住建局配合）
（二）扩大培训。培训3000人，力争新增技师400人。（市人社局牵头，市教育局配合）
附件：2025年农民工工作任务分解表
1. 清查欠薪。线索办结率97%。（牵头单位：市人社局，配合单位：市住建局，完成时限：10月底）
2. 扩大培训。培训3000人。（牵头单位：市人社局，配合单位：市教育局，完成时限：11月底）
`;

/** The same with a clause whose figure has no unit, and the row that has it. */
const UNREAD_FIGURE = DATED_ROWS.replace(
  '附件',
  '（三）加强法律援助。全年办理法律援助案件达到900。（市司法局牵头）\n附件',
).concat('3. 办理援助案件。不少于900件。（牵头单位：市司法局，完成时限：12月底）\n');

const draft = toDraft(readPlan(REPEATING_PLAN, loadUnitRegistry()));

describe('rows of an annex that repeat clauses of the body', () => {
  it('go out with one button each, the day that only the row prints put to its clause', () => {
    const repeats = repeatsOf(draft);
    expect(repeats.map(({ row }) => repeatWords(draft, row))).toEqual([
      '完成时限 2025-10-31 补到第1.1条并移出（重复）',
      '移出（重复）',
    ]);
    const out = applyChanges(draft, repeatsOut(repeats.slice(0, 1)));
    expect(out.measures.map(({ title }) => title)).toEqual(['办好零工驿站', '组织劳务协作', '组织劳务协作']);
    expect(out.measures[0]).toMatchObject({ due: '2025-10-31', track: 'deliverable' });
  });

  it('go out all at once but for one that has a unit of its own', () => {
    expect(repeatsSaidAlready(draft).map(({ row }) => row.title)).toEqual(['办好零工驿站']);
  });

  describe('whose 完成时限 the clause prints in doubt, or beside further figures', () => {
    const read = toDraft(readPlan(DATED_ROWS, loadUnitRegistry()));
    const all = (one: DraftReading) => applyChanges(one, repeatsOut(repeatsSaidAlready(one)));

    it('put it to the clause before they go, so that no day in doubt is left to be emptied', () => {
      const out = all(read);
      expect(out.measures.map(({ title, due }) => [title, due])).toEqual([
        ['清查欠薪', '2025-10-31'],
        ['扩大培训', '2025-11-30'],
      ]);
      expect(doubtedDaysLeft(out)).toEqual([]);
    });

    it('are told with the day and the figures that follow it', () => {
      const words = daysPutWords(repeatsSaidAlready(read));
      expect(words).toContain('2025-10-31（第1.1条“清查欠薪”）、2025-11-30（第1.2条“扩大培训”）');
      expect(words).toContain('“新增技师 400人”随之同为这一期限');
      expect(words).not.toContain('培训 3000人');
    });

    it('stay where the clause was left without a day: only their own button puts it there', () => {
      const left = applyChanges(read, doubtedDaysLeft(read));
      expect(repeatsSaidAlready(left).map(({ clause }) => clause.title)).toEqual(['扩大培训']);
      expect(repeatsOf(left).map(({ row }) => repeatWords(left, row))[0]).toBe(
        '完成时限 2025-10-31 补到第1.1条并移出（重复）',
      );
    });
  });

  it('are found anew once the office has typed the figure that the clause lacked, for their own button alone', () => {
    const read = toDraft(readPlan(UNREAD_FIGURE, loadUnitRegistry()));
    expect(repeatsOf(read).map(({ row }) => row.title)).toEqual(['清查欠薪', '扩大培训']);
    const [, , aid] = read.measures;
    const figure = { ...read.measures[0]!.targets[0]!, metric: '办理法律援助案件', value: 900, unit: '件', by: null };
    const typed = applyChanges(read, [{ key: aid!.key, field: 'targets', value: [figure] }]);
    const row = typed.measures.at(-1)!;
    expect(repeatWords(typed, row)).toBe('完成时限 2025-12-31 补到第1.3条并移出（重复）');
    expect(repeatsSaidAlready(typed).map((one) => one.row.title)).toEqual(['清查欠薪', '扩大培训']);
  });

  it('are named where the reading is confirmed too early', () => {
    const only = { ...draft, measures: draft.measures.filter(({ accepted }) => !accepted) };
    expect(() => refuseOpenQuestions(only)).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ cure: expect.stringContaining('移出（重复）') }) }),
    );
  });
});
