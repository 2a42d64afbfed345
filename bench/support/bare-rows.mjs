/**
 * The base that the engine is measured against: the rows of one durable step, written by hand with better-sqlite3 on a
 * database of its own with the product's pragmas (synchronous FULL is read back): the state guarded by its revision, the
 * event, the outbox row.
 */
import BetterSqlite3 from 'better-sqlite3';

const TABLES = `
  CREATE TABLE instance (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, snapshot TEXT NOT NULL, head TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE event (position INTEGER PRIMARY KEY, instance_id TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL);
  CREATE UNIQUE INDEX event_instance_seq ON event (instance_id, seq);
  CREATE TABLE outbox (id INTEGER PRIMARY KEY, instance_id TEXT NOT NULL, text TEXT NOT NULL, status TEXT NOT NULL);`;

/** Opens `file` and hands back { step(n, snapshot?), close() }; one step is one commit of the three rows. */
export function bareRows(file, { ids, snapshot, body, hash }) {
  const db = new BetterSqlite3(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 4000');
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL');
  db.exec(TABLES);
  const enter = db.prepare('INSERT INTO instance VALUES (?, 0, ?, ?)');
  db.transaction(() => ids.forEach((id) => enter.run(id, snapshot, hash)))();
  const save = db.prepare('UPDATE instance SET revision = ?, snapshot = ?, head = ? WHERE id = ? AND revision = ?');
  const append = db.prepare('INSERT INTO event (instance_id, seq, body, hash) VALUES (?, ?, ?, ?)');
  const post = db.prepare(
    `INSERT INTO outbox (instance_id, text, status) VALUES (?, 'measure.completionRequested', 'pending')`,
  );
  const revisions = new Map(ids.map((id) => [id, 0]));
  const step = db.transaction((id, state) => {
    const revision = revisions.get(id);
    if (save.run(revision + 1, state, hash, id, revision).changes !== 1) throw new Error('stale');
    append.run(id, revision + 1, body, hash);
    post.run(id);
    revisions.set(id, revision + 1);
  });
  const stepOf = async (n, state = snapshot) => step.immediate(ids[n % ids.length], state);
  return { step: stepOf, close: () => db.close() };
}
