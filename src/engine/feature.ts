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
