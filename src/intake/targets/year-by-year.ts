import type { TargetReading } from '../../domain/plan/reading.js';
import { dueIn } from './side-by-side.js';

type Placed = TargetReading & { index: number; end?: number };

/** 每年新建10个、15个、20个 of three years: each figure is that of its own year; a list of another length stays, and is asked about. */
export function yearByYear<T extends Placed>(targets: readonly T[], text: string, planYear: number | null): T[] {
  return targets.map((target, at) => {
    const [first, last] = target.years ?? [];
    if (first === undefined || last === undefined) return target;
    let begin = at;
    while (begin > 0 && goesOn(targets[begin - 1], targets[begin], text)) begin -= 1;
    let end = at;
    while (goesOn(targets[end], targets[end + 1], text)) end += 1;
    if (end === begin || end - begin !== last - first) return target;
    const year = first + at - begin;
    return { ...target, ...dueIn(String(year), target, planYear), years: [year, year] };
  });
}

/** Two figures of one list, with 、 alone between them. */
function goesOn(one: Placed | undefined, next: Placed | undefined, text: string): boolean {
  if (!one?.end || !one.years || !next?.years || one.unit !== next.unit || one.years[1] !== next.years[1]) return false;
  return /^[、和]$/.test(text.slice(one.end, next.index));
}
