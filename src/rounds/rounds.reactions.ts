import { reactionTo } from '../engine/feature.js';
import type { Command, Recorded } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { Plan } from '../plans/plans.entities.js';
import { NO_PROGRESS, OWED, YEAR_END, type RowEntry } from './packet.types.js';

interface Duty {
  id: string;
  state: string;
  followsLead: number;
  lastText: string | null;
  progress: number | null;
  issues: string | null;
  nextStep: string | null;
}

const send = (instance: string, type: string, payload: Record<string, unknown> = {}): Command => {
  return { kind: 'send', instance, type, payload, asSystem: true };
};

/** A round's new due day, its cancellation and the units it lets go reach the packets. */
export const followRound = reactionTo(['round'], async (event, read) => {
  const packets = await packetsOf(read, event.instance);
  if (event.type === 'extend' || event.type === 'reopen') {
    const { due, fires, reason } = event.payload;
    return packets
      .filter(({ state }) => state !== 'exempt')
      .map(({ id }) => send(id, 'setDue', { due, fires, reason }));
  }
  if (event.type === 'cancel') return packets.map(({ id }) => send(id, 'cancel', { reason: event.payload.reason }));
  if (event.type !== 'removeUnits') return [];
  const gone = new Set(event.payload.units as string[]);
  return packets
    .filter(({ unitId }) => gone.has(unitId))
    .map(({ id }) => send(id, 'cancel', { reason: event.payload.reason }));
});

/**
 * A unit whose last duty went with a withdrawn measure has nothing to report on: open rounds ask it no longer. What it has
 * sent stays; a place below is asked in any case. Duties that begin in the same command are there by now.
 */
export const followWithdrawn = reactionTo(['assignment'], async (event, read) => {
  if (event.type !== 'remove') return [];
  const { measureId, unitId } = event.context as { measureId: string; unitId: string };
  const ended = await read.get<{ cycleId: string; planId: string }>(
    "SELECT cycle_id, plan_id FROM measure WHERE id = ? AND state IN ('withdrawn', 'merged')",
    [measureId],
  );
  if (!ended || (await isAsked(read, ended, unitId))) return [];
  const owed = await read.all<{ id: string }>(OWED_BY_UNIT, [ended.cycleId, unitId]);
  return owed.map(({ id }) => send(id, 'cancel', { reason: '本单位的任务已撤销' }));
});

const OWED_BY_UNIT = `SELECT k.id FROM packet k JOIN round r ON r.id = k.round_id
  WHERE r.cycle_id = ? AND r.state = 'open' AND k.unit_id = ? AND k.state IN (${OWED.map((one) => `'${one}'`).join(', ')})
  ORDER BY k.id`;

/** Whether rounds of the year ask a unit: it has work there, or it is one of the plan's places below. */
async function isAsked(
  read: Reader,
  { planId, cycleId }: { planId: string; cycleId: string },
  unitId: string,
): Promise<boolean> {
  const work = "SELECT id FROM assignment WHERE plan_id = ? AND cycle_id = ? AND unit_id = ? AND state LIKE 'duty%'";
  if (await read.get(work, [planId, cycleId, unitId])) return true;
  const plan = await read.manager.findOneBy(Plan, { id: planId });
  return plan?.counties.includes(unitId) ?? false;
}

/** A report reaches the unit's assignments, row by row; 零报告 says of each that nothing is new. */
export const followReport = reactionTo(['packet'], async (event, read) => {
  if (!['submit', 'record', 'reportNil'].includes(event.type)) return [];
  const duties = await dutiesOf(read, event);
  if (event.type === 'reportNil') {
    return duties.filter((duty) => !duty.followsLead).map((duty) => send(duty.id, 'report', nilReport(event, duty)));
  }
  const open = new Set(duties.map((duty) => duty.id));
  const rows = event.payload.rows as RowEntry[];
  return rows
    .filter((row) => open.has(row.assignmentId))
    .map(({ assignmentId, text, status, progress, issues, nextStep }) => {
      return send(assignmentId, 'report', { packetId: event.instance, text, status, progress, issues, nextStep });
    });
});

