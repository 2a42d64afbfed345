import type { Feature } from '../engine/feature.js';
import { roundsEntities } from './rounds.entities.js';

export const roundsFeature: Feature = { entities: roundsEntities };
