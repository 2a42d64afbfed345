import { Injectable } from '@nestjs/common';
import { Engine } from '../engine/engine.js';
import type { Actor } from '../engine/types.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { Database } from '../persistence/database.js';
import { planDoubts } from './confirm-doubts.presenter.js';
import { mattersView } from './confirm-matters.presenter.js';
import { isBracketed, openClauses } from './draft-clauses.js';
import { clauseCards, type ClauseTyped } from './confirm-clauses.presenter.js';
import { broughtByCard } from './decisions-brought.presenter.js';
import { deadlinesView } from './confirm-deadlines.presenter.js';
import { historyOf, ownUndo } from './confirm-history.presenter.js';
import { placesBelow } from './draft-words.js';
import { groupForms, headBrief, headFacts, headForm, measureCards, type Typed } from './confirm.presenter.js';
import { sourceParts } from './confirm-source.presenter.js';
import { doubtedDaysLeft } from './draft-deadlines.js';
import { DraftDesk } from './draft-desk.service.js';
import { placeIn } from './draft-place.js';
import { issuerQuestion } from './draft-issuers.js';
import { sourceNotesView } from './draft-source-notes.js';
import { openQuestions, type DraftReading } from './draft.js';
import { groupsByKind, officeConsolidates, proposals, undoubtedAccepted } from './draft-proposals.js';
import { foreignWords } from './issue-asked.js';
import { memberList, memberWords, type MemberList } from './members.service.js';
import type { Plan } from './plans.entities.js';
import { isPlainText, PlansService } from './plans.service.js';
import { doubtedNames } from './units-learned.js';
import { asOneSpelling } from './units-spelt.js';
import { repeatsSaidAlready } from './draft-repeats.js';
import { doubtfulAmong } from './units-doubtful.js';
import { knownNames, namesReaderFor, registeredIn } from './units-known.js';
import { endsAsUnit } from './units-doubtful.js';
import { offeredNames } from './units-near.js';
import { heirOffers } from './units-passed.js';
import type { ReadsName } from './units-typed.js';

export interface PageState {
  /** 只看疑问. */
  only: boolean;
  /** Faults of the form just sent. */
  errors?: { message: string; field?: string }[];
  /** The card whose save was refused, as filled in. */
  typed?: Typed | null;
  /** Fields of the plan's head as filled in, when their save was refused. */
  head?: object | null;
  /** The units of a clause as filled in, when that was refused. */
  clause?: ClauseTyped | null;
  /** A measure to be added as filled in, when that was refused. */
  added?: AddedFields | null;
}

interface AddedFields {
  after: string;
  title: string;
  no: string;
  text: string;
  leads: string;
  responsible: string;
  supporting: string;
  due: string;
}

const NOTHING_ADDED: AddedFields = {
  after: '',
  title: '',
  no: '',
  text: '',
  leads: '',
  responsible: '',
  supporting: '',
  due: '',
};

/** What the pages for checking a reading show. */
@Injectable()
export class ConfirmPages {
  constructor(
    private readonly plans: PlansService,
    private readonly desk: DraftDesk,
    private readonly engine: Engine,
    private readonly database: Database,
  ) {}

  /** The page with source, reading, units and record. */
  async page(planId: string, actor: Actor, state: PageState): Promise<object> {
    const frame = await this.frame(planId, actor);
    const { draft } = frame.sheet;
    const questions = openQuestions(draft);
    const { only, errors = [], typed = null, head = null, added = null } = state;
    const history = historyOf(frame.sheet);
    const known = await knownNames(this.database.reader, draft);
    const members = await this.members(planId, draft);
    return {
      ...{ ...frame.common, title: '核对识读结果', back: { href: '/plans', label: '计划' }, errors, only },
      ...{ questions, questionCount: questions.length },
      issuersAsked: issuerQuestion(draft).length > 0,
      ...planLines(questions, [...(await this.foreignHint(frame.plan, draft, actor)), ...planDoubts(frame.sheet)]),
      ...counts(draft, questions, known, members),
      ...{
        head: { ...headForm(draft), ...head },
        headOpen: head !== null,
        facts: headFacts(draft),
        brief: headBrief(draft),
      },
      measures: measureCards(draft, only, typed, memberWords(members), broughtByCard(frame.sheet)).map((card) => ({
        ...card,
        ...frame.perForm,
        only,
      })),
      kept: typed && !hasCard(draft, typed, frame.perForm.editable) ? keptInput(typed) : null,
      parts: sourceParts(draft),
      ...sourceNotesView(draft, frame.perForm),
      ...mattersView(draft, frame.perForm),
      ...deadlinesView(draft, frame.perForm),
      clauses: clauseCards(draft, frame.perForm, state.clause ?? null),
      unbracketed: openClauses(draft).filter((clause) => !isBracketed(clause)).length,
      placesBelow: placesBelow(draft.level),
      groupsLeft: groupsByKind(draft).reduce((sum, { undecided }) => sum + undecided, 0),
      groupKinds: groupForms(draft, members).map((form) => ({ ...form, ...frame.perForm })),
      ...(await this.names(draft, frame.perForm, known)),
      ...{
        history: history.map((entry) => ({ ...entry, ...frame.perForm })),
        lastUndo: ownUndo(frame.sheet, actor.user),
      },
      ...{ added: added ?? NOTHING_ADDED, addOpen: added !== null, positions: positionsOf(draft, added) },
    };
  }

