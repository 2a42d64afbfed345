import type { TargetReading } from '../../domain/plan/reading.js';
import { matterOf } from './metric.js';

type Placed = TargetReading & { index: number; end?: number };

const YEARS = /((?:20\d{2}年(?:底|末|度)?[、和及与]*)+)分别(.*)$/;
const BETWEEN = /^[、和与及]$/;

/**
 * Figures that one 分别 governs (2024年、2025年分别新增公租房2000套、3000套) measure the same thing; where as many years
 * stand before it, each figure is due at the end of its own.
 */
export function sideBySide(targets: readonly Placed[], text: string, planYear: number | null): Placed[] {
  return rows(targets, text).flatMap((row) => settled(row, text, planYear));
}

/** Neighbours of one unit that stand in one list. */
function rows(targets: readonly Placed[], text: string): Placed[][] {
  const found: Placed[][] = [];
  for (const target of targets) {
    const previous = found.at(-1)?.at(-1);
    const isListed =
      previous?.end !== undefined &&
      previous.unit === target.unit &&
      BETWEEN.test(text.slice(previous.end, target.index));
    if (isListed) found.at(-1)!.push(target);
    else found.push([target]);
  }
  return found;
}

function settled(row: Placed[], text: string, planYear: number | null): Placed[] {
  const [first] = row;
  if (!first || row.length < 2) return row;
  const clause =
    text
      .slice(0, first.index)
      .split(/[，。；：\n]/)
      .at(-1) ?? '';
  if (!clause.includes('分别')) return row;
  const [, listed = '', matter = ''] = YEARS.exec(clause) ?? [];
  const years = listed.match(/20\d{2}/g) ?? [];
  if (years.length !== row.length) return row.map((target) => ({ ...target, metric: first.metric }));
  return row.map((target, at) => ({ ...target, metric: matterOf(matter), ...dueIn(years[at]!, target, planYear) }));
}

function dueIn(year: string, { targetKind }: Placed, planYear: number | null): Pick<Placed, 'by' | 'targetKind'> {
  const isLater = planYear !== null && Number(year) > planYear;
  const isCounted = targetKind === 'annual' || targetKind === 'multi_year';
  return { by: `${year}-12-31`, targetKind: isCounted ? (isLater ? 'multi_year' : 'annual') : targetKind };
}
