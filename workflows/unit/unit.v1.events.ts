import type { EventsOf } from '../stamp.js';

/** A liaison of a unit for a period: the account's id, or a post where there is no account. */
export interface Liaison {
  user: string | null;
  post: string;
  from: string;
  to: string | null;
}

/** What each event of a member unit in the register carries. */
export interface UnitPayloads {
  /** New full name from a day on; the old one stays as a former name. */
  rename: { name: string; from: string };
  addAlias: { alias: string };
  removeAlias: { alias: string };
  setMembership: { list: string; from: string; to: string | null };
  setLiaison: Liaison;
  setOffices: { offices: string[] };
  /** The unit ceased on a day; its work goes to the successors. */
  end: { on: string; successors: string[] };
  reinstate: { reason: string };
}

export type UnitEvent = EventsOf<UnitPayloads>;
