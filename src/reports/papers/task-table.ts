import { renderTemplate } from '../../rendering/handlebars.js';
import { workbook, type Sheet } from '../../rendering/xlsx/workbook.js';
import type { TaskRow, TaskTableView, UnitTasks } from '../views.js';
import { FORM_LINE, withoutEmptyColumns, type OfficeTable, type TableColumn } from './table.js';
import { tablePage } from './table-html.js';
import { tableSheet } from './table-sheet.js';
import { inTitleMarks, list, longDay } from './words.js';

const WHAT: TableColumn[] = [
  { label: '序号', width: 6, centre: true },
  { label: '重点任务', width: 12, merge: true },
  { label: '具体任务', width: 15 },
  { label: '具体举措', width: 36 },
  { label: '目标/完成标志', width: 14, optional: true },
];

const WHO: TableColumn[] = [
  { label: '牵头单位', width: 13, optional: true },
  { label: '责任单位', width: 14, optional: true },
  { label: '配合单位', width: 14, optional: true },
  { label: '完成时限', width: 11, centre: true },
];

const ANSWER: TableColumn[] = [
  { label: '进展情况', width: 24 },
  { label: '存在问题', width: 12 },
  { label: '下一步措施', width: 12 },
  { label: '是否完成', width: 7, centre: true, options: ['是', '否', '长期坚持'] },
];

/** What else is to be remarked: of a unit's sheet the office's own columns alone. */
const OWN: TableColumn = { label: '备注', width: 10, optional: true };

/** On paper a sheet has room for the progress alone; the receipt is signed below it. */
const ON_PAPER: TableColumn[] = [{ label: '进展情况', width: 40 }];

const SIGN: TableColumn[] = [
  { label: '签收人', width: 8, centre: true },
  { label: '签收日期', width: 10, centre: true },
];

function what(row: TaskRow): string[] {
  return [row.no, row.chapter, row.task, row.action, row.goal];
}

function who(row: TaskRow): string[] {
  return [list(row.lead), list(row.responsible), list(row.supporting), row.due];
}

/** The whole plan broken down, one row per measure. */
export function overviewTable(view: TaskTableView): OfficeTable {
  return withoutEmptyColumns({
    title: `${inTitleMarks(view.plan.title)}任务分解表`,
    meta: [`编制单位：${view.office}`, `文号：${view.plan.number ?? '无'}`, `编制日期：${longDay(view.date)}`],
    columns: [...WHAT, ...WHO, OWN],
    rows: view.rows.map((row) => [...what(row), ...who(row), row.remark]),
    note: view.note,
  });
}

/**
 * What one unit is sent: its measures, its part in each, room for its answer and its receipt.
 * @param room the columns left for the unit to fill in
 */
export function unitTable(view: TaskTableView, { unit, rows }: UnitTasks, room = [...ANSWER, ...SIGN]): OfficeTable {
  return withoutEmptyColumns({
    title: `${inTitleMarks(view.plan.title)}任务清单（${unit}）`,
    meta: FORM_LINE.map((label, index) => (index === 0 ? `${label}${unit}` : label)),
    columns: [...WHAT, { label: '本单位职责', width: 8, centre: true }, ...WHO, OWN, ...room],
    rows: rows.map((row) => [...what(row), row.role, ...who(row), row.own ?? '', ...room.map(() => '')]),
    note: `本表由${view.office}印发，请核对本单位任务，签收后按时限报送。`,
  });
}

/** Who has taken its sheet, to be kept by the office. */
export function receiptTable(view: TaskTableView): OfficeTable {
  return {
    title: `${inTitleMarks(view.plan.title)}任务签收登记表`,
    meta: [`登记单位：${view.office}`],
    columns: [
      { label: '序号', width: 6, centre: true },
      { label: '单位', width: 32 },
      { label: '任务数', width: 9, centre: true },
      { label: '其中牵头', width: 9, centre: true },
      ...SIGN,
      { label: '签收方式', width: 14, centre: true, options: ['系统', '纸质', '公文系统', '传真', '电话'] },
      { label: '备注', width: 20 },
    ],
    rows: view.units.map(({ unit, rows }, index) => {
      const led = rows.filter((row) => row.role === '牵头').length;
      return [`${index + 1}`, unit, `${rows.length}`, `${led}`, '', '', '', ''];
    }),
    note: null,
  };
}

function unitSheet(view: TaskTableView, tasks: UnitTasks): Sheet {
  return tableSheet(unitTable(view, tasks), tasks.unit);
}

/** The 任务分解表 as a workbook: overview, register of receipts, a sheet per unit to send out. */
export function taskTableWorkbook(view: TaskTableView): Uint8Array {
  return workbook([
    tableSheet(overviewTable(view), '任务分解表', true),
    tableSheet(receiptTable(view), '签收登记'),
    ...view.units.map((tasks) => unitSheet(view, tasks)),
  ]);
}

/** One unit's sheet as a workbook of its own, or null when the unit has no task. */
export function unitTaskWorkbook(view: TaskTableView, unit: string): Uint8Array | null {
  const tasks = view.units.find((entry) => entry.unit === unit);
  return tasks ? workbook([unitSheet(view, tasks)]) : null;
}

/** The same as semantic HTML on turned sheets: overview, then a page per unit. */
export function taskTableHtml(view: TaskTableView): string {
  const units = view.units.map((tasks) => tablePage(unitTable(view, tasks, ON_PAPER)));
  return renderTemplate('documents/task-table', { overview: tablePage(overviewTable(view)), units });
}
