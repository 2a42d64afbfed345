import { clausesOf, type ClausePlace } from '../domain/comparison/clause.js';
import type { VersionRow } from '../domain/comparison/versions.js';
import { dutiesOf } from '../domain/plan/duties.js';
import type { Command } from '../engine/types.js';
import type { Measure } from '../measures/measures.entities.js';
import { measureStarts } from '../measures/register.js';
import type { DraftMeasure, DraftReading } from './access.js';
import { runningOf, type AmendmentGround } from './amendment.ground.js';
import { wordingOf, type CarriedMeasure, type Wording } from './carried.js';
import { choicesFor, DECISION_WORDS, decisionFor, rowId, type Decision, type Decisions } from './decisions.js';
import { keepCommands } from './keeping.js';
import { isDividedOff } from './divided-off.js';
import type { Kin } from './kin.js';
import { printedWords } from './printed-words.js';
import type { Returned } from './returned.js';

/** What one decision does: said in a sentence, done by commands, kept in the plan's record. */
export interface Effect {
  row: string;
  decision: Decision;
  sentences: string[];
  commands: Command[];
  carried: CarriedMeasure;
  /** Key and text under which the clause goes on in the amended plan; null when it ends. */
  goesOn: DraftMeasure | null;
  /** Figures of one clause that go on under another. */
  heir: { from: string; to: string } | null;
}

/** The effects of all decisions, in the order of the comparison. */
export function effectsOf(ground: AmendmentGround, made: Decisions): Effect[] {
  const keys = new FreshKeys(ground);
  const done: Effect[] = [];
  for (const row of ground.comparison.rows) done.push(effectOf(caseOf(ground, row, made), keys, done));
  return done;
}

/** Keys of clauses by those under which their figures go on: of the measure they were split off from, or joined to. */
export function heirsOf(effects: readonly Effect[]): Map<string, string[]> {
  const heirs = new Map<string, string[]>();
  const inherits = (to: string, from: string) => heirs.set(to, [...(heirs.get(to) ?? []), from]);
  for (const { heir } of effects) if (heir) inherits(heir.to, heir.from);
  return heirs;
}

/** Keys for clauses that the amendment brings: they go on counting where the plan's keys end. */
class FreshKeys {
  private last: number;
  /** Place in the plan's order, after all that is there. */
  position: number;

  constructor({ old, measures }: AmendmentGround) {
    const keys = [...old.draft.measures.map((measure) => measure.key), ...measures.keys()];
    this.last = Math.max(0, ...keys.map((key) => Number(key.replace(/\D/g, ''))));
    this.position = Math.max(0, ...[...measures.values()].map((measure) => measure.position));
  }

  next(): { key: string; position: number } {
    this.last += 1;
    this.position += 1;
    return { key: `m${String(this.last).padStart(3, '0')}`, position: this.position };
  }
}

interface Case {
  ground: AmendmentGround;
  row: VersionRow;
  decision: Decision;
  old: DraftMeasure | null;
  now: DraftMeasure | null;
  /** What either text says of the clause, also where it names nobody for it. */
  said: { before: Wording | null; after: Wording | null };
  /** The running measure; null where the cycle has none, or it has ended. */
  running: Measure | null;
  kin: Kin | undefined;
  returned: Returned | undefined;
}

function caseOf(ground: AmendmentGround, row: VersionRow, made: Decisions): Case {
  const old = ground.old.draft.measures.find((one) => one.key === row.old?.key) ?? null;
  const now = ground.now.draft.measures.find((one) => one.key === row.now?.key) ?? null;
  const kin = ground.kindred.get(rowId(row));
  const returned = ground.returned.get(rowId(row));
  const running = runningOf(old ? ground.measures.get(old.key) : undefined);
  const said = { before: wordingIn(ground.old.draft, row.old?.key), after: newWording(ground, row.now) };
  return { ground, row, decision: decisionFor(row, made, kin, returned), old, now, said, running, kin, returned };
}

