import { setImmediate as nextTurn } from 'node:timers/promises';
import { propertyName, type Reader, type SqlValue } from '../persistence/tx.js';
import type { Fault } from './replay.js';

export type Row = Record<string, unknown>;

/** A row that has no equal on the other side. */
type Different = [stored: Row | undefined, proven: Row | undefined];

/** Rows of each side that are held at a time. */
const PAGE = 1_000;
const MOST_TOLD = 5;

/**
 * Compares a stored table with the one proven in `scratch` (SQLite, whose schema names the key): both are read in the order
 * of their key, a page at a time. Text is ordered by its bytes on every database. At most five rows are told.
 */
export async function compareTable(read: Reader, scratch: Reader, table: string, page = PAGE): Promise<Fault[]> {
  const key = await keyOf(scratch, table);
  const stored = new Cursor(pagesOf(read, table, key, page));
  const faults: Fault[] = [];
  for await (const pair of differences(stored, new Cursor(pagesOf(scratch, table, key, page)), key)) {
    for (const row of pair) if (row) faults.push(differs(table, `有一行与记录重放的结果不一致：${textOf(row)}`));
    if (faults.length >= MOST_TOLD) return faults.slice(0, MOST_TOLD);
  }
  const isAll = (await countOf(read, table)) === stored.passed;
  return isAll ? faults : [...faults, differs(table, '有主键重复或为空的行')];
}

/** Rows of a table in the order of its key, page by page; others get their turn between two pages. */
export async function* pagesOf(
  read: Reader,
  table: string,
  key: string[],
  page = PAGE,
  columns = '*',
): AsyncGenerator<Row[]> {
  const list = key.map((name) => `"${name}"`).join(', ');
  const select = (where: string) => `SELECT ${columns} FROM "${table}" ${where} ORDER BY ${list} LIMIT ${page}`;
  const onward = select(`WHERE (${list}) > (${key.map(() => '?').join(', ')})`);
  const names = key.map(propertyName);
  for (let rows = await read.all<Row>(select('')); ;) {
    yield rows;
    if (rows.length < page) return;
    const last = rows[rows.length - 1]!;
    await nextTurn();
    rows = await read.all<Row>(
      onward,
      names.map((name) => last[name] as SqlValue),
    );
  }
}

async function keyOf(scratch: Reader, table: string): Promise<string[]> {
  const sql = 'SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk';
  const key = (await scratch.all<{ name: string }>(sql, [table])).map(({ name }) => name);
  if (key.length === 0) throw new Error(`the table ${table} has no primary key to compare it by`);
  return key;
}

/** Stands at one row of many; only at the end of a page is anything waited for. */
class Cursor {
  /** Rows that were gone past. */
  passed = 0;
  private rows: Row[] = [];
  private at = 0;

  constructor(private readonly pages: AsyncGenerator<Row[]>) {}

  /** Undefined behind the last one. */
  get row(): Row | undefined {
    return this.rows[this.at];
  }

  /** Goes one on; true when the next page must be turned to. */
  step(): boolean {
    this.passed++;
    return ++this.at >= this.rows.length;
  }

  async turn(): Promise<void> {
    const { done, value } = await this.pages.next();
    [this.rows, this.at] = [done ? [] : value, 0];
  }
}

/** A row of another key than its counterpart's stands alone; two of one key and other values stand together. */
async function* differences(stored: Cursor, proven: Cursor, key: string[]): AsyncGenerator<Different> {
  const names = key.map(propertyName);
  await stored.turn();
  await proven.turn();
  for (;;) {
    const [a, b] = [stored.row, proven.row];
    if (!a && !b) return;
    const order = !a ? 1 : !b ? -1 : orderOf(a, b, names);
    if (order !== 0 || !isSame(a!, b!)) yield [order <= 0 ? a : undefined, order >= 0 ? b : undefined];
    if (order <= 0 && stored.step()) await stored.turn();
    if (order >= 0 && proven.step()) await proven.turn();
  }
}

function orderOf(a: Row, b: Row, names: string[]): number {
  for (const name of names) {
    const [one, other] = [a[name], b[name]];
    if (one === other) continue;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
  }
  return 0;
}

function isSame(a: Row, b: Row): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

async function countOf(read: Reader, table: string): Promise<number> {
  return (await read.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`))!.n;
}

const textOf = (row: Row): string => JSON.stringify(row).slice(0, 200);

function differs(table: string, message: string): Fault {
  return { code: 'projection_differs', place: `数据表 ${table}`, message };
}
