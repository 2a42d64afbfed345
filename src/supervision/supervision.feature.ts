import type { Feature } from '../engine/feature.js';
import { supervisionEntities } from './supervision.entities.js';
import { supervisionProjection } from './supervision.projection.js';
import { proposeNextStep } from './supervision.reactions.js';
import { supervisionRelations } from './supervision.relations.js';

export const supervisionFeature: Feature = {
  entities: supervisionEntities,
  projections: [supervisionProjection],
  reactions: [proposeNextStep],
  relations: { supervision: supervisionRelations },
};
