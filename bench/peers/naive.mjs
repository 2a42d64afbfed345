/** What is written first: an actor from the stored snapshot, its new snapshot saved with TypeORM's `save()`, an event row. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, EntitySchema } from 'typeorm';
import { createActor } from 'xstate';
import { newKey } from '../support/keys.mjs';
import { actOf, begun, machine } from './step.mjs';

const id = { type: String, primary: true };
const Measure = new EntitySchema({
  name: 'measure',
  columns: { id, revision: { type: Number }, snapshot: { type: 'simple-json' } },
});
const Event = new EntitySchema({
  name: 'event',
  columns: { id, measure: { type: String }, seq: { type: Number }, body: { type: 'simple-json' } },
  indices: [{ name: 'event_seq', columns: ['measure', 'seq'], unique: true }],
});
const Outbox = new EntitySchema({ name: 'outbox', columns: { id, measure: { type: String }, text: { type: String } } });

/** Opens a database of `count` measures; `step(n)` acts on one of them, `close` removes it. */
export async function openNaive(count) {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-naive-'));
  const source = await new DataSource({
    ...{ type: 'better-sqlite3', database: join(folder, 'naive.db'), entities: [Measure, Event, Outbox] },
    synchronize: true,
    prepareDatabase: (handle) => {
      handle.pragma('journal_mode = WAL');
      handle.pragma('synchronous = FULL');
    },
  }).initialize();
  const snapshot = begun();
  await source.manager.save(
    Measure,
    Array.from({ length: count }, (_, n) => ({ id: `m${n}`, revision: 0, snapshot })),
  );
  return {
    step: (n) => source.transaction((manager) => act(manager, `m${n % count}`)),
    close: async () => {
      await source.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function act(manager, measure) {
  const row = await manager.findOneByOrFail(Measure, { id: measure });
  const event = actOf(row.revision);
  const actor = createActor(machine, { snapshot: row.snapshot }).start();
  actor.send(event);
  row.snapshot = actor.getPersistedSnapshot();
  actor.stop();
  row.revision += 1;
  await manager.save(Measure, row);
  await manager.save(Event, { id: newKey(), measure, seq: row.revision, body: event });
  await manager.save(Outbox, { id: newKey(), measure, text: event.type });
}
