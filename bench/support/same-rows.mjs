/**
 * The base that the engine is measured against: the rows that a command writes of state, event and notice, in the product's
 * own tables (with their columns, indexes and triggers) on a database of its own, written by hand with the bare driver.
 * Their texts are made beforehand, of a real command's; the row of state is guarded by its revision.
 */
import { createHash } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';
import { product } from './product.mjs';

const [{ entities }, { Database }, { migrations }, { columnName }] = await Promise.all([
  product('src/entities.js'),
  product('src/persistence/database.js'),
  product('src/persistence/migrations/index.js'),
  product('src/persistence/tx.js'),
]);

/** The rows of the last command that left a notice: { ids, instance, event, notice }, by the names of their columns. */
export async function sampleRows({ ids, database }) {
  const last = async (sql, params = []) => asStored(await database.reader.get(sql, params));
  const notice = await last('SELECT * FROM notice ORDER BY position DESC LIMIT 1');
  const event = await last('SELECT * FROM event WHERE position = ?', [notice.position]);
  const instance = await last('SELECT * FROM instance WHERE id = ?', [event.instance_id]);
  return { ids, instance, event, notice };
}

function asStored(row) {
  return Object.fromEntries(Object.entries(row).map(([property, value]) => [columnName(property), value]));
}

/** The sampled step as it would be of each instance: the id is put in for the sampled one, the hash is the id's. */
function stepsOf({ ids, instance, event, notice }) {
  const own = (id) => (text) => (typeof text === 'string' ? text.replaceAll(instance.id, id) : text);
  const of = (row, id) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, own(id)(value)]));
  return ids.map((id) => {
    const hash = createHash('sha256').update(id).digest('hex');
    const [state, logged] = [of(instance, id), of(event, id)];
    const { revision } = instance;
    return {
      instance: { ...state, head: hash, revision },
      event: { ...logged, hash, seq: revision + 1 },
      notice: of(notice, id),
    };
  });
}

function moveOn({ instance, event }) {
  instance.revision = event.seq++;
}

const list = (names) => names.map((name) => `"${name}"`).join(', ');
const columnsOf = (row, ...drawn) => Object.keys(row).filter((column) => !drawn.includes(column));

/** On SQLite, with the product's pragmas: { step(n), close() }; a step is a commit. */
export async function sameRows(file, sample) {
  await (await Database.open({ file, entities, migrations })).close();
  const db = new BetterSqlite3(file);
  for (const pragma of ['synchronous = FULL', 'foreign_keys = ON', 'temp_store = MEMORY', 'wal_autocheckpoint = 4000'])
    db.pragma(pragma);
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL');
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') throw new Error('the database keeps no write-ahead log');
  const insert = (table, names) =>
    db.prepare(`INSERT INTO ${table} (${list(names)}) VALUES (${names.map((name) => `@${name}`).join(', ')})`);
  const enter = insert('instance', columnsOf(sample.instance));
  const append = insert('event', columnsOf(sample.event, 'position'));
  const post = insert('notice', columnsOf(sample.notice));
  const save =
    db.prepare(`UPDATE instance SET revision = @revision + 1, snapshot = @snapshot, state = @state, head = @head
    WHERE id = @id AND revision = @revision`);
  const steps = stepsOf(sample);
  db.transaction(() => steps.forEach(({ instance }) => enter.run(instance)))();
  const write = db.transaction((step) => {
    if (save.run(step.instance).changes !== 1) throw new Error('stale');
    step.notice.position = append.run(step.event).lastInsertRowid;
    post.run(step.notice);
    moveOn(step);
  });
  return { step: async (n) => write.immediate(steps[n % steps.length]), close: () => db.close() };
}
