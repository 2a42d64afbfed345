import type { Projection, Recorded } from '../engine/types.js';
import type { Tx } from '../persistence/tx.js';
import { recordCorrection } from './draft.projection.js';
import type { DraftReading } from './draft.js';
import type { IndicatorInput } from './indicators.js';
import { planYears } from './years.js';

/** What a plan is entered with; the payload of its start. */
export interface PlanInput {
  title: string;
  demo: boolean;
  reading: DraftReading;
  source: { sha256: string; name: string };
}

export interface IssuePayload {
  issuedOn: string;
  enabledOn: string;
  clockOffset: number;
  recipient: string | null;
  /** As chosen at the issue; absent in plans issued before it was asked. */
  yearFrom?: number;
  yearTo?: number;
  counties: string[];
  indicators: IndicatorInput[];
}

/** What of a plan is changed after its issue. */
interface AdjustPatch {
  recipient?: string;
  addIndicators?: IndicatorInput[];
  /** By an amendment: with what each said before, for the record. */
  changeIndicators?: { id: string; before: object; after: object }[];
  endIndicators?: { id: string; on: string }[];
}

type Handler = (tx: Tx, event: Recorded) => Promise<unknown>;

const onPlan: Record<string, Handler> = {
  start: enterPlan,
  correct: correctDraft,
  issue: issuePlan,
  moveClock: (tx, e) => tx.update('plan', { clockOffset: String(e.payload.offsetMs) }, { id: e.instance }),
  adjust: adjustPlan,
  amend: async (tx, e) => {
    const { reading } = e.payload as { reading?: DraftReading };
    if (!reading) return;
    await tx.update('plan_draft', { reading }, { planId: e.instance });
    await tx.update('plan', { reporting: reading.reporting }, { id: e.instance });
  },
};

const onCycle: Record<string, Handler> = {
  start: (tx, e) => {
    const { planId, year, phases } = e.payload;
    return tx.insert('cycle', { id: e.instance, planId, year, phases, state: e.state, stageSince: e.at });
  },
  setPhases: (tx, e) => tx.update('cycle', { phases: e.payload.phases }, { id: e.instance }),
};

export const plansProjection: Projection = {
  name: 'plans',
  tables: ['plan', 'plan_draft', 'draft_correction', 'cycle', 'indicator'],
  machines: ['plan', 'cycle'],
  async apply(tx, event) {
    if (event.machine === 'plan') {
      await onPlan[event.type]?.(tx, event);
      if (event.type !== 'start') await tx.update('plan', { state: event.state }, { id: event.instance });
    }
    if (event.machine === 'cycle') {
      await onCycle[event.type]?.(tx, event);
      if (event.state !== event.stateBefore)
        await tx.update('cycle', { state: event.state, stageSince: event.at }, { id: event.instance });
    }
  },
};

async function enterPlan(tx: Tx, event: Recorded): Promise<void> {
  const { reading, source } = event.payload as unknown as PlanInput;
  await tx.insert('plan', {
    ...{
      id: event.instance,
      ...headOf(reading, event.at),
      state: event.state,
      enabledOn: null,
      clockOffset: '0',
      counties: [],
      recipient: null,
    },
    ...{ sourceSha: source.sha256, sourceName: source.name, importedBy: event.actor, importedOn: event.at },
  });
  await tx.insert('plan_draft', { planId: event.instance, reading, imported: reading });
}

function headOf(reading: DraftReading, at: string): object {
  const [yearFrom, yearTo] = planYears(reading, Number(at.slice(0, 4)));
  const { noticeTitle, docNumber, issuedOn, region, level, kind, basis, addressees, reporting } = reading;
  const title = reading.title ?? '（未读出标题）';
  const issuers = reading.issuers.map((issuer) => issuer.name);
  return {
    title,
    noticeTitle,
    docNumber,
    issuers,
    issuedOn,
    region,
    level,
    kind,
    basis,
    addressees,
    reporting,
    yearFrom,
    yearTo,
  };
}

async function correctDraft(tx: Tx, event: Recorded): Promise<void> {
  const draft = await recordCorrection(tx, event);
  await tx.update('plan', { ...headOf(draft, event.at), recipient: draft.recipient }, { id: event.instance });
}

async function issuePlan(tx: Tx, event: Recorded): Promise<void> {
  const { issuedOn, enabledOn, clockOffset, counties, recipient, indicators, yearFrom, yearTo } =
    event.payload as unknown as IssuePayload;
  const years = yearFrom && yearTo ? { yearFrom, yearTo } : {};
  const issued = { issuedOn, enabledOn, clockOffset: String(clockOffset), counties, recipient, ...years };
  await tx.update('plan', issued, { id: event.instance });
  for (const indicator of indicators) await insertIndicator(tx, event.instance, indicator);
}

async function adjustPlan(tx: Tx, event: Recorded): Promise<void> {
  const { recipient, addIndicators, changeIndicators, endIndicators } = event.payload.patch as AdjustPatch;
  if (recipient !== undefined) await tx.update('plan', { recipient }, { id: event.instance });
  for (const indicator of addIndicators ?? []) await insertIndicator(tx, event.instance, indicator);
  for (const { id, after } of changeIndicators ?? [])
    await tx.update('indicator', after, { id, planId: event.instance });
  for (const { id, on } of endIndicators ?? [])
    await tx.update('indicator', { endedOn: on }, { id, planId: event.instance });
}

function insertIndicator(tx: Tx, planId: string, indicator: IndicatorInput): Promise<void> {
  return tx.insert('indicator', { ...indicator, planId });
}
