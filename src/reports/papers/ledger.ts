import { renderTemplate } from '../../rendering/handlebars.js';
import { workbook } from '../../rendering/xlsx/workbook.js';
import type { LedgerRow, LedgerView } from '../views.js';
import { withoutEmptyColumns, type OfficeTable, type TableColumn } from './table.js';
import { tablePage } from './table-html.js';
import { tableSheet } from './table-sheet.js';
import { inTitleMarks, list, longDay } from './words.js';

/** Status words of a 台账, offered as a list. */
export const STATUS_WORDS = ['未启动', '推进中', '已完成', '长期坚持', '逾期', '暂缓', '已销号'];

const CLOSING = '销号';

const COLUMNS: TableColumn[] = [
  { label: '序号', width: 6, centre: true },
  { label: '重点任务', width: 14, merge: true },
  { label: '具体任务', width: 18 },
  { label: '具体举措', width: 34, optional: true },
  { label: '目标/完成标志', width: 18, optional: true },
  { label: '牵头单位', width: 14, optional: true },
  { label: '责任单位', width: 16, optional: true },
  { label: '配合单位', width: 16, optional: true },
  { label: '分管领导', width: 10, centre: true, optional: true },
  { label: '责任人', width: 10, centre: true, optional: true },
  { label: '联系人及电话', width: 14, optional: true },
  { label: '完成时限', width: 13, centre: true },
  { label: '进展情况', width: 36 },
  { label: '完成率', width: 9, centre: true },
  { label: '存在问题', width: 16 },
  { label: '下一步措施', width: 16 },
  { label: '状态', width: 10, centre: true, options: STATUS_WORDS },
  { label: '亮灯', width: 12, centre: true },
  { label: '申请日期', width: 12, centre: true, group: CLOSING, optional: true },
  { label: '佐证材料', width: 14, group: CLOSING, optional: true },
  { label: '审核意见', width: 12, group: CLOSING, optional: true },
  { label: '审核人', width: 9, centre: true, group: CLOSING, optional: true },
  { label: '销号日期', width: 12, centre: true, group: CLOSING, optional: true },
  { label: '是否销号', width: 9, centre: true, group: CLOSING, options: ['是', '否'] },
  { label: '备注', width: 12, optional: true },
];

function closing({ closing: state }: LedgerRow): string[] {
  const day = (value: string | null): string => (value ? longDay(value) : '');
  return [
    day(state.appliedOn),
    state.evidence,
    state.opinion,
    state.reviewer,
    day(state.closedOn),
    state.closed ? '是' : '否',
  ];
}

function cells(row: LedgerRow): string[] {
  const units = [list(row.lead), list(row.responsible), list(row.supporting)];
  const people = [row.leader, row.person, row.contact];
  const state = [row.due, row.progress, row.completion, row.problems, row.next, row.status, row.light];
  return [
    row.no,
    row.chapter,
    row.task,
    row.action,
    row.goal,
    ...units,
    ...people,
    ...state,
    ...closing(row),
    row.remark,
  ];
}

/** The 台账 as a table; columns that nobody filled are left out. */
export function ledgerTable(view: LedgerView): OfficeTable {
  return withoutEmptyColumns({
    title: `${inTitleMarks(view.plan.title)}工作台账`,
    meta: [`编制单位：${view.office}`, `文号：${view.plan.number ?? '无'}`, `数据截至：${longDay(view.asOf)}`],
    columns: COLUMNS,
    rows: view.rows.map(cells),
    note: view.note,
  });
}

/** The 台账 as a workbook of one sheet with filter buttons. */
export function ledgerWorkbook(view: LedgerView): Uint8Array {
  return workbook([tableSheet(ledgerTable(view), '工作台账', true)]);
}

/** The 台账 as semantic HTML on turned sheets. */
export function ledgerHtml(view: LedgerView): string {
  return renderTemplate('documents/ledger', tablePage(ledgerTable(view)));
}
