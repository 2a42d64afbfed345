import type { Doubt, MeasureReading, UnitRef } from '../domain/plan/reading.js';
import { leadOf } from '../domain/plan/duties.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { withPart } from './draft-parts.js';

const isOf =
  (surface: string) =>
  (unit: UnitRef): boolean =>
    unit.surface === surface;

/** Whether a printed surface leads a measure, told as the lead or as one of the leads beside supporters. */
export function leads({ mode, lead, leadBasis, responsible }: MeasureReading, surface: string): boolean {
  const several = mode === 'lead_support' && leadBasis !== 'first_listed';
  return lead?.surface === surface || (several && responsible.some(isOf(surface)));
}

/**
 * A measure of which a lead is gone and was read as several: none of those is said to lead. Beside another lead they are
 * responsible for parts of their own; else all share the work (共同负责). Who leads is asked.
 */
export function withoutDividedLead<M extends MeasureReading>(measure: M, surface: string): M {
  const heirs = measure.responsible.filter(isOf(surface));
  const others = measure.responsible.filter((unit) => !isOf(surface)(unit));
  const [first] = others;
  if (measure.mode === 'lead_support' && measure.leadBasis !== 'first_listed' && first) {
    const supporting = [...heirs.map((unit) => withPart(unit, true)), ...measure.supporting];
    return asked({ ...measure, lead: first, responsible: others, supporting }, surface);
  }
  const wasAsked = measure.leadBasis === 'first_listed';
  const [lead = null] = measure.responsible;
  const mode = measure.mode === 'lead_support' ? ('joint' as const) : measure.mode;
  const shared = { ...measure, mode, lead, leadBasis: 'first_listed' as const };
  return wasAsked ? shared : asked(shared, surface);
}

/** The lead is gone and its work divided: which of those that have it leads, only a person can say. */
function asked<M extends MeasureReading>(measure: M, surface: string): M {
  const reason = `原由${surface}牵头，现在由几家承担，没有写明由谁牵头，请核对`;
  const doubt: Doubt = { code: 'leads_unstated', field: 'lead', span: measure.noteSpan, reason };
  return {
    ...measure,
    doubts: [...measure.doubts, doubt],
    doubtful: true,
    confidence: Math.min(measure.confidence, 0.6),
  };
}

/** The draft after a name was given: measures that lost their lead by it are to be looked at again, with 我办汇总 proposed. */
export function leadAskedAnew(before: DraftReading, after: DraftReading): DraftReading {
  const had = new Map(before.measures.map((one) => [one.key, one]));
  return { ...after, measures: after.measures.map((one) => anew(had.get(one.key), one)) };
}

function anew(before: DraftMeasure | undefined, now: DraftMeasure): DraftMeasure {
  const isAsked = ({ doubts }: DraftMeasure): boolean => doubts.some(({ code }) => code === 'leads_unstated');
  if (!before || isAsked(before) || !isAsked(now)) return now;
  const lost = leadOf(now) === null ? { consolidator: 'office' as const, leadGround: null } : {};
  return { ...now, ...lost, accepted: false };
}
