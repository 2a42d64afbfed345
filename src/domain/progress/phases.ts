import { addDays, earlierOf, laterOf, makeDay, yearOf, type CalendarDay } from '../calendar/day.js';
import { whereKnown, type WorkingCalendar } from '../calendar/working-days.js';

/** The three stages that every plan has, whether it prints them or not. */
export type Stage = 'mobilisation' | 'implementation' | 'evaluation';

export const STAGES: readonly Stage[] = ['mobilisation', 'implementation', 'evaluation'];

export const STAGE_NAMES: Record<Stage, string> = {
  mobilisation: '动员部署',
  implementation: '推进落实',
  evaluation: '总结评估',
};

/** printed in the plan, set by the office, or 推定 (a proposal). */
export type StageOrigin = 'printed' | 'set' | 'presumed';

/** One stage of a year's cycle; a null start opens by the year-end round, a null end by hand or by the next stage. */
export interface StageDates {
  stage: Stage;
  /** As printed, else the stage's usual name. */
  name: string;
  start: CalendarDay | null;
  end: CalendarDay | null;
  origin: StageOrigin;
}

/** A phase as a plan prints it; a name that tells no stage is left to the office. */
export interface PrintedPhase {
  name: string;
  start: CalendarDay | null;
  end: CalendarDay | null;
}

/** How many working days after the issue mobilisation is proposed to last. */
const MOBILISATION_WORKING_DAYS = 10;

const WORDS: [Stage, RegExp][] = [
  ['evaluation', /总结|评估|验收|考核|评价|巩固提升/],
  ['mobilisation', /动员|部署|启动|宣传发动|安排|准备|摸底|方案制定/],
  ['implementation', /推进|实施|落实|攻坚|整治|开展|推广|组织/],
];

/** The stage that a printed phase name speaks of, or null. */
export function stageOfName(name: string): Stage | null {
  return WORDS.find(([, words]) => words.test(name))?.[0] ?? null;
}

/**
 * The stages of one year's cycle. Printed dates act; where a plan prints none, proposals marked 推定 are offered:
 * mobilisation to ten working days after the issue (left open where the calendar lacks the year), evaluation from 1 December. Stages follow one another: each starts
 * at the later of its printed start and the day after its predecessor's end, evaluation without a printed start opens
 * with the year-end round. A later year of a plan of several years begins on 1 January; the `first` cycle of a plan that is
 * issued before its year mobilises from the issue on, work itself is proposed for the plan's year.
 */
export function stagesOf(
  printed: PrintedPhase[],
  issuedOn: CalendarDay,
  year: number,
  calendar: WorkingCalendar,
  first = false,
): StageDates[] {
  const newYear = makeDay(year, 1, 1);
  const beginsOn = first ? issuedOn : laterOf(issuedOn, newYear);
  const from = earlierOf(beginsOn, newYear);
  const within = printed.filter((phase) => touches(phase, from, year)).map((phase) => clipped(phase, from, year));
  const given = STAGES.map((stage) => merged(stage, within));
  const proposals = given.includes(null) ? presumed(beginsOn, year, calendar) : [];
  if (given.every((stage) => stage === null)) return proposals;
  return following(given.map((stage, at) => stage ?? unprinted(proposals[at], given.slice(at + 1))));
}

