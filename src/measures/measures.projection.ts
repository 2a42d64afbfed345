import type { LeadGround } from '../domain/plan/duties.js';
import type { ConditionReading, OpenGroup } from '../domain/plan/reading.js';
import type { Projection, Recorded } from '../engine/types.js';
import type { Tx } from '../persistence/tx.js';

const RESULTS: Record<string, string> = {
  'closed.achieved': 'achieved',
  'closed.mostly': 'mostly',
  'closed.notAchieved': 'notAchieved',
  'closed.carriedForward': 'carriedForward',
};

export const measuresProjection: Projection = {
  name: 'measures',
  tables: ['measure', 'assignment'],
  machines: ['measure', 'assignment', 'plan'],
  async apply(tx, event) {
    if (event.machine === 'measure') await applyMeasure(tx, event);
    if (event.machine === 'assignment') await applyAssignment(tx, event);
    if (event.machine === 'plan' && event.type === 'amend') await amendMeasures(tx, event);
  },
};

async function applyMeasure(tx: Tx, event: Recorded): Promise<void> {
  const id = event.instance;
  if (event.type === 'start') {
    const start = { state: event.state, result: null, closedOn: null, summary: null, selfReviewed: false };
    return tx.insert('measure', { id, ...event.payload, ...start });
  }
  // Moved to another version of the workflow: the matter itself, and the day it was closed, are as they were.
  if (event.type === 'migrated') return void (await tx.update('measure', { state: event.state }, { id }));
  const result = RESULTS[event.state] ?? null;
  const selfReviewed = event.context.selfReviewed === true;
  await tx.update('measure', { state: event.state, result, closedOn: result ? event.at : null, selfReviewed }, { id });
  if (event.type === 'consolidate') await tx.update('measure', { summary: event.payload.text }, { id });
  if (event.type === 'setConsolidator') {
    const { consolidator, leadUnit, reason } = event.payload as unknown as ConsolidatorPayload;
    await tx.update('measure', { consolidator, leadUnit, ...basisOf(leadUnit, reason) }, { id });
    await tx.run('UPDATE assignment SET is_lead = CASE WHEN unit_id = ? THEN 1 ELSE 0 END WHERE measure_id = ?', [
      leadUnit,
      id,
    ]);
  }
  if (event.type === 'changeTrack') await tx.update('measure', { track: event.payload.track }, { id });
}

interface ConsolidatorPayload {
  consolidator: string;
  leadUnit: string | null;
  reason?: string;
}

/** A lead set by hand is the office's choice, on the ground that was given with it. */
function basisOf(leadUnit: string | null, reason?: string): object {
  const leadGround: LeadGround | null = leadUnit && reason ? { kind: 'other', words: reason } : null;
  return { leadGround, ...(leadUnit ? { leadBasis: 'chosen' } : {}) };
}

/** What an amendment of the plan tells of one measure that goes on under a new wording. */
interface AmendedMeasure {
  measureId: string | null;
  act: string;
  after: {
    no: string;
    title: string;
    text: string;
    note: string;
    due: string | null;
    leadBasis: string | null;
    leadGround: LeadGround | null;
    /** Not told by amendments of before: the measure's own then stay. */
    mode?: string;
    conditions?: ConditionReading[];
    openGroups?: OpenGroup[];
    heading?: string[];
  } | null;
}

async function amendMeasures(tx: Tx, event: Recorded): Promise<void> {
  const amended = (event.payload.measures ?? []) as AmendedMeasure[];
  for (const { measureId, act, after } of amended) {
    if (act === 'kept' && measureId && after) await reword(tx, measureId, after);
  }
  for (const [at, id] of ((event.payload.order ?? []) as string[]).entries())
    await tx.update('measure', { position: at + 1 }, { id });
}

