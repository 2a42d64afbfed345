import type { UnitContext } from '../../domain/units/resolve.js';
import type { Paragraph } from '../lines/paragraph.js';
import type { FoundNote } from '../notes/find-notes.js';
import { runningNotes } from '../notes/running.js';
import type { Clause } from '../outline/outline.js';
import { descendants } from '../outline/family.js';
import type { Heritage } from './heirs.js';

/** How the work is organised gives no task: who helps whom there is said of all of it. */
export const ORGANISED =
  /组织(?:领导|实施|保障|协调|推[进动])|保障(?:措施|机制|体系)|(?:工作|实施|有关|几点)要求|(?:督导|督查|督促|监督|调度|考核)|加强(?:领导|协调|协作)|统筹协调|(?:工作|推进|协调)机制/;

/**
 * Of clauses without a note of their own, those whose running sentence names somebody (由甲局会同乙局于9月底前建成), once and by
 * names that are known: the sentence stands for their note.
 */
export function runningOf(
  nobodys: readonly Clause[],
  paragraphs: readonly Paragraph[],
  context: UnitContext,
): Map<Clause, Heritage> {
  const found = new Map<Clause, Heritage>();
  for (const clause of nobodys) {
    if (paragraphs[clause.first]?.row) continue;
    if (clause.heading.some((title) => ORGANISED.test(title.slice(0, TITLE)))) continue;
    const [one, ...others] = notesIn(clause, paragraphs, context);
    if (one && others.length === 0) found.set(clause, { from: clause, ...one, unsure: false, running: true });
  }
  return found;
}

const TITLE = 14;

function notesIn(
  clause: Clause,
  paragraphs: readonly Paragraph[],
  context: UnitContext,
): { note: FoundNote; noteAt: number }[] {
  const end = (descendants(clause).at(-1) ?? clause).last;
  const own = Array.from({ length: end - clause.first }, (_, step) => clause.first + step);
  return own.flatMap((noteAt) => {
    const from = noteAt === clause.first ? clause.titleStart : 0;
    return runningNotes(paragraphs[noteAt]?.text ?? '', from, context).map((note) => ({ note, noteAt }));
  });
}
