import { bare } from '../domain/comparison/clause.js';
import type { ConditionReading, TargetReading, UnitRef } from '../domain/plan/reading.js';
import type { DraftMeasure, DraftReading } from './draft.js';

/** A point of a measure on which an office may correct what was read; for carrying its decisions to an amended text. */
export interface Point<T> {
  name: string;
  /** Fields of a correction that are about it. */
  fields: readonly string[];
  /** What the paper says of it: how units are called there, not who they are. */
  paper(of: T): unknown;
  /** What stands in the draft. */
  said(of: T): unknown;
  /** The draft's words on the point, to be taken over. */
  taken(of: T): Partial<T>;
}

const surfaces = (units: readonly UnitRef[]) => [...new Set(units.map(({ surface }) => bare(surface)))];
/** One printed unit alone leads; that it is read as several by now (one that is gone and was divided) is not the paper's word. */
const modeOf = (mode: DraftMeasure['mode'], responsible: readonly UnitRef[]) =>
  mode === 'joint' && responsible.length > 1 && surfaces(responsible).length === 1 ? 'lead_support' : mode;
const names = (units: readonly UnitRef[]) => units.map(({ name }) => name);
const target = ({ metric, op, value, unit, by, hard, raw }: TargetReading) =>
  [metric, op, value, unit, by, hard, bare(raw)] as const;
const condition = ({ raw }: ConditionReading) => bare(raw);
const dayInText = ({ due, deadline }: DraftMeasure) => [due, deadline?.day ?? null];

/** The points of a measure, each as the paper has it and as the office left it. */
export const MEASURE_POINTS: readonly Point<DraftMeasure>[] = [
  {
    ...{ name: '标题', fields: ['title'], paper: ({ title }) => bare(title), said: ({ title }) => title },
    taken: ({ title, heading }) => ({ title, heading }),
  },
  {
    ...{ name: '文字', fields: ['text'], paper: ({ text }) => bare(text), said: ({ text }) => text },
    taken: ({ text, opens, ends }) => ({ text, opens, ends }),
  },
  {
    ...{ name: '分工', fields: ['division', 'consolidator'] },
    paper: ({ mode, lead, responsible, supporting }) => [
      modeOf(mode, responsible),
      surfaces(lead ? [lead] : []),
      surfaces(responsible),
      surfaces(supporting),
    ],
    said: ({ mode, lead, leadBasis, responsible, supporting, consolidator }) => [
      mode,
      lead?.name ?? null,
      leadBasis,
      names(responsible),
      supporting.map(({ name, own }) => (own ? `${name}（责任）` : name)),
      consolidator,
    ],
    taken: ({ mode, lead, leadBasis, leadGround, responsible, supporting, consolidator }) => ({
      mode,
      lead,
      leadBasis,
      leadGround,
      responsible,
      supporting,
      consolidator,
    }),
  },
  {
    ...{ name: '未点名单位的处理', fields: ['groups'] },
    paper: ({ openGroups }) => openGroups.map(({ surface, role }) => [bare(surface), role]),
    said: ({ groups }) => groups.map(({ surface, role, choice }) => [surface, role, choice]),
    taken: ({ groups }) => ({ groups }),
  },
  {
    ...{ name: '完成时限', fields: ['due', 'withoutDue'], paper: dayInText },
    said: ({ due, withoutDue }) => [due, withoutDue ?? false],
    taken: ({ due, withoutDue }) => ({ due, withoutDue }),
  },
  {
    ...{ name: '任务类型', fields: ['track'], paper: dayInText, said: ({ track }) => track },
    taken: ({ track }) => ({ track }),
  },
  {
    ...{ name: '目标', fields: ['targets'], paper: ({ targets }) => targets.map(target) },
    said: ({ targets }) => targets.map(target),
    taken: ({ targets }) => ({ targets: targets.map(placeless) }),
  },
  {
    ...{ name: '条件', fields: ['conditions'], paper: ({ conditions }) => conditions.map(condition) },
    said: ({ conditions }) => conditions.map(condition),
    taken: ({ conditions }) => ({ conditions: conditions.map(placeless) }),
  },
];

/** The points of a plan as a whole. */
export const PLAN_POINTS: readonly Point<DraftReading>[] = [
  {
    ...{ name: '总体目标', fields: ['goals'], paper: ({ goals }) => goals.map(target) },
    said: ({ goals }) => goals.map(target),
    taken: ({ goals }) => ({ goals: goals.map(placeless) }),
  },
  {
    ...{ name: '阶段', fields: ['phases'], paper: ({ phases }) => phases.map(phase) },
    said: ({ phases }) => phases.map(phase),
    taken: ({ phases }) => ({ phases: phases.map(placeless) }),
  },
  {
    ...{ name: '向上报送', fields: ['reporting'], paper: ({ reporting }) => reporting.map(placeless) },
    said: ({ reporting }) => reporting.map(placeless),
    taken: ({ reporting }) => ({ reporting: reporting.map(placeless) }),
  },
];

const phase = ({ name, start, end }: DraftReading['phases'][number]) => [name, start, end];

/** Without its place, which is one in the other text. */
function placeless<T extends { span?: unknown }>(one: T): Omit<T, 'span'> & { span?: undefined } {
  const { span: _place, ...rest } = one;
  return rest;
}
