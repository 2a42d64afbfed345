import BetterSqlite3 from 'better-sqlite3';

/** Where a process can be killed: among the writes of a group, on either side of its commit, in a due deadline. */
export const POINTS = ['mid-group', 'before-commit', 'after-commit', 'in-timer'];

const AT = {
  'mid-group': { sql: /^INSERT INTO "?event"? /, after: true },
  'before-commit': { sql: /^COMMIT/, after: false },
  'after-commit': { sql: /^COMMIT/, after: true },
  'in-timer': { sql: /^UPDATE "?deadline"? SET "?status"? = \? WHERE "?id"? /, after: true },
};

/**
 * Ends this process without any goodbye at the `nth` passing of a point, once the returned function was called. To be
 * called before the database is opened.
 */
export function killAt({ point, nth }) {
  const { sql: passed, after } = AT[point];
  const { prepare } = BetterSqlite3.prototype;
  let isArmed = false;
  let left = nth;
  const pass = (moment) => isArmed && moment === after && --left === 0 && process.kill(process.pid, 'SIGKILL');
  BetterSqlite3.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    if (passed.test(sql)) for (const how of ['run', 'get', 'all']) watch(statement, how, pass);
    return statement;
  };
  return () => (isArmed = true);
}

function watch(statement, how, pass) {
  const call = statement[how].bind(statement);
  statement[how] = (...params) => {
    pass(false);
    const result = call(...params);
    pass(true);
    return result;
  };
}
