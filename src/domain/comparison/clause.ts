import type { MeasureReading, PlanLevel, PlanReading, Span, UnitRef } from '../plan/reading.js';

/** A measure as it is compared; drafts bring a key that stays through corrections, plain readings have none. */
export type ComparedMeasure = MeasureReading & { key?: string };

/** What of a plan is compared. */
export interface ComparedPlan extends Pick<
  PlanReading,
  'title' | 'docNumber' | 'issuedOn' | 'goals' | 'phases' | 'reporting' | 'unassigned'
> {
  level: PlanLevel | null;
  measures: readonly ComparedMeasure[];
}

/** Where a clause stands in its plan. */
export interface ClausePlace {
  key: string;
  no: string;
  chapter: string;
  title: string;
  text: string;
  /** Into the plan's text; null for what has no place of its own (总体目标). */
  span: Span | null;
}

/** A clause in its plan, with the key that pairs name it by. */
export interface Clause {
  key: string;
  measure: ComparedMeasure;
}

/** The clauses of a plan in its order; without a key of its own the n-th one is m001, m002, … */
export function clausesOf(plan: Pick<ComparedPlan, 'measures'>): Clause[] {
  return plan.measures.map((measure, at) => ({ key: measure.key ?? `m${String(at + 1).padStart(3, '0')}`, measure }));
}

/** Where a clause stands: its number, title and text, and the headings above it as one line. */
export function placeOf({ key, measure }: Clause): ClausePlace {
  const { no, title, text, span } = measure;
  return { key, no, title, text, span, chapter: measure.heading.slice(0, -1).join(' / ') };
}

/** “2.1 开展技能培训”, shortened for a sentence. */
export function called({ no, title }: { no: string; title: string }): string {
  const short = title.length > 24 ? `${title.slice(0, 24)}…` : title;
  return [no, short].filter(Boolean).join(' ');
}

/** Every unit that a measure names, each once. */
export function unitsOf(measure: MeasureReading): UnitRef[] {
  const units = [...(measure.lead ? [measure.lead] : []), ...measure.responsible, ...measure.supporting];
  return units.filter((unit, at) => units.findIndex((one) => one.name === unit.name) === at);
}

const LEVEL = /^(自治区|省|市|州|盟|县|区|旗)(?=..)/;

/** A unit's name without level, so that 省教育厅 and 市教育局 are counterparts. */
export function counterpart(name: string): string {
  return name
    .replace(LEVEL, '')
    .replace(/厅$/, '局')
    .replace(/委员会$/, '委');
}

/** Letters and digits only, in one width: what is left of a text when layout and punctuation do not count. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
