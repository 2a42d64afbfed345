import type { Paragraph } from '../lines/paragraph.js';
import type { FoundNote } from '../notes/find-notes.js';
import type { Clause } from '../outline/outline.js';
import { descendants, isClause, isLeaf } from '../outline/family.js';
import type { Stretch } from './measures.js';
import { givesTasks } from './unassigned.js';

/** The note that a clause without any takes over from the heading above it, or that its own running sentence is. */
export interface Heritage {
  from: Clause;
  note: FoundNote;
  noteAt: number;
  /** Neighbours have notes of their own, so that it may be left out on purpose. */
  unsure: boolean;
  /** Who does it stands in the clause's own running words. */
  running?: boolean;
}

/**
 * The clauses without a note of their own that stand below a heading which says who does all of it: a chapter's units
 * behind its title or on the line below. A note at the end of a chapter's own sentences is that sentence's alone.
 */
export function heirsOf(
  clauses: readonly Clause[],
  paragraphs: readonly Paragraph[],
  notes: readonly FoundNote[][],
): Map<Clause, Heritage> {
  const heirs = new Map<Clause, Heritage>();
  for (const clause of clauses) {
    const heading = clause.children.some(isClause) ? headingNote(clause, paragraphs, notes) : null;
    if (!heading) continue;
    const below = descendants(clause);
    const unsure = below.some((one) => hasNotes(one, notes));
    for (const one of below.filter((leaf) => isLeaf(leaf) && givesTasks(leaf) && !answered(leaf, clause, notes)))
      heirs.set(one, { from: clause, ...heading, unsure });
  }
  return heirs;
}

/** The stretches of a clause's sub-points, none of which has a note. */
export function subPoints(clause: Clause, paragraphs: readonly Paragraph[], notes: readonly FoundNote[][]): Stretch[] {
  const below = isLeaf(clause) ? descendants(clause) : [];
  if (below.some((one) => hasNotes(one, notes))) return [];
  return below.flatMap(({ first, last }) =>
    Array.from({ length: last - first }, (_, step) => whole(first + step, paragraphs)),
  );
}

const whole = (paragraph: number, paragraphs: readonly Paragraph[]): Stretch => ({
  paragraph,
  start: 0,
  end: paragraphs[paragraph]?.text.length ?? 0,
});

const hasNotes = ({ first, last }: Clause, notes: readonly FoundNote[][]): boolean =>
  notes.slice(first, last).some((found) => found.length > 0);

/** The leaf, a sub-point of it or a clause between it and the heading has a note. */
function answered(leaf: Clause, heading: Clause, notes: readonly FoundNote[][]): boolean {
  for (let step: Clause | null = leaf; step && step !== heading; step = step.parent)
    if (hasNotes(step, notes)) return true;
  return descendants(leaf).some((one) => hasNotes(one, notes));
}

/** The only note of a clause, right behind its title or alone on the line below; a title that is a sentence is a task. */
function headingNote(
  { first, last, rank, textStart, title: words }: Clause,
  paragraphs: readonly Paragraph[],
  notes: readonly FoundNote[][],
): { note: FoundNote; noteAt: number } | null {
  const own = notes.slice(first, last).flat();
  const [note] = own;
  if (rank < 0 || own.length !== 1 || !note || SENTENCE.test(words)) return null;
  const title = paragraphs[first]?.text ?? '';
  if (notes[first]?.includes(note))
    return BARE.test(title.slice(textStart, note.start)) ? { note, noteAt: first } : null;
  const below = paragraphs[first + 1]?.text ?? '';
  const alone = BARE.test(title.slice(textStart)) && BARE.test(below.slice(0, note.start) + below.slice(note.end));
  return alone && notes[first + 1]?.includes(note) ? { note, noteAt: first + 1 } : null;
}

const SENTENCE = /[，；]|^.{30}/;
const BARE = /^[，。；、\s]*$/;
