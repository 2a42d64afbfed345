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

/** SQL that a point begins with, and whether the process dies before or after it. */
const STATEMENTS = {
  'before-commit': ['COMMIT', 'before'],
  'after-commit': ['COMMIT', 'after'],
  'in-timer': ['UPDATE "deadline" SET "status" = ? WHERE "id"', 'after'],
  'in-outbox': ['INSERT INTO "notice"', 'after'],
};
/** Moves of an uploaded file into its place. */
const MOVES = { 'in-upload': 'before', 'after-upload': 'after' };

if (STATEMENTS[point]) atStatement(...STATEMENTS[point]);
if (MOVES[point]) atMove(MOVES[point]);

function atStatement(start, moment) {
  const { prepare } = BetterSqlite3.prototype;
  BetterSqlite3.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    if (!sql.startsWith(start)) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...params) => {
      if (moment === 'before') passed();
      const result = run(...params);
      if (moment === 'after') passed();
      return result;
    };
    return statement;
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
