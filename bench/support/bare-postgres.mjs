/**
 * The base for PostgreSQL: the rows of one durable step by bare `pg`, each step one prepared statement and one commit, on
 * a pool of 8 connections; and in groups, one statement for a hundred steps by unnest. Every step brings its own snapshot, body
 * and hash, as a real one does; they are made beforehand. fsync is read back.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';

export const CONNECTIONS = 8;
export const GROUP = 100;

const TABLES = `
  CREATE TABLE instance (id text PRIMARY KEY, revision integer NOT NULL, snapshot text NOT NULL, head text NOT NULL);
  CREATE TABLE event (position bigserial PRIMARY KEY, instance_id text NOT NULL, seq integer NOT NULL, body text NOT NULL, hash text NOT NULL);
  CREATE UNIQUE INDEX event_instance_seq ON event (instance_id, seq);
  CREATE TABLE outbox (id bigserial PRIMARY KEY, instance_id text NOT NULL, text text NOT NULL, status text NOT NULL);`;

const ROWS = `
  logged AS (INSERT INTO event (instance_id, seq, body, hash) SELECT id, revision, body, head FROM moved)
  INSERT INTO outbox (instance_id, text, status) SELECT id, 'measure.completionRequested', 'pending' FROM moved`;
const ONE = `WITH moved AS (UPDATE instance SET revision = revision + 1, snapshot = $2, head = $3
    WHERE id = $1 AND revision = $5 RETURNING id, revision, head, $4::text AS body), ${ROWS}`;
const MANY = `WITH moved AS (UPDATE instance i SET revision = i.revision + 1, snapshot = step.snapshot, head = step.head
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::integer[]) AS step (id, snapshot, head, body, revision)
    WHERE i.id = step.id AND i.revision = step.revision RETURNING i.id, i.revision, i.head, step.body), ${ROWS}`;

/** Opens an empty database and hands back { step(n), group(n), close() }; ids of a group follow one another. */
export async function barePostgres(url, { ids, id: sampled, snapshot, body, hash }) {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  const { rows } = await pool.query('SHOW fsync');
  if (rows[0].fsync !== 'on') throw new Error('fsync is off');
  await pool.query(TABLES);
  await pool.query('INSERT INTO instance SELECT unnest($1::text[]), 0, $2, $3', [ids, snapshot, hash]);
  const texts = new Map(ids.map((id) => [id, [snapshot, hash, body].map(own(sampled, id))]));
  const revisions = new Map(ids.map((id) => [id, 0]));
  const done = (id, changed) => {
    if (!changed) throw new Error('stale');
    revisions.set(id, revisions.get(id) + 1);
  };
  return {
    async step(n) {
      const id = ids[n % ids.length];
      const values = [id, ...texts.get(id), revisions.get(id)];
      const { rowCount } = await pool.query({ name: 'one', text: ONE, values });
      done(id, rowCount === 1);
    },
    async group(n) {
      const first = (n * GROUP) % ids.length;
      const some = ids.slice(first, first + GROUP);
      const lists = [0, 1, 2].map((at) => some.map((id) => texts.get(id)[at]));
      const values = [some, ...lists, some.map((id) => revisions.get(id))];
      const { rowCount } = await pool.query({ name: 'many', text: MANY, values });
      for (const id of some) done(id, rowCount === some.length);
    },
    close: () => pool.end(),
  };
}

/** A text of the sampled step as it would be of another: a hash is that of the id, elsewhere the id is put in. */
function own(sampled, id) {
  const hash = createHash('sha256').update(id).digest('hex');
  return (text) => (/^[0-9a-f]{64}$/.test(text) ? hash : text.replaceAll(sampled, id));
}
