/** The 台账 as a workbook, against exceljs streaming the same cells with the same looks. */
import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { product } from '../support/product.mjs';
import { middleTimes } from '../support/turns.mjs';
import { testModule } from '../support/typescript.mjs';

const ROWS = 500;
const { ledgerTable, ledgerWorkbook } = await product('src/reports/papers/ledger.js');
const { tableSheet } = await product('src/reports/papers/table-sheet.js');

async function ledger() {
  const { ledgerRow, ledgerView } = await testModule('documents/sample-views.ts');
  const rows = Array.from({ length: ROWS }, (_, n) =>
    ledgerRow({
      ...{ no: String(n + 1), chapter: `第${1 + Math.floor(n / 25)}项重点任务`, task: `第${n + 1}项任务` },
      progress: `截至10月底，累计服务务工人员${1000 + n}人次，完成全年任务的${n % 100}%。`,
    }),
  );
  return ledgerView(rows);
}

const border = Object.fromEntries(['top', 'left', 'bottom', 'right'].map((side) => [side, { style: 'thin' }]));
const look = (name, size, horizontal) => ({
  ...{ font: { name, size }, border, numFmt: '@' },
  alignment: { horizontal, vertical: 'middle', wrapText: true },
});
const LOOKS = { head: look('黑体', 11, 'center'), centre: look('宋体', 11, 'center'), text: look('宋体', 11, 'left') };

/** The sheet's cells laid out beforehand: [[value, look], …] a row, and the merged ranges as row and column numbers. */
function laidOut(sheet) {
  const [rows, merges, taken] = [[], [], new Map()];
  sheet.rows.forEach((row, at) => {
    const line = [];
    const queue = [...row.cells];
    for (let column = 0; queue.length > 0 || taken.get(column)?.left > 0;) {
      const above = taken.get(column);
      const isCovered = above?.left > 0;
      if (isCovered) above.left--;
      const cell = isCovered ? above.cell : queue.shift();
      const {
        value,
        style,
        colspan = 1,
        rowspan = 1,
      } = cell !== null && typeof cell === 'object' ? cell : { value: cell };
      const kind = LOOKS[style ?? row.style] ?? LOOKS.text;
      for (let offset = 0; offset < colspan; offset++) {
        line.push([offset === 0 ? value : null, kind]);
        if (!isCovered && rowspan > 1) taken.set(column + offset, { left: rowspan - 1, cell: { value: null, style } });
      }
      if (!isCovered && colspan * rowspan > 1) merges.push([at + 1, column + 1, at + rowspan, column + colspan]);
      column += colspan;
    }
    rows.push(line);
  });
  return { widths: sheet.widths, rows, merges };
}

async function streamed({ widths, rows, merges }) {
  const stream = new PassThrough();
  let size = 0;
  stream.on('data', (chunk) => (size += chunk.length));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  const sheet = book.addWorksheet('工作台账');
  sheet.columns = widths.map((width) => ({ width }));
  for (const merge of merges) sheet.mergeCells(...merge);
  for (const cells of rows) {
    const row = sheet.addRow(cells.map(([value]) => value));
    cells.forEach(([, kind], column) => (row.getCell(column + 1).style = kind));
    row.commit();
  }
  await book.commit();
  return size;
}

async function measure() {
  const view = await ledger();
  const cells = laidOut(tableSheet(ledgerTable(view), '工作台账', true));
  const ours = () => ledgerWorkbook(view);
  const { first, second } = await middleTimes(ours, () => streamed(cells));
  const bytes = { bytes: ours().length, limitBytes: await streamed(cells), rows: ROWS };
  return { value: first, unit: 'ms', limit: 'exceljs streaming the same cells', limitValue: second, ...bytes };
}

export const figures = [{ name: 'documents.ledger-xlsx', measure }];
