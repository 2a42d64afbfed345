import { renderTemplate } from '../../rendering/handlebars.js';
import { workbook } from '../../rendering/xlsx/workbook.js';
import type { SelfCheckView } from '../views.js';
import { FORM_LINE, type OfficeTable } from './table.js';
import { tablePage } from './table-html.js';
import { tableSheet } from './table-sheet.js';
import { inTitleMarks } from './words.js';

/** The 自查表: what was to be done, what was done, the proof, the unit's own verdict. */
export function selfCheckTable(view: SelfCheckView): OfficeTable {
  return {
    title: `${inTitleMarks(view.plan.title)}${view.period}落实情况自查表`,
    meta: FORM_LINE.map((label, index) => (index === 0 ? `${label}${view.unit ?? ''}` : label)),
    columns: [
      { label: '序号', width: 6, centre: true },
      { label: '重点任务', width: 16, merge: true },
      { label: '自查内容', width: 28 },
      { label: '完成标准', width: 22 },
      { label: '完成情况', width: 36 },
      { label: '佐证材料', width: 18 },
      { label: '存在问题及整改措施', width: 24 },
      { label: '自查结论', width: 11, centre: true, options: ['完成', '基本完成', '未完成', '不涉及'] },
    ],
    rows: view.rows.map((row) => [
      row.no,
      row.chapter,
      row.item,
      row.standard,
      row.result,
      row.evidence,
      row.problem,
      row.conclusion,
    ]),
    note: view.note,
  };
}

/** The 自查表 as the bytes of a workbook. */
export function selfCheckWorkbook(view: SelfCheckView): Uint8Array {
  return workbook([tableSheet(selfCheckTable(view), '自查表')]);
}

/** The 自查表 as a page to look at. */
export function selfCheckHtml(view: SelfCheckView): string {
  return renderTemplate('documents/self-check', tablePage(selfCheckTable(view)));
}
