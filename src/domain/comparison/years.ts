import type { MeasureReading } from '../plan/reading.js';
import { titleSpan, titleYear } from '../plan/year.js';
import type { ComparedPlan } from './clause.js';

/** The years of two yearly plans that are not of the same year; days of the first are laid beside the second's by it. */
export interface YearShift {
  left: number;
  right: number;
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?=\s*年|\s*[—–~～至-]+\s*(?:19|20)\d\d)/g;

/** The distance of two plans in years; null where they are of one year, or one of them is of no single year. */
export function yearShift(left: ComparedPlan, right: ComparedPlan): YearShift | null {
  const [one, other] = [yearOfPlan(left), yearOfPlan(right)];
  return one === null || other === null || one === other ? null : { left: one, right: other };
}

/** The year that the office has said, else the one that the title names; else that of issue, unless the plan has days of another year. */
function yearOfPlan(plan: ComparedPlan): number | null {
  const named = plan.year ?? titleYear(plan.title);
  if (named !== null) return named;
  const issued = plan.issuedOn?.slice(0, 4) ?? null;
  const elsewhere = titleSpan(plan.title) !== null || daysOf(plan).some((day) => day.slice(0, 4) !== issued);
  return issued === null || elsewhere ? null : Number(issued);
}

function daysOf({ measures, goals, phases, reporting }: ComparedPlan): string[] {
  const targets = [...goals, ...measures.flatMap((measure) => measure.targets)];
  const days = [
    ...measures.map(({ due }) => due),
    ...targets.map(({ by }) => by),
    ...phases.flatMap(({ start, end }) => [start, end]),
    ...reporting.map(({ due }) => due),
  ];
  return days.filter((day) => day !== null);
}

/**
 * A day of the left plan as it is laid beside one of the right plan: the same day where both print it, else moved by the
 * distance of the plans; a far goal of a later year moves only where the right plan moved it too.
 */
export function dayToward(shift: YearShift | null, day: string | null, other: string | null): string | null {
  if (!shift || !day || day === other) return day;
  const moved = movedDay(day, shift.right - shift.left);
  return moved === other || Number(day.slice(0, 4)) <= shift.left ? moved : day;
}

/** A day moved by years; the end of February stays the end of February. */
export function movedDay(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  const lastOfFebruary = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? '02-29' : '02-28';
  return `${year}-${/-02-2[89]$/.test(day) ? lastOfFebruary : day.slice(5)}`;
}

/** A text of the left plan with its years as the right plan's text has them, where only the distance lies between. */
export function textToward(shift: YearShift | null, text: string, other: string): string {
  if (!shift) return text;
  const [years, others] = [text.match(YEAR) ?? [], other.match(YEAR) ?? []];
  let at = -1;
  return text.replace(YEAR, (year) => {
    at += 1;
    const moved = String(Number(year) + shift.right - shift.left);
    const there = years.length === others.length ? others[at] : undefined;
    if (there === year || there === moved) return there;
    return Number(year) <= shift.left ? moved : year;
  });
}

/** The words of a measure of the left plan, with years as in its counterpart; days and figures stay as printed. */
export function wordsToward(shift: YearShift | null, measure: MeasureReading, other: MeasureReading): MeasureReading {
  if (!shift) return measure;
  const text = (words: string, others: string) => textToward(shift, words, others);
  const targets = measure.targets.map((target) => ({ ...target, raw: text(target.raw, other.text) }));
  return { ...measure, targets, title: text(measure.title, other.title), text: text(measure.text, other.text) };
}

/** “（相差1年，折合2026-10-31）” behind a day that was moved; empty for one that was not. */
export function movedWords(shift: YearShift | null, day: string, laid: string): string {
  return shift && day !== laid ? `（相差${Math.abs(shift.right - shift.left)}年，折合 ${laid}）` : '';
}
