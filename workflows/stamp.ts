import type { Relation } from './relations.js';

/** Filled in by the engine on every event, from the record; guards may compare these, never the payload. */
export interface Stamp {
  /** Who pressed or typed it in; `unit` is the unit the act counts for, null for the system. */
  by: { user: string; unit: string | null };
  relation: Relation;
  /** The office recorded a unit's act (代填). */
  onBehalf: boolean;
  /** Business day 'YYYY-MM-DD' of the plan clock. */
  at: string;
}

/** A payload without fields. */
export type Nothing = Record<never, never>;

/** What a due deadline brings: the day it was set for. */
export interface DueDay {
  day: string;
}

/** The event of one type, from a table of payloads by event type. */
export type EventOf<P, T extends keyof P & string> = { type: T } & P[T] & Stamp;

/** The union of all events of a table of payloads. */
export type EventsOf<P> = { [T in keyof P & string]: EventOf<P, T> }[keyof P & string];

/** What an action or parameter function is given when it needs one event type of a table. */
export interface Given<C, P, T extends keyof P & string> {
  context: C;
  event: EventOf<P, T>;
}

/** The office acted for a unit: marked by the engine, or a coordinator in a unit's event. */
export function isOnBehalf(event: Pick<Stamp, 'onBehalf' | 'relation'>): boolean {
  return event.onBehalf || event.relation === 'coordinator';
}
