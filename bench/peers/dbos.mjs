/** DBOS Transact: an act is a workflow of one step, which keeps the measure's rows in the same PostgreSQL. */
import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import { newKey } from '../support/keys.mjs';
import { actOf, begun, next } from './step.mjs';

const TABLES = `
  CREATE TABLE measure (id text PRIMARY KEY, revision integer NOT NULL, snapshot text NOT NULL);
  CREATE TABLE event (measure text, seq integer, body text NOT NULL, PRIMARY KEY (measure, seq));
  CREATE TABLE outbox (id bigserial PRIMARY KEY, measure text NOT NULL, text text NOT NULL);`;
const WRITE = `
  WITH kept AS (UPDATE measure SET revision = revision + 1, snapshot = $2 WHERE id = $1 AND revision = $3 RETURNING revision),
  logged AS (INSERT INTO event SELECT $1, revision, $4 FROM kept)
  INSERT INTO outbox (measure, text) SELECT $1, $5 FROM kept`;

/** Opens `count` measures in an empty database; `step(n)` is one finished workflow. */
export async function openDbos(count, databaseUrl) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  await pool.query(TABLES);
  const fill = `INSERT INTO measure SELECT 'm' || n, 0, $1 FROM generate_series(0, $2::int) AS n`;
  await pool.query(fill, [JSON.stringify(begun()), count]);

  const save = async (measure) => {
    const { rows } = await pool.query('SELECT revision, snapshot FROM measure WHERE id = $1', [measure]);
    const event = actOf(rows[0].revision);
    const after = JSON.stringify(next(JSON.parse(rows[0].snapshot), event));
    const written = [measure, after, rows[0].revision, JSON.stringify(event), event.type];
    const { rowCount } = await pool.query(WRITE, written);
    if (rowCount !== 1) throw new Error('stale');
    return rows[0].revision + 1;
  };
  const act = DBOS.registerWorkflow((measure) => DBOS.runStep(() => save(measure), { name: 'save' }), { name: 'act' });
  DBOS.setConfig({ name: 'measures', systemDatabaseUrl: databaseUrl, logLevel: 'error', applicationVersion: '1' });
  await DBOS.launch();
  return {
    step: async (n) => (await DBOS.startWorkflow(act, { workflowID: newKey() })(`m${n % count}`)).getResult(),
    close: async () => {
      await DBOS.shutdown({ deregister: true });
      await pool.end();
    },
  };
}
