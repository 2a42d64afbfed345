import type { Feature } from '../engine/feature.js';
import { cascadeEntities } from './cascade.entities.js';
import { cascadeProjection } from './cascade.projection.js';

/** Plans compared with their superior's and with their own later versions. */
export const cascadeFeature: Feature = { entities: cascadeEntities, projections: [cascadeProjection] };
