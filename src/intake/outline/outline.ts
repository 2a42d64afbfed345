import { ARTICLE, markAt, type Mark } from '../lines/markers.js';
import { openingMark, type Paragraph } from '../lines/paragraph.js';
import { annexHeading, isTableTitle, type AnnexHeading } from './annex.js';
import { misprinted } from './misprints.js';
import { titleOf } from './title.js';

/** A numbered part of the plan with the paragraphs that are its own (not its children's). */
export interface Clause {
  rank: number;
  number: number;
  /** Printed numbers joined by level: 二（一）1 is 2.1.1; '' for text before the first mark. */
  path: string;
  title: string;
  /** Titles from the chapter down to this clause. */
  heading: string[];
  /** Indices into the paragraphs: [first, last). */
  first: number;
  last: number;
  /** Offset in the first paragraph where the text after mark and title begins. */
  textStart: number;
  /** Offset in the first paragraph where the title begins. */
  titleStart: number;
  parent: Clause | null;
  children: Clause[];
  /** The paragraph of its note where that stands below its parts. */
  closing?: number;
  /** What a person must look at: whether its note governs all its items, or is that of the heading. */
  asks?: 'items' | 'heading';
  /** The clause before it on its level has its number already, or a higher one. */
  recounted?: boolean;
}

/** Builds the outline of the paragraphs from `from` to `to`; what stands before the first mark is the first clause. */
export function outline(paragraphs: readonly Paragraph[], from: number, to: number): Clause[] {
  const clauses: Clause[] = [root(from)];
  const stack: Clause[] = [];
  for (let index = from; index < to; index++) {
    const paragraph = paragraphs[index];
    const annex = clauses.length > 1 ? annexAt(paragraphs, index) : null;
    if (annex) {
      const clause = added(opened(annex, index, paragraphs), clauses);
      stack.splice(0, stack.length, clause);
      continue;
    }
    const mark = paragraph
      ? (markOf(paragraphs, index, clauses, stack) ?? misprinted(paragraphs, index, stack.at(-1)))
      : null;
    if (!paragraph || !mark) continue;
    const before = stack.find(({ rank }) => rank === mark.rank)?.number ?? 0;
    while (stack.length > 0 && (stack.at(-1)?.rank ?? 0) >= mark.rank) stack.pop();
    const clause = added(open(paragraph, ofRow(mark, stack, clauses), index, stack.at(-1) ?? null), clauses);
    if (mark.rank === NUMBERED && mark.number > 1 && mark.number <= before) clause.recounted = true;
    stack.push(clause);
  }
  const final = clauses.at(-1);
  if (final) final.last = to;
  return clauses;
}

const NUMBERED = 3;
/** An annex, and the text before the first mark. */
const ANNEX = -1;

/** A part that an annex's heading opens. */
export const isAnnex = ({ rank, path }: Clause): boolean => rank === ANNEX && path !== '';

/** The heading of an annex, or the title of a table whose rows are numbered from one below it. */
function annexAt(paragraphs: readonly Paragraph[], index: number): AnnexHeading | null {
  const paragraph = paragraphs[index];
  if (!paragraph) return null;
  const annex = annexHeading(paragraph.text);
  if (annex || !isTableTitle(paragraph.text)) return annex;
  const row = paragraphs[index + 1];
  const before = paragraphs[index - 1];
  const opens = row !== undefined && openingMark(row)?.number === 1 && !openingMark(paragraph);
  return opens && !(before && annexHeading(before.text)) ? { label: '附表', title: paragraph.text } : null;
}

/** The mark that opens a clause with the paragraph; null where none does. */
function markOf(
  paragraphs: readonly Paragraph[],
  index: number,
  clauses: readonly Clause[],
  stack: readonly Clause[],
): Mark | null {
  const paragraph = paragraphs[index];
  const mark = paragraph ? openingMark(paragraph) : null;
  if (!paragraph || !mark) return null;
  return paragraph.row ||
    inSequence(mark, clauses, stack) ||
    opensFragment(mark, paragraphs, index, clauses) ||
    opensAgain(mark, paragraphs, index, clauses)
    ? mark
    : null;
}

/** Paragraphs behind the first number of a text cut out of a longer plan among which the next number stands. */
const NEXT_WITHIN = 8;

/** “9.” without any number before it, and “10.” soon behind: the text begins in the middle of its list. */
function opensFragment(
  mark: Mark,
  paragraphs: readonly Paragraph[],
  index: number,
  clauses: readonly Clause[],
): boolean {
  return !clauses.some(({ rank }) => rank === mark.rank) && isFollowed(mark, paragraphs, index);
}

/** The next number stands soon behind. */
function isFollowed(mark: Mark, paragraphs: readonly Paragraph[], index: number): boolean {
  return paragraphs.slice(index + 1, index + NEXT_WITHIN).some((later) => {
    const next = openingMark(later);
    return next?.rank === mark.rank && next.number === mark.number + 1;
  });
}

