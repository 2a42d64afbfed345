import { isTime } from '../domain/plan/condition-words.js';
import { isLasting } from '../domain/plan/lasting.js';
import { In, Like } from 'typeorm';
import { Assignment, Measure } from '../measures/measures.entities.js';
import type { Actor } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { Indicator } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import { readsAll } from '../engine/reading-rights.js';
import { actsForUnit } from './access.js';
import { Packet, Round } from './rounds.entities.js';

/** One of the unit's assignments with its measure. */
export interface Duty {
  assignmentId: string;
  measureId: string;
  no: string;
  title: string;
  content: string;
  role: string;
  isLead: boolean;
  followsLead: boolean;
  track: string;
  /** The plan names a season or a rhythm for it. */
  timed: boolean;
  due: string | null;
  ackKind: string | null;
}

/** What one packet is about. */
export interface PacketGround {
  packet: Packet;
  round: Round;
  duties: Duty[];
  indicators: Indicator[];
}

/** A packet that this person may see; another unit's is not found. Refusal: not_found. */
export async function visiblePacket(read: Reader, id: string, actor: Actor): Promise<Packet> {
  const office = readsAll(actor);
  const own = actsForUnit(actor) ? { unitId: actor.unit! } : null;
  const packet = office || own ? await read.manager.findOneBy(Packet, { id, ...(office ? {} : own) }) : null;
  if (!packet) throw new Refusal('not_found', '没有找到该报送件。', { cure: '请从待办或调度列表进入。' });
  return packet;
}

/** The packet with the unit's open assignments in the round's year and the indicators that the unit reports. */
export async function groundOf(read: Reader, packet: Packet): Promise<PacketGround> {
  const round = await read.manager.findOneBy(Round, { id: packet.roundId });
  const duties = await dutiesOf(read, round!, packet.unitId);
  return {
    packet,
    round: round!,
    duties,
    indicators: await indicatorsOf(read, round!, packet.unitId, duties.length > 0),
  };
}

async function dutiesOf(read: Reader, { planId, cycleId }: Round, unitId: string): Promise<Duty[]> {
  const assignments = await read.manager.findBy(Assignment, { planId, cycleId, unitId, state: Like('duty%') });
  const measures = await read.manager.findBy(Measure, { id: In(assignments.map((one) => one.measureId)) });
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const pairs = assignments.map((assignment) => ({ assignment, measure: byId.get(assignment.measureId)! }));
  pairs.sort((a, b) => a.measure.position - b.measure.position);
  return pairs.map(({ assignment, measure }) => dutyOf(assignment, measure));
}

function dutyOf(assignment: Assignment, { no, title, content, track, conditions }: Measure): Duty {
  const { id, measureId, role, isLead, followsLead, due, ackKind } = assignment;
  const timed = conditions.some((one) => isTime(one) && !isLasting(one.raw));
  return { assignmentId: id, measureId, no, title, content, role, isLead, followsLead, track, timed, due, ackKind };
}

async function indicatorsOf(read: Reader, round: Round, unitId: string, hasWork: boolean): Promise<Indicator[]> {
  const asked = new Set(round.indicatorIds);
  const all = await read.manager.find(Indicator, {
    where: { planId: round.planId },
    order: { position: 'ASC', id: 'ASC' },
  });
  return all.filter((one) => asked.has(one.id) && reportsIndicator(one, unitId, hasWork));
}

/** An indicator without named reporters is every unit's that has work in the plan; places below report the plan's own goals. */
export function reportsIndicator(indicator: Indicator, unitId: string, hasWork: boolean): boolean {
  if (indicator.reporters.length > 0) return indicator.reporters.includes(unitId);
  return hasWork || indicator.measureId === null;
}
