import { isDay } from '../domain/calendar/day.js';
import { parseFigure, type ParsedFigure } from '../domain/figures/parse.js';
import { baseUnit, sameUnit } from '../domain/figures/unit.js';
import type { PhaseReading, ReportingDuty, TargetKind, TargetOp, TargetReading } from '../domain/plan/reading.js';
import { isToCome } from './draft-deadlines.js';
import { Refusal } from '../shared/errors.js';
import type { PlanStart } from './years.js';

export const fault = (message: string, field: string): Refusal =>
  new Refusal('invalid_input', message, { place: field, cure: '请修改后再保存。', facts: { field } });

/** A text that must not be empty. Refusal: invalid_input; facts.field is the field's id. */
export function requiredWords(text: string, label: string, field: string): string {
  if (text.trim() !== '') return text.trim();
  throw fault(`请填写${label}。`, field);
}

/** A day or nothing. Refusal: invalid_input. */
export function optionalDay(text: string, label: string, field: string): string | null {
  if (text.trim() === '') return null;
  if (isDay(text.trim())) return text.trim();
  throw fault(`${label}“${text.trim()}”不是日期，请按 2023-12-31 的样式填写。`, field);
}

/** A day that must be given. Refusal: invalid_input. */
export function requiredDay(text: string, label: string, field: string): string {
  return optionalDay(requiredWords(text, label, field), label, field) ?? '';
}

/** Refuses a day that had passed when the plan was issued. Refusal: day_before_plan; facts.field is the field's id. */
export function refusePast(day: string, start: PlanStart | null, field: string): void {
  if (start === null || isToCome(day, start)) return;
  throw new Refusal('day_before_plan', `完成时限 ${day} 早于计划的${start.words}，没有采用。`, {
    place: '完成时限',
    cure: '请核对年份后改为此后的日期，或不设完成时限。',
    facts: { field },
  });
}

/** The names or lines of a text, each once, in their order. */
export function listed(text: string, separator = /[、，,；;\n]+/): string[] {
  const parts = text.split(separator).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))];
}

/** Columns of rows as forms send them. */
export interface TargetColumns {
  targetMetric: string[];
  targetOp: string[];
  targetValue: string[];
  targetUnit: string[];
  targetBy: string[];
  targetHard: string[];
  targetKind: string[];
}

export const OPS: Record<TargetOp, string> = {
  ...{ '>=': '不低于', '=': '等于', '<=': '不高于', '~': '约', '>': '高于', '<': '低于' },
  ...{ trend_up: '上升', trend_down: '下降' },
};
export const KINDS: Record<TargetKind, string> = {
  ...{ annual: '年度量', ratio: '比率', standing: '常年保持', multi_year: '跨年度' },
  ...{ norm: '办理规范', parameter: '参数', scope: '范围' },
};
export const HARDNESS = { hard: '必须完成', soft: '力争' };

/**
 * Targets from rows: a row whose name was cleared is left out, one that was read without a name stays until its figure
 * is cleared too; a row left as it was keeps its printed words and place. Refusal: invalid_input, also for a new row
 * with a figure and no name, and for a new figure without a unit.
 */
export function targetsFrom(columns: TargetColumns, shown: TargetReading[]): TargetReading[] {
  return columns.targetMetric
    .map((metric, at) => ({ metric: metric.trim(), at }))
    .filter(({ metric, at }) => metric !== '' || staysNameless(columns, at, shown[at]))
    .map(({ metric, at }) => targetFrom(columns, metric, at, shown[at]));
}

/** What stands for the print of a figure that a person typed. */
export const typedRaw = ({ op, value, unit }: Pick<TargetReading, 'op' | 'value' | 'unit'>): string =>
  `${OPS[op]}${value ?? ''}${unit ?? ''}`;

function staysNameless(columns: TargetColumns, at: number, shown?: TargetReading): boolean {
  const value = (columns.targetValue[at] ?? '').trim();
  if (shown) return shown.metric.trim() === '' && (value !== '' || shown.value === null);
  if (value === '') return false;
  throw fault(`第 ${at + 1} 项指标（${value}${columns.targetUnit[at]?.trim() ?? ''}）没有名称。`, 'targets');
}

