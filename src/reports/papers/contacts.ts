import { workbook } from '../../rendering/xlsx/workbook.js';
import type { ContactsView } from '../views.js';
import type { OfficeTable } from './table.js';
import { tableSheet } from './table-sheet.js';
import { inTitleMarks, longDay } from './words.js';

/** The 通讯录 as a table, units merged over their people. */
export function contactsTable(view: ContactsView): OfficeTable {
  return {
    title: `${inTitleMarks(view.plan.title)}工作联系通讯录`,
    meta: [`编制单位：${view.office}`, `编制日期：${longDay(view.date)}`],
    columns: [
      { label: '序号', width: 6, centre: true },
      { label: '单位', width: 28, merge: true },
      { label: '科室', width: 18 },
      { label: '姓名', width: 12, centre: true },
      { label: '职务', width: 16 },
      { label: '联系电话', width: 20, centre: true },
      { label: '备注', width: 16 },
    ],
    rows: view.rows.map((row, index) => [
      `${index + 1}`,
      row.unit,
      row.department,
      row.person,
      row.post,
      row.phone,
      row.remark,
    ]),
    note: '本表含个人信息，仅供工作联系使用，请勿外传。',
  };
}

/** The 通讯录 as a workbook of one sheet. */
export function contactsWorkbook(view: ContactsView): Uint8Array {
  return workbook([tableSheet(contactsTable(view), '通讯录')]);
}
