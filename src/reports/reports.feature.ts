import type { Feature } from '../engine/feature.js';
import type { RelationResolver } from '../engine/types.js';
import { reportsEntities } from './reports.entities.js';
import { reportsProjection } from './reports.projection.js';

/** Papers are the office's; the superior answers them. */
const documentRelations: RelationResolver = (_read, _instance, actor) => {
  if (actor.roles.includes('coordinator')) return Promise.resolve(['coordinator']);
  return Promise.resolve(actor.roles.includes('superior') ? ['superior'] : []);
};

export const reportsFeature: Feature = {
  entities: reportsEntities,
  projections: [reportsProjection],
  relations: { document: documentRelations },
};
