import type { AnyStateMachine } from 'xstate';
import type { Definition } from '../../../workflows/catalogue.js';
import type { Relation } from '../../../workflows/relations.js';
import { sendersAs, type Sender } from './actors.js';
import { samplePayloads } from './samples.js';
import { eventTransitions, mayOf } from './structure.js';

/** An event as the walk tries it. */
export interface TriedEvent extends Sender {
  type: string;
  at: string;
  [payload: string]: unknown;
}

const DAY = '2026-03-31';

/** Every event type, from everybody who may cause it somewhere, with every sample payload. */
export function eventsToTry(definition: Definition, machine: AnyStateMachine): Map<string, TriedEvent[]> {
  const relations = new Map<string, Set<Relation>>();
  for (const one of eventTransitions(machine)) {
    const seen = relations.get(one.eventType) ?? new Set();
    for (const relation of mayOf(one)) seen.add(relation);
    relations.set(one.eventType, seen);
  }
  return new Map([...relations].map(([type, seen]) => [type, variants(definition, type, [...seen])]));
}

function variants(definition: Definition, type: string, relations: Relation[]): TriedEvent[] {
  const words = definition.events[type];
  const payloads = words ? samplePayloads(words) : [{}];
  const senders = relations.flatMap(sendersAs);
  return payloads.flatMap((payload) => senders.map((sender) => ({ ...payload, ...sender, type, at: DAY })));
}
