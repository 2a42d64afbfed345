/** The events of every machine, by type: what features send, and what the engine hands on with its stamp. */
export type { AccountEvent, AccountPayloads } from './account/account.v1.events.js';
export type { AssignmentEvent, AssignmentPayloads } from './assignment/assignment.v1.events.js';
export type { CycleEvent, CyclePayloads, StageEnds } from './cycle/cycle.v1.events.js';
export type { DocumentEvent, DocumentPayloads } from './document/document.v1.events.js';
export type { MeasureEvent, MeasurePayloads } from './measure/measure.v1.events.js';
export type { PacketContents, PacketEvent, PacketPayloads, Receipt } from './packet/packet.v1.events.js';
export type { PlanEvent, PlanPayloads } from './plan/plan.v1.events.js';
export type { RoundEvent, RoundPayloads } from './round/round.v1.events.js';
export type { DueDay, EventOf, EventsOf, Given, Nothing, Stamp } from './stamp.js';
export type { SupervisionEvent, SupervisionPayloads } from './supervision/supervision.v1.events.js';
export type { Liaison, UnitEvent, UnitPayloads } from './unit/unit.v1.events.js';

import type { AccountPayloads } from './account/account.v1.events.js';
import type { AssignmentPayloads } from './assignment/assignment.v1.events.js';
import type { CyclePayloads } from './cycle/cycle.v1.events.js';
import type { DocumentPayloads } from './document/document.v1.events.js';
import type { MeasurePayloads } from './measure/measure.v1.events.js';
import type { PacketPayloads } from './packet/packet.v1.events.js';
import type { PlanPayloads } from './plan/plan.v1.events.js';
import type { RoundPayloads } from './round/round.v1.events.js';
import type { SupervisionPayloads } from './supervision/supervision.v1.events.js';
import type { UnitPayloads } from './unit/unit.v1.events.js';

/** Payload tables by machine name: `Payloads['packet']['submit']` is what a report carries. */
export interface Payloads {
  plan: PlanPayloads;
  cycle: CyclePayloads;
  measure: MeasurePayloads;
  assignment: AssignmentPayloads;
  round: RoundPayloads;
  packet: PacketPayloads;
  supervision: SupervisionPayloads;
  document: DocumentPayloads;
  account: AccountPayloads;
  unit: UnitPayloads;
}
