import type { UnitRegistry } from '../../domain/units/registry.js';
import { isUnitList } from '../notes/unit-list.js';
import { isDay } from './aligned-cells.js';
import type { Column } from './column-words.js';
import { compose } from './pieces.js';
import type { Cell } from './table-rows.js';

const NEVER = -100;
/** A name that the register has, or a day, is whole only with the line below; some name may be. */
const PROOF = 3;
const HINT = 1;
const STOP = /[、，；（]$/;
const STOPPED = /^[、，；）]/;
const LEVEL = /^(?:自治区|[省市县区州盟旗])(?=.{2})/;
const STOPS = /[、，；]/;

/** A row that a line below goes on with. */
export interface Continued {
  cells: Cell[];
  /** No other columns could hold what the line has. */
  sure: boolean;
  /** A name or a day is whole only with the line. */
  proved: boolean;
}

/**
 * The cells of a row together with those of the line below it, in which its narrow cells go on: “市人力资源社” over
 * “会保障局”. Null where nothing tells that they do, or some list of units would be left broken off. Cells that are
 * `placed` have a column each.
 */
export function continuedCells(
  above: readonly Cell[],
  below: readonly Cell[],
  columns: readonly Column[],
  placed: boolean,
  registry: UnitRegistry,
): Continued | null {
  const filled = below.flatMap((cell, place) => (cell.text ? [{ cell, place }] : []));
  if (filled.length === 0 || filled.length > columns.length) return null;
  const scores = filled.map(({ cell, place }) =>
    columns.map((column, at) => (placed && place !== at ? NEVER : fit(above[at], cell, column, registry))),
  );
  const left = columns.map(({ kind }, at) =>
    kind === 'units' && !isWhole(above[at]?.text ?? '', registry) ? NEVER : 0,
  );
  const first = assigned(scores, left);
  const taskless = placed && filled.every(({ place }) => columns[place]?.kind !== 'words');
  if (!first || (first.score < HINT && !taskless)) return null;
  const mirrored = assigned(scores.map((row) => [...row].reverse()).reverse(), [...left].reverse());
  const last = mirrored?.places.map((at) => columns.length - 1 - at).reverse() ?? [];
  const telling = (at: number | undefined): boolean => ['units', 'date'].includes(columns[at ?? 0]?.kind ?? '');
  const sure = first.places.every((at, index) => at === last[index] || !(telling(at) || telling(last[index])));
  const cells = above.map((cell, at) => {
    const next = filled[first.places.indexOf(at)]?.cell;
    return next ? joined(cell, next, columns[at]?.kind === 'units', registry) : cell;
  });
  return { cells, sure, proved: first.score >= PROOF };
}

const isWhole = (text: string, registry: UnitRegistry): boolean =>
  text === '' || (!STOP.test(text) && isUnitList(text, registry));

/** How well a cell goes on with the one above it in a column. */
function fit(above: Cell | undefined, { text }: Cell, { kind }: Column, registry: UnitRegistry): number {
  if (!above || above.as !== undefined || kind === 'number' || kind === 'leader') return NEVER;
  if (kind === 'date') return isBrokenDay(above.text, text) ? PROOF : NEVER;
  if (kind !== 'units') return isWhole(text, registry) ? NEVER : 0;
  if (above.text === '') return NEVER;
  if (STOP.test(above.text) || STOPPED.test(text))
    return isUnitList(firstName(text.replace(STOPPED, '')), registry) ? PROOF : NEVER;
  if (isKnown(lastName(above.text) + firstName(text), registry)) return PROOF;
  if (isUnitList(above.text + text, registry) && !isUnitList(lastName(above.text), registry)) return HINT;
  return isUnitList(above.text, registry) && isUnitList(text, registry) ? 0 : NEVER;
}

/** “2024年3” over “月底前”. */
const isBrokenDay = (above: string, below: string): boolean =>
  above !== '' &&
  isDay(above + below) &&
  (!isDay(above) || (/[\d年月至]$/.test(above) && /^[\d月日底末前]/.test(below)));

const lastName = (list: string): string => list.split(STOPS).at(-1) ?? '';
const firstName = (list: string): string => list.split(STOPS)[0] ?? '';
const isKnown = (name: string, registry: UnitRegistry): boolean =>
  registry.find(name) !== null || registry.find(name.replace(LEVEL, '')) !== null;

/** The columns of the cells in order that fit best, as far to the left as that lets them; null where they fit nowhere. */
function assigned(scores: readonly number[][], left: readonly number[]): { places: number[]; score: number } | null {
  const best = Array.from({ length: scores.length + 1 }, () => [...left, 0].map(() => NEVER));
  for (let i = scores.length; i >= 0; i--)
    for (let j = left.length; j >= 0; j--) {
      const skipped = j < left.length ? (left[j] ?? 0) + (best[i]?.[j + 1] ?? NEVER) : i < scores.length ? NEVER : 0;
      const taken = (scores[i]?.[j] ?? NEVER) + (best[i + 1]?.[j + 1] ?? NEVER);
      const row = best[i];
      if (row) row[j] = Math.max(skipped, i < scores.length ? taken : NEVER);
    }
  const score = best[0]?.[0] ?? NEVER;
  if (score < 0) return null;
  const places: number[] = [];
  for (let j = 0; places.length < scores.length && j < left.length; j++) {
    const i = places.length;
    const taken = (scores[i]?.[j] ?? NEVER) + (best[i + 1]?.[j + 1] ?? NEVER);
    if (taken === best[i]?.[j]) places.push(j);
  }
  return { places, score };
}

/** Both cells as one; whole names that nothing divides get a stop. */
function joined(above: Cell, next: Cell, units: boolean, registry: UnitRegistry): Cell {
  if (!above.text) return next;
  const apart =
    units &&
    !STOP.test(above.text) &&
    !STOPPED.test(next.text) &&
    !isKnown(lastName(above.text) + firstName(next.text), registry) &&
    isUnitList(above.text, registry) &&
    isUnitList(next.text, registry);
  const paragraph = compose(apart ? [above, '、', next] : [above, next]);
  return { paragraph, start: 0, end: paragraph.text.length, text: paragraph.text };
}
