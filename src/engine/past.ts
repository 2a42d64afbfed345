import { startOfDay, FixedClock } from '../shared/clock.js';
import { addDays } from '../domain/calendar/day.js';
import type { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { rebuildAsOf } from './as-of.js';
import { Engine } from './engine.js';
import { Replay } from './replay.js';
import type { Recorded, Registrations } from './types.js';

/** The record of one scope (and the office's register) as it stood; services work on it as on the present one. */
export interface Past {
  database: Database;
  /** Its clock stands at the end of the day asked for. */
  engine: Engine;
}

interface Kept {
  past: Promise<Past>;
  users: number;
}

interface Cut {
  position: number;
  /** Offset of the scope's clock then, ms. */
  offset: number;
}

const MOST_KEPT = 2;
const DAY_MS = 86_400_000;
const BATCH = 2_000;

/** Databases of the past, rebuilt from the log: what lies in the past never changes, so the last ones asked for are kept. */
export class PastRecords {
  private readonly kept = new Map<string, Kept>();

  /** @param scratch opens an empty database with all tables; `copied`: tables without events that papers name files by */
  constructor(
    private readonly present: Database,
    private readonly registrations: Registrations,
    private readonly scratch: () => Promise<Database>,
    private readonly copied: readonly string[] = ['stored_file'],
  ) {}

  /**
   * Works on the record of `scope` as it stood at the end of `day` by the scope's own clock. `most`: events beyond which
   * somebody who waits at a page is refused. Refusals: no_record_then, log_too_long.
   */
  async use<T>(scope: string, day: string, work: (past: Past) => Promise<T>, most = Infinity): Promise<T> {
    const cut = await this.cut(scope, day);
    await this.refuseLong(scope, cut.position, most);
    const kept = this.take(`${scope} ${day} ${cut.position}`, () => this.rebuild(scope, day, cut));
    kept.users++;
    try {
      return await work(await kept.past);
    } finally {
      kept.users--;
      await this.sweep();
    }
  }

  private take(key: string, make: () => Promise<Past>): Kept {
    const kept = this.kept.get(key) ?? { past: make(), users: 0 };
    this.kept.delete(key);
    this.kept.set(key, kept);
    kept.past.catch(() => this.kept.delete(key));
    return kept;
  }

  /** Closes what nobody uses and is not among the last asked for. */
  private async sweep(): Promise<void> {
    const idle = [...this.kept].slice(0, -MOST_KEPT).filter(([, { users }]) => users === 0);
    for (const [key, { past }] of idle) {
      this.kept.delete(key);
      await (await past).database.close();
    }
  }

  /** The last event of the scope or the register by the end of the day. Refusal: no_record_then. */
  private async cut(scope: string, day: string): Promise<Cut> {
    const end = startOfDay(addDays(day, 1));
    const offsets = await this.offsets(scope);
    for (const { from, to, offset } of offsets.reverse()) {
      const sql = `SELECT position FROM event WHERE scope IN ('', ?) AND position >= ? AND position < ? AND recorded_at < ?
        ORDER BY position DESC LIMIT 1`;
      const last = await this.present.reader.get<{ position: number }>(sql, [scope, from, to, end - offset]);
      if (last) return { position: last.position, offset };
    }
    throw new Refusal('no_record_then', `截至 ${day}，系统中还没有这份计划的记录。`, {
      place: '截至日',
      cure: '请选择录入计划之后的日期；要把以后补录的材料也算进去，请选“含以后补录”。',
    });
  }

  /** The scope's clock from event to event: the instance that gives the scope its name keeps it in its context. */
  private async offsets(scope: string): Promise<{ from: number; to: number; offset: number }[]> {
    const found: { from: number; to: number; offset: number }[] = [];
    const note = ({ position, context }: Recorded): Promise<void> => {
      const offset = Number(context.clockOffsetMs ?? 0);
      const last = found.at(-1);
      if (last?.offset !== offset) {
        if (last) last.to = position;
        found.push({ from: last ? position : 1, to: Number.MAX_SAFE_INTEGER, offset });
      }
      return Promise.resolve();
    };
    await new Replay(this.present.reader).run(note, { instance: scope });
    return found;
  }

  private async refuseLong(scope: string, position: number, most: number): Promise<void> {
    if (most === Infinity) return;
    const sql = `SELECT count(*) AS n FROM event WHERE scope IN ('', ?) AND position <= ?`;
    const { n } = (await this.present.reader.get<{ n: number }>(sql, [scope, position]))!;
    if (n <= most) return;
    throw new Refusal('log_too_long', `到那一天为止有 ${n} 条记录，在页面上重放太久。`, {
      place: '截至日',
      cure: '请用命令行生成：qiantou ledger 计划编号 --as-of 日期 --out 文件。',
    });
  }

  private async rebuild(scope: string, day: string, { position, offset }: Cut): Promise<Past> {
    const database = await this.scratch();
    const scopes = ['', scope];
    const { projections } = this.registrations;
    await rebuildAsOf(this.present.reader, database, projections, { moment: { position }, scopes });
    await copyEvents(this.present.reader, database, scopes, position);
    for (const table of this.copied) await copyTable(this.present.reader, database, table);
    const clock = new FixedClock(startOfDay(day) + DAY_MS - 1 - offset);
    return { database, engine: new Engine(database, clock, this.registrations) };
  }
}

/** Papers name the events that figures come from. */
async function copyEvents(read: Reader, past: Database, scopes: string[], until: number): Promise<void> {
  const among = scopes.map(() => '?').join(', ');
  const sql = `SELECT * FROM event WHERE scope IN (${among}) AND position > ? AND position <= ? ORDER BY position LIMIT ?`;
  for (let after = 0; ;) {
    const rows = await read.all<{ position: number }>(sql, [...scopes, after, until, BATCH]);
    await insertAll(past, 'event', rows);
    if (rows.length < BATCH) return;
    after = rows[rows.length - 1]!.position;
  }
}

async function copyTable(read: Reader, past: Database, table: string): Promise<void> {
  await insertAll(past, table, await read.all<object>(`SELECT * FROM "${table}"`));
}

function insertAll(past: Database, table: string, rows: object[]): Promise<void> {
  return past.write(async (tx) => {
    for (const row of rows) await tx.insert(table, row);
  });
}