async function reword(tx: Tx, id: string, after: NonNullable<AmendedMeasure['after']>): Promise<void> {
  const row = await tx.get<{ cycle: string }>('SELECT cycle_id AS cycle FROM measure WHERE id = ?', [id]);
  const year = row?.cycle.split(':').at(-1) ?? '';
  const printed = after.due !== null && after.due >= `${year}-01-01` ? after.due : null;
  const { no, title, text: content, note, leadBasis, leadGround } = after;
  const due = { due: printed ?? `${year}-12-31`, duePresumed: printed === null };
  const { mode, conditions, openGroups, heading } = after;
  const told = Object.entries({ mode, conditions, openGroups, heading }).filter(([, value]) => value !== undefined);
  const words = { no, title, content, note, leadBasis, leadGround, ...Object.fromEntries(told) };
  await tx.update('measure', { ...words, ...due }, { id });
}

async function applyAssignment(tx: Tx, event: Recorded): Promise<void> {
  const id = event.instance;
  if (event.type === 'start') return tx.insert('assignment', newAssignment(event));
  await tx.update('assignment', { state: event.state, overdue: event.context.overdue === true }, { id });
  await onAssignment[event.type]?.(tx, event);
}

function newAssignment(event: Recorded): object {
  const due = event.payload.due ?? null;
  const blank = {
    ackKind: null,
    ackOn: null,
    status: null,
    progress: null,
    lastText: null,
    issues: null,
    nextStep: null,
  };
  const later = { lastReportOn: null, lastPacketId: null, overdue: false, extension: null };
  const { fires: _fires, ...facts } = event.payload;
  return { id: event.instance, position: 0, ...facts, due, firstDue: due, state: event.state, ...blank, ...later };
}

interface ReportPayload {
  packetId: string;
  progress: number | null;
  status: string | null;
  text: string | null;
  issues: string | null;
  nextStep: string | null;
}

const onAssignment: Record<string, (tx: Tx, event: Recorded) => Promise<unknown>> = {
  changeRole: (tx, e) => tx.update('assignment', { role: e.payload.role }, { id: e.instance }),
  acknowledge: (tx, e) => tx.update('assignment', { ackKind: e.payload.kind, ackOn: e.at }, { id: e.instance }),
  report: async (tx, e) => {
    const { packetId, progress, status, text, issues, nextStep } = e.payload as unknown as ReportPayload;
    const last = { status, progress, lastText: text, issues, nextStep, lastReportOn: e.at, lastPacketId: packetId };
    await tx.update('assignment', last, { id: e.instance });
    await tx.run(`UPDATE assignment SET ack_kind = 'deemed', ack_on = ? WHERE id = ? AND ack_kind IS NULL`, [
      e.at,
      e.instance,
    ]);
  },
  setDue: (tx, e) => tx.update('assignment', { due: e.payload.on, duePresumed: false }, { id: e.instance }),
  followLead: (tx, e) => tx.update('assignment', { followsLead: e.payload.on }, { id: e.instance }),
  requestExtension: (tx, e) => {
    const { to, reason } = e.payload;
    return tx.update('assignment', { extension: { to, reason, state: 'requested' } }, { id: e.instance });
  },
  grantExtension: async (tx, e) => {
    const extension = await extensionOf(tx, e.instance);
    const due = e.payload.to ?? extension?.to;
    await tx.update(
      'assignment',
      { due, duePresumed: false, extension: { ...extension, to: due, state: 'granted' } },
      { id: e.instance },
    );
  },
  refuseExtension: async (tx, e) => {
    const extension = await extensionOf(tx, e.instance);
    await tx.update('assignment', { extension: { ...extension, state: 'refused' } }, { id: e.instance });
  },
};

async function extensionOf(tx: Tx, id: string): Promise<{ to: string } | null> {
  const row = await tx.get<{ extension: string | null }>('SELECT extension FROM assignment WHERE id = ?', [id]);
  return row?.extension ? (JSON.parse(row.extension) as { to: string }) : null;
}
