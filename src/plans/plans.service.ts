import { Injectable } from '@nestjs/common';
import { parseDay, today } from '../domain/calendar/day.js';
import type { PlanReading } from '../domain/plan/reading.js';
import { planPrefix } from '../domain/units/prefix.js';
import type { PlaceTable } from '../domain/reference/place.js';
import { Engine } from '../engine/engine.js';
import type { Actor, Answer, Command, SendCommand } from '../engine/types.js';
import { decodeText } from '../intake/readers/text.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { Database } from '../persistence/database.js';
import { StoredFiles } from '../persistence/stored-files.js';
import { aliasesIn, endedIn, ownNamesIn } from '../organization/register.js';
import type { Reader } from '../persistence/tx.js';
import { Clock, startOfDay } from '../shared/clock.js';
import { Config } from '../shared/config.js';
import { Refusal } from '../shared/errors.js';
import { IdSource } from '../shared/ids.js';
import { readSeed } from '../shared/seeds.js';
import { correctionWords } from './confirm-history.presenter.js';
import { broughtTold } from './decisions-brought.presenter.js';
import { committeesAsked } from './committees-asked.js';
import { toDraft, type DraftReading } from './draft.js';
import type { DraftChange } from './draft-changes.js';
import type { Standing } from './draft-conflicts.js';
import { DraftDesk } from './draft-desk.service.js';
import { namesAtHome, placeIn, placeProposed, refusePlaceless, type PlaceProposed } from './draft-place.js';
import { namesIn } from './draft-persons.js';
import { proposals, proposalsUnattended } from './draft-proposals.js';
import { refuseUnready } from './draft-ready.js';
import { issueAsked, refuseUnsaid, saidWords, type IssueAsked } from './issue-asked.js';
import { refuseKnown, refuseWithoutOriginal, revisedPlan, twinDoubt } from './known-plans.js';
import { membersLeft, type MembersLeft } from './members-left.js';
import { memberList } from './members.service.js';
import { decisionsOfOriginal } from './original-decisions.js';
import { PlanIssuer, type IssueChoices } from './plan-issuer.js';
import { ownPlace } from './own-place.js';
import { pastedWords } from './pasted-words.js';
import { PlanReader } from './plan-reader.js';
import { yearLeft } from './draft-year.js';
import { issueDay } from './years.js';
import { Cycle, Plan, PlanDraftRow } from './plans.entities.js';
import { countTaken, type ProposalsTaken } from './proposals-taken.js';
import { refuseOpenQuestions } from './draft-open.js';
import { doubtfulAmong } from './units-doubtful.js';
import { knownNames } from './units-known.js';
import { nearAsked } from './units-asked.js';
import { applyLearned, registeredNames } from './units-learned.js';
import { kindNames } from './units-near.js';
import { decidedNames, endedAsked, holdsOn } from './units-passed.js';

export interface SourceFile {
  /** The file's own name, for display. */
  name: string;
  bytes: Uint8Array;
}

