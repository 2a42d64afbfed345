/** The built program (QIANTOU_DIST names another build than `dist`), and the simulation's own TypeScript. */
import 'reflect-metadata';
import '../../bench/support/typescript.mjs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = pathToFileURL(`${resolve(process.env.QIANTOU_DIST ?? 'dist')}/`);
const built = (path) => import(new URL(`src/${path}`, dist).href);

export const [
  { Engine },
  { registrationsOf },
  { clockOffset },
  { features },
  { entities },
  { Database },
  { migrations },
  { FixedClock, startOfDay },
  { verifyLog },
  { checkpointIn, witnessesIn },
  { LogSum, logRows },
  { light },
  { WorkingCalendar },
  { readSeed },
] = await Promise.all(
  [
    ...['engine/engine.js', 'engine/feature.js', 'plans/plans.feature.js', 'features.js', 'entities.js'],
    ...['persistence/database.js', 'persistence/migrations/index.js', 'shared/clock.js', 'engine/verify.js'],
    ...['engine/checkpoints/installation.js', 'engine/checkpoints/log-sum.js', 'domain/lights/light.js'],
    ...['domain/calendar/working-days.js', 'shared/seeds.js'],
  ].map(built),
);

export const registrations = registrationsOf(features, clockOffset);
export const schema = { entities, migrations };
