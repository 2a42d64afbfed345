import type { ConditionReading, PhaseReading, ReportingDuty } from '../domain/plan/reading.js';
import { movedDay } from '../domain/comparison/years.js';
import { noteDays } from '../intake/dates/note-days.js';
import { printedDays } from '../intake/dates/phrases.js';
import { readTerms } from '../intake/targets/conditions.js';
import { besides } from '../intake/targets/note-terms.js';
import { readTargets } from '../intake/targets/targets.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import type { FieldChange } from './draft-changes.js';
import { deadlineFields } from './draft-deadlines.js';
import { figuresOf, type TextFigures } from './text-figures.js';

const PRINTED_YEAR = /20\d\d\s*年/;

/** What a day is moved by: the year that the plan was read in, and the one that it is given. */
interface Years {
  from: number;
  to: number;
}

/**
 * The changes that follow when the office gives a plan another year: days that the paper prints without a year were read
 * in the former one and move with it. Days printed with their year stay, and so does what the office set by hand.
 */
export function redated(draft: DraftReading, from: number, to: number): FieldChange[] {
  if (from === to) return [];
  const years = { from, to };
  const phases = draft.phases.map((phase) => movedPhase(phase, years));
  const plan = {
    phases,
    reporting: draft.reporting.map((duty) => movedDuty(draft, duty, phases, years)),
    goals: draft.goals.map((goal) => reread(goal, goalsAround(draft, goal.span, years))),
  };
  return [
    ...changed(null, draft, plan),
    ...draft.measures.flatMap((measure) => changed(measure.key, measure, movedMeasure(draft, measure, years))),
  ];
}

function changed<T extends object>(key: string | null, before: T, after: Partial<T>): FieldChange[] {
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof T] ?? null))
    .map(([field, value]) => ({ key, field, value }));
}

const inYear = (day: string | null, { from }: Years): day is string => day?.startsWith(`${from}-`) ?? false;
const laterBy = (day: string | null, years: Years): string | null =>
  inYear(day, years) ? movedDay(day, years.to - years.from) : day;

function movedPhase(phase: PhaseReading, years: Years): PhaseReading {
  const { start, end, printed } = phase;
  if (!printed || PRINTED_YEAR.test(printed)) return phase;
  return { ...phase, start: laterBy(start, years), end: laterBy(end, years) };
}

/** A report is due by a day of its own sentence, or with the end of its phase. */
function movedDuty(draft: DraftReading, duty: ReportingDuty, phases: PhaseReading[], years: Years): ReportingDuty {
  const { due, span } = duty;
  if (!inYear(due, years) || !span) return duty;
  const printed = printedDays(draft.text.slice(...span), years.from).find(({ day }) => day === due);
  if (printed) return PRINTED_YEAR.test(printed.raw) ? duty : { ...duty, due: laterBy(due, years) };
  const at = draft.phases.findIndex(({ end }) => end === due);
  return at < 0 ? duty : { ...duty, due: phases[at]!.end };
}

function movedMeasure(draft: DraftReading, measure: DraftMeasure, years: Years): Partial<DraftMeasure> {
  const inOne = (year: number) => figuresIn({ ...draft, year }, measure);
  const [before, after] = [inOne(years.from), inOne(years.to)];
  const deadline = movedDeadline(measure, after, years);
  return {
    due: movedDue(measure, deadline, years),
    deadline,
    ...noteDayAgain(draft, measure, years),
    targets: measure.targets.map((target) => reread(target, { before: before.targets, after: after.targets })),
    conditions: measure.conditions.map((one) => rereadWindow(one, before.conditions, after.conditions)),
  };
}

/** What title, text and note say when they are read in the draft's year. */
function figuresIn(draft: DraftReading, measure: DraftMeasure): TextFigures {
  const figures = figuresOf(draft, measure);
  const when = { year: draft.year ?? null, issuedOn: draft.issuedOn };
  const terms = readTerms(measure.note, when, () => measure.noteSpan);
  return { ...figures, conditions: besides(figures.conditions, terms) };
}

/** A day of the note that was asked about, since it lay before the plan's own date, is the measure's day in a year where it does not. */
function noteDayAgain({ issuedOn }: DraftReading, measure: DraftMeasure, years: Years): Partial<DraftMeasure> {
  const { due, deadline, note } = measure;
  if (due !== null || !deadline?.doubt || !isWithoutYear(note, deadline.day, years)) return {};
  const again = noteDays(note, years.to, issuedOn).due;
  if (again?.raw !== deadline.raw) return {};
  return again.doubt === null
    ? { due: again.day, track: deadlineFields(again.day).track, deadline: null }
    : { deadline: { ...deadline, day: again.day, doubt: again.doubt } };
}

