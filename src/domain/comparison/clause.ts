import type {
  ConditionReading,
  MeasureReading,
  PlanLevel,
  PlanReading,
  Span,
  TargetReading,
  UnitRef,
} from '../plan/reading.js';
import { nobodysClauses, type LeftClause, type Nobodys } from './nobodys.js';

/**
 * A measure as it is compared; drafts bring a key that stays through corrections, plain readings have none. `fromClause`
 * is the clause without a unit that was entered as this measure; `withoutDue`: a person has said that the day in the text
 * is none by which it is to be done.
 */
export type ComparedMeasure = MeasureReading & { key?: string; fromClause?: string; withoutDue?: boolean };

/** What of a plan is compared. */
export interface ComparedPlan extends Pick<
  PlanReading,
  'title' | 'docNumber' | 'issuedOn' | 'goals' | 'phases' | 'reporting' | 'unassigned' | 'unassignedClauses'
> {
  level: PlanLevel | null;
  /** What its goals demand without a figure, and the text in which they stand. */
  conditions?: ConditionReading[];
  text?: string;
  /** The plan's year, where its office has said another one than the title tells. */
  year?: number | null;
  measures: readonly ComparedMeasure[];
  /** Clauses without a unit of which a person has said that nobody gets them (不分办). */
  clauses?: readonly LeftClause[];
}

/** The part of a plan that has its clauses. */
export type WithClauses = Pick<ComparedPlan, 'measures'> &
  Partial<Pick<ComparedPlan, 'unassigned' | 'unassignedClauses' | 'clauses'>>;

/** Where a clause stands in its plan. */
export interface ClausePlace {
  key: string;
  no: string;
  chapter: string;
  title: string;
  text: string;
  /** Into the plan's text; null for what has no place of its own (总体目标). */
  span: Span | null;
  /** Set where nobody is named for the clause. */
  nobodys: Nobodys | null;
}

/** A clause in its plan, with the key that pairs name it by. */
export interface Clause {
  key: string;
  measure: ComparedMeasure;
  /** The clause has no unit: left so by a person, or still open; null where units are named. */
  nobodys: Nobodys | null;
  /** Figures and days of such a clause were not read. */
  unread?: boolean;
}

/**
 * The clauses of a plan in its order, those without a unit among them; without a key of its own the n-th measure is
 * m001, m002, …, the n-th clause without a unit c001, c002, …
 */
export function clausesOf(plan: WithClauses): Clause[] {
  const assigned = plan.measures.map((measure, at): Clause => {
    return { key: measure.key ?? `m${String(at + 1).padStart(3, '0')}`, measure, nobodys: null };
  });
  return nobodysClauses(plan).reduce<Clause[]>(withClause, assigned);
}

/** The clause put where it stands in the text; at the end where its place, or that of the others, is not known. */
function withClause(clauses: Clause[], clause: Clause): Clause[] {
  const [start, end] = clause.measure.span;
  const next = clauses.findIndex(({ measure }) => measure.span[0] > start);
  return next < 0 || end === 0 ? [...clauses, clause] : clauses.toSpliced(next, 0, clause);
}

/** Where a clause stands: its number, title and text, and the headings above it as one line. */
export function placeOf({ key, measure, nobodys }: Clause): ClausePlace {
  const { no, title, text, span } = measure;
  return { key, no, title, text, span, nobodys, chapter: measure.heading.slice(0, -1).join(' / ') };
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

/** A unit's name without level, so that 省教育厅 and 市教育局, 共青团省委 and 共青团市委, 高级 and 中级 courts are counterparts. */
export function counterpart(name: string): string {
  return name
    .replace(LEVEL, '')
    .replace(/^共青团[省市州盟县区旗]委/, '共青团委')
    .replace(/^[高中]级人民法院$/, '人民法院')
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

/** The key of a goal of the whole plan, by what it says: a goal put before it changes nothing. */
export function goalKey({ metric, raw, unit }: Pick<TargetReading, 'metric' | 'raw' | 'unit'>): string {
  let hash = 0x811c9dc5;
  for (const sign of `${metric}|${raw}|${unit ?? ''}`) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0;
  return `g${hash.toString(16).padStart(8, '0')}`;
}

export const isGoalKey = (key: string): boolean => /^g[0-9a-f]{8}$/.test(key);

/** Where a goal stands, as a clause is told. */
export function goalPlace(goal: TargetReading): ClausePlace {
  const title = `总体目标：${goal.metric}`;
  return { key: goalKey(goal), no: '', chapter: '', title, text: goal.raw, span: goal.span ?? null, nobodys: null };
}
