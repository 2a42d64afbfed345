import type { UnitRegistry } from '../../domain/units/registry.js';
import { isUnitList } from '../notes/unit-list.js';
import type { Paragraph } from './paragraph.js';
import { isTornRow, swallows } from './swallowed-rows.js';

const SHORTEST = 4;
const LONGEST = 80;
const HINT = /[局委办厅院部]|政府|街道|公司|中心|各/;
/** A name with its level, or a group, that no register needs to have. */
const NAMED =
  /^(?:[省市县区州盟旗][一-龥]{2,10}(?:[局委办厅院]|中心|公司|集团|支行)|各(?:县|市|区|乡|镇|村|街|部门|单位).{0,8})$/;
/** “（责任部门：、各村）”: the names before the stop are gone. */
const HEADLESS = /[（；][一-龥]{2,8}：[、，]/;
/** Columns whose units do no work are left out on purpose; so are heads. */
const WATCHED =
  /(?:评分|考核|考评|监督|督查|督办|审核|验收|责任|牵头|配合|主办|承办|负责)(?:单位|部门|主体|乡镇)|[科处股]室/;

/**
 * Rows of a table, those in doubt that hold another row in their words, or beside which known units stand in the source
 * that no row has, or which hold the rests of other cells.
 */
export function withDropped(rows: Paragraph[], source: readonly Paragraph[], registry: UnitRegistry): Paragraph[] {
  const near = besideDropped(rows, source, registry);
  const torn = new Set(rows.flatMap((row, index) => (isTornRow(row) ? [index] : [])));
  return rows.map((row, index) =>
    !row.unread &&
    !row.unsure &&
    (near.has(index) ||
      torn.has(index) ||
      torn.has(index + 1) ||
      (row.row && (HEADLESS.test(row.text) || swallows(row, rows[index + 1]))))
      ? { ...row, unsure: 'lines' }
      : row,
  );
}

/** The rows, by index, behind which known units were left out. */
function besideDropped(rows: Paragraph[], source: readonly Paragraph[], registry: UnitRegistry): Set<number> {
  const heads = source[0]?.text.slice(0, LONGEST) ?? '';
  if (WATCHING.test(heads)) return new Set();
  const had = new Set<number>();
  for (const { at, text } of rows) for (let index = 0; index < text.length; index++) had.add(at[index] ?? -1);
  const places = source.flatMap((paragraph) => droppedIn(paragraph, had));
  const lost = places.filter(({ words }) => hasUnits(words, registry));
  return new Set(lost.map(({ at }) => rows.findLastIndex((row) => row.row && (row.at[0] ?? 0) <= at)));
}
const WATCHING = /评分|考核|考评|监督|督查|督办|审核|验收/;

function droppedIn({ text, at, gap }: Paragraph, had: ReadonlySet<number>): { at: number; words: string }[] {
  const found: { at: number; words: string }[] = [];
  let start = -1;
  for (let index = 0; index <= text.length; index++) {
    const gone = index < text.length && !had.has(at[index] ?? 0) && text[index] !== '|';
    if (start >= 0 && (!gone || gap[index])) {
      if (index - start >= SHORTEST) found.push({ at: at[start] ?? 0, words: text.slice(start, index) });
      start = -1;
    }
    if (gone && start < 0) start = index;
  }
  return found;
}

const hasUnits = (words: string, registry: UnitRegistry): boolean =>
  words.length <= LONGEST &&
  HINT.test(words) &&
  !WATCHED.test(words) &&
  words
    .split(/[、，；/]/)
    .some((name) => NAMED.test(name) || (name.length >= SHORTEST - 1 && isUnitList(name, registry)));