function targetFrom(columns: TargetColumns, metric: string, at: number, shown?: TargetReading): TargetReading {
  const op = (columns.targetOp[at] ?? '>=') as TargetOp;
  const isTrend = op === 'trend_up' || op === 'trend_down';
  const printedUnit = columns.targetUnit[at]?.trim() || null;
  const named = metric || `第 ${at + 1} 项指标`;
  const { value, unit } = isTrend
    ? { value: null, unit: printedUnit }
    : figure(columns.targetValue[at] ?? '', printedUnit, named);
  const by = optionalDay(columns.targetBy[at] ?? '', `“${metric}”的期限`, 'targets');
  const hard = columns.targetHard[at] !== 'soft';
  const targetKind = (columns.targetKind[at] || 'annual') as TargetKind;
  if (!(op in OPS) || !(targetKind in KINDS)) throw fault('请选择指标的比较方式和类型。', 'targets');
  const sameFigure = shown && shown.op === op && shown.value === value && shown.unit === unit;
  if (!sameFigure && value !== null && unit === null && !HAS_NO_UNIT.test(metric)) throw unmeasured(named, value);
  const raw = sameFigure ? shown.raw : typedRaw({ op, value, unit });
  return { ...shown, metric, op, value, unit, raw, by, targetKind, hard };
}

/** What is counted in nothing: 有效利用系数 0.56. */
const HAS_NO_UNIT = /系数|指数|[比倍][率值数]?$/;

const unmeasured = (metric: string, value: number): Refusal =>
  fault(`“${metric}”的数值 ${value} 没有计量单位，请在单位栏填写（人、人次、家、%等）。`, 'targets');

/**
 * A figure as people type it (1,200, １２００, 3.5万, 3亿, 50%, 3.5万人), counted out, in its column's unit or in the one
 * typed behind it. Refusal: invalid_input, also where figure and column have other units or both count in 万.
 */
function figure(text: string, unit: string | null, metric: string): { value: number; unit: string | null } {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (/^-?\d+(\.\d+)?$/.test(plain)) return { value: Number(plain), unit };
  const typed = /^-?\d/.test(plain) ? countedOut(plain) : null;
  if (!typed) throw fault(`请填写“${metric}”的数值（如 12600、1.26万、80%；单位另填）。`, 'targets');
  const column = baseUnit(unit);
  if (column.scale.equals(1) && (typed.unit === null || unit === null || sameUnit(typed.unit, column.unit ?? '')))
    return { value: Number(typed.value), unit: unit ?? typed.unit };
  throw fault(
    `“${metric}”的数值“${text.trim()}”与单位“${unit}”对不上：“万”“亿”和单位只写一处，例如数值 35000、单位“人”。`,
    'targets',
  );
}

function countedOut(plain: string): ParsedFigure | null {
  try {
    return parseFigure(plain);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export interface PhaseColumns {
  phaseName: string[];
  phaseStart: string[];
  phaseEnd: string[];
}

/** Phases from rows; a row without a name is left out. Refusal: invalid_input, also for an end before its start. */
export function phasesFrom(columns: PhaseColumns, shown: PhaseReading[]): PhaseReading[] {
  const rows = columns.phaseName.map((name, at) => ({ name: name.trim(), at }));
  return rows
    .filter(({ name }) => name !== '')
    .map(({ name, at }) => {
      const start = optionalDay(columns.phaseStart[at] ?? '', `“${name}”的开始日期`, 'phases');
      const end = optionalDay(columns.phaseEnd[at] ?? '', `“${name}”的结束日期`, 'phases');
      if (start && end && end < start) throw fault(`“${name}”的结束日期早于开始日期。`, 'phases');
      return { ...shown[at], name, start, end };
    });
}

export interface DutyColumns {
  dutyFrom: string[];
  dutyTo: string[];
  dutyDue: string[];
  dutyEvery: string[];
  dutyWhat: string[];
}

/** Reporting duties from rows; a row that names neither who reports nor to whom is left out. */
export function dutiesFrom(columns: DutyColumns, shown: ReportingDuty[]): ReportingDuty[] {
  return columns.dutyFrom
    .map((_, at) => ({ at, from: cell(columns.dutyFrom, at), to: cell(columns.dutyTo, at) }))
    .filter(({ from, to }) => from !== '' || to !== '')
    .map(({ at, from, to }) => {
      const every = cell(columns.dutyEvery, at);
      const due = optionalDay(cell(columns.dutyDue, at), '报送期限', 'reporting');
      const { every: _before, ...rest } = shown[at] ?? {};
      return { ...rest, from, to, due, what: cell(columns.dutyWhat, at), ...(every ? { every } : {}) };
    });
}

const cell = (column: string[], at: number): string => column[at]?.trim() ?? '';
