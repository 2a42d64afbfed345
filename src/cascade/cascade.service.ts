import { Injectable } from '@nestjs/common';
import { clausesOf, type ClausePlace, type ComparedPlan } from '../domain/comparison/clause.js';
import { goalPlaces } from '../domain/comparison/goal-wholes.js';
import type { Judged } from '../domain/comparison/pairing.js';
import { isSuperior } from '../domain/comparison/relation.js';
import { compareWithSuperior, type SuperiorComparison } from '../domain/comparison/superior.js';
import { compareVersions, type VersionComparison } from '../domain/comparison/versions.js';
import type { Whose } from '../domain/comparison/weakening.js';
import { keyWords } from '../domain/plan/key-words.js';
import { unreadParts } from '../domain/plan/source-notes.js';
import type { PlaceTable } from '../domain/reference/place.js';
import { Engine } from '../engine/engine.js';
import type { Actor, Answer, Command } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { clausesRead } from '../plans/clauses-read.service.js';
import { Plan, PlanDraftRow } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import { readSeed } from '../shared/seeds.js';
import { readPlanFor, type DraftReading, type ReadPlan } from './access.js';
import { amendmentRecord, type AmendmentRecord } from './amendment.record.js';
import { PlanPair } from './cascade.entities.js';
import type { PairJudgement } from './cascade.projection.js';
import { withOwnDecisions, type OwnDecision } from './own-decisions.js';
import { correctedDraft, touchedIn } from './own-reading.service.js';

/** superior: the other plan is the superior's, or of another place; version: it is a later version of this one. */
export type ComparisonKind = 'superior' | 'version';

interface Compared {
  /** This office's plan. */
  own: ReadPlan;
  other: ReadPlan;
  /** What people decided about clauses of these two, with names and days. */
  judgements: PlanPair[];
}

export interface SuperiorResult extends Compared {
  kind: 'superior';
  /** 上级 where the other plan's place stands above this one's; else 对方. */
  whose: Whose;
  comparison: SuperiorComparison;
}

export interface VersionResult extends Compared {
  kind: 'version';
  /** What the office had decided on the running plan, kept or met by other words of the new paper. */
  decided: OwnDecision[];
  /** The new paper as it was read, before anybody corrected it; null where that is not known. */
  printed: DraftReading | null;
  comparison: VersionComparison;
}

export type ComparisonResult = SuperiorResult | VersionResult;

/** Comparing imported plans; a person confirms pairs. */
@Injectable()
export class CascadeService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
  ) {}

  /** Plans that a plan may be compared with, newest first. Refusal: not_found. */
  async others(planId: string, actor: Actor): Promise<{ plan: Plan; others: Plan[] }> {
    const { plan } = await readPlanFor(this.database.reader, planId, actor);
    const plans = await this.database.reader.manager.find(Plan, { order: { id: 'DESC' } });
    return { plan, others: plans.filter((one) => one.id !== planId && one.state !== 'discarded') };
  }

  /** Two plans compared now. In the pairing the superior's plan, or the old version, is left. Refusals: not_found, same_plan. */
  async compare(planId: string, otherId: string, kind: ComparisonKind, actor: Actor): Promise<ComparisonResult> {
    return comparisonOf(this.database.reader, planId, otherId, kind, actor);
  }

  /** What of a plan's file was not read. Refusal: not_found. */
  async unread(planId: string, actor: Actor): Promise<string[]> {
    return unreadParts((await readPlanFor(this.database.reader, planId, actor)).draft);
  }

  /** A plan's amendments, latest first, as far as they are the person's business. Refusal: not_found. */
  amendments(planId: string, actor: Actor): Promise<AmendmentRecord> {
    return amendmentRecord(this.database.reader, planId, actor);
  }

  /**
   * Records what a person says of two clauses, in the log of one of the two plans. Refusals: not_found, unknown_clause,
   * plans_closed (both plans are over, or confirmed and not yet issued).
   */
  judge(judgement: PairJudgement, actor: Actor, key?: string): Promise<Answer> {
    return this.engine.execute({ actor, key, request: judgement }, async (read) => {
      const sides = await Promise.all([
        readPlanFor(read, judgement.leftPlan, actor),
        readPlanFor(read, judgement.rightPlan, actor),
      ]);
      refuseUnknownClause(sides[0], judgement.left);
      refuseUnknownClause(sides[1], judgement.right);
      return [judgementCommand(sides, judgement)];
    });
  }
}

/**
 * The comparison as of what the reader sees; of two versions without the office's own decisions on the clauses `declined`,
 * and with the pairs that `carries` names (“m001|m104”), whatever else was proposed or said.
 */
export async function comparisonOf(
  read: Reader,
  planId: string,
  otherId: string,
  kind: ComparisonKind,
  actor: Actor,
  declined: readonly string[] = [],
  carries: readonly string[] = [],
): Promise<ComparisonResult> {
  if (planId === otherId)
    throw new Refusal('same_plan', '不能与自身对照。', { place: '对照计划', cure: '请选择另一份计划。' });
  const [own, other] = [await readPlanFor(read, planId, actor), await readPlanFor(read, otherId, actor)];
  const judgements = await judgementsOf(read, planId, otherId);
  const compared = { own, other, judgements };
  if (kind === 'version') return versionOf(read, compared, declined, carries);
  const [mine, theirs] = [withFigures(own), withFigures(other)];
  const whose = whoseOf(own, other);
  const judged = judgedFor(judgements, otherId);
  return { kind, ...compared, whose, comparison: compareWithSuperior(theirs, mine, judged, whose) };
}

