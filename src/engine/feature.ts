import type { Reader } from '../persistence/tx.js';
import type { Projection, Reaction, Registrations, RelationResolver } from './types.js';

/** What one feature hands to the composition: its tables, and how it takes part in the engine's transactions. */
export interface Feature {
  entities: (new () => object)[];
  projections?: Projection[];
  reactions?: Reaction[];
  /** By machine name. */
  relations?: Record<string, RelationResolver>;
}

/** A reaction to the events of these machines alone. */
export function reactionTo(machines: readonly string[], react: Reaction): Reaction {
  return Object.assign(react, { machines });
}

/** Those that an event of a machine concerns, in their order. */
export class ByMachine<T extends { machines?: readonly string[] }> {
  private readonly known = new Map<string, T[]>();

  constructor(private readonly all: readonly T[]) {}

  /** Of one machine, by its name. */
  of(machine: string): T[] {
    let concerned = this.known.get(machine);
    if (!concerned) {
      concerned = this.all.filter(({ machines }) => machines?.includes(machine) ?? true);
      this.known.set(machine, concerned);
    }
    return concerned;
  }
}

/** All features together, in the order given: projections of one event run in that order. */
export function registrationsOf(
  features: Feature[],
  clockOffset: (read: Reader, scope: string) => Promise<number>,
): Registrations {
  return {
    projections: features.flatMap((feature) => feature.projections ?? []),
    reactions: features.flatMap((feature) => feature.reactions ?? []),
    relations: Object.assign({}, ...features.map((feature) => feature.relations ?? {})) as Record<
      string,
      RelationResolver
    >,
    clockOffset,
  };
}
