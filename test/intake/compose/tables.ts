import fc from 'fast-check';
import { unitLists, type UnitList } from './lists.js';
import type { Said } from './notes.js';
import type { Place } from './places.js';

/** A table of tasks as it is pasted, and what must be read out of its rows. */
export interface ComposedTable {
  text: string;
  rows: Said[];
}

interface Row {
  lead: UnitList;
  others: UnitList;
  day: [printed: string, due: string | null];
}

/** How a pasted table shows its cells: by tabs, by strokes, by strokes at its edges too. */
const CELLS: ((cells: string[]) => string)[] = [
  (cells) => cells.join('\t'),
  (cells) => cells.join('|'),
  (cells) => `| ${cells.join(' | ')} |`,
];

const HEADS: [lead: string, others: string, day: string][] = [
  ['牵头单位', '配合单位', '完成时限'],
  ['牵头部门', '责任部门', '完成时间'],
  ['责任单位', '配合单位', '时限'],
  ['主办单位', '协办单位', '完成时限'],
];

const DAYS: Row['day'][] = [
  ['2024年6月底前', '2024-06-30'],
  ['2024年12月31日', '2024-12-31'],
  ['2025年9月30日前', '2025-09-30'],
  ['长期坚持', null],
];

const TASKS = ['办好夜间课堂', '修缮务工驿站', '开行返岗专列', '建成零工市场', '发放培训补贴', '设立维权窗口'];

const someRow = (place: Place): fc.Arbitrary<Row> =>
  fc.tuple(unitLists(place, [1, 4]), fc.constantFrom(...DAYS)).map(([[lead, others], day]) => ({
    ...{ lead: lead!, others: others!, day },
  }));

const said = ({ lead, others, day: [, due] }: Row): Said => ({
  ...{ mode: 'lead_support', lead: lead.names[0]!, responsible: lead.names, supporting: others.names },
  ...{ open: [...new Set([...lead.open, ...others.open])], due },
});

/** A table of one to six tasks of a place. */
export const composedTable = (place: Place): fc.Arbitrary<ComposedTable> =>
  fc
    .tuple(
      fc.array(someRow(place), { minLength: 2, maxLength: TASKS.length }),
      fc.constantFrom(...HEADS),
      fc.constantFrom(...CELLS),
    )
    .map(([rows, [lead, others, day], cells]) => ({
      text: [
        cells(['序号', '重点任务', lead, others, day]),
        ...rows.map((row, at) =>
          cells([`${at + 1}`, `${TASKS[at]!}，年内见效。`, row.lead.text, row.others.text, row.day[0]]),
        ),
      ].join('\n'),
      rows: rows.map(said),
    }));
