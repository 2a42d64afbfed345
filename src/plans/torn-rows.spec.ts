import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { readPlan } from '../intake/read-plan.js';
import { applyChanges } from './draft-changes.js';
import { proposals, proposalsUnattended, undoubtedAccepted } from './draft-proposals.js';
import { openQuestions, toDraft, type DraftMeasure, type DraftReading } from './draft.js';
import { countTaken, takenWords } from './proposals-taken.js';
import { neighboursAsked } from './torn-rows.js';

const TORN = { code: 'table_columns', reason: '表格一格内有几行，分不清哪一行属于哪一栏，请对照原表核对' };
const ODD = { code: 'divided_work', reason: '各单位负责的内容不同，请核对是否需要拆分' };

/** Four rows of one table, the second one torn, the fourth with a doubt of another kind. */
function table(): DraftReading {
  const base = smallDraft();
  const [first] = base.measures as [DraftMeasure];
  const row = (n: number, doubts: DraftMeasure['doubts'], day: string | null = null): DraftMeasure => ({
    ...first,
    ...{ key: `m00${n}`, no: String(n), doubts, doubtful: doubts.length > 0, accepted: false },
    deadline: day === null ? null : { day, raw: '6月底前', span: [0, 4], doubt: null },
  });
  return { ...base, measures: neighboursAsked([row(1, []), row(2, [TORN], '2023-06-30'), row(3, []), row(4, [ODD])]) };
}
const open = (draft: DraftReading) => openQuestions(draft).map(({ key }) => key);

describe('rows of a table whose cells could not be told apart', () => {
  it('are left by 全部采用建议 with the rows beside them, days and all, and it says so', () => {
    const before = table();
    const taken = applyChanges(before, proposals(before));
    expect(open(taken)).toEqual(['m001', 'm002', 'm003']);
    expect(taken.measures[1]).toMatchObject({ accepted: false, due: null });
    const words = takenWords(countTaken(before, taken, proposals(before)));
    expect(words).toContain('疑问内容按读出的结果接受 1 条');
    expect(words).toContain('表格的单元格分不清归属 3 条，请逐条对照原表');
  });

  it('are not taken as undoubted either', () => {
    const before = table();
    const taken = applyChanges(before, undoubtedAccepted(before));
    expect(taken.measures.map(({ accepted, due }) => [accepted, due])).toEqual(Array(4).fill([false, null]));
  });

  it('are taken by who looked at them', () => {
    const seen = ['m001', 'm002', 'm003'].map((key) => ({ key, field: 'accepted', value: true }));
    const days = { key: 'm002', field: 'withoutDue', value: true };
    const before = applyChanges(table(), [...seen, days]);
    expect(open(applyChanges(before, proposals(before)))).toEqual([]);
  });

  it('leave nothing open where nobody is there to be asked', () => {
    const before = table();
    expect(open(applyChanges(before, proposalsUnattended(before)))).toEqual([]);
  });

  it('bound the row beside them in a table pasted line by line', () => {
    const cells = ['序号', '工作任务', '牵头单位', '责任单位', '完成时限'];
    const rows = [
      ...['1', '关爱农民工随迁子女', '市教育局', '团市委、', '市妇联', '6月底前'],
      ...['2', '工地宿舍排查', '市住建局', '市应急局', '7月底前'],
      ...['3', '农民工免费体检', '市卫健委', '11月底前'],
    ];
    const text = ['太原市2024年农民工工作任务分解表', '', ...cells, ...rows].join('\n');
    const { measures } = toDraft(readPlan(text, loadUnitRegistry()));
    const codes = measures.map(({ doubts }) => doubts.map(({ code }) => code));
    const torn = codes.findIndex((own) => own.includes('table_columns'));
    expect(torn).toBeGreaterThanOrEqual(0);
    for (const at of [torn - 1, torn + 1])
      if (codes[at]) expect(codes[at]!.some((code) => /^table_/.test(code))).toBe(true);
  });
});
