import type { Mark } from './markers.js';

/** A line whose number is looked for. */
interface Numbered {
  text: string;
  mark: Mark | null;
  row: boolean;
  cell?: boolean;
}

const RANK = 3;
/** “3.5人以上……”, “8.1000人……”, “4.2026年底前……”: a number, its dot and a figure with what it counts. */
const BEFORE_FIGURE =
  /^(\d{1,2})[.．](?=\d{3}|\d{1,2}(?:\.\d+)?(?:[-—～~至]\d+)?[余多]?(?:[万亿倍%％个元人家户米吨亩年月日级台辆次项处座件场期名岁周所]|公里|小时|公顷))/;
/** Where a line's sentence, note or heading has ended. */
const ENDED = /[。；！：）】”]$|^(?:[一二三四五六七八九十]{1,3}、)?[^，。；、]{2,40}$/;

/**
 * The marks of lines whose clause begins with a figure: the number before the dot is the clause's where it is the number
 * behind the clause before, and where no later line bears it; 1 where nothing is numbered above it and 2 comes next.
 */
export function figureMarks(lines: readonly Numbered[]): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  let last = 0;
  let opened = false;
  lines.forEach(({ text, mark, row, cell }, index) => {
    if (mark) opened = mark.rank === RANK;
    if (mark?.rank === RANK) last = mark.number;
    if (mark || row || cell) return;
    const number = figureNumber(text);
    const goesOn = last > 0 && number === last + 1 && !numberedLater(lines, index, number);
    const begins = number === 1 && !opened && beginsList(lines, index);
    if (!(goesOn || begins) || !ENDED.test(lines[index - 1]?.text ?? '')) return;
    marks.set(index, { rank: RANK, number, length: String(number).length + 1 });
    last = number;
    opened = true;
  });
  return marks;
}

const figureNumber = (text: string): number => Number(BEFORE_FIGURE.exec(text)?.[1] ?? 0);

/** “1.10所夜校……” above “2.办好……” of the same heading: no list begins with 2. */
function beginsList(lines: readonly Numbered[], index: number): boolean {
  const next = lines.slice(index + 1).find(({ text, mark }) => mark !== null || figureNumber(text) > 0);
  if (!next) return false;
  return next.mark ? next.mark.rank === RANK && next.mark.number === 2 : figureNumber(next.text) === 2;
}

/** “3.5万人……” on a wrapped line, and the list's own “3.” behind it. */
function numberedLater(lines: readonly Numbered[], index: number, number: number): boolean {
  const next = lines.slice(index + 1).find(({ mark }) => mark?.rank === RANK);
  return next?.mark?.number === number;
}
