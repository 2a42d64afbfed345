import type { Feature } from '../engine/feature.js';
import { measuresEntities } from './measures.entities.js';
import { measuresProjection } from './measures.projection.js';
import { followCycle, followMeasure, followPlan, refuseUnderWithdrawn } from './measures.reactions.js';
import { assignmentRelations, measureRelations } from './measures.relations.js';

export const measuresFeature: Feature = {
  entities: measuresEntities,
  projections: [measuresProjection],
  reactions: [refuseUnderWithdrawn, followCycle, followMeasure, followPlan],
  relations: { measure: measureRelations, assignment: assignmentRelations },
};
