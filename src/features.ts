import { cascadeFeature } from './cascade/cascade.feature.js';
import type { Feature } from './engine/feature.js';
import { identityFeature } from './identity/identity.feature.js';
import { measuresFeature } from './measures/measures.feature.js';
import { notificationsFeature } from './notifications/notifications.feature.js';
import { organizationFeature } from './organization/organization.feature.js';
import { plansFeature } from './plans/plans.feature.js';
import { reportsFeature } from './reports/reports.feature.js';
import { roundsFeature } from './rounds/rounds.feature.js';
import { supervisionFeature } from './supervision/supervision.feature.js';

/** All features, in the order in which their projections see an event. */
export const features: Feature[] = [
  organizationFeature,
  identityFeature,
  plansFeature,
  measuresFeature,
  roundsFeature,
  reportsFeature,
  supervisionFeature,
  notificationsFeature,
  cascadeFeature,
];
