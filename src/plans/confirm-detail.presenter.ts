import { ownWords } from '../domain/plan/own-columns.js';
import { conditionLine } from '../domain/plan/condition-words.js';
import { yearsMark } from '../domain/figures/striven.js';
import type { PhaseReading, ReportingDuty, TargetReading } from '../domain/plan/reading.js';
import { HARDNESS, KINDS, OPS, type DutyColumns, type PhaseColumns, type TargetColumns } from './confirm-values.js';
import { options } from './confirm.presenter.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { splitPlaces } from './draft-structure.js';
import { valueWords } from './draft-words.js';

const SHOWN_WORDS = 60;
const BLANK_TARGET = { metric: '', op: '>=', value: '', unit: '', by: '', hard: 'hard', kind: 'annual', raw: '' };

/** One measure's own page: text, targets, conditions; where it may be split; what it may be merged with. */
export function measureDetail(draft: DraftReading, measure: DraftMeasure, typed: MeasureTyped | null): object {
  const next = draft.measures[draft.measures.indexOf(measure) + 1] ?? null;
  const [start, end] = measure.span;
  return {
    ...{ key: measure.key, no: measure.no, name: measure.title, note: measure.note },
    source: draft.text.slice(start, end) || '（原文中没有对应的文字，是补录的举措）',
    own: ownWords(measure.own),
    text: typed?.text ?? measure.text,
    conditions: typed?.conditions ?? measure.conditions.map(conditionLine).join('\n'),
    targets: targetRows(measure.targets, typed),
    splits: splitChoices(measure.text),
    next: next && { key: next.key, label: `${next.no} ${next.title}`.trim() },
    division: valueWords('division', measure),
  };
}

/** The places where a measure may be split; the first sentence is proposed, a comma only where there is no other. */
function splitChoices(text: string): object[] {
  const places = splitPlaces(text);
  const proposed = places.find(({ within }) => !within) ?? places[0];
  return places.map((place) => {
    const words = place.words.slice(0, SHOWN_WORDS);
    return { at: place.at, words: place.within ? `（逗号处）${words}` : words, proposed: place === proposed };
  });
}

export interface MeasureTyped extends TargetColumns {
  text: string;
  conditions: string;
}

/** Rows of the form for targets, with two empty ones; as typed where a save was refused. */
export function targetRows(targets: TargetReading[], typed: TargetColumns | null): object[] {
  const rows = typed ? typedRows(typed) : targets.map(shownRow);
  return [...rows, BLANK_TARGET, BLANK_TARGET].map(({ metric, value, unit, by, raw, op, hard, kind }, at) => ({
    ...{ n: at + 1, metric, value, unit, by, raw },
    ...{ ops: options(OPS, op), hards: options(HARDNESS, hard), kinds: options(KINDS, kind) },
  }));
}

const shownRow = (one: TargetReading) => ({
  ...{ metric: one.metric, op: one.op, value: one.value === null ? '' : String(one.value), unit: one.unit ?? '' },
  ...{ by: one.by ?? '', hard: one.hard ? 'hard' : 'soft', kind: one.targetKind, raw: one.raw + yearsMark(one) },
});

/** Rows as typed, in their places; only the empty ones at the end are dropped. */
function typedRows(typed: TargetColumns) {
  const isFilled = (at: number): boolean => Boolean(typed.targetMetric[at]?.trim() || typed.targetValue[at]?.trim());
  const last = typed.targetMetric.reduce((found, _, at) => (isFilled(at) ? at : found), -1);
  return typed.targetMetric.slice(0, last + 1).map((metric, at) => {
    const cell = (column: string[]) => column[at] ?? '';
    const row = { op: cell(typed.targetOp), value: cell(typed.targetValue), unit: cell(typed.targetUnit) };
    const more = { by: cell(typed.targetBy), hard: cell(typed.targetHard), kind: cell(typed.targetKind), raw: '' };
    return { metric, ...row, ...more };
  });
}

/** The page of the plan's phases, duties to report and goals. */
export function elementsView(draft: DraftReading, typed: (PhaseColumns & DutyColumns & TargetColumns) | null): object {
  const phases = typed ? typedPhases(typed) : draft.phases.map(shownPhase);
  const duties = typed ? typedDuties(typed) : draft.reporting.map(shownDuty);
  return {
    phases: numbered([...phases, { name: '', start: '', end: '', printed: '' }]),
    duties: numbered([...duties, { from: '', to: '', due: '', every: '', what: '' }]),
    targets: targetRows(draft.goals, typed),
  };
}

const numbered = <T extends object>(rows: T[]): (T & { n: number })[] => rows.map((row, at) => ({ ...row, n: at + 1 }));

const shownPhase = ({ name, start, end, printed }: PhaseReading) => ({
  ...{ name, start: start ?? '', end: end ?? '', printed: printed ?? '' },
});

const shownDuty = ({ from, to, due, every, what }: ReportingDuty) => ({
  ...{ from, to, due: due ?? '', every: every ?? '', what },
});

const typedPhases = (typed: PhaseColumns) =>
  typed.phaseName.flatMap((name, at) =>
    name === '' ? [] : [{ name, start: typed.phaseStart[at] ?? '', end: typed.phaseEnd[at] ?? '', printed: '' }],
  );

const typedDuties = (typed: DutyColumns) =>
  typed.dutyFrom.flatMap((from, at) => {
    const [to = '', due = '', every = ''] = [typed.dutyTo[at], typed.dutyDue[at], typed.dutyEvery[at]];
    return from === '' && to === '' ? [] : [{ from, to, due, every, what: typed.dutyWhat[at] ?? '' }];
  });
