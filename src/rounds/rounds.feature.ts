import type { Feature } from '../engine/feature.js';
import { refuseUnchecked } from './packet-wall.js';
import { packetsProjection } from './packets.projection.js';
import { roundsEntities } from './rounds.entities.js';
import { roundsProjection } from './rounds.projection.js';
import {
  followAcceptance,
  followContributions,
  followReport,
  followRound,
  followWithdrawn,
} from './rounds.reactions.js';
import { packetRelations, roundRelations } from './rounds.relations.js';

export const roundsFeature: Feature = {
  entities: roundsEntities,
  projections: [roundsProjection, packetsProjection],
  reactions: [refuseUnchecked, followRound, followWithdrawn, followReport, followAcceptance, followContributions],
  relations: { round: roundRelations, packet: packetRelations },
};
