/**
 * The base for PostgreSQL: the rows of one durable step by bare `pg`, each step one prepared statement and one commit, on
 * a pool of 8 connections; and in groups, one statement for a hundred steps by unnest. fsync is read back.
 */
import pg from 'pg';

export const CONNECTIONS = 8;
export const GROUP = 100;

const TABLES = `
  CREATE TABLE instance (id text PRIMARY KEY, revision integer NOT NULL, snapshot text NOT NULL, head text NOT NULL);
  CREATE TABLE event (position bigserial PRIMARY KEY, instance_id text NOT NULL, seq integer NOT NULL, body text NOT NULL, hash text NOT NULL);
  CREATE UNIQUE INDEX event_instance_seq ON event (instance_id, seq);
  CREATE TABLE outbox (id bigserial PRIMARY KEY, instance_id text NOT NULL, text text NOT NULL, status text NOT NULL);`;

const ROWS = `
  logged AS (INSERT INTO event (instance_id, seq, body, hash) SELECT id, revision, $4, $3 FROM moved)
  INSERT INTO outbox (instance_id, text, status) SELECT id, 'measure.completionRequested', 'pending' FROM moved`;
const ONE = `WITH moved AS (UPDATE instance SET revision = revision + 1, snapshot = $2, head = $3
    WHERE id = $1 AND revision = $5 RETURNING id, revision), ${ROWS}`;
const MANY = `WITH moved AS (UPDATE instance i SET revision = i.revision + 1, snapshot = $2, head = $3
    FROM unnest($1::text[], $5::integer[]) AS step (id, revision)
    WHERE i.id = step.id AND i.revision = step.revision RETURNING i.id, i.revision), ${ROWS}`;

/** Opens an empty database and hands back { step(n), group(n), close() }; ids of a group follow one another. */
export async function barePostgres(url, { ids, snapshot, body, hash }) {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  const { rows } = await pool.query('SHOW fsync');
  if (rows[0].fsync !== 'on') throw new Error('fsync is off');
  await pool.query(TABLES);
  await pool.query('INSERT INTO instance SELECT unnest($1::text[]), 0, $2, $3', [ids, snapshot, hash]);
  const revisions = new Map(ids.map((id) => [id, 0]));
  const done = (id, changed) => {
    if (!changed) throw new Error('stale');
    revisions.set(id, revisions.get(id) + 1);
  };
  return {
    async step(n) {
      const id = ids[n % ids.length];
      const values = [id, snapshot, hash, body, revisions.get(id)];
      const { rowCount } = await pool.query({ name: 'one', text: ONE, values });
      done(id, rowCount === 1);
    },
    async group(n) {
      const first = (n * GROUP) % ids.length;
      const own = ids.slice(first, first + GROUP);
      const values = [own, snapshot, hash, body, own.map((id) => revisions.get(id))];
      const { rowCount } = await pool.query({ name: 'many', text: MANY, values });
      for (const id of own) done(id, rowCount === own.length);
    },
    close: () => pool.end(),
  };
}
