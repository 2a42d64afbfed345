import type { DecidedMeasure } from '../domain/plan/duties.js';
import type { TargetReading } from '../domain/plan/reading.js';
import { Refusal } from '../shared/errors.js';

interface Measured {
  measures: DecidedMeasure[];
  goals: TargetReading[];
}

/** True when issuing would give a measure to nobody: no unit is named, and every group was left 暂不明确. */
export function hasNobody({ responsible, groups }: Pick<DecidedMeasure, 'responsible' | 'groups'>): boolean {
  const isFilled = groups.some(({ role, choice }) => role === 'responsible' && choice !== 'unclear');
  return responsible.length === 0 && !isFilled;
}

/** Figures of which nobody knows what they count, in words: no unit can be asked for them. */
export function nameless(targets: readonly TargetReading[]): string[] {
  const bare = targets.filter(({ metric }) => metric.trim() === '');
  return bare.map(({ raw }) => `指标“${raw}”没有名称：请补写名称，或清空数值删除`);
}

/** Refuses a draft that cannot be given out as it stands. Refusals: unit_missing, metric_missing. */
export function refuseUnready({ measures, goals }: Measured): void {
  refuse('unit_missing', measures.filter(hasNobody).map(nameOf), '没有责任单位。', '请填写责任单位，或移出这一条。');
  const places = [
    ...(nameless(goals).length > 0 ? ['总体目标'] : []),
    ...measures.filter(({ targets }) => nameless(targets).length > 0).map(nameOf),
  ];
  refuse('metric_missing', places, '有指标没有名称。', '请补写指标名称，或删除这个数字。');
}

const nameOf = ({ no, title }: DecidedMeasure): string => `${no} ${title}`.trim();

function refuse(code: string, places: string[], words: string, cure: string): void {
  const [place] = places;
  if (place === undefined) return;
  const named = places.slice(0, 3).map((one) => `“${one}”`);
  const more = places.length > 3 ? ` 等 ${places.length} 条` : '';
  throw new Refusal(code, `${named.join('、')}${more}${words}`, { place, cure, facts: { places } });
}
