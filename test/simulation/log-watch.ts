import type BetterSqlite3 from 'better-sqlite3';
import { createHash } from 'node:crypto';

interface Row {
  position: number;
  instance_id: string;
  seq: number;
  scope: string;
  type: string;
  at: string;
  body: string;
  hash: string;
}

interface Body {
  instance: string;
  seq: number;
  key: string | null;
  prev: string;
  payload: { day?: string };
}

/** An answer that the office was given: the position of its first event (0 where nothing was to be done). */
export interface Acknowledged {
  position: number;
  receipts: number;
}

const BATCH = 5_000;

/**
 * Watches the log from outside as it grows, event by event: its hashes and links, each key once, each deadline once, not
 * before its day and in order of days, and what was acknowledged still there.
 */
export class LogWatch {
  readonly faults: string[] = [];
  events = 0;
  deadlines = 0;
  private last = 0;
  private readonly heads = new Map<string, { seq: number; hash: string }>();
  private readonly keys = new Map<string, number>();
  private readonly fired = new Set<string>();
  private readonly latest = new Map<string, string>();

  constructor(private readonly handle: BetterSqlite3.Database) {}

  /** Looks at what came since the last time. */
  look(acknowledged: Map<string, Acknowledged>): void {
    const sql = `SELECT position, instance_id, seq, scope, type, at, body, hash FROM event WHERE position > ?
      ORDER BY position LIMIT ${BATCH}`;
    const statement = this.handle.prepare<[number], Row>(sql);
    for (;;) {
      const rows = statement.all(this.last);
      for (const row of rows) this.event(row);
      if (rows.length < BATCH) break;
    }
    this.compare(acknowledged);
  }

  private event(row: Row): void {
    const body = JSON.parse(row.body) as Body;
    if (row.position !== this.last + 1) this.fault(row, 'leaves a gap');
    this.last = row.position;
    this.events++;
    this.link(row, body);
    if (body.key !== null) this.key(row, body.key);
    if (row.type.startsWith('deadline.')) this.deadline(row, body.payload.day ?? '');
  }

  private link(row: Row, body: Body): void {
    const head = this.heads.get(row.instance_id) ?? { seq: 0, hash: '' };
    if (createHash('sha256').update(row.body).digest('hex') !== row.hash) this.fault(row, 'has another hash');
    if (body.instance !== row.instance_id || body.seq !== row.seq || row.seq !== head.seq + 1)
      this.fault(row, 'is out of turn');
    if (body.prev !== head.hash) this.fault(row, 'is not linked');
    this.heads.set(row.instance_id, { seq: row.seq, hash: row.hash });
  }

  private key(row: Row, key: string): void {
    if (this.keys.has(key)) this.fault(row, `does ${key} again`);
    this.keys.set(key, row.position);
  }

  private deadline(row: Row, day: string): void {
    this.deadlines++;
    const name = `${row.instance_id} ${row.type} ${day}`;
    if (this.fired.has(name)) this.fault(row, `fires ${name} again`);
    this.fired.add(name);
    if (row.at < day) this.fault(row, `fires before ${day}`);
    if (day < (this.latest.get(row.scope) ?? '')) this.fault(row, `fires ${day} after a later day`);
    this.latest.set(row.scope, day);
  }

  private compare(acknowledged: Map<string, Acknowledged>): void {
    for (const [key, { position, receipts }] of acknowledged) {
      const found = this.keys.get(key) ?? 0;
      if (found !== position || (found === 0) !== (receipts === 0))
        this.faults.push(`${key} was acknowledged and is lost`);
    }
  }

  private fault({ position }: Row, what: string): void {
    this.faults.push(`event ${position} ${what}`);
  }
}