/** A day of the responsibility note, or the one that was taken from the text, which goes where that goes. */
function movedDue({ due, note, ...measure }: DraftMeasure, deadline: DraftMeasure['deadline'], years: Years) {
  if (due !== null && due === measure.deadline?.day) return deadline?.day ?? due;
  return isWithoutYear(note, due, years) ? laterBy(due, years) : due;
}

/** A day that the text proposes is judged anew: in another year it may lie before the plan's own date, or no longer. */
function movedDeadline({ deadline }: DraftMeasure, after: TextFigures, years: Years): DraftMeasure['deadline'] {
  if (!deadline || PRINTED_YEAR.test(deadline.raw)) return deadline ?? null;
  const day = laterBy(deadline.day, years) ?? deadline.day;
  const again = after.deadline;
  return { ...deadline, day, doubt: again?.raw === deadline.raw && again.day === day ? again.doubt : deadline.doubt };
}

/** Whether a note prints a day, and without its year. */
const isWithoutYear = (note: string, due: string | null, { from }: Years): boolean =>
  due !== null && printedDays(note, from).some(({ day, raw }) => day === due && !PRINTED_YEAR.test(raw));

interface Dated {
  raw: string;
  by?: string | null;
  targetKind?: string;
}

/** A figure as its words read in the other year; one that they do not give, as the office has set it, stays. */
function reread<T extends Dated>(item: T, { before, after }: { before: readonly T[]; after: readonly T[] }): T {
  const at = before.findIndex(({ raw, by }) => raw === item.raw && (by ?? null) === (item.by ?? null));
  const [was, is] = [before[at], before.length === after.length ? after[at] : undefined];
  if (!was || is?.raw !== item.raw) return item;
  const kind = item.targetKind !== undefined && item.targetKind === was.targetKind ? { targetKind: is.targetKind } : {};
  return { ...item, ...('by' in item ? { by: is.by } : {}), ...kind };
}

/** A condition in the other year, a window with its days; days that the office has set stay. */
function rereadWindow(
  one: ConditionReading,
  before: readonly ConditionReading[],
  after: readonly ConditionReading[],
): ConditionReading {
  const at = before.findIndex((was) => was.raw === one.raw && was.start === one.start && was.end === one.end);
  const is = before.length === after.length ? after[at] : undefined;
  if (one.kind !== 'window' || is?.raw !== one.raw) return reread(one, { before, after });
  const { start, end, note } = is;
  return { ...one, start, end, note };
}

/** The goals of the paragraph around a place, read in either year. */
function goalsAround({ text }: DraftReading, span: [number, number] | undefined, { from, to }: Years) {
  if (!span) return { before: [], after: [] };
  const start = text.lastIndexOf('\n', span[0]) + 1;
  const end = text.indexOf('\n', span[0]);
  const words = text.slice(start, end < 0 ? undefined : end);
  const inOne = (year: number) => readTargets(words, { year, first: null, by: null }, (a, b) => [start + a, start + b]);
  return { before: inOne(from), after: inOne(to) };
}

/** The days of a year that the paper prints with it, each in a few words: what moving to another year left as printed. */
export const staying = (draft: DraftReading, year: number): string[] => daysOf(draft, year, true);

/** The days of a year that the office has typed itself: moving to another year left them as well. */
export const setByHand = (draft: DraftReading, year: number): string[] => daysOf(draft, year, false);

function daysOf({ text, measures, phases, reporting }: DraftReading, year: number, isPrinted: boolean): string[] {
  const isOf = (day: string | null): day is string => day?.startsWith(`${year}-`) ?? false;
  const stands = (day: string | null, words: string) => isOf(day) && isPrinted === isDatedIn(words, day, year);
  return [
    ...measures
      .filter(({ due, note, deadline }) => stands(due, deadline?.day === due ? deadline.raw : note))
      .map(({ no, due }) => `${no} 完成时限 ${due}`.trim()),
    ...phases
      .filter(({ end, printed }) => isOf(end) && isPrinted === PRINTED_YEAR.test(printed ?? ''))
      .map(({ name, start, end }) => `${name} ${start ?? '未定'} 至 ${end}`),
    ...reporting
      .filter(({ due, span }) => stands(due, span ? text.slice(...span) : ''))
      .map(({ due }) => `向上报送 ${due}`),
  ];
}

/** Whether words print a day with its year. */
const isDatedIn = (words: string, day: string, year: number): boolean =>
  printedDays(words, year).some((one) => one.day === day && PRINTED_YEAR.test(one.raw));
