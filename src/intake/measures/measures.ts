import type { Paragraph } from '../lines/paragraph.js';
import type { FoundNote } from '../notes/find-notes.js';
import type { Clause } from '../outline/outline.js';

/** A stretch of text with its own responsibility note, before its fields are read. */
export interface RawMeasure {
  clause: Clause;
  no: string;
  note: FoundNote;
  /** Paragraph of the note. */
  noteAt: number;
  /** The measure's own text, from where to where in which paragraphs. */
  parts: { paragraph: number; start: number; end: number }[];
}

/** Cuts the clauses into measures: each note governs the text since the note before it in its clause. */
export function rawMeasures(
  clauses: readonly Clause[],
  paragraphs: readonly Paragraph[],
  notes: readonly FoundNote[][],
): RawMeasure[] {
  return clauses.flatMap((clause) => measuresOf(clause, paragraphs, notes));
}

function measuresOf(clause: Clause, paragraphs: readonly Paragraph[], notes: readonly FoundNote[][]): RawMeasure[] {
  const measures: RawMeasure[] = [];
  let parts: RawMeasure['parts'] = [];
  for (let index = clause.first; index < clause.last; index++) {
    let start = index === clause.first ? clause.textStart : 0;
    const text = paragraphs[index]?.text ?? '';
    for (const note of notes[index] ?? []) {
      if (note.start > start) parts.push({ paragraph: index, start, end: note.start });
      measures.push({ clause, no: '', note, noteAt: index, parts });
      parts = [];
      start = skipStops(text, note.end);
    }
    if (start < text.length) parts.push({ paragraph: index, start, end: text.length });
  }
  return measures.map((measure, index) => ({
    ...measure,
    no: measures.length > 1 ? joinNo(clause.path, index + 1) : clause.path || '1',
    parts: measure.parts.length > 0 ? measure.parts : emptyParts(measure, index, measures.length, parts),
  }));
}

function skipStops(text: string, from: number): number {
  let start = from;
  while (start < text.length && /[。；，、]/.test(text[start] ?? '')) start += 1;
  return start;
}

/** A note right behind the heading governs what follows it; a clause of one sentence is its own text. */
function emptyParts(
  measure: RawMeasure,
  index: number,
  count: number,
  following: RawMeasure['parts'],
): RawMeasure['parts'] {
  return count === 1 && following.length > 0 ? following : titleParts(measure, index);
}

const joinNo = (path: string, index: number): string => (path ? `${path}.${index}` : String(index));

/** A clause of one sentence is its own title: the measure's text is that sentence. */
function titleParts(measure: RawMeasure, index: number): RawMeasure['parts'] {
  const { clause, note, noteAt } = measure;
  if (index > 0 || noteAt !== clause.first || note.start <= clause.titleStart) return [];
  return [{ paragraph: clause.first, start: clause.titleStart, end: note.start }];
}
