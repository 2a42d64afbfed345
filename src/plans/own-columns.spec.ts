import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { toDraft } from './draft.js';
import { applyChanges } from './draft-changes.js';
import { measureCards } from './confirm.presenter.js';
import { withOwnColumns } from './own-columns.js';

const ROWS = [
  '1. 举办招聘会。（牵头单位：市人社局，配合单位：市总工会）',
  '2. 清理欠薪线索。（牵头单位：市住建局）',
  '3. 举办招聘会。（牵头单位：市人社局，配合单位：市总工会）',
];
const TEXT = ['2027年太原市农民工工作任务分解表', '一、重点任务', ...ROWS].join('\n');

const read = (rows = [0, 1, 2].map((at) => ({ line: ROWS[at]!, own: [{ column: '分值', text: `${at + 1}` }] }))) =>
  withOwnColumns(readPlan(TEXT, loadUnitRegistry()), TEXT, rows);

describe("the office's own columns of a task table", () => {
  it('stand with the measure of their row', () => {
    expect(read().measures.map(({ no, own }) => [no, own])).toEqual([
      ['1.1', [{ column: '分值', text: '1' }]],
      ['1.2', [{ column: '分值', text: '2' }]],
      ['1.3', [{ column: '分值', text: '3' }]],
    ]);
    expect(read([]).measures.every((one) => !('own' in one))).toBe(true);
  });

  it('are shown on the card of the measure, go along when it is split, and join when two are joined', () => {
    const draft = toDraft(read());
    const cards = measureCards(draft, false, null);
    expect(cards).toContainEqual(expect.objectContaining({ key: 'm001', own: '分值：1' }));
    const joined = applyChanges(draft, [{ op: 'merge', key: 'm001', next: 'm002' }]);
    expect(joined.measures[0]!.own).toEqual([
      { column: '分值', text: '1' },
      { column: '分值', text: '2' },
    ]);
  });

  it('that divide figures over counties are asked about once, with their place and the cure', () => {
    const divided = [0, 1].map((at) => ({
      line: ROWS[at]!,
      own: ['小店区', '古交市（场）', '清徐县', '阳曲县'].map((column) => ({ column, text: `${at + 2}` })),
    }));
    const { doubts, text } = read(divided);
    const [asked, ...more] = doubts.filter(({ code }) => code === 'place_figures');
    expect(more).toEqual([]);
    expect(asked?.reason).toBe(
      '任务分解表按地方分列的数字（小店区、古交市（场）、清徐县等4栏）没有读成指标，原文留在各条的“原表其他栏目”，请核对；需要督办到县（市、区）、乡镇的，请补录到有关举措',
    );
    expect(text.slice(...asked!.span!)).toBe(`${ROWS[0]}\n${ROWS[1]}`);
    const others = [
      { line: ROWS[0]!, own: ['全市', '社区', '城镇', '小店区'].map((column) => ({ column, text: '3' })) },
    ];
    expect(read(others).doubts.map(({ code }) => code)).not.toContain('place_figures');
  });

  it('name no persons in a draft', () => {
    const own = [{ column: '备注', text: '由副市长李四光牵头督办' }];
    const [first] = toDraft(read([{ line: ROWS[0]!, own }])).measures;
    expect(first!.own![0]!.text).not.toContain('李四光');
  });
});