/** The life of a plan: import, corrections, confirmation, issue, yearly cycles, the demonstration's clock. */
@Injectable()
export class PlansService {
  private readonly issuer: PlanIssuer;
  private readonly desk: DraftDesk;

  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly files: StoredFiles,
    private readonly documents: PlanReader,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.issuer = new PlanIssuer(ids, clock);
    this.desk = new DraftDesk(database, engine, ids);
  }

  /**
   * Reads a document and enters it as a draft; returns the plan's id. Refusals: those of the readers, no_responsibility_note
   * (nothing to assign), plan_exists (same file, or same number and title; facts.plan names it). With `asRevision` another
   * text of an issued plan comes in beside it, with what the office decided on that, to be compared and merged;
   * revises_nothing, where no issued plan is like it and `original` names none.
   */
  async import(file: SourceFile, actor: Actor, key?: string, asRevision = false, original = ''): Promise<string> {
    const printed = await this.documents.read(file);
    const proposed = placeProposed(printed, await ownPlace(this.database.reader, actor));
    const reading = { ...(await this.asLearned(printed, proposed)), ...(proposed ? { placeProposed: proposed } : {}) };
    return this.enter(reading, await this.files.keepSource(file, actor.user), actor, key, asRevision, original);
  }

  /** Enters a reading as a draft. Refusals: plan_exists, revises_nothing. */
  async enter(
    reading: PlanReading,
    source: { sha256: string; name: string },
    actor: Actor,
    key?: string,
    asRevision = false,
    original = '',
  ): Promise<string> {
    const draft = toDraft(reading);
    const id = this.ids.next();
    const title = draft.title ?? source.name;
    const request = asRevision ? { ...source, asRevision, ...(original ? { original } : {}) } : source;
    const answer = await this.engine.execute({ actor, key, request }, async (read) => {
      const known = await read.manager.find(Plan);
      refuseKnown(known, draft, { sha256: source.sha256, asRevision });
      if (asRevision) refuseWithoutOriginal(known, draft, original);
      const twin = asRevision ? null : twinDoubt(known, draft);
      const entered = twin ? { ...draft, doubts: [...draft.doubts, twin] } : draft;
      const input = { title, demo: this.config.demo, reading: entered, source };
      const start: Command = { kind: 'start', machine: 'plan', id, scope: id, input };
      const revised = asRevision ? revisedPlan(known, draft, original) : null;
      return [start, ...(revised ? await decisionsOfOriginal(read, revised, id, draft) : [])];
    });
    return answer.receipts[0]!.instance;
  }

  /** The plan that a revised text here is for: the one chosen (`chosen`: its id), else the one that it is like. */
  async originalOf(planId: string, chosen: string): Promise<Plan | null> {
    const known = await this.database.reader.manager.find(Plan);
    return revisedPlan(known, await this.draft(planId), chosen);
  }

  /** The reading with the names that the place's units have by now; a name near to one of theirs is asked about. */
  private async asLearned(reading: PlanReading, proposed: PlaceProposed | null): Promise<PlanReading> {
    const place = placeIn({ ...reading, placeProposed: proposed });
    const read = this.database.reader;
    const [own, aliases, ended] = [
      await ownNamesIn(read, place),
      await aliasesIn(read, place),
      await endedIn(read, place),
    ];
    const inUse = new Set(own.map(({ name }) => name));
    const atHome = applyLearned(reading, namesAtHome(reading, proposed));
    const asked = endedAsked(atHome, ended, inUse, today(this.clock.now()));
    const decided = decidedNames(aliases).filter(holdsOn({ ...reading, placeProposed: proposed }, loadUnitRegistry()));
    const learned = applyLearned(asked, [...registeredNames(asked, own), ...decided]);
    const registered = [
      ...new Set([...own.map(({ name }) => name), ...[...own, ...aliases].map((one) => one.surface)]),
    ];
    const usual = kindNames(loadUnitRegistry(), planPrefix(reading.level, place || null) ?? '');
    const known = { registered, usual, registry: loadUnitRegistry() };
    return committeesAsked(nearAsked(learned, known), place, known);
  }

  /**
   * Takes all proposals at once for a person on the page: lead-less measures are consolidated by the office, groups filled
   * from the lists, days in no doubt set; days in doubt and doubtful names of units stay questions. Returns what was set and what is left.
   */
  async takeProposals(planId: string, actor: Actor, key?: string): Promise<ProposalsTaken> {
    const shown = await this.draft(planId);
    const { reader } = this.database;
    const isDoubtful = doubtfulAmong(await knownNames(reader, shown));
    const hasMembers = await this.hasMembers(shown);
    return this.proposed(planId, actor, (draft) => proposals(draft, isDoubtful, hasMembers), key);
  }

  /** The same where nobody is there to be asked (command line, programs): what is in doubt is left unset. */
  async acceptProposals(planId: string, actor: Actor): Promise<ProposalsTaken> {
    const { importedOn } = await planOf(this.database.reader, planId);
    const hasMembers = await this.hasMembers(await this.draft(planId));
    const changes = (draft: DraftReading): DraftChange[] => [
      ...proposalsUnattended(draft, hasMembers),
      ...yearLeft(draft, importedOn),
    ];
    return this.proposed(planId, actor, changes);
  }

  /** What each correction of a plan's reading was about, by its place in the log. */
  async correctionWords(planId: string): Promise<Map<number, string>> {
    return correctionWords(await this.desk.sheet(planId));
  }

  /** What is told of the decisions on its original that a revised text was imported with; '' for none. */
  async broughtWords(planId: string): Promise<string> {
    return broughtTold(await this.desk.sheet(planId));
  }

  /** The groups of members in a plan for which there is no list, with what became of them. */
  async membersLeft(planId: string): Promise<MembersLeft[]> {
    const draft = await this.draft(planId);
    return (await this.hasMembers(draft)) ? [] : membersLeft(draft);
  }

  private async hasMembers(draft: DraftReading): Promise<boolean> {
    const day = draft.issuedOn ?? today(this.clock.now());
    const { source } = await memberList(this.database.reader, draft, placeIn(draft), day);
    return source !== 'none';
  }

  private async proposed(
    planId: string,
    actor: Actor,
    propose: (draft: DraftReading) => DraftChange[],
    key?: string,
  ): Promise<ProposalsTaken> {
    const taken: { changes: DraftChange[]; before: DraftReading | null } = { changes: [], before: null };
    const changes = ({ now }: Standing): DraftChange[] => {
      taken.before = now;
      return (taken.changes = propose(now));
    };
    const wish = { seen: Infinity, form: 'accept-proposals', key, what: '全部采用建议', changes };
    await this.desk.correct(planId, wish, actor);
    const after = await this.draft(planId);
    return countTaken(taken.before ?? after, after, taken.changes);
  }

  /** Confirms the reading. Refusal: questions_open, while a doubt or an open group is undecided. */
  confirm(planId: string, actor: Actor, seenRevision?: number, key?: string): Promise<Answer> {
    return this.engine.execute({ actor, key, request: { planId, confirm: true } }, async (read) => {
      const draft = await draftOf(read, planId);
      refuseOpenQuestions(draft, doubtfulAmong(await knownNames(read, draft)));
      refuseUnready(draft);
      return [{ kind: 'send', instance: planId, type: 'confirm', seenRevision }];
    });
  }

  /**
   * Issues a confirmed plan: units entered, the first year's cycle with its measures and assignments started. Refusals:
   * foreign_plan, revises_running, where a person was asked and did not say so; those of the plan's year.
   */
  issue(planId: string, choices: IssueChoices, actor: Actor, seenRevision?: number, key?: string): Promise<Answer> {
    const at = parseDay(choices.enabledOn);
    parseDay(choices.issuedOn);
    return this.engine.execute({ actor, key, at, request: { planId, ...choices } }, async (read) => {
      const plan = await planOf(read, planId);
      const draft = await draftOf(read, planId);
      refuseUnready(draft);
      refusePlaceless(draft);
      const asked = await this.askedAt(read, plan, actor, draft);
      refuseUnsaid(asked, choices);
      return this.issuer.commands(read, plan, draft, choices, seenRevision, saidWords(asked));
    });
  }

  /** What a person is asked before a plan is issued as the office's own. */
  async issueAsked(plan: Plan, actor: Actor): Promise<IssueAsked<Plan>> {
    return this.askedAt(this.database.reader, plan, actor, await this.draft(plan.id));
  }

  private async askedAt(read: Reader, plan: Plan, actor: Actor, draft: DraftReading): Promise<IssueAsked<Plan>> {
    const plans = await read.manager.find(Plan, { order: { id: 'DESC' } });
    return issueAsked(plan, plans, await ownPlace(read, actor), readSeed<PlaceTable>('places'), draft);
  }

  /**
   * The words of a text as it was pasted or came as .txt, before rows of a table in it were put together; without
   * persons' names. Refusal: not_found, also for a document of any other kind.
   */
  async asPasted(planId: string): Promise<string> {
    const plan = await planOf(this.database.reader, planId);
    const source = isPlainText(plan.sourceName) ? await this.files.find(plan.sourceSha) : null;
    if (!source)
      throw new Refusal('not_found', '该计划不是粘贴或以 .txt 导入的文字。', { cure: '请在核对页查看原文。' });
    const { text } = decodeText(source.bytes, plan.sourceName);
    const reading = await this.documents.read({ name: plan.sourceName, bytes: source.bytes });
    return pastedWords(text, namesIn(reading));
  }

  /** What issuing would run, on the proposals' days; nothing is run. For papers that go out beforehand. */
  async planned(planId: string): Promise<Command[]> {
    const read = this.database.reader;
    const plan = await planOf(read, planId);
    const draft = await draftOf(read, planId);
    const { day } = issueDay(draft, plan.importedOn);
    const choices = { issuedOn: day, enabledOn: day, recipient: null, moveClock: false };
    return this.issuer.commands(read, plan, draft, choices);
  }

  /** Opens the next year's cycle of a plan of several years; the old cycle stays open beside it. */
  openCycle(planId: string, year: number, actor: Actor): Promise<Answer> {
    return this.engine.execute({ actor, request: { planId, year } }, async (read) => {
      const plan = await planOf(read, planId);
      if (year < plan.yearFrom || year > plan.yearTo) {
        throw new Refusal('year_outside_plan', `${year}年不在本计划的年度（${plan.yearFrom}—${plan.yearTo}）内。`, {
          place: '年度',
        });
      }
      const cycles = await read.manager.findBy(Cycle, { planId });
      if (cycles.some((cycle) => cycle.year === year))
        throw new Refusal('cycle_exists', `${year}年度已经开启。`, { place: '年度' });
      const commands = await this.issuer.nextCycle(read, plan, await draftOf(read, planId), year);
      return commands;
    });
  }

  /** Moves the plan's own clock so that today is `day` (demonstration only), then fires what has come due. */
  async moveTo(planId: string, day: string, actor: Actor): Promise<void> {
    const offsetMs = startOfDay(parseDay(day)) + NINE_O_CLOCK - this.clock.now();
    await this.engine.send(planId, 'moveClock', { offsetMs }, { actor, at: day });
    await this.engine.fireDue(planId);
  }

  /** Sends a plan or cycle event that needs no composition. */
  async act(
    instance: string,
    type: string,
    payload: SendCommand['payload'],
    actor: Actor,
    seenRevision?: number,
    key?: string,
  ): Promise<Answer> {
    const command: Command = { kind: 'send', instance, type, payload, seenRevision };
    return this.engine.execute({ actor, key }, [command]);
  }

  async draft(planId: string): Promise<DraftReading> {
    return draftOf(this.database.reader, planId);
  }

  async plan(planId: string): Promise<Plan> {
    return planOf(this.database.reader, planId);
  }
}

/** Whether a document is a text, by its name. */
export const isPlainText = (name: string): boolean => /\.txt$/i.test(name);

const NINE_O_CLOCK = 9 * 3_600_000;

async function planOf(read: Reader, id: string): Promise<Plan> {
  const plan = await read.manager.findOneBy(Plan, { id });
  if (!plan) throw new Refusal('not_found', '没有找到该计划。', { cure: '请从计划列表进入。' });
  return plan;
}

async function draftOf(read: Reader, planId: string): Promise<DraftReading> {
  const row = await read.manager.findOneBy(PlanDraftRow, { planId });
  if (!row) throw new Refusal('not_found', '没有找到该计划。', { cure: '请从计划列表进入。' });
  return row.reading;
}