function effectOf(one: Case, keys: FreshKeys, done: readonly Effect[]): Effect {
  const { ground, row, decision, old, now, running } = one;
  if (choicesFor(row).length === 1 && decision === 'skip') return stayed(one, '没有单位承担，只登记新的表述', null);
  if (decision === 'asis' || decision === 'skip') return stayed(one, DECISION_WORDS[decision], asItWas(one));
  if (decision === 'start' || decision === 'resume') return started(one, keys, []);
  if (!running)
    return stayed(
      one,
      ground.measures.has(old!.key) ? '原任务已办结或撤销，只登记新的表述' : '原任务不在本年度推进，只登记',
      now && { ...now, key: old!.key },
    );
  if (decision === 'keep' || decision === 'apart') return kept(one, running);
  const target = done.find(({ row: there }) => there.endsWith(`|${one.kin?.key}`));
  if (decision === 'join' && target) return merged(one, running, target);
  return decision === 'withdraw' ? withdrawn(one, running) : started(one, keys, [withdrawal(ground, running)]);
}

function wordingIn(draft: DraftReading, key: string | undefined): Wording | null {
  const clause = clausesOf(draft).find((one) => one.key === key);
  const ground = draft.measures.find((one) => one.key === key)?.leadGround ?? null;
  return clause ? wordingOf({ ...clause.measure, leadGround: ground }) : null;
}

/** The new text's words for a clause, and what its paper prints where the office had corrected them. */
function newWording({ now, printed }: AmendmentGround, place: ClausePlace | null): Wording | null {
  const wording = wordingIn(now.draft, place?.key);
  const words = place && printedWords({ printed, draft: now.draft }, place);
  return wording && (words ? { ...wording, printed: words } : wording);
}

/** A measure that goes on as it is; where the new text names nobody for its clause, it is what was entered for that. */
function asItWas({ old, row }: Case): DraftMeasure | null {
  return old && { ...old, fromClause: row.now?.nobodys ? row.now.key : undefined };
}

function stayed(one: Case, sentence: string, goesOn: DraftMeasure | null): Effect {
  const changed = one.row.kinds[0] !== 'unchanged';
  return effect(one, 'untouched', { sentences: changed ? [sentence] : [], commands: [], goesOn });
}

function kept(one: Case, running: Measure): Effect {
  const { ground, old, now } = one;
  const { sentences, commands } = keepCommands(ground, running, old!, now!, one.decision === 'apart');
  return effect(one, 'kept', { sentences, commands, goesOn: { ...now!, key: old!.key } });
}

function withdrawn(one: Case, running: Measure): Effect {
  const sentences = ['撤销任务，各单位不再承担；已报送的进展和数据保留'];
  return effect(one, 'withdrawn', { sentences, commands: [withdrawal(one.ground, running)], goesOn: null });
}

/** Several of the old text become one of the new: the measure ends beside the way, what was reported stays with it. */
function merged(one: Case, running: Measure, { carried, goesOn }: Effect): Effect {
  const { ground, kin, old } = one;
  const into = carried.measureId!;
  const wanted = new Set(dutiesOf(goesOn!, ground.units).map(({ unitId }) => unitId));
  const leaving = (ground.assignments.get(running.id) ?? []).filter(({ unitId }) => !wanted.has(unitId));
  const names = leaving.map(({ unitId }) => ground.unitName(unitId)).join('、');
  const sentences = [
    `并入“${kin!.name}”，本任务不再单列；已报送的进展和文字留在本任务的记录里`,
    ...(names ? [`不再承担：${names}（“${kin!.name}”没有分给${leaving.length > 1 ? '这些单位' : '该单位'}）`] : []),
  ];
  const payload = { into, intoName: kin!.name, reason: ground.reason };
  const commands: Command[] = [{ kind: 'send', instance: running.id, type: 'merge', payload }];
  const done = effect(one, 'merged', { sentences, commands, goesOn: null });
  return { ...done, carried: { ...done.carried, into }, heir: { from: old!.key, to: goesOn!.key } };
}

function withdrawal({ reason }: AmendmentGround, running: Measure): Command {
  return { kind: 'send', instance: running.id, type: 'withdraw', payload: { reason } };
}

