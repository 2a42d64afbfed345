import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { damaged } from './archive.js';
import { asRefusal, storageFault } from '../storage-fault.js';

/** A value as both databases keep it: numbers, text, nothing. */
export type Row = (string | number | null)[];

export interface Table {
  name: string;
  columns: string[];
  /** The columns by which its rows are ordered. */
  key: string[];
}

/** The end of a log. */
export interface LogHead {
  events: number;
  /** 0 and '' where nothing was recorded. */
  position: number;
  hash: string;
}

/** A database whose rows can be read, all as of one moment. */
export interface RowSource {
  /** Its tables without that of the migrations, by name. */
  tables(): Promise<Table[]>;
  /** Names of the migrations that made its tables, oldest first. */
  migrations(): Promise<string[]>;
  /** The rows in the order of their keys, some at a time. */
  pages(table: Table): AsyncIterable<Row[]>;
  log(): Promise<LogHead>;
}

/** An empty database of the same tables, in a transaction. */
export interface RowTarget extends RowSource {
  insert(table: Table, rows: Row[]): Promise<void>;
  /** Lets drawn numbers go on behind the highest. */
  numberOn(): Promise<void>;
}

/** Rows at a time: as much as is held in memory. */
export const PAGE = 250;

const LINE_END = 0x0a;

export const HEAD_SQL = `SELECT count(*) AS events, coalesce(max(position), 0) AS position,
  coalesce((SELECT hash FROM event ORDER BY position DESC LIMIT 1), '') AS hash FROM event`;

/** A table in lines of JSON: the names of its columns, then the values of each row. */
export async function* linesOf(source: RowSource, table: Table): AsyncGenerator<Buffer> {
  yield lines([table.columns]);
  for await (const rows of source.pages(table)) yield lines(rows);
}

function lines(rows: unknown[][]): Buffer {
  return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** Names of the columns of a table that was written in lines. Refusal: backup_damaged. */
export async function columnsIn(path: string): Promise<string[]> {
  for await (const line of linesIn(path)) return parsed(line) as string[];
  throw damaged('有一张数据表是空文件');
}

/** The rows of a table that was written in lines. Refusal: backup_damaged. */
export async function* pagesIn(path: string): AsyncGenerator<Row[]> {
  let page: Row[] = [];
  let columns = -1;
  for await (const line of linesIn(path)) {
    const row = parsed(line);
    if (columns < 0) {
      columns = row.length;
      continue;
    }
    if (row.length !== columns) throw damaged('有一张数据表的栏目不齐');
    page.push(row);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

function parsed(line: string): Row {
  try {
    return JSON.parse(line) as Row;
  } catch {
    throw damaged('有一张数据表读不出来');
  }
}

/** Lines end with a line feed only: JSON may hold other characters that are line ends to some readers. */
async function* linesIn(path: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end: number; (end = chunk.indexOf(LINE_END, from)) >= 0; from = end + 1) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
      rest = [];
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
}

/**
 * Copies every row, then reads each table back from where it was written and compares: what is there afterwards is what
 * was there before, to the byte, and the log ends where it ended. Refusal: backup_damaged.
 */
export async function copyRows(source: RowSource, target: RowTarget): Promise<void> {
  const [given, wanted] = await Promise.all([source.tables(), target.tables()]);
  refuseOtherTables(given, wanted);
  for (const { name, columns } of given) {
    const { key } = wanted.find((table) => table.name === name)!;
    await copyTable(source, target, { name, columns, key });
  }
  await target.numberOn();
  const [before, after] = [await source.log(), await target.log()];
  if (JSON.stringify(before) !== JSON.stringify(after))
    throw damaged(`记录应有 ${before.events} 条、止于第 ${before.position} 号，恢复后不是这样`);
}

function refuseOtherTables(given: Table[], wanted: Table[]): void {
  const told = (tables: Table[]) => tables.map(({ name, columns }) => `${name}(${[...columns].sort().join()})`).sort();
  const have = new Set(told(given));
  const [differs] = [...told(wanted).filter((table) => !have.delete(table)), ...have];
  if (differs !== undefined) throw damaged(`数据表与程序的不同：${differs}`);
}

async function copyTable(source: RowSource, target: RowTarget, table: Table): Promise<void> {
  const given = createHash('sha256').update(lines([table.columns]));
  for await (const rows of source.pages(table)) {
    given.update(lines(rows));
    await target.insert(table, rows).catch((error: unknown) => {
      throw storageFault(error) === null ? unfit(table, error) : asRefusal(error);
    });
  }
  const kept = createHash('sha256');
  for await (const chunk of linesOf(target, table)) kept.update(chunk);
  if (kept.digest('hex') !== given.digest('hex')) throw damaged(`数据表 ${table.name} 恢复后与备份不符`);
}

function unfit({ name }: Table, error: unknown): Error {
  return damaged(`数据表 ${name} 有一行放不进数据库（${error instanceof Error ? error.message : String(error)}）`);
}
