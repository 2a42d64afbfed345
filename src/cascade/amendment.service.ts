import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Engine } from '../engine/engine.js';
import { changesSomeClauses } from '../domain/plan/amending-notice.js';
import { personsIn, withoutPersons } from '../domain/plan/persons.js';
import type { Actor, Answer, Command, SendCommand } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { IdSource } from '../shared/ids.js';
import { readPlanFor, type DraftReading, type ReadPlan } from './access.js';
import { amendedReading } from './amended-reading.js';
import { effectsOf, heirsOf, type Effect } from './amendment.effects.js';
import { amendmentGround, type AmendmentGround } from './amendment.ground.js';
import { comparisonOf } from './cascade.service.js';
import { PlanAmendment } from './cascade.entities.js';
import type { AmendPayload } from './cascade.projection.js';
import type { Decisions } from './decisions.js';
import { indicatorChanges, type IndicatorChanges } from './indicators.js';
import { ownWords } from './own-decisions.js';
import { stageChange, type StageChange } from './stages.js';
import { each, unchosenAmong, unfoundIn, type Unfound } from './unfound.js';

/** What an amendment would do, and the marks by which the same thing is then done. */
export interface AmendmentPreview {
  ground: AmendmentGround;
  effects: Effect[];
  /** The plan's reading in force afterwards. */
  reading: DraftReading;
  indicators: IndicatorChanges;
  stages: StageChange;
  /** Running tasks that the new text does not have, and those of them about which nobody has decided: they stay as they are. */
  unfound: Unfound;
  unchosen: string[];
  /** Of everything shown: when it differs at the deed, something has happened in between. */
  digest: string;
  seenRevision: number;
}

/** How the two texts are laid beside each other. */
export interface Choices {
  /** Clauses of the new draft on which the office's own earlier decisions are given up. */
  declined?: readonly string[];
  /** “m001|m104”: this clause of the new draft carries that running measure on, where the text split or joined measures. */
  carries?: readonly string[];
}

export interface AmendmentOrder extends Choices {
  decisions: Decisions;
  /** Of the preview that was accepted; null: without a preview (command line). */
  digest: string | null;
  note: string;
}

/** 并入 and 替代: carrying a running plan over to a new text, each as one command. */
@Injectable()
export class AmendmentService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly ids: IdSource,
  ) {}

  /** Shows what the decisions would do; changes nothing. Refusals: as `merge`. */
  preview(
    planId: string,
    newId: string,
    decisions: Decisions,
    actor: Actor,
    choices: Choices = {},
  ): Promise<AmendmentPreview> {
    return this.worked(this.database.reader, planId, newId, { decisions, ...choices }, actor);
  }

  /**
   * Merges a confirmed new text into the running plan: measures are kept with changed duties, withdrawn or started as
   * decided, the new draft is discarded with the reason, the old plan keeps its record; all or nothing. Refusals:
   * not_found, same_plan, not_running, already_merged, not_whole, not_confirmed, no_open_cycle, unfound_unchosen,
   * preview_stale, stale_revision.
   */
  merge(
    planId: string,
    newId: string,
    order: AmendmentOrder,
    actor: Actor,
    seenRevision?: number,
    key?: string,
  ): Promise<Answer> {
    const request = { planId, newId, act: 'merge', ...order };
    return this.engine.execute({ actor, key, request }, async (read) => {
      const preview = await this.worked(read, planId, newId, order, actor);
      refuseUnchosen(preview);
      refuseOtherPreview(preview, order.digest);
      return mergeCommands(preview, order.note, seenRevision);
    });
  }

  /**
   * The new plan, issued by itself, takes the old one's place: the old one is withdrawn with its open measures and keeps
   * its record. Refusals: not_found, same_plan, not_running, not_whole, not_issued.
   */
  supersede(planId: string, newId: string, actor: Actor, seenRevision?: number, key?: string): Promise<Answer> {
    return this.engine.execute({ actor, key, request: { planId, newId, act: 'supersede' } }, async (read) => {
      refuseSame(planId, newId);
      const [old, now] = [await readPlanFor(read, planId, actor), await readPlanFor(read, newId, actor)];
      refuseNotRunning(old);
      refuseNotWhole(now);
      refuseNotIssued(now);
      const note = `由《${now.plan.title}》替代`;
      const payload: AmendPayload = { note, ...numberOf(now), act: 'superseded', otherPlan: newId };
      return [
        { kind: 'send', instance: planId, type: 'amend', payload: { ...payload }, seenRevision },
        { kind: 'send', instance: planId, type: 'withdraw', payload: { reason: note } },
      ];
    });
  }

  private async worked(
    read: Reader,
    planId: string,
    newId: string,
    { decisions, declined, carries = [] }: Choices & Pick<AmendmentOrder, 'decisions'>,
    actor: Actor,
  ): Promise<AmendmentPreview> {
    const result = await comparisonOf(read, planId, newId, 'version', actor, declined, carries);
    refuseNotRunning(result.own);
    await refuseMerged(read, result.other);
    refuseNotWhole(result.other);
    refuseNotConfirmed(result.other);
    if (result.kind !== 'version') throw new Error('a comparison of versions was asked for');
    const { own: old, other: now, comparison, decided, printed } = result;
    const sides = { old, now, comparison, decided, printed, carries };
    const ground = await amendmentGround(read, this.ids, sides, await this.engine.today(planId, read));
    const unfound = unfoundIn(ground);
    const unchosen = unchosenAmong(unfound, decisions);
    const effects = effectsOf(ground, { ...decisions, ...each(unchosen, 'asis') });
    const reading = amendedReading(ground.old.draft, ground.now.draft, effects);
    const [indicators, stages] = [indicatorChanges(ground, reading, heirsOf(effects)), stageChange(ground)];
    const digest = digestOf(effects, [...indicators.sentences, ...stages.sentences, ...decided.map(ownWords)]);
    return { ground, effects, reading, indicators, stages, unfound, unchosen, digest, seenRevision: ground.revision };
  }
}

