import type { TargetReading } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { sourceSpan } from '../measures/read-measure.js';
import type { Clause } from '../outline/outline.js';
import { readTargets } from './targets.js';

const GOAL_TITLE = /目标|总体要求|总体思路|工作思路/;
const GOAL_LINE = /^.{0,14}目标(?:任务)?(?:是|为)?[:：]/;
const GOVERNING = /(?:到|至|截至)?(20\d{2})年(?:底|末|年底)?/;

/** The plan's goals: figures of the chapters and paragraphs that are headed 目标 and carry no responsibility note. */
export function goalsOf(
  clauses: readonly Clause[],
  paragraphs: readonly Paragraph[],
  hasNote: (clause: Clause) => boolean,
  year: number | null,
): TargetReading[] {
  return clauses.flatMap((clause) => {
    if (hasNote(clause)) return [];
    if (clause.rank < 0) return goalLines(clause, paragraphs, year);
    const headed = clause.heading.some((title) => GOAL_TITLE.test(title));
    return headed ? goalsIn(range(clause), clause.textStart, paragraphs, year) : [];
  });
}

const range = (clause: Clause): number[] =>
  Array.from({ length: clause.last - clause.first }, (_, index) => clause.first + index);

/** “2021年工作目标：……” as a paragraph of its own before the first chapter, with the lines under it. */
function goalLines(clause: Clause, paragraphs: readonly Paragraph[], year: number | null): TargetReading[] {
  const from = range(clause).find((index) => GOAL_LINE.test(paragraphs[index]?.text ?? ''));
  if (from === undefined) return [];
  return goalsIn(
    range(clause).filter((index) => index >= from),
    0,
    paragraphs,
    year,
  );
}

function goalsIn(
  indices: number[],
  textStart: number,
  paragraphs: readonly Paragraph[],
  year: number | null,
): TargetReading[] {
  const text = indices.map((index) => paragraphs[index]?.text ?? '').join('\n');
  const governing = GOVERNING.exec(text)?.[1];
  const by = governing ? `${governing}-12-31` : null;
  return indices.flatMap((index, position) => {
    const paragraph = paragraphs[index];
    const start = position === 0 ? textStart : 0;
    const spanOf = (from: number, to: number) => sourceSpan(paragraph, from + start, to + start);
    return readTargets(paragraph?.text.slice(start) ?? '', { year, by }, spanOf);
  });
}
