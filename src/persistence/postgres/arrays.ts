import type { ElementType } from '../answers/reach.js';
import type { SqlValue } from '../tx.js';

/** The numbers of the types in PostgreSQL. */
const ELEMENTS: Record<ElementType, number> = { text: 25, int8: 20 };

const HEAD = 20;
const NULL = -1;
/** UTF-8 takes three bytes at the most for a unit of JavaScript's text. */
const BYTES_A_UNIT = 3;
const HALF = 2 ** 32;

let scratch = Buffer.allocUnsafe(65_536);

/**
 * The columns of some rows as arrays in PostgreSQL's binary form, which the server takes over without parsing: one array for
 * each type. Null where a value is not of its column's type.
 */
export function columnsOf(types: readonly ElementType[], rows: readonly SqlValue[][]): Buffer[] | null {
  const ends: number[] = [];
  let end = 0;
  for (let column = 0; column < types.length; column++) {
    const next = types[column] === 'text' ? writeTexts(rows, column, end) : writeNumbers(rows, column, end);
    if (next === null) return null;
    ends.push((end = next));
  }
  const bytes = Buffer.from(scratch.subarray(0, end));
  return ends.map((one, at) => bytes.subarray(ends[at - 1] ?? 0, one));
}

function writeTexts(rows: readonly SqlValue[][], column: number, start: number): number | null {
  let at = start + HEAD;
  let hasNull = 0;
  for (let row = 0; row < rows.length; row++) {
    const given = rows[row]![column]!;
    if (given instanceof Uint8Array) return null;
    const value = typeof given === 'number' || typeof given === 'bigint' ? String(given) : given;
    reserve(at + 4 + (value?.length ?? 0) * BYTES_A_UNIT);
    const length = value === null ? NULL : scratch.write(value, at + 4);
    scratch.writeInt32BE(length, at);
    if (value === null) hasNull = 1;
    at += 4 + Math.max(length, 0);
  }
  writeHead(start, ELEMENTS.text, rows.length, hasNull);
  return at;
}

function writeNumbers(rows: readonly SqlValue[][], column: number, start: number): number | null {
  let at = start + HEAD;
  let hasNull = 0;
  reserve(at + rows.length * 12);
  for (let row = 0; row < rows.length; row++) {
    const value = rows[row]![column]!;
    if (value !== null && !Number.isSafeInteger(value)) return null;
    scratch.writeInt32BE(value === null ? NULL : 8, at);
    at += 4;
    if (value === null) hasNull = 1;
    else at = writeNumber(value as number, at);
  }
  writeHead(start, ELEMENTS.int8, rows.length, hasNull);
  return at;
}

function writeNumber(value: number, at: number): number {
  scratch.writeInt32BE(Math.floor(value / HALF), at);
  return scratch.writeUInt32BE(value >>> 0, at + 4);
}

/** One dimension, whether there are nulls, the elements' type, their number, and the first one's place. */
function writeHead(start: number, element: number, count: number, hasNull: number): void {
  [1, hasNull, element, count, 1].forEach((value, n) => scratch.writeInt32BE(value, start + 4 * n));
}

function reserve(size: number): void {
  if (size <= scratch.length) return;
  const larger = Buffer.allocUnsafe(2 * size);
  scratch.copy(larger);
  scratch = larger;
}