function mergeCommands(preview: AmendmentPreview, note: string, seenRevision?: number): Command[] {
  const { ground, effects, reading, indicators, stages } = preview;
  const { old, now } = ground;
  const payload = {
    ...{
      note: withoutPersons(note, personsIn(note)) || ground.reason,
      ...numberOf(now),
      act: 'merged',
      otherPlan: now.plan.id,
    },
    measures: effects.map((effect) => effect.carried),
    changes: [...stages.sentences, ...indicators.sentences, ...ground.decided.map(ownWords)],
    reading,
    tells: toldOf(ground, effects),
    order: orderOf(ground, reading),
  };
  const send = (instance: string, type: string, body: object): SendCommand => {
    return { kind: 'send', instance, type, payload: { ...body } };
  };
  return [
    ...ground.enrolments,
    ...effects.flatMap((effect) => effect.commands),
    { ...send(old.plan.id, 'amend', payload), seenRevision },
    send(now.plan.id, 'discard', { reason: `已并入《${old.plan.title}》` }),
    ...stages.commands,
    ...(indicators.sentences.length > 0 ? [send(old.plan.id, 'adjust', adjustment(ground, indicators))] : []),
  ];
}

/** The year's measures as the text in force has them; those that have ended come last, as they stood. */
function orderOf({ cycle, measures }: AmendmentGround, reading: DraftReading): string[] {
  const inForce = reading.measures.map(({ key }) => key);
  const others = [...measures.values()].filter(({ draftKey }) => !inForce.includes(draftKey));
  const ended = others.sort((a, b) => a.position - b.position).map(({ draftKey }) => draftKey);
  return [...inForce, ...ended].map((key) => `${cycle.id}:${key}`);
}

/** Measures that go on with a change, and those that begin: their units are told of it. */
function toldOf({ comparison }: AmendmentGround, effects: readonly Effect[]): string[] {
  const changed = effects.filter(({ carried: { act } }, at) => {
    return act === 'kept' ? comparison.rows[at]?.kinds[0] !== 'unchanged' : BEGUN.includes(act);
  });
  return changed.flatMap(({ carried }) => carried.measureId ?? []);
}

const BEGUN = ['started', 'restarted', 'resumed'];

