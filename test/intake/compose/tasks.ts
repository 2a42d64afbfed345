import fc from 'fast-check';
import { dressed } from './dress.js';
import { noteWords, type ListRule, type Said } from './notes.js';
import type { Place } from './places.js';

/** A figure that is printed in a task, as it must be read. */
export interface Figure {
  sentence: string;
  op: string;
  value: number;
  unit: string;
  hard: boolean;
}

/** A task with its note: what is printed, and what must be read. */
export interface Task {
  printed: string;
  said: Said;
  figure: Figure | null;
  /** Another task may stand behind it in the same paragraph. */
  closed: boolean;
}

/** Figures of a task by the grammar; the number is drawn. */
const FIGURES: ((n: number) => Figure)[] = [
  (n) => ({ sentence: `全年帮扶就业不少于${n}万人次。`, op: '>=', value: n * 10_000, unit: '人次', hard: true }),
  (n) => ({ sentence: `建成培训基地${n}个。`, op: '=', value: n, unit: '个', hard: true }),
  (n) => ({ sentence: `力争培训合格率达到${n}%以上。`, op: '>=', value: n, unit: '%', hard: false }),
  (n) => ({ sentence: `参保覆盖率达到${n}%。`, op: '>=', value: n, unit: '%', hard: true }),
  (n) => ({ sentence: `发放创业担保贷款超过${n}亿元。`, op: '>', value: n * 100_000_000, unit: '元', hard: true }),
];

const someFigure: fc.Arbitrary<Figure | null> = fc.option(
  fc.tuple(fc.constantFrom(...FIGURES), fc.integer({ min: 2, max: 98 })).map(([figure, n]) => figure(n)),
  { freq: 2 },
);

const SENTENCES = [
  '结合实际制定具体办法，逐项抓好落实。',
  '健全工作台账，定期分析情况。',
  '加大宣传力度，提高政策知晓度。',
];

/** A task of a place's plan, its note in any words and any dress. */
export function someTask(place: Place, rule: ListRule): fc.Arbitrary<Task> {
  const note = noteWords(place, rule).chain((words) => fc.tuple(fc.constant(words), dressed(words)));
  return fc
    .tuple(fc.constantFrom(...SENTENCES), someFigure, note)
    .map(([sentence, figure, [{ said }, { printed, closed }]]) => ({
      printed: `${sentence}${figure?.sentence ?? ''}${printed}`,
      ...{ said, figure, closed },
    }));
}
