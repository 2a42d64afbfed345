import { formatFigure } from '../domain/figures/format.js';
import { isAsked } from '../domain/figures/matter.js';
import { yearsWords } from '../domain/figures/striven.js';
import type { TargetReading } from '../domain/plan/reading.js';
import { HARDNESS, KINDS, OPS, typedRaw } from './confirm-values.js';

/**
 * A target as its card tells it: 培训农民工：等于 2000人，2023-06-30 前，必须完成; its print where that says it otherwise.
 * `due` is the measure's 完成时限, which a figure has where no day of its own is printed.
 */
export function targetLine(target: TargetReading, due: string | null = null): string {
  const { metric, hard, raw } = target;
  const figure = figureWords(target);
  const binding = HARDNESS[hard ? 'hard' : 'soft'];
  const kind = isAsked(target) ? [] : [`${KINDS[target.targetKind]}，不统计`];
  const print = raw && !figure.endsWith(raw) && raw !== typedRaw(target) ? `（原文“${raw}”）` : '';
  return `${metric || '（未读出名称）'}：${[figure, dayWords(target, due), binding, ...kind].join('，')}${print}`;
}

function figureWords({ op, value, unit }: TargetReading): string {
  return value === null ? OPS[op] : `${OPS[op]} ${formatFigure(String(value), unit)}`;
}

function dayWords(target: TargetReading, due: string | null): string {
  const { by, years } = target;
  if (years) return yearsWords(years);
  if (by) return `${by} 前`;
  return due && isAsked(target) ? `期限随本条完成时限 ${due}` : '未印期限';
}