/** Old and new of every indicator with the basis, in one event of the plan. */
function adjustment({ reason }: AmendmentGround, { add, change, end, sentences }: IndicatorChanges): object {
  const patch = { addIndicators: add, changeIndicators: change, endIndicators: end };
  return { what: 'indicators', patch, reason: `${reason}：${sentences.join('；')}` };
}

function numberOf({ plan }: ReadPlan): { documentNumber?: string } {
  return plan.docNumber ? { documentNumber: plan.docNumber } : {};
}

/** Names, not ids: units not yet in the register have a new id each time. */
function digestOf(effects: readonly Effect[], wholePlan: string[]): string {
  const shown = effects.map(({ row, decision, sentences }) => ({ row, decision, sentences }));
  return createHash('sha256')
    .update(JSON.stringify([shown, wholePlan]))
    .digest('hex');
}

function refuseUnchosen({ unfound, unchosen, ground }: AmendmentPreview): void {
  if (unchosen.length === 0) return;
  const words = `新文本中没有找到正在推进的任务 ${unfound.rows.length} 项，其中 ${unchosen.length} 项还没有选定处理，没有执行。`;
  throw new Refusal('unfound_unchosen', words, {
    place: ground.now.plan.title,
    cure: '请逐项选定撤销任务或按原样继续；新文件只改几条的，没有提到的任务按原样继续。',
    facts: { unfound: unfound.rows.length, unchosen: unchosen.length },
  });
}

function refuseOtherPreview(preview: AmendmentPreview, digest: string | null): void {
  if (digest === null || digest === preview.digest) return;
  throw new Refusal('preview_stale', '预览之后处理方式或任务情况有了变化，没有执行。', {
    place: '修订预览',
    cure: '请重新预览，核对后再执行。',
  });
}

function refuseSame(planId: string, newId: string): void {
  if (planId === newId) throw new Refusal('same_plan', '不能用计划替代其自身。', { cure: '请选择另一份计划。' });
}

function refuseNotRunning({ plan }: ReadPlan): void {
  if (plan.state === 'issued') return;
  throw new Refusal('not_running', '原计划不在推进中，不能登记修订。', {
    place: plan.title,
    cure: '只有已印发、正在推进的计划才能修订或替代；考核中的请先恢复推进。',
  });
}

/** `facts.plan` is the plan that the text was merged into. */
async function refuseMerged(read: Reader, { plan }: ReadPlan): Promise<void> {
  const done = await read.manager.findOneBy(PlanAmendment, { otherPlan: plan.id, act: 'merged' });
  if (!done) return;
  throw new Refusal('already_merged', `新文件已于 ${done.amendedOn} 并入原计划，不必再并入。`, {
    place: plan.title,
    cure: '逐条的处理见原计划的修订记录。',
    facts: { plan: done.planId },
  });
}

/** Clauses that a notice of changes does not name go on: as a full text it would withdraw them. */
function refuseNotWhole({ plan, draft }: ReadPlan): void {
  if (!changesSomeClauses(draft)) return;
  throw new Refusal('not_whole', '新文件是只改几条的通知，不是完整的新文本，不能并入或替代。', {
    place: plan.title,
    cure: '没有提到的条款并不作废：请把改动并入原文，导入改好的完整文本，再并入原计划。',
  });
}

function refuseNotConfirmed({ plan }: ReadPlan): void {
  if (plan.state === 'confirmed') return;
  const issued = plan.state === 'issued';
  throw new Refusal(
    'not_confirmed',
    issued ? '新文件已作为计划印发，不能再并入。' : '新文件的识读结果还没有确认，不能并入。',
    {
      place: plan.title,
      cure: issued ? '请改用“由新计划替代”。' : '请先在核对页确认新文件，再来并入；不要印发。',
    },
  );
}

function refuseNotIssued({ plan }: ReadPlan): void {
  if (plan.state === 'issued') return;
  throw new Refusal('not_issued', '新计划还没有印发，不能替代原计划。', {
    place: plan.title,
    cure: '请先核对并印发新计划；只修订部分内容的，请改用“并入原计划”。',
  });
}
