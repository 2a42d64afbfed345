import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '../../src/engine/types.js';
import type { Tx } from '../../src/persistence/tx.js';
import { keptToOwnTables } from '../support/own-tables.js';
import { textOf, trackedFiles } from './files.js';

/** What is written beside the log, and why it may be: nothing of it is the record of a matter. */
const BESIDE_THE_LOG = {
  'src/identity/identity.service.ts': 'sessions, false sign-ins',
  'src/identity/api-tokens.service.ts': 'tokens of programs, when they were last used',
  'src/notifications/notifications.service.ts': 'who has read his notices',
  'src/rounds/packet-drafts.ts': 'what is typed and not yet sent',
  'src/reports/reports.service.ts': 'the access log',
  'src/core/one-installation.ts': 'what nodes must share',
};
const OWNERS = ['src/engine/', 'src/persistence/'];

describe('who writes into the database', () => {
  it('only the engine does, but for what is no record of a matter', () => {
    const sources = trackedFiles().filter((path) => /^src\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts'));
    const writers = sources.filter((path) => /\b(?:database|db)\.write\b/.test(textOf(path) ?? ''));
    const others = writers.filter((path) => !OWNERS.some((room) => path.startsWith(room)));
    expect(others.sort()).toEqual(Object.keys(BESIDE_THE_LOG).sort());
  });

  it('a projection that reaches into another feature’s table is stopped in every integration test', async () => {
    const stray = { name: 'stray', tables: ['mine'], apply: (tx: Tx) => tx.insert('yours', {}) };
    const [watched] = keptToOwnTables({
      projections: [stray],
      reactions: [],
      relations: {},
      clockOffset: async () => 0,
    }).projections;
    const nothing = { insert: async () => undefined, all: () => [], get: () => null, run: () => 0 } as unknown as Tx;
    await expect(async () => watched!.apply(nothing, {} as Recorded)).rejects.toThrow('stray writes into yours');
  });
});
