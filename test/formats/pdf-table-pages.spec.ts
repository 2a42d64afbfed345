import { describe, expect, it } from '@jest/globals';
import { extractBytes } from '../../src/intake/extract.js';
import { buildPdf, type PageSource } from './build-pdf.js';

const XS = [60, 130, 170, 350, 540];
const HEAD = ['类别', '序号', '工作任务', '责任单位'];
const HIGH = 26;

/** A page of a ruled table; an undefined first cell is one with the cell above it. `xs` are the upright rules. */
function page(rows: (string | undefined)[][], xs = XS, below: PageSource['pieces'] = []): PageSource {
  const top = (row: number): number => 700 - HIGH * row;
  const pieces = rows.flatMap((cells, row) =>
    cells.flatMap((text, column) =>
      text === undefined || text === '' ? [] : [{ text, x: xs[column] + 4, y: top(row) - 16, size: 10 }],
    ),
  );
  const across = [...rows, []].map((cells, row): [number, number, number, number] => {
    const joined = row < rows.length && row > 0 && cells[0] === undefined;
    return [joined ? xs[1] : xs[0], top(row), xs[xs.length - 1], top(row)];
  });
  const down = xs.map((x): [number, number, number, number] => [x, top(0), x, top(rows.length)]);
  return { pieces: [...pieces, ...below], rules: [...across, ...down] };
}

const read = async (...pages: PageSource[]) => {
  const { text, notes } = await extractBytes(buildPdf(pages), '分解表.pdf');
  return { lines: text.split('\n'), notes };
};

const first = [HEAD, ['一、稳就业', '1', '举办招聘会', '市人社局'], [undefined, '2', '开行返岗专车', '市交通局']];

describe('a 任务分解表 that goes on over the pages of a PDF', () => {
  it('keeps its last row, alone on a page, also where left and right pages stand apart', async () => {
    const shifted = XS.map((x) => x - 12);
    const { lines, notes } = await read(page(first), page([['二、强技能', '3', '开设职工夜校', '市教育局']], shifted));
    expect(lines.slice(-2)).toEqual(['二、强技能', '3. 开设职工夜校。（责任单位：市教育局）']);
    expect(notes).toEqual([]);
  });

  it('tells of a row alone on a page whose columns are others', async () => {
    const { lines, notes } = await read(
      page(first),
      page([['另表', '3', '开设夜校', '市教育局']], [60, 160, 260, 400, 540]),
    );
    expect(lines.join('')).toContain('开设夜校');
    expect(notes).toEqual(['第 2 页有单独一行的表格，未能按表格读入，请对照原文核对。']);
  });

  it('puts the halves of a row together that the end of a page cuts, and of the group beside it', async () => {
    const upper = [
      HEAD,
      ['一、稳就业', '1', '举办招聘会', '市人社局'],
      ['二、强', '2', '开设职工夜校，全年二十', '市教'],
    ];
    const lower = [
      ['技能', '', '期以上', '育局'],
      [undefined, '3', '培训家政人员', '市商务局'],
    ];
    const told = [
      '一、稳就业',
      '1. 举办招聘会。（责任单位：市人社局）',
      '二、强技能',
      '2. 开设职工夜校，全年二十期以上。（责任单位：市教育局）',
      '3. 培训家政人员。（责任单位：市商务局）',
    ];
    expect(await read(page(upper), page(lower))).toEqual({ lines: told, notes: [] });
    expect(await read(page(upper), page([HEAD, ...lower]))).toEqual({ lines: told, notes: [] });
  });

  it('leaves a first row without number a row of its own where others have none, and says so', async () => {
    const some = [
      HEAD,
      ['稳就业', '1', '举办招聘会', '市人社局'],
      ['', '', '开行返岗专车', '市交通局'],
      ['权益', '2', '落实工资专户', '市住建局'],
    ];
    const { lines, notes } = await read(
      page(some),
      page([
        ['', '', '公开欠薪线索', '市司法局'],
        ['服务', '3', '办好夜校', '市教育局'],
      ]),
    );
    expect(lines.join('\n')).toContain('公开欠薪线索。（责任单位：市司法局）');
    expect(notes).toEqual(['第 2 页表格的第一行没有序号，可能是上一页最后一行的下半截，请对照原文核对。']);
  });
});
