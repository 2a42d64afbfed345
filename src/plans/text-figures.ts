import type { DeadlineReading, Doubt, PlanReading, Span } from '../domain/plan/reading.js';
import { firstYear, lastYear, planYear, type YearFacts } from '../domain/plan/year.js';
import { deadlinesIn, proposedDeadline } from '../intake/dates/deadlines.js';
import { readConditions } from '../intake/targets/conditions.js';
import { isPast, type GoalCell, measureFigures, type Found } from '../intake/targets/goal-column.js';
import { readTargets } from '../intake/targets/targets.js';
import { placesIn } from './draft-spans.js';

/** What a text without a responsibility note says beside its words: the same as is read of a measure with one. */
export interface TextFigures extends Found {
  /** The day that it proposes as 完成时限; null for none. */
  deadline: DeadlineReading | null;
  /** Figures that were not understood. */
  doubts: Doubt[];
}

type Plan = Pick<PlanReading, 'text' | 'issuedOn' | 'docNumber' | 'title'> & YearFacts;

/** Targets, conditions and day of a title and text that stand in the plan's source at `span`. */
export function figuresOf(plan: Plan, { title, text, span }: { title: string; text: string; span: Span }): TextFigures {
  const words = text.startsWith(title) ? '' : title;
  const [inTitle, inText] = [readerOf(plan, words, span), readerOf(plan, text, span)];
  const figures = measureFigures(text, { words, ...inTitle.read(0, words.length) }, inText.read);
  return { ...figures, deadline: proposedDeadline([...inText.days(), ...inTitle.days()]) };
}

/** Reads stretches of one text, each with its place in the source. */
function readerOf(plan: Plan, text: string, within: Span) {
  const year = planYear(plan);
  const [first, last] = [firstYear(plan.title, year), lastYear(plan.title, year)];
  const spanOf = placesIn(plan.text, within, text);
  const read = (from: number, to: number, cell?: GoalCell): Found => {
    if (isPast(cell, first)) return { targets: [], conditions: [], past: true };
    const placed = (start: number, end: number): Span => spanOf(from + start, from + end);
    const words = text.slice(from, to);
    const targets = readTargets(words, { year, first, last, cell, by: cell?.by ?? null }, placed);
    return { targets, conditions: readConditions(words, { year, issuedOn: plan.issuedOn }, placed) };
  };
  const days = () =>
    deadlinesIn(text, year, plan.issuedOn).map(({ day, raw, index, doubt }) => ({
      ...{ day, raw, index, doubt, span: spanOf(index, index + raw.length) },
    }));
  return { read, days };
}
