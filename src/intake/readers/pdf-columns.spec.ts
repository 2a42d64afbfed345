import { describe, expect, it } from '@jest/globals';
import { hasColumns as pageHasColumns } from './pdf-columns.js';
import type { PdfRun } from './pdf-lines.js';

const SIZE = 16;
const hasColumns = (runs: PdfRun[]): boolean => pageHasColumns({ runs, height: 842 });
const run = (text: string, x: number, y: number, size = SIZE): PdfRun => ({
  ...{ text, x, y, size },
  width: [...text].length * size,
});

describe('words beside one another', () => {
  it('are not found in paragraphs, whatever the length of their last lines', () => {
    const page = [
      run('各县要在六月底前把零工市场办起来，并公布开放', 111, 100),
      run('。', 79, 129),
      run('（二）', 111, 158),
      run('组织返岗专车六十趟，按期报送进展。', 159, 158),
      run('2024年3月8日', 380, 187),
      ...[run('—', 440, 780, 14), run(' ', 454, 780, 14), run('3', 468, 780, 14), run('—', 496, 780, 14)],
    ];
    expect(hasColumns(page)).toBe(false);
  });

  it('are not found where a blank piece or a thin gap stands between words', () => {
    expect(hasColumns([run('培训', 79, 100), run('  ', 111, 100), run('1200人次', 115, 100)])).toBe(false);
  });

  it('are found in a row of a table', () => {
    expect(hasColumns([run('稳定就业', 79, 100, 10), run('市人社局', 125, 100, 10)])).toBe(true);
  });

  it('are found where a number stands centred against a cell of two lines', () => {
    const page = [
      run('举办专场招聘会五十场，送岗进村', 110, 300, 10),
      run('入户。', 110, 316, 10),
      run('1', 84, 308, 10),
    ];
    expect(hasColumns(page)).toBe(true);
  });

  it('are found where the text beside is set in smaller type, half a line off', () => {
    const page = [run('落实保证金', 79, 100), run('市住建局', 180, 93, 9), run('市人社局', 180, 107, 9)];
    expect(hasColumns(page)).toBe(true);
  });

  it('are guessed from lines that begin far in, beside a cell that stays empty', () => {
    const lines = [run('定期通报欠薪案件办理', 300, 300, 10), run('情况。', 300, 316, 10)];
    expect(hasColumns([run('一、维护劳动报酬', 79, 100), ...lines])).toBe(true);
    expect(hasColumns([run('一、维护劳动报酬', 79, 100), run('2024年3月8日', 380, 187)])).toBe(false);
  });
});