/** A note of its own that ends a clause: （甲局牵头）, 责任单位：甲局. */
const OWN_NOTE =
  /[（(【][^（）【】]{2,200}(?:负责|牵头|配合|落实|参与)[^（）【】]{0,12}[）)】]。?$|(?:牵头|责任|主办|承办)(?:责任)?(?:单位|部门)[:：]/;

/**
 * Numbers that were left out, and one that stands there twice: a clause opens with them where it has a note of its own, or
 * where the list goes on counting from it.
 */
function opensAgain(mark: Mark, paragraphs: readonly Paragraph[], index: number, clauses: readonly Clause[]): boolean {
  const last = mark.rank === NUMBERED ? clauses.findLast(({ rank }) => rank === mark.rank) : undefined;
  if (!last) return false;
  const noted = OWN_NOTE.test(paragraphs[index]?.text ?? '');
  return noted || (mark.number >= last.number && isFollowed(mark, paragraphs, index));
}

/** The clause before ends where this one begins. */
function added(clause: Clause, clauses: Clause[]): Clause {
  const before = clauses.at(-1);
  if (before) before.last = clause.first;
  clauses.push(clause);
  return clause;
}

/** An annex is a part of its own beside the plan's chapters: it ends the clause before it, and its numbers are its own. */
function opened({ label, title }: AnnexHeading, index: number, paragraphs: readonly Paragraph[]): Clause {
  const below = paragraphs[index + 1]?.text ?? '';
  const named = title || (TITLE_BELOW.test(below) && !markAt(below, 0) && !annexHeading(below) ? below : '');
  const heading = named ? [named] : [];
  const textStart = paragraphs[index]?.text.length ?? 0;
  return { ...root(index), path: label, title: named, heading, last: index + 1, textStart };
}

/** 附件1 and, on the line below, what it is called. */
const TITLE_BELOW = /^[^。；：，]{4,44}$/;

const root = (from: number): Clause => ({
  rank: ANNEX,
  number: 0,
  path: '',
  title: '',
  heading: [],
  first: from,
  last: from,
  textStart: 0,
  titleStart: 0,
  parent: null,
  children: [],
});

function open(paragraph: Paragraph, mark: Mark, index: number, parent: Clause | null): Clause {
  const { title, textStart } = titleOf(paragraph, mark.length);
  const clause: Clause = {
    rank: mark.rank,
    number: mark.number,
    path: pathOf(mark, parent),
    title,
    heading: [...(parent?.heading ?? []), title].filter(Boolean),
    first: index,
    last: index + 1,
    textStart,
    titleStart: mark.length,
    parent,
    children: [],
  };
  parent?.children.push(clause);
  return clause;
}

/** The number that a table prints beside its row is the row's where no other clause has it; else it is one of its parent's. */
function ofRow(mark: Mark, stack: readonly Clause[], clauses: readonly Clause[]): Mark {
  if (!mark.whole || mark.path === undefined) return mark;
  const annex = stack[0]?.rank === ANNEX ? `${stack[0].path}.` : '';
  const path = annex + mark.path;
  return clauses.some((clause) => clause.path === path) ? { ...mark, whole: false } : { ...mark, path };
}

/** A decimal number whose parent is not printed keeps the whole of it. */
function pathOf({ number, path = String(number), whole }: Mark, parent: Clause | null): string {
  if (!parent || whole) return path;
  const above = path.slice(0, path.lastIndexOf('.') + 1);
  return `${parent.path}.`.endsWith(above) ? `${parent.path}.${number}` : `${parent.path}.${path}`;
}

/**
 * Low ranks, and numbers behind a word (任务4：), may start anywhere; deep ones must begin at 1 or go on, so that a stray
 * “3.” opens nothing.
 */
function inSequence(mark: Mark, clauses: readonly Clause[], stack: readonly Clause[]): boolean {
  if (mark.rank === ARTICLE) return inOrder(mark, clauses);
  if (mark.rank <= 2 || mark.number === 1 || mark.path || !Number.isInteger(mark.rank)) return true;
  const sibling = [...stack].reverse().find((clause) => clause.rank === mark.rank);
  if (sibling) return mark.number > sibling.number && mark.number <= sibling.number + 2;
  for (let index = clauses.length - 1; index >= 0; index--) {
    const clause = clauses[index];
    if (clause && clause.rank === mark.rank) return mark.number === clause.number + 1;
  }
  return false;
}

/** Articles run on through all chapters. */
function inOrder({ number }: Mark, clauses: readonly Clause[]): boolean {
  const before = clauses.findLast(({ rank }) => rank === ARTICLE)?.number;
  return before === undefined || (number > before && number <= before + 2) || number === 1;
}
