import { clausesOf } from '../domain/comparison/clause.js';
import type { VersionRow } from '../domain/comparison/versions.js';
import { dutiesOf } from '../domain/plan/duties.js';
import type { Command } from '../engine/types.js';
import type { Measure } from '../measures/measures.entities.js';
import { measureStarts } from '../measures/register.js';
import type { DraftMeasure, DraftReading } from './access.js';
import type { AmendmentGround } from './amendment.ground.js';
import { wordingOf, type CarriedMeasure, type Wording } from './carried.js';
import { choicesFor, DECISION_WORDS, decisionFor, rowId, type Decision, type Decisions } from './decisions.js';
import { keepCommands } from './keeping.js';

/** What one decision does: said in a sentence, done by commands, kept in the plan's record. */
export interface Effect {
  row: string;
  decision: Decision;
  sentences: string[];
  commands: Command[];
  carried: CarriedMeasure;
  /** Key and text under which the clause goes on in the amended plan; null when it ends. */
  goesOn: DraftMeasure | null;
}

/** The effects of all decisions, in the order of the comparison. */
export function effectsOf(ground: AmendmentGround, made: Decisions): Effect[] {
  const keys = new FreshKeys(ground);
  return ground.comparison.rows.map((row) => effectOf(ground, row, decisionFor(row, made), keys));
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
}

function effectOf(ground: AmendmentGround, row: VersionRow, decision: Decision, keys: FreshKeys): Effect {
  const old = ground.old.draft.measures.find((one) => one.key === row.old?.key) ?? null;
  const now = ground.now.draft.measures.find((one) => one.key === row.now?.key) ?? null;
  const measure = old ? (ground.measures.get(old.key) ?? null) : null;
  const running = measure && !/^(closed|merged|withdrawn)/.test(measure.state) ? measure : null;
  const said = { before: wordingIn(ground.old.draft, row.old?.key), after: wordingIn(ground.now.draft, row.now?.key) };
  const one: Case = { ground, row, decision, old, now, said, running };
  if (choicesFor(row).length === 1 && decision === 'skip') return stayed(one, '没有单位承担，只登记新的表述', null);
  if (decision === 'asis' || decision === 'skip') return stayed(one, DECISION_WORDS[decision], asItWas(one));
  if (decision === 'start') return started(one, keys, []);
  if (!running)
    return stayed(
      one,
      measure ? '原任务已办结或撤销，只登记新的表述' : '原任务不在本年度推进，只登记',
      now && { ...now, key: old!.key },
    );
  if (decision === 'keep') return kept(one, running);
  return decision === 'withdraw' ? withdrawn(one, running) : started(one, keys, [withdrawal(ground, running)]);
}

function wordingIn(draft: DraftReading, key: string | undefined): Wording | null {
  const clause = clausesOf(draft).find((one) => one.key === key);
  const ground = draft.measures.find((one) => one.key === key)?.leadGround ?? null;
  return clause ? wordingOf({ ...clause.measure, leadGround: ground }) : null;
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
  const { sentences, commands } = keepCommands(ground, running, old!, now!);
  return effect(one, 'kept', { sentences, commands, goesOn: { ...now!, key: old!.key } });
}

function withdrawn(one: Case, running: Measure): Effect {
  const sentences = ['撤销任务，各单位不再承担；已报送的进展和数据保留'];
  return effect(one, 'withdrawn', { sentences, commands: [withdrawal(one.ground, running)], goesOn: null });
}

function withdrawal({ reason }: AmendmentGround, running: Measure): Command {
  return { kind: 'send', instance: running.id, type: 'withdraw', payload: { reason } };
}

function started(one: Case, keys: FreshKeys, before: Command[]): Effect {
  const { ground, now } = one;
  const { key, position } = keys.next();
  const units = dutiesOf(now!, ground.units).map((duty) => ground.unitName(duty.unitId));
  const begins = `起办新任务，分办到 ${units.length} 个单位：${units.join('、')}`;
  const sentences = before.length > 0 ? ['撤销原任务，原进展保留', begins] : [begins];
  const commands = [...before, ...measureStarts(ground.year, now!, key, position), ...toStage(ground, key)];
  const act = before.length > 0 ? 'restarted' : 'started';
  return effect(one, act, { sentences, commands, goesOn: { ...now!, key } });
}

const STAGES: Record<string, string> = { implementation: 'beginImplementation', evaluation: 'beginEvaluation' };

/** A measure that begins in mid-year begins at the year's stage. */
function toStage({ cycle }: AmendmentGround, key: string): Command[] {
  const type = STAGES[cycle.state];
  return type ? [{ kind: 'send', instance: `${cycle.id}:${key}`, type, payload: {} }] : [];
}

type Outcome = Pick<Effect, 'sentences' | 'commands' | 'goesOn'>;

const NOT_DONE: Partial<Record<Decision, string>> = { asis: '决定按原样继续。', skip: '没有起办。' };

function effect({ ground, row, decision, old, said }: Case, act: CarriedMeasure['act'], outcome: Outcome): Effect {
  const key = act === 'started' || act === 'restarted' ? outcome.goesOn?.key : old?.key;
  const carried: CarriedMeasure = {
    measureId: key && (ground.measures.has(key) || outcome.commands.length > 0) ? `${ground.cycle.id}:${key}` : null,
    ...{ act, ...said, sentence: row.sentence + toldOf(row, decision) },
  };
  return { row: rowId(row), decision, carried, ...outcome };
}

/** What the new text says and was not carried out, by decision; a clause that nobody has or had needs no word. */
function toldOf({ kinds, old, now }: VersionRow, decision: Decision): string {
  const isNobodys = [old, now].every((place) => !place || place.nobodys !== null);
  return kinds[0] === 'unchanged' || isNobodys ? '' : (NOT_DONE[decision] ?? '');
}
