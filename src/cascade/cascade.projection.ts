import type { Projection, Recorded } from '../engine/types.js';
import type { Tx } from '../persistence/tx.js';
import type { DraftReading } from './access.js';
import type { CarriedMeasure } from './carried.js';

/** A person's word on two clauses: `left` of the event's plan or of `leftPlan`, whichever page it was said on. */
export interface PairJudgement {
  leftPlan: string;
  left: string;
  rightPlan: string;
  right: string;
  /** undone: back to what the program proposes. */
  verdict: 'same' | 'different' | 'undone';
  /** Said where one clause may answer several (another plan's), so earlier pairs of the two stand. */
  several?: boolean;
}

/** What a plan's `amend` carries beside note and number. */
export interface AmendPayload {
  note: string;
  documentNumber?: string;
  act?: 'merged' | 'superseded';
  otherPlan?: string;
  measures?: CarriedMeasure[];
  /** What changed in stages and indicators, in sentences. */
  changes?: string[];
  reading?: DraftReading;
  /** Measures that go on and whose units are told of a change; absent in amendments from before there was such a notice. */
  tells?: string[];
  /** The year's measures in the order of the text in force; absent in amendments from before it was kept. */
  order?: string[];
}

export const cascadeProjection: Projection = {
  name: 'cascade',
  tables: ['plan_pair', 'plan_amendment'],
  machines: ['plan'],
  async apply(tx, event) {
    if (event.type === 'amend') await keepAmendment(tx, event);
    if (event.type === 'amend' && event.payload.reading) await forgetNobodys(tx, event.instance);
    const patch = event.payload.patch as { pair?: PairJudgement } | undefined;
    if (patch?.pair) await keepJudgement(tx, event, patch.pair);
  },
};

/** Between two versions a clause belongs to one: a new pair replaces what was confirmed before of either clause. */
async function keepJudgement(tx: Tx, event: Recorded, judgement: PairJudgement): Promise<void> {
  const { planA, planB, keyA, keyB } = sorted(judgement);
  await tx.remove('plan_pair', { planA, planB, keyA, keyB });
  if (judgement.verdict === 'undone') return;
  if (judgement.verdict === 'same' && !judgement.several) {
    await tx.remove('plan_pair', { planA, planB, keyA, verdict: 'same' });
    await tx.remove('plan_pair', { planA, planB, keyB, verdict: 'same' });
  }
  const said = { verdict: judgement.verdict, judgedBy: event.actorName, judgedOn: event.at };
  await tx.insert('plan_pair', { planA, planB, keyA, keyB, ...said });
}

function sorted({ leftPlan, left, rightPlan, right }: PairJudgement) {
  return leftPlan < rightPlan
    ? { planA: leftPlan, keyA: left, planB: rightPlan, keyB: right }
    : { planA: rightPlan, keyA: right, planB: leftPlan, keyB: left };
}

async function keepAmendment(tx: Tx, event: Recorded): Promise<void> {
  const { note, documentNumber, act, otherPlan, measures, changes, reading } = event.payload as unknown as AmendPayload;
  await tx.insert('plan_amendment', {
    ...{ id: `${event.instance}:${event.seq}`, planId: event.instance, seq: event.seq, act: act ?? 'noted' },
    ...{ otherPlan: otherPlan ?? null, note, documentNumber: documentNumber ?? null },
    ...{ amendedBy: event.actorName, amendedOn: event.at, measures: measures ?? [], reading: reading ?? null },
    changes: changes ?? [],
  });
}

/** The new text counts its clauses without a unit anew: what was said of the old ones is not said of these. */
async function forgetNobodys(tx: Tx, planId: string): Promise<void> {
  const sql = `SELECT plan_a, plan_b, key_a, key_b FROM plan_pair
    WHERE (plan_a = ? AND key_a LIKE 'c%') OR (plan_b = ? AND key_b LIKE 'c%')`;
  type Keys = Record<'planA' | 'planB' | 'keyA' | 'keyB', string>;
  for (const { planA, planB, keyA, keyB } of await tx.all<Keys>(sql, [planId, planId]))
    await tx.remove('plan_pair', { planA, planB, keyA, keyB });
}
