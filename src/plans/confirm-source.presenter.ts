import type { Span } from '../domain/plan/reading.js';
import { openClauses } from './draft-clauses.js';
import { openDeadline } from './draft-deadlines.js';
import type { DraftMeasure, DraftReading } from './draft.js';

/** A stretch of the source; `key` names the measure it belongs to. */
export interface SourcePart {
  text: string;
  key: string | null;
  /** measure | note | doubt */
  kind: string;
  /** Anchor of the first stretch of a measure, to which its card leads. */
  id: string | null;
}

interface Mark {
  span: Span;
  key: string;
  kind: 'measure' | 'note' | 'doubt';
}

const RANK = { measure: 0, note: 1, doubt: 2 };

/** The source cut at the measures' spans, notes and doubts, so that each stretch can be shown and found. */
export function sourceParts(draft: DraftReading): SourcePart[] {
  const marks = marksOf(draft).filter(({ span }) => span[1] > span[0] && span[1] <= draft.text.length);
  const cuts = [...new Set([0, draft.text.length, ...marks.flatMap(({ span }) => span)])].sort((a, b) => a - b);
  const begins = new Map<string, boolean>();
  const open = new Walk(marks);
  return cuts.slice(0, -1).map((from, at) => {
    const mark = open.at(from);
    const text = draft.text.slice(from, cuts[at + 1]);
    if (!mark) return { text, key: null, kind: '', id: null };
    const first = !begins.has(mark.key);
    begins.set(mark.key, true);
    return { text, key: mark.key, kind: mark.kind, id: first ? `s-${mark.key}` : null };
  });
}

function marksOf(draft: DraftReading): Mark[] {
  const clauses = openClauses(draft).map(({ id, span }): Mark => ({ span, key: id, kind: 'doubt' }));
  const ofMeasures = draft.measures.flatMap((m): Mark[] => [
    { span: m.span, key: m.key, kind: 'measure' },
    ...[m.noteSpan, ...(m.otherNotes ?? [])].map((span): Mark => ({ span, key: m.key, kind: 'note' })),
    ...openSpans(m, draft.text).map((span): Mark => ({ span, key: m.key, kind: 'doubt' })),
  ]);
  return [...clauses, ...ofMeasures];
}

/** Where a measure asks a person to look: doubts, groups, the day that its text proposes. */
function openSpans(measure: DraftMeasure, text: string): Span[] {
  const deadline = openDeadline(measure);
  return [...doubtSpans(measure), ...groupSpans(measure, text), ...(deadline ? [deadline.span] : [])];
}

/** A doubt without a place of its own is about the note. */
function doubtSpans({ doubts, accepted, noteSpan }: DraftMeasure): Span[] {
  return accepted ? [] : doubts.map(({ span }) => span ?? noteSpan);
}

/** Where the undecided groups are printed in the notes; the whole note where their words are not found. */
function groupSpans({ groups, noteSpan, otherNotes = [] }: DraftMeasure, text: string): Span[] {
  return groups
    .filter(({ choice }) => choice === 'undecided')
    .map(({ surface }) => printedAt(surface, [noteSpan, ...otherNotes], text) ?? noteSpan);
}

function printedAt(surface: string, notes: readonly Span[], text: string): Span | null {
  for (const [from, to] of notes) {
    const at = text.slice(from, to).lastIndexOf(surface);
    if (at >= 0) return [from + at, from + at + surface.length];
  }
  return null;
}

/** Walks the marks once, in the order of the source. */
class Walk {
  private readonly waiting: Mark[];
  private open: Mark[] = [];

  constructor(marks: Mark[]) {
    this.waiting = [...marks].sort((a, b) => b.span[0] - a.span[0]);
  }

  /** The innermost mark at an offset: a doubt before a note before a measure. Offsets come in rising order. */
  at(offset: number): Mark | null {
    while (this.waiting.length > 0 && this.waiting.at(-1)!.span[0] <= offset) this.open.push(this.waiting.pop()!);
    this.open = this.open.filter(({ span }) => span[1] > offset);
    return this.open.reduce<Mark | null>(
      (best, one) => (!best || RANK[one.kind] >= RANK[best.kind] ? one : best),
      null,
    );
  }
}
