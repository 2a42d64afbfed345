import { Decimal } from 'decimal.js';
import type { CalendarDay } from '../calendar/day.js';
import { rounded } from './format.js';
import type { Accumulation, Aggregation } from './indicator.js';
import { leastFirm, type ValueStatus } from './value-status.js';

/** One unit's figure for one period, in base units. */
export interface SubmittedFigure {
  /** Id of the unit that reports. */
  unit: string;
  /** 截至日 of the period. */
  asOf: CalendarDay;
  value: string | null;
  /** For ratios: the parts, so that shares are never averaged. */
  numerator?: string | null;
  denominator?: string | null;
  status: ValueStatus;
}

/** A figure put together from several units. */
export interface AggregatedFigure {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  status: ValueStatus | null;
  /** Units whose figures are in it, and units that were asked and are not. */
  counted: string[];
  missing: string[];
}

export interface AggregationRule {
  aggregation: Aggregation;
  accumulation: Accumulation;
}

/**
 * The figure over all asked units up to a day. Cumulative figures count each unit's latest, periodic ones all its
 * periods; a ratio is Σ numerator ÷ Σ denominator. A unit without a figure is missing, never zero.
 */
export function aggregate(
  rule: AggregationRule,
  figures: SubmittedFigure[],
  asked: string[],
  asOf: CalendarDay,
): AggregatedFigure {
  const usable = figures.filter((figure) => figure.asOf <= asOf && hasValue(figure, rule.aggregation));
  const taken = rule.aggregation === 'none' ? [] : chosen(rule, usable);
  const counted = [...new Set(taken.map((figure) => figure.unit))];
  const missing = asked.filter((unit) => !counted.includes(unit));
  return {
    ...combined(rule.aggregation, taken),
    status: leastFirm(taken.map((figure) => figure.status)),
    counted,
    missing,
  };
}

/** Says what a total rests on: 10个县（市、区）中9个已报，缺：娄烦县. Null when nothing is missing. */
export function coverageSentence(
  figure: AggregatedFigure,
  noun: string,
  nameOf: (unit: string) => string,
): string | null {
  if (!figure.missing.length) return null;
  const all = figure.counted.length + figure.missing.length;
  const missing = figure.missing.map(nameOf).join('、');
  return `${all}个${noun}中${figure.counted.length}个已报，缺：${missing}`;
}

function hasValue(figure: SubmittedFigure, aggregation: Aggregation): boolean {
  return figure.value !== null || (aggregation === 'ratio' && hasParts(figure));
}

function hasParts({ numerator, denominator }: SubmittedFigure): boolean {
  return Boolean(numerator && denominator);
}

function chosen(rule: AggregationRule, figures: SubmittedFigure[]): SubmittedFigure[] {
  const ordered = [...figures].sort((a, b) => a.asOf.localeCompare(b.asOf));
  if (rule.aggregation === 'latest') return ordered.slice(-1);
  return rule.accumulation === 'cumulative'
    ? [...new Map(ordered.map((figure) => [figure.unit, figure])).values()]
    : ordered;
}

type Combined = Pick<AggregatedFigure, 'value' | 'numerator' | 'denominator'>;

function combined(aggregation: Aggregation, figures: SubmittedFigure[]): Combined {
  const nothing = { value: null, numerator: null, denominator: null };
  if (!figures.length) return nothing;
  if (aggregation === 'ratio') return ratio(figures);
  return { ...nothing, value: total(figures.map((figure) => figure.value ?? '0')) };
}

/** Shares without parts cannot be put together: a single one stands for itself, several give no value. */
function ratio(figures: SubmittedFigure[]): Combined {
  if (!figures.every(hasParts)) {
    return { value: figures.length === 1 ? figures[0].value : null, numerator: null, denominator: null };
  }
  const numerator = total(figures.map((figure) => figure.numerator ?? '0'));
  const denominator = total(figures.map((figure) => figure.denominator ?? '0'));
  const value = new Decimal(denominator).isZero()
    ? null
    : rounded(new Decimal(numerator).div(denominator).times(100), 2);
  return { value, numerator, denominator };
}

function total(values: string[]): string {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed();
}