/** An accepted year-end packet accepts what the unit contributed to each measure. */
export const followAcceptance = reactionTo(['packet'], async (event, read) => {
  if (!['accept', 'acceptOwnEntry'].includes(event.type)) return [];
  const round = await read.get<{ kind: string }>('SELECT kind FROM round WHERE id = ?', [
    String(event.context.roundId),
  ]);
  if (round?.kind !== YEAR_END) return [];
  const duties = await dutiesOf(read, event);
  return duties
    .filter(mayContribute)
    .map((duty) => send(duty.id, 'acceptContribution', { opinion: event.payload.opinion }));
});

/**
 * A measure under evaluation goes on to consolidation when the last contribution it waits for is in: on acceptance, when a
 * unit drops out, or at once where all were in before the evaluation began. Supporters that follow the lead are not waited for.
 */
export const followContributions = reactionTo(['measure', 'assignment'], (event, read) => {
  const measureId = measureToAsk(event);
  return measureId ? consolidationOnceAllAreIn(measureId, read) : [];
});

async function consolidationOnceAllAreIn(measureId: string, read: Reader): Promise<Command[]> {
  const measure = await read.get<{ state: string }>('SELECT state FROM measure WHERE id = ?', [measureId]);
  if (measure?.state !== 'evaluation.unitTexts') return [];
  const sql = 'SELECT id, state, follows_lead FROM assignment WHERE measure_id = ?';
  const duties = (await read.all<Duty>(sql, [measureId])).filter((duty) => duty.state.startsWith('duty'));
  const waitsFor = duties.filter((duty) => !duty.followsLead && !isContributed(duty.state));
  return waitsFor.length === 0 ? [send(measureId, 'unitTextsIn')] : [];
}

/** Only an event that can have been the last one missing asks, so that no measure is told twice. */
function measureToAsk(event: Recorded): string | null {
  if (event.machine === 'measure') {
    const begins = event.state === 'evaluation.unitTexts' && event.stateBefore !== event.state;
    return begins ? event.instance : null;
  }
  if (event.context.followsLead === true) return null;
  const was = isContributed(event.stateBefore ?? '');
  const accepted = event.type === 'acceptContribution' && !was;
  const left = event.type === 'remove' && !was;
  return accepted || left ? String(event.context.measureId) : null;
}

function isContributed(state: string): boolean {
  return state.includes('duty.work.contributed');
}

function mayContribute({ state, followsLead }: Duty): boolean {
  return state.includes('duty.work.active') || (state.includes('duty.work.assigned') && Boolean(followsLead));
}

function nilReport(event: Recorded, duty: Duty): Record<string, unknown> {
  const { progress, issues, nextStep } = duty;
  const text = String(event.payload.text || '本期无新的进展');
  return { packetId: event.instance, text, status: NO_PROGRESS, progress, issues, nextStep };
}

/** The unit's open assignments in the round's year. */
function dutiesOf(read: Reader, event: Recorded): Promise<Duty[]> {
  const { roundId, unitId } = event.context as { roundId: string; unitId: string };
  const sql = `SELECT a.* FROM assignment a JOIN round r ON r.plan_id = a.plan_id AND r.cycle_id = a.cycle_id
    WHERE r.id = ? AND a.unit_id = ? AND a.state LIKE 'duty%' ORDER BY a.id`;
  return read.all<Duty>(sql, [roundId, unitId]);
}

async function packetsOf(read: Reader, roundId: string): Promise<{ id: string; unitId: string; state: string }[]> {
  const sql = `SELECT id, unit_id, state FROM packet WHERE round_id = ? AND state <> 'cancelled' ORDER BY id`;
  return read.all(sql, [roundId]);
}
