import { annexHeading } from '../outline/annex.js';
import { chineseNumber } from './numerals.js';
import type { TaskTable } from './task-table.js';

/** A sheet with a task table. */
export interface TableSheet {
  name: string;
  table: TaskTable;
}

/** A name the program gave to the sheet. */
const NAMELESS = /^(?:sheet|工作表|表)?\s*\d*$/i;
/** Sheets named for what they are, not for their tasks. */
const KIND_OF_SHEET = /(?:表|清单|台账|任务|汇总|合计|市直|[县区市]级?)\s*\d*$/;
const OWN_MARK = /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]+|\d{1,2}(?=[一-龥]))\s*/;

/**
 * The lines of the sheets with task tables, one list for each: chapters where each sheet is named for its tasks and has none
 * of its own, else parts behind the first. What the words before them, `cover`, say already is not said again.
 */
export function sheetLines(sheets: readonly TableSheet[], cover: readonly string[]): string[][] {
  const filled = sheets.filter(({ table }) => table.lines.length > 0);
  const chapters = areChapters(filled);
  const [first] = filled;
  const title = cover.length > 0 ? cover.join('') : first?.table.above[0];
  return sheets.map((sheet) => {
    const { name, table } = sheet;
    if (chapters) return chapterLines(sheet, sheet === first && cover.length === 0, filled.indexOf(sheet) + 1);
    return sheet === first ? firstLines(table, cover) : headedLines(table, name, title);
  });
}

const areChapters = (sheets: readonly TableSheet[]): boolean =>
  sheets.length > 1 &&
  new Set(sheets.map(({ name }) => titleOf(name))).size === sheets.length &&
  sheets.every(({ name, table }) => table.flat && !NAMELESS.test(titleOf(name)) && !KIND_OF_SHEET.test(name.trim()));

const titleOf = (name: string): string => name.trim().replace(OWN_MARK, '');

function chapterLines({ name, table }: TableSheet, titled: boolean, number: number): string[] {
  const { above, lines } = table;
  if (lines.length === 0) return [];
  const heading = `${chineseNumber(number)}、${titleOf(name)}`;
  const rest = above.slice(titled ? above.length : 1);
  return [...(titled ? above : []), heading, ...rest, ...lines.slice(above.length)];
}

/** Behind a cover the title of the one table is no second title of the plan. */
function firstLines({ above, lines }: TaskTable, cover: readonly string[]): string[] {
  if (cover.length === 0) return lines;
  const said = bare(cover.join(''));
  const own = above.filter((line) => !said.includes(bare(line)));
  return [
    ...own.map((line, at) => (at === 0 && line === above[0] ? `附：${line}` : line)),
    ...lines.slice(above.length),
  ];
}

/** The lines of a further sheet as a part of its own: under its title, or the name of the sheet where the title is the plan's. */
function headedLines({ above, lines }: TaskTable, sheet: string, plan: string | undefined): string[] {
  if (lines.length === 0 || above.some((line) => annexHeading(line))) return lines;
  const own = above[0] !== undefined && !(plan && bare(plan).includes(bare(above[0])));
  const title = own ? above[0] : sheet.trim();
  if (!own && NAMELESS.test(title)) return lines;
  return [`附表：${title}`, ...(above.length > 0 ? lines.slice(1) : lines)];
}

const bare = (words: string): string => words.replace(/[\s《》“”]/g, '');
