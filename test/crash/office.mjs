/** A process that runs the real engine on a folder, or on DATABASE_URL, and takes orders on its standard input, to be killed at any point. */
import 'reflect-metadata';
import { writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const dist = pathToFileURL(`${resolve(process.env.QIANTOU_DIST ?? 'dist')}/`);
const product = (path) => import(new URL(`src/${path}`, dist));
const [
  { Engine },
  { registrationsOf },
  { verifyLog },
  { Database },
  { FixedClock, startOfDay },
  features,
  tables,
  steps,
] = await Promise.all([
  product('engine/engine.js'),
  product('engine/feature.js'),
  product('engine/verify.js'),
  product('persistence/database.js'),
  product('shared/clock.js'),
  product('features.js'),
  product('entities.js'),
  product('persistence/migrations/index.js'),
]);

const COORDINATOR = { user: 'u-office', name: '统筹员', unit: 'office', roles: ['coordinator'] };
const [folder] = process.argv.slice(2);
const schema = { entities: tables.entities, migrations: steps.migrations };

const { DATABASE_URL: url } = process.env;
const database = await Database.open({ ...(url ? { url } : { file: join(folder, 'qiantou.db') }), ...schema });
const registrations = registrationsOf(features.features, async () => 0);
const clock = new FixedClock(startOfDay('2023-01-01'));
const engine = new Engine(database, clock, registrations);

const orders = {
  start: ({ key, machine, id, input }) =>
    engine.execute({ actor: COORDINATOR, key, request: id }, [{ kind: 'start', machine, id, scope: '', input }]),
  send: ({ key, actor = COORDINATOR, ...command }) => engine.execute({ actor, key }, [{ kind: 'send', ...command }]),
  async fire({ day }) {
    clock.set(startOfDay(day));
    return engine.fireDue();
  },
  keys: () =>
    database.reader.all(
      `SELECT json_extract(body, '$.key') AS key, count(*) AS n FROM event WHERE json_extract(body, '$.key') IS NOT NULL GROUP BY 1`,
    ),
  deadlines: () =>
    database.reader.get(
      `SELECT (SELECT count(*) FROM deadline WHERE status = 'fired') AS fired,
              (SELECT count(*) FROM deadline WHERE status = 'moot') AS moot,
              (SELECT count(*) FROM event WHERE type = 'deadline.due') AS events`,
    ),
  async verify() {
    const scratch = await Database.open({ file: ':memory:', ...schema });
    const verdict = await verifyLog(database.reader, scratch, registrations.projections);
    await scratch.close();
    return verdict;
  },
};

createInterface({ input: process.stdin }).on('line', async (line) => {
  const { n, order, ...rest } = JSON.parse(line);
  try {
    tell({ n, answer: await orders[order](rest) });
  } catch (error) {
    tell({ n, error: error.code ?? String(error), message: error.message });
  }
});
tell({ ready: true });

/** Written at once: what a caller has been told is out of the process before anything else happens in it. */
function tell(message) {
  writeSync(1, `${JSON.stringify(message)}\n`);
}