/** Years that a plan works through, from its issue to its last printed day. */
export function cycleYears(issuedOn: CalendarDay, lastDay: CalendarDay | null): number[] {
  const from = yearOf(issuedOn);
  const to = lastDay ? Math.max(from, yearOf(lastDay)) : from;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** Whether a dated phase lies between a day and the end of the year; one without any date tells nothing. */
function touches({ start, end }: PrintedPhase, from: CalendarDay, year: number): boolean {
  if (start === null && end === null) return false;
  const startsInTime = start === null || start <= makeDay(year, 12, 31);
  return startsInTime && (end ?? lastOfYear(start) ?? from) >= from;
}

const lastOfYear = (day: CalendarDay | null): CalendarDay | null => day && makeDay(yearOf(day), 12, 31);

/** A phase of several years, cut to one of them. */
function clipped({ name, start, end }: PrintedPhase, first: CalendarDay, year: number): PrintedPhase {
  const last = makeDay(year, 12, 31);
  return { name, start: start && laterOf(start, first), end: end && earlierOf(end, last) };
}

function merged(stage: Stage, phases: PrintedPhase[]): StageDates | null {
  const own = phases.filter((phase) => stageOfName(phase.name) === stage);
  if (!own.length) return null;
  const starts = own.map((phase) => phase.start).filter((day) => day !== null);
  const ends = own.map((phase) => phase.end).filter((day) => day !== null);
  const start = starts.length === own.length ? starts.sort()[0] : null;
  return {
    stage,
    name: own.map((phase) => phase.name).join('、'),
    start,
    end: ends.sort().at(-1) ?? null,
    origin: 'printed',
  };
}

/** A stage that the plan passes over, beside stages that it prints: it gives way to the next printed start, but keeps a day. */
function unprinted(proposal: StageDates, later: (StageDates | null)[]): StageDates {
  if (proposal.stage === 'evaluation') return { ...proposal, start: null };
  const next = later.find((stage) => stage?.start)?.start;
  const end = proposal.stage === 'mobilisation' ? proposal.end : null;
  if (!next || (end && end < next)) return { ...proposal, end };
  const before = addDays(next, -1);
  return { ...proposal, end: proposal.start ? laterOf(before, proposal.start) : before };
}

/** Fills the starts: nobody stands in two stages on one day. */
function following(stages: StageDates[]): StageDates[] {
  let lastEnd: CalendarDay | null = null;
  return stages.map((stage) => {
    const after: CalendarDay | null = lastEnd ? addDays(lastEnd, 1) : null;
    const start = startAfter(stage, after);
    lastEnd = stage.end ?? lastEnd;
    return { ...stage, start };
  });
}

function startAfter(stage: StageDates, after: CalendarDay | null): CalendarDay | null {
  if (!stage.start) return stage.stage === 'evaluation' ? null : after;
  const start = after ? laterOf(stage.start, after) : stage.start;
  return stage.end && start > stage.end ? stage.end : start;
}

/** Where the calendar lacks the year, no end of the mobilisation is proposed: working days are never guessed. */
function presumed(beginsOn: CalendarDay, year: number, calendar: WorkingCalendar): StageDates[] {
  const worked = whereKnown(() => calendar.addWorkingDays(beginsOn, MOBILISATION_WORKING_DAYS));
  const mobilised = worked && laterOf(worked, makeDay(year - 1, 12, 31));
  const first = makeDay(year, 12, 1);
  const evaluation = mobilised ? laterOf(first, addDays(mobilised, 2)) : laterOf(first, addDays(beginsOn, 1));
  const yearEnd = laterOf(makeDay(year, 12, 31), evaluation);
  return [
    { ...bare('mobilisation'), start: beginsOn, end: mobilised },
    { ...bare('implementation'), start: mobilised && addDays(mobilised, 1), end: addDays(evaluation, -1) },
    { ...bare('evaluation'), start: evaluation, end: yearEnd },
  ];
}

function bare(stage: Stage): Pick<StageDates, 'stage' | 'name' | 'origin'> {
  return { stage, name: STAGE_NAMES[stage], origin: 'presumed' };
}

/** Days on which the stages' ends are acted on: the day after a printed or set end; proposals (推定) do not act. */
export function stageDays(phases: readonly StageDates[]): Record<string, CalendarDay | null> {
  const acting = (stage: Stage) => phases.find((phase) => phase.stage === stage && phase.origin !== 'presumed');
  const after = (end: CalendarDay | null | undefined) => (end ? addDays(end, 1) : null);
  return {
    mobilisationEnd: after(acting('mobilisation')?.end),
    implementationEnd: acting('evaluation')?.start ?? null,
    evaluationEnd: after(acting('evaluation')?.end),
  };
}