function started(one: Case, keys: FreshKeys, before: Command[]): Effect {
  const { ground, now } = one;
  const resumed = one.decision === 'resume' ? one.returned : undefined;
  const { key, position } = keys.next();
  const units = dutiesOf(now!, ground.units).map((duty) => ground.unitName(duty.unitId));
  const begins = `${resumed ? `恢复原“${resumed.name}”` : '起办新任务'}，分办到 ${units.length} 个单位：${units.join('、')}`;
  const sentences = before.length > 0 ? ['撤销原任务，原进展保留', begins] : [begins];
  const commands = [...before, ...measureStarts(ground.year, now!, key, position), ...toStage(ground, key)];
  const act = before.length > 0 ? 'restarted' : resumed ? 'resumed' : 'started';
  const done = effect(one, act, { sentences, commands, goesOn: { ...now!, key } });
  const from = (resumed ?? one.kin)?.key;
  return from ? { ...done, heir: { from, to: key } } : done;
}

const STAGES: Record<string, string> = { implementation: 'beginImplementation', evaluation: 'beginEvaluation' };

/** A measure that begins in mid-year begins at the year's stage. */
function toStage({ cycle }: AmendmentGround, key: string): Command[] {
  const type = STAGES[cycle.state];
  return type ? [{ kind: 'send', instance: `${cycle.id}:${key}`, type, payload: {} }] : [];
}

const BEGUN: CarriedMeasure['act'][] = ['started', 'restarted', 'resumed'];

type Outcome = Pick<Effect, 'sentences' | 'commands' | 'goesOn'>;

const NOT_DONE: Partial<Record<Decision, string>> = { asis: '决定按原样继续。', skip: '没有起办。' };

function effect(one: Case, act: CarriedMeasure['act'], outcome: Outcome): Effect {
  const { ground, row, decision, old, said } = one;
  const key = BEGUN.includes(act) ? outcome.goesOn?.key : old?.key;
  const carried: CarriedMeasure = {
    measureId: key && (ground.measures.has(key) || outcome.commands.length > 0) ? `${ground.cycle.id}:${key}` : null,
    ...{ act, ...said, sentence: row.sentence + toldOf(row, decision) + kinTold(one, act) },
  };
  return { row: rowId(row), decision, carried, heir: null, ...outcome };
}

/** What the new text says and was not carried out, by decision; a clause that nobody has or had needs no word. */
function toldOf({ kinds, old, now }: VersionRow, decision: Decision): string {
  const isNobodys = [old, now].every((place) => !place || place.nobodys !== null);
  return kinds[0] === 'unchanged' || isNobodys ? '' : (NOT_DONE[decision] ?? '');
}

/** Of a clause that was split, joined or brought back: what carries on what. */
function kinTold({ ground, row, kin, returned }: Case, act: CarriedMeasure['act']): string {
  if (ground.carries.includes(rowId(row))) return '由我办选定承接原任务。';
  if (act === 'resumed') return `恢复已撤销的原“${returned!.name}”。`;
  if (act === 'started' && kin) return begunBeside(ground, row.now!, kin);
  return act === 'merged' ? `并入“${kin!.name}”，与原“${kin!.partner.name}”合为一条。` : '';
}

/** A new clause beside the running one that it is like: told as divided off only where the texts prove it. */
function begunBeside({ old, now, printed }: AmendmentGround, begun: ClausePlace, { key, name, partner }: Kin): string {
  const textIn = (draft: DraftReading | null, of: string): string[] =>
    draft ? clausesOf(draft).flatMap((one) => (one.key === of ? [one.measure.text] : [])) : [];
  const formsOf = (of: string): string[] => [...textIn(now.draft, of), ...textIn(printed, of)];
  const [whole = ''] = textIn(old.draft, key);
  const isPrinted = textIn(printed, begun.key).length > 0;
  const rest = isPrinted ? formsOf(partner.key) : textIn(now.draft, partner.key);
  const isDivided = isDividedOff({ whole, part: formsOf(begun.key), rest });
  return `${isDivided ? `由原“${name}”分出` : `文字与原“${name}”相近，另起新任务`}，原任务由“${partner.name}”承接。`;
}