  private async members(planId: string, draft: DraftReading): Promise<MemberList> {
    const day = draft.issuedOn ?? (await this.engine.today(planId));
    return memberList(this.database.reader, draft, placeIn(draft), day);
  }

  /** That a plan is not the office's own is told before the work of checking it is done. */
  private async foreignHint(plan: Plan, { region, level, issuers }: DraftReading, actor: Actor): Promise<string[]> {
    if (plan.state !== 'draft') return [];
    const paper = { ...plan, region, level, issuers: issuers.map(({ name }) => name) };
    const { foreign } = await this.plans.issueAsked(paper, actor);
    const cure =
      '只作对照的不必核对和印发，到我办计划的“计划对照”中选它即可；要按我办自己的计划推进的，印发时须勾选确认';
    return foreign ? [`${foreignWords(foreign)}：${cure}`] : [];
  }

  /** What all pages of a draft need: the plan, whether it may be corrected, the page's place in the record. */
  async frame(planId: string, actor: Actor) {
    const [plan, sheet, offer] = await Promise.all([
      this.plans.plan(planId),
      this.desk.sheet(planId),
      this.engine.offers(planId, actor),
    ]);
    const editable = offer.events.includes('correct');
    const perForm = { planId, seen: sheet.latest, editable };
    const subtitle = `${plan.title}（${plan.sourceName}）`;
    const checking = plan.state === 'draft';
    const isText = isPlainText(plan.sourceName);
    const common = { nav: 'plans', subtitle, id: planId, rev: offer.revision, checking, isText, ...perForm };
    return { plan, sheet, perForm, common };
  }

  /** Reads names typed by hand on the pages of a draft. Refusal: not_found. */
  async namesReader(planId: string): Promise<ReadsName> {
    return namesReaderFor(this.database.reader, (await this.desk.sheet(planId)).draft);
  }

  /** Names to choose from, and the doubted ones with what they may mean. */
  private async names(draft: DraftReading, perForm: object, known: readonly string[]): Promise<object> {
    const open = draft.measures.filter((one) => !one.accepted);
    const registered = await registeredIn(this.database.reader, draft);
    const unknown = asOneSpelling(doubtedNames({ measures: open }), placeIn(draft)).map((one, at) => {
      const isGone = one.code === 'unit_out_of_use';
      const near = isGone ? heirOffers(one, registered) : offeredNames(one, known, loadUnitRegistry());
      return {
        ...{ ...one, ...perForm, n: at + 1, inferred: one.code === 'unit_by_field' },
        ...{ gone: isGone, severalMay: isGone && near.length > 1, keeps: isGone ? one.name : '' },
        reread: one.name !== one.surface && one.code !== 'unit_by_field',
        noUnit: !isGone && !endsAsUnit(one.name),
        near: near.map((offer) => ({ ...offer, ...perForm, surface: one.surface, gone: isGone })),
      };
    });
    return { unknownUnits: unknown, unitNames: known };
  }
}

/** Of the plan as a whole, more lines than these stand folded, so that source and reading are never far down the page. */
const LINES_SHOWN = 2;

function planLines(questions: readonly { key: string; reasons: string[] }[], doubts: readonly string[]): object {
  const asked = questions.filter(({ key }) => key === 'head');
  const planCount = asked.reduce((sum, { reasons }) => sum + reasons.length, doubts.length);
  return { planQuestions: asked, planDoubts: doubts, planCount, planMany: planCount > LINES_SHOWN };
}

function positionsOf(draft: DraftReading, added: AddedFields | null): object[] {
  const chosen = added?.after || draft.measures.at(-1)?.key;
  return draft.measures.map((one) => ({
    ...{ value: one.key, label: `${one.no} ${one.title}`.trim(), selected: one.key === chosen },
  }));
}

/** Of the measures each is checked, undoubted and not yet checked, or open. */
function counts(
  draft: DraftReading,
  questions: readonly { key: string }[],
  known: readonly string[],
  members: MemberList,
): object {
  const asked = new Set(questions.map(({ key }) => key));
  const closed = draft.measures.filter(({ key }) => !asked.has(key));
  const checked = closed.filter((one) => one.accepted).length;
  const undoubted = closed.length - checked;
  const open = draft.measures.length - closed.length;
  const leadless = draft.measures.filter((one) => one.lead === null || one.leadBasis === 'first_listed').length;
  const toOffice = officeConsolidates(draft).length;
  const sureDays = undoubtedAccepted(draft).filter(({ field }) => field === 'due').length;
  const hasProposals = proposals(draft, doubtfulAmong(known), members.source !== 'none').length > 0;
  const daysDoubted = doubtedDaysLeft(draft).length;
  const repeats = repeatsSaidAlready(draft).length;
  const others = questions.length - open;
  return {
    checked,
    total: draft.measures.length,
    open,
    others,
    undoubted,
    sureDays,
    daysDoubted,
    leadless,
    toOffice,
    hasProposals,
    repeats,
  };
}

const hasCard = (draft: DraftReading, { form }: Typed, editable: boolean): boolean =>
  editable && draft.measures.some((one) => one.key === form.key);

/** What was filled in for a measure that is not there any more, or may not be corrected any more. */
function keptInput({ form, message }: Typed): object {
  const units = form.unitName.filter(Boolean).join('、');
  return { message, title: form.title, units, due: form.due };
}