/** The new version with the office's own decisions on what the new paper left unchanged; so only the paper's changes show. */
async function versionOf(
  read: Reader,
  { own, other, judgements }: Compared,
  declined: readonly string[],
  carries: readonly string[],
): Promise<VersionResult> {
  const judged = withCarries(judgedFor(judgements, own.plan.id), carries);
  const [corrected, row] = [
    await correctedDraft(read, own),
    await read.manager.findOneBy(PlanDraftRow, { planId: other.plan.id }),
  ];
  const touched = await touchedIn(read, other.plan.id);
  const carried =
    corrected && row
      ? withOwnDecisions(
          corrected,
          { imported: row.imported, current: other.draft },
          touched,
          judged,
          new Set(declined),
        )
      : { draft: other.draft, told: [], pairs: [] };
  const later = { ...other, draft: carried.draft };
  const comparison = compareVersions(comparedPlan(own), comparedPlan(later), {
    ...judged,
    proposed: carried.pairs,
  });
  return {
    kind: 'version',
    own,
    other: later,
    judgements,
    comparison,
    decided: carried.told,
    printed: row?.imported ?? null,
  };
}

function whoseOf(own: ReadPlan, other: ReadPlan): Whose {
  const placed = ({ draft }: ReadPlan) => ({ region: draft.region, level: draft.level });
  return isSuperior(placed(other), placed(own), readSeed<PlaceTable>('places')) ? '上级' : '对方';
}

/** The plan with the figures and days of those clauses, too, for which nobody is named. */
const withFigures = (read: ReadPlan): ComparedPlan => ({
  ...comparedPlan(read),
  unassignedClauses: clausesRead(read.draft),
});

const comparedPlan = ({ plan, draft }: ReadPlan): ComparedPlan => ({
  ...draft,
  level: draft.level ?? null,
  title: plan.title,
});

async function judgementsOf(read: Reader, one: string, other: string): Promise<PlanPair[]> {
  const [planA, planB] = one < other ? [one, other] : [other, one];
  return read.manager.findBy(PlanPair, { planA, planB });
}

/** What was decided, seen with `leftPlan` on the left. */
function judgedFor(judgements: PlanPair[], leftPlan: string): Judged {
  const pairs = judgements.map((one) => ({
    verdict: one.verdict,
    pair: one.planA === leftPlan ? { left: one.keyA, right: one.keyB } : { left: one.keyB, right: one.keyA },
  }));
  const of = (verdict: PlanPair['verdict']) => pairs.filter((one) => one.verdict === verdict).map(({ pair }) => pair);
  return { confirmed: of('same'), rejected: of('different') };
}

/** What was chosen for this amendment comes before what was said of the clauses earlier. */
function withCarries({ confirmed, rejected }: Judged, carries: readonly string[]): Judged {
  const chosen = carries.map((pair) => ({ left: pair.split('|')[0]!, right: pair.split('|')[1]! }));
  return { confirmed: [...chosen, ...confirmed], rejected };
}

function refuseUnknownClause({ draft, plan }: ReadPlan, key: string): void {
  if (clauseIn(draft, key)) return;
  throw new Refusal('unknown_clause', `《${plan.title}》中没有这一条。`, {
    place: keyWords(key),
    cure: '请刷新对照页面后再选。',
  });
}

/** A clause or a goal of the whole plan by its key. */
const clauseIn = (draft: DraftReading, key: string): Pick<ClausePlace, 'no' | 'title'> | undefined =>
  clausesOf(draft).find((clause) => clause.key === key)?.measure ??
  goalPlaces(draft).find((place) => place.key === key);

const WORDS = { same: '确认为同一事项', different: '确认不是同一事项', undone: '撤销对应关系的确认' };

/** Into the log of the plan that is at work; else of one that is still a draft. */
function judgementCommand(sides: ReadPlan[], judgement: PairJudgement): Command {
  const atWork = sides.find(({ plan }) => ['issued', 'appraisal'].includes(plan.state));
  const draft = sides.find(({ plan }) => plan.state === 'draft');
  const pair = { ...judgement };
  const clauses = [clauseName(sides[0]!, judgement.left), clauseName(sides[1]!, judgement.right)].join('、');
  const reason = `${WORDS[judgement.verdict]}：${clauses}`;
  const send = (plan: Plan, type: string, payload: object): Command => {
    return { kind: 'send', instance: plan.id, type, payload: { ...payload } };
  };
  if (atWork) return send(atWork.plan, 'adjust', { what: 'pair', patch: { pair }, reason });
  if (draft) return send(draft.plan, 'correct', { patch: { changes: [], what: reason, pair } });
  throw new Refusal('plans_closed', '两份计划都不在核对或推进中，不能登记对应关系。', {
    place: sides.map(({ plan }) => plan.title).join('、'),
    cure: '待印发的计划请先印发或退回核对；已归档的计划只能查看。',
  });
}

function clauseName({ draft }: ReadPlan, key: string): string {
  const { no, title } = clauseIn(draft, key)!;
  return `“${`${no} ${title.slice(0, 24)}`.trim()}”`;
}
