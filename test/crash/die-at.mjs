/**
 * Loaded before a program (`node --import`), it lets the process die without any goodbye at the n-th passing of a named
 * point: QIANTOU_DIE_AT=point:n. With QIANTOU_DIE_ARMED=signal passings count only from SIGUSR2 on.
 */
import BetterSqlite3 from 'better-sqlite3';
import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [point, count = '1'] = (process.env.QIANTOU_DIE_AT ?? '').split(':');
let armed = process.env.QIANTOU_DIE_ARMED !== 'signal';
let left = Number(count);

process.on('SIGUSR2', () => {
  armed = true;
});

const passed = () => {
  if (armed && --left === 0) process.kill(process.pid, 'SIGKILL');
};

/** What the SQL of a point looks like, and whether the process dies before it is sent, when it is, or after it is done. */
const STATEMENTS = {
  'before-commit': [/^COMMIT/, 'before'],
  'commit-sent': [/^COMMIT/, 'sent'],
  'after-commit': [/^COMMIT/, 'after'],
  'in-timer': [/^UPDATE "?deadline"? SET "?status"? = \? WHERE "?id"?/, 'after'],
  'in-outbox': [/^INSERT INTO "?notice"?/, 'after'],
};
/** There a timer's changes go out with the commit: between them and its claim, it has asked whether it is still pending. */
const ON_POSTGRES = {
  ...STATEMENTS,
  'in-timer': [/SELECT id FROM deadline WHERE id = \S+ AND status = 'pending'/, 'after'],
};
/** Moves of an uploaded file into its place. */
const MOVES = { 'in-upload': 'before', 'after-upload': 'after' };

if (STATEMENTS[point] && process.env.DATABASE_URL) await atBatch(...ON_POSTGRES[point]);
else if (STATEMENTS[point]) atStatement(...STATEMENTS[point]);
if (MOVES[point]) atMove(MOVES[point]);

function atStatement(pattern, moment) {
  const { prepare } = BetterSqlite3.prototype;
  BetterSqlite3.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    if (!pattern.test(sql)) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...params) => {
      if (moment === 'before') passed();
      const result = run(...params);
      if (moment !== 'before') passed();
      return result;
    };
    return statement;
  };
}

/** On PostgreSQL statements go out several at once: a point is passed when one of them is what it looks for. */
async function atBatch(pattern, moment) {
  const { default: pg } = await import('pg');
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (asked, ...more) {
    if (!asked?.questions?.some(({ sql }) => pattern.test(sql))) return query.call(this, asked, ...more);
    if (moment === 'before') passed();
    if (moment === 'after') whenDone(asked);
    const answer = query.call(this, asked, ...more);
    if (moment === 'sent') passed();
    return answer;
  };
}

function whenDone(batch) {
  const done = batch.handleReadyForQuery.bind(batch);
  batch.handleReadyForQuery = (...told) => {
    passed();
    done(...told);
  };
}

function atMove(moment) {
  const { rename } = promises;
  promises.rename = async (...paths) => {
    if (moment === 'before') passed();
    await rename(...paths);
    if (moment === 'after') passed();
  };
  syncBuiltinESMExports();
}
