import type { PdfRun } from './pdf-lines.js';

/** How far, in character sizes, a piece may reach over a rule and still belong to one cell. */
const OVER = 0.3;

/**
 * The pieces of a table, those that reach over a rule cut at their blanks: pdf.js hands over what stands close together
 * in two cells of a row (序号 and 工作任务 of a head) as one piece. `xs` are the upright rules.
 */
export function cellRuns(runs: readonly PdfRun[], xs: readonly number[]): PdfRun[] {
  return runs.flatMap((run) => (reachesOver(run, xs) ? wordsOf(run) : [run]));
}

const reachesOver = ({ text, x, width, size }: PdfRun, xs: readonly number[]): boolean =>
  /\S\s+\S/.test(text) && xs.some((rule) => rule > x + OVER * size && rule < x + width - OVER * size);

/** The words of a piece, each where it must stand: characters are as wide as their kind, the rest is blank. */
function wordsOf(run: PdfRun): PdfRun[] {
  const words = run.text.trim().split(/\s+/);
  const natural = words.map((word) => widthOf(word) * run.size);
  const inked = natural.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, run.width / inked);
  const blank = Math.max(0, run.width - inked * scale) / (words.length - 1);
  let x = run.x;
  return words.map((text, index) => {
    const word = { ...run, text, x, width: natural[index] * scale };
    x += word.width + blank;
    return word;
  });
}

const widthOf = (word: string): number =>
  [...word].reduce((width, char) => width + (/[\x21-\x7e]/.test(char) ? 0.5 : 1), 0);
