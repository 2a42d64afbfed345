import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { assign } from 'xstate';
import { catalogue, definitions, type Definition } from '../../workflows/catalogue.js';
import { Definitions } from '../../src/engine/definitions.js';
import { frozenIn } from '../../src/engine/release/frozen.js';
import { HISTORIES, historyOf, replayHistory } from '../support/history.js';

const released = Object.keys(frozenIn()).sort();

describe('the recorded histories of released workflows', () => {
  it('are there for every released version, and for no other', () => {
    expect(readdirSync(HISTORIES).sort()).toEqual(released.map((id) => `${id}.jsonl`));
    expect(released).toEqual(
      definitions()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it.each(released)(
    '%s: the same events lead to the same states, hashes and effects as when they were recorded',
    async (id) => {
      expect(await replayHistory(historyOf(id))).toEqual({ faults: [], odd: [] });
    },
  );

  it.each(released)('%s: every kind of event of the workflow is among them', (id) => {
    const { events } = new Definitions(definitions()).of(id);
    const told = new Set(historyOf(id).map(({ body }) => (JSON.parse(body) as { type: string }).type));
    expect(Object.keys(events).filter((type) => !told.has(type))).toEqual([]);
  });

  it('are no longer told by a program whose workflow does something else', async () => {
    const { 'packet@1': packet } = catalogue;
    const forgetful = packet.machine.provide({ actions: { arrive: assign({ submittedBy: null }) } } as never);
    const stricter = packet.machine.provide({ guards: { notSubmitter: () => false } });
    const told = (machine: typeof packet.machine) => {
      const other = { ...packet, machine } as Definition;
      return replayHistory(historyOf('packet@1'), new Definitions([other]));
    };
    expect((await told(forgetful)).odd.length).toBeGreaterThan(0);
    expect((await told(stricter)).faults.map(({ code }) => code)).toContain('not_reproducible');
  });
});
