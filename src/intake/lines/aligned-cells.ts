import type { Column } from './column-words.js';
import { NAMES_DAYS } from './trailing-cells.js';

const NUMBER = /^\d{1,3}[.、]?$/;
/** 无, —, /: a cell that says it is empty. */
export const EMPTY_CELL = /^(?:无|[-—–/、]+)$/;
/** 同上, 〃: the cell says what the one above it says. */
export const SAME_CELL = /^(?:同上|[〃″"“”]+)$/;
const UNITISH =
  /(?:[局委办厅部处科室院会所站队行司联乡镇]|中心|公司|政府|街道|单位|部门|[^分]组|主办|协办|负责|落实|各?[县市区旗]）?)(?:（[^（）]*）)?等?[。；]?$/;
const DATE =
  /^(?=.{2,24}$)(?:.*[\d一二三四五六七八九十两]{1,4}(?:年|月|季度|日).*|.*(?:年底|年内|全年|长期|持续|常态化?|即时|[上下]半年).*|20\d\d[./-]\d{1,2}(?:[./-]\d{1,2})?)$/;
const LEADER =
  /^(?:[一-龥某]{2,4}(?:、[一-龥某]{2,4})?|[一-龥某]{1,4}[副市县区省州旗]{0,2}(?:长|书记|主任|主席|常委))$/;
/** Whether words are nothing but a day, or a span. */
export const isDay = (text: string): boolean => DATE.test(text);
/** Whether words are nothing but a person's name or office. */
export const isPerson = (text: string): boolean => LEADER.test(text) && !UNITISH.test(text);
const SENTENCE = /[。；：]./;
const NEVER = -100;

/** How well a cell that says nothing itself stands under a column. */
const SILENT: Record<Column['kind'], number> = { number: NEVER, words: 0, units: 3, date: 3, leader: 2, other: 1 };

/** How well words stand under a column. */
function fit(text: string, kind: Column['kind']): number {
  if (NUMBER.test(text)) return kind === 'number' ? 3 : kind === 'other' ? 0 : NEVER;
  if (EMPTY_CELL.test(text) || SAME_CELL.test(text)) return SILENT[kind];
  const unit = UNITISH.test(text) && !SENTENCE.test(text);
  const date = DATE.test(text);
  const name = LEADER.test(text) && !unit;
  if (kind === 'number') return NEVER;
  if (kind === 'other') return 1;
  if (kind === 'units') return unit ? 3 : NEVER;
  if (kind === 'date') return date ? 3 : unit ? NEVER : NAMES_DAYS.test(text) ? 1.5 : 1;
  if (kind === 'leader') return name ? 2 : NEVER;
  return unit || date || name ? 0 : 2;
}

/**
 * Where the cells of a row stand that has fewer of them than its head has columns, some left out because merged ones
 * cover them: the column of each, in order, as far to the right as they fit, since merged cells stand on the left. Null
 * where they fit nowhere; not sure where they fit in more ways than one that give the units, or the days, to other columns.
 */
export function alignCells(
  texts: readonly string[],
  columns: readonly Column[],
): { places: number[]; sure: boolean } | null {
  const best = scores(texts, columns);
  if ((best[0]?.[0] ?? NEVER) <= 0) return null;
  const left = placesOf(texts, columns, best, true);
  const right = placesOf(texts, columns, best, false);
  const telling = (place: number): boolean => columns[place]?.kind === 'units' || columns[place]?.kind === 'date';
  const sure = left.every((place, index) => place === right[index] || !(telling(place) || telling(right[index] ?? 0)));
  return { places: right, sure };
}

/** best[i][j]: what the cells from i on can score under the columns from j on. */
function scores(texts: readonly string[], columns: readonly Column[]): number[][] {
  const best = texts.map(() => columns.map(() => NEVER).concat(NEVER));
  best.push(columns.map(() => 0).concat(0));
  for (let i = texts.length - 1; i >= 0; i--) {
    for (let j = columns.length - 1; j >= 0; j--) {
      const here = fit(texts[i] ?? '', columns[j]?.kind ?? 'other') + (best[i + 1]?.[j + 1] ?? NEVER);
      const row = best[i];
      if (row) row[j] = Math.max(here, row[j + 1] ?? NEVER);
    }
  }
  return best;
}

/** The places of a best order, each cell as far to the left, or to the right, as that order lets it stand. */
function placesOf(
  texts: readonly string[],
  columns: readonly Column[],
  best: readonly number[][],
  leftmost: boolean,
): number[] {
  const places: number[] = [];
  let j = 0;
  texts.forEach((text, i) => {
    const wanted = best[i]?.[j] ?? NEVER;
    const all = columns.flatMap(({ kind }, at) =>
      at >= j && fit(text, kind) + (best[i + 1]?.[at + 1] ?? NEVER) === wanted ? [at] : [],
    );
    const place = (leftmost ? all[0] : all.at(-1)) ?? columns.length - 1;
    places.push(place);
    j = place + 1;
  });
  return places;
}
