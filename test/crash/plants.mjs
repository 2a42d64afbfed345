/**
 * Loaded before every process of a run (NODE_OPTIONS=--import), it alters the built program by one fault, so that a spec
 * can see the harness find it. QIANTOU_PLANT names the fault:
 * `early`: a command is answered when its work is done, a moment before its commit;
 * `forgetful`: the key of a command is not recorded, so that a repetition is done once more.
 */
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** Long enough for an answer to leave the process. */
const MOMENT_MS = 30;
const persistence = pathToFileURL(`${resolve(process.env.QIANTOU_DIST ?? 'dist')}/src/persistence/`);
const built = (name) => import(new URL(`${name}.js`, persistence));

const [{ PostgresWriter }, { PostgresSession }, { PostgresTx }, { SqliteWriter }, { SqliteTx }] = await Promise.all(
  ['postgres/writer', 'postgres/session', 'postgres/tx', 'sqlite/writer', 'sqlite/tx'].map(built),
);

const PLANTS = {
  early() {
    for (const writer of [PostgresWriter, SqliteWriter]) answerEarly(writer.prototype);
    const { flush } = PostgresSession.prototype;
    PostgresSession.prototype.flush = async function () {
      if (!this.busy && this.waiting.some(({ sql }) => sql === 'COMMIT')) {
        this.busy = true;
        await pause(MOMENT_MS);
        this.busy = false;
      }
      flush.call(this);
    };
  },
  forgetful() {
    for (const { prototype } of [PostgresTx, SqliteTx]) {
      const { insert } = prototype;
      prototype.insert = function (table, row) {
        return table === 'idempotency' ? Promise.resolve() : insert.call(this, table, row);
      };
    }
  },
};

function answerEarly(writer) {
  const { write } = writer;
  writer.write = function (work) {
    return new Promise((answer, refuse) => {
      const answered = async (tx) => {
        const value = await work(tx);
        answer(value);
        return value;
      };
      write.call(this, answered).then(answer, refuse);
    });
  };
}

PLANTS[process.env.QIANTOU_PLANT]();
