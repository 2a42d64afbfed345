import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { sheetNames } from './names.js';
import { workbook, type Sheet } from './workbook.js';

async function reread(sheets: Sheet[]): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = workbook(sheets);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return book;
}

const sheet = (changes: Partial<Sheet> = {}): Sheet => ({
  name: '台账',
  widths: [6, 20, 30],
  rows: [
    { cells: [{ value: '某市台账', colspan: 3, style: 'title' }], height: 40 },
    { cells: ['序号', '任务', '进展'], style: 'head' },
    { cells: [1, { value: '就业', rowspan: 2 }, '岗位1.2万个'] },
    { cells: [2, '技能'] },
  ],
  headRows: { from: 2, to: 2 },
  ...changes,
});

describe('a workbook', () => {
  it('reads back with its texts, numbers and merged cells', async () => {
    const first = (await reread([sheet()])).worksheets[0];
    expect(first?.getCell('A1').value).toBe('某市台账');
    expect(first?.getCell('A3').value).toBe(1);
    expect(first?.getCell('C3').value).toBe('岗位1.2万个');
    expect(first?.getCell('B4').master.address).toBe('B3');
    expect(first?.getCell('B4').value).toBe('就业');
    expect(first?.getCell('C4').value).toBe('技能');
    expect(first?.getCell('C1').master.address).toBe('A1');
  });

  it('prints on A4 across, one page wide, its head on every page and always in view', async () => {
    const first = (await reread([sheet()])).worksheets[0];
    expect(first?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '2:2',
    });
    expect(first?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
  });

  it('frames and wraps its cells', async () => {
    const cell = (await reread([sheet()])).worksheets[0]?.getCell('C4');
    expect(cell?.border.left?.style).toBe('thin');
    expect(cell?.alignment).toMatchObject({ wrapText: true });
  });

  it('offers choices, on a hidden sheet when there are many', async () => {
    const short = { column: 2, fromRow: 3, toRow: 4, options: ['已完成', '推进中'] };
    const units = Array.from({ length: 60 }, (_, index) => `第${index}号成员单位`);
    const book = await reread([sheet({ dropDowns: [short, { column: 3, fromRow: 3, toRow: 4, options: units }] })]);
    expect(book.worksheets[0]?.getCell('B3').dataValidation.formulae).toEqual(['"已完成,推进中"']);
    expect(book.worksheets[0]?.getCell('C4').dataValidation.formulae).toEqual(["'选项'!$A$1:$A$60"]);
    expect(book.getWorksheet('选项')?.state).toBe('veryHidden');
    expect(book.getWorksheet('选项')?.getCell('A60').value).toBe('第59号成员单位');
  });

  it('puts filter buttons on its head', async () => {
    expect((await reread([sheet({ filterTo: 4 })])).worksheets[0]?.autoFilter).toBe('A2:C4');
  });

  it('is the same, byte for byte, for the same sheets', () => {
    expect(Buffer.from(workbook([sheet()])).equals(Buffer.from(workbook([sheet()])))).toBe(true);
  });

  it('needs a sheet', () => {
    expect(() => workbook([])).toThrow();
  });
});

describe('what a unit writes', () => {
  it('is never taken for a formula', async () => {
    const dangerous = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', '\r+', '＝', '\n@'), fc.string())
      .map((pair) => pair.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(dangerous, { minLength: 1, maxLength: 200 }), async (texts) => {
        const book = await reread([sheet({ rows: texts.map((text) => ({ cells: [text] })) })]);
        book.worksheets[0]?.eachRow((row) =>
          row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)),
        );
      }),
      { numRuns: 50, seed: 20231220 },
    );
  });

  it('stays text when the cell is edited, and is shown as it was written', async () => {
    const rows = [{ cells: ['=1+1', '-5%', '正常'] }];
    const files = unzipSync(workbook([sheet({ rows, headRows: undefined })]));
    const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array());
    const cells = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const records = styles.match(/<xf .*?<\/xf>/g)?.filter((record) => record.includes('applyBorder')) ?? [];
    const used = [...cells.matchAll(/<c r="[ABC]1" s="(\d+)" t="s">/g)].map((match) => Number(match[1]) - 1);
    expect(used.map((index) => records[index]?.includes('quotePrefix="1"'))).toEqual([true, true, false]);
    const book = await reread([sheet({ rows })]);
    expect(book.worksheets[0]?.getCell('A1').value).toBe('=1+1');
  });

  it('loses tabs and line ends before a formula mark', async () => {
    const book = await reread([sheet({ rows: [{ cells: ['\t\r=HYPERLINK("x")'] }] })]);
    expect(book.worksheets[0]?.getCell('A1').value).toBe('=HYPERLINK("x")');
  });
});

describe('sheet names', () => {
  it('are legal, short enough and unique', () => {
    const long = '国家金融监督管理总局某市监管分局农村金融服务与普惠金融监管处';
    const names = sheetNames(['市人社局', '市人社局', `${long}一`, `${long}二`, '[甲]/乙:*?', "'", '']);
    expect(names).toEqual(['市人社局', '市人社局（2）', `${long}一`, `${long}二`, '甲乙', '工作表', '工作表（2）']);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31);
  });
});
