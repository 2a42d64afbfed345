import type { Feature } from '../engine/feature.js';
import { notificationsEntities } from './notifications.entities.js';
import { notificationsProjection } from './notifications.projection.js';

/** Stands last in the list of features: addressees are looked up in the tables that the others have just written. */
export const notificationsFeature: Feature = {
  entities: notificationsEntities,
  projections: [notificationsProjection],
};
