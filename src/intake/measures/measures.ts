import type { Paragraph } from '../lines/paragraph.js';
import { opensSafeguards } from '../lines/safeguards.js';
import type { FoundNote } from '../notes/find-notes.js';
import type { Clause } from '../outline/outline.js';
import { subPoints, type Heritage } from './heirs.js';
import { goesOn } from './following.js';
import { ORGANISED } from './running.js';
import { announced, isClosing, wordsOf } from './stretches.js';

/** From where to where in which paragraph. */
export interface Stretch {
  paragraph: number;
  start: number;
  end: number;
}

/** A stretch of text with its own responsibility note, before its fields are read. */
export interface RawMeasure {
  clause: Clause;
  no: string;
  note: FoundNote;
  /** Paragraph of the note. */
  noteAt: number;
  /** The measure's own text, from where to where in which paragraphs. */
  parts: Stretch[];
  /** The title's own words where they stand apart from the text. */
  title: Stretch | null;
  /** The note is the one of the heading above, set where that is not sure. */
  inherited?: boolean;
  /** The note is a part of the clause's running words, which stay whole. */
  running?: boolean;
}

/**
 * Cuts the clauses into measures: each note governs the text since the note before it in its clause. A heading's note is
 * its heirs', and the heading a measure of its own only where it has words of its own.
 */
export function rawMeasures(
  clauses: readonly Clause[],
  paragraphs: readonly Paragraph[],
  notes: readonly FoundNote[][],
  heirs: ReadonlyMap<Clause, Heritage>,
): RawMeasure[] {
  const headings = new Set([...heirs.values()].map(({ from }) => from));
  const found = clauses.flatMap((clause) => {
    const heritage = heirs.get(clause);
    if (heritage) return [heirMeasure(clause, heritage, paragraphs, notes)];
    const own = measuresOf(clause, paragraphs, notes);
    return headings.has(clause) ? own.filter(({ title }) => title !== null || FIGURE.test(clause.title)) : own;
  });
  return unique(found);
}

/** “新建驿站20个（责任单位：甲局）”: a heading with a figure other than a year. */
const FIGURE = /\d(?!\d*年)/;

function heirMeasure(
  clause: Clause,
  { note, noteAt, unsure, running = false }: Heritage,
  paragraphs: readonly Paragraph[],
  notes: readonly FoundNote[][],
): RawMeasure {
  const text = paragraphs[clause.first]?.text ?? '';
  const own = ownText(clause, paragraphs);
  const parts = [...own, ...subPoints(clause, paragraphs, notes)];
  const raw: RawMeasure = { clause, no: clause.path, note, noteAt, parts, title: null, inherited: unsure, running };
  const all = parts.length > 0 ? parts : titleParts(raw, 0, text);
  return { ...raw, parts: all, title: titleStretch(clause, 0, all) };
}

function ownText(clause: Clause, paragraphs: readonly Paragraph[]): Stretch[] {
  const parts: Stretch[] = [];
  for (let index = clause.first; index < clause.last; index++) {
    const start = index === clause.first ? clause.textStart : 0;
    const end = paragraphs[index]?.text.length ?? 0;
    if (index > clause.first && endsClause(paragraphs[index]?.text ?? '')) break;
    if (start < end) parts.push({ paragraph: index, start, end });
  }
  return parts;
}

const ANNEX = /^附[件表][^.]*\./;

/** No number twice: a part that begins to count again has its turn behind the number. A plan that is all annex needs no 附件. */
function unique(measures: RawMeasure[]): RawMeasure[] {
  const prefix = ANNEX.exec(measures[0]?.no ?? '')?.[0] ?? '';
  const whole = prefix !== '' && measures.every(({ no }) => no.startsWith(prefix));
  const turns = new Map<string, number>();
  return measures.map((measure) => {
    const no = whole ? measure.no.slice(prefix.length) : measure.no;
    const turn = (turns.get(no) ?? 0) + 1;
    turns.set(no, turn);
    return { ...measure, no: turn > 1 ? `${no}（${turn}）` : no };
  });
}

function measuresOf(clause: Clause, paragraphs: readonly Paragraph[], notes: readonly FoundNote[][]): RawMeasure[] {
  const measures: RawMeasure[] = [];
  let parts: Stretch[] = [];
  for (let index = clause.first; index < clause.last; index++) {
    let start = index === clause.first ? clause.textStart : 0;
    const text = paragraphs[index]?.text ?? '';
    for (const note of notes[index] ?? []) {
      if (note.start > start) parts.push({ paragraph: index, start, end: note.start });
      measures.push({ clause, no: '', note, noteAt: index, parts, title: null });
      parts = [];
      start = skipStops(text, note.end);
    }
    if (start < text.length) parts.push({ paragraph: index, start, end: text.length });
  }
  const [closing] = notes[clause.closing ?? -1] ?? [];
  if (closing) measures.push({ clause, no: '', note: closing, noteAt: clause.closing ?? 0, parts, title: null });
  measures.at(-1)?.parts.push(...announced(measures.at(-1)?.parts ?? [], parts, paragraphs));
  const { row } = paragraphs[clause.first] ?? {};
  const end = parts.findIndex(({ paragraph, start }) => start === 0 && endsClause(paragraphs[paragraph]?.text ?? ''));
  const following = row ? [] : parts.slice(0, end < 0 ? parts.length : end);
  return measures.map((measure, index) => {
    const no = measures.length > 1 ? partNo(clause, index) : clause.path || '1';
    const found =
      measure.parts.length > 0
        ? measure.parts
        : emptyParts(measure, index, measures.length > 1 ? [] : following, paragraphs);
    const own = measures.length === 1 ? [...found, ...subPoints(clause, paragraphs, notes)] : found;
    return { ...measure, no, parts: own, title: titleStretch(clause, index, own) };
  });
}

/** A remark below a list or a table is no words of its last clause. */
const REMARK = /^(?:注|备注|填表说明)：/;

const endsClause = (text: string): boolean => REMARK.test(text) || isClosing(text) || opensSafeguards(text);

function skipStops(text: string, from: number): number {
  let start = from;
  while (start < text.length && /[。；，、]/.test(text[start] ?? '')) start += 1;
  return start;
}

/**
 * A note right behind the heading, no table's row, governs what follows it; a clause of one sentence is its own text, to
 * which the words behind its note are added where they go on with the matter.
 */
function emptyParts(
  measure: RawMeasure,
  index: number,
  following: Stretch[],
  paragraphs: readonly Paragraph[],
): Stretch[] {
  const { clause, note, noteAt } = measure;
  const text = paragraphs[clause.first]?.text ?? '';
  const own = titleParts(measure, index, text);
  const words = own.map(({ start, end }) => text.slice(start, end)).join('');
  const isHeading = isSentence(words) ? text[note.end] === '，' && isTitleAlone(words) : text[note.end] !== '。';
  if (isHeading || (!isSentence(words) && noteAt > clause.first)) return following.length > 0 ? following : own;
  if (ORGANISED.test(words) || REPORTS.test(words)) return [...own, ...following];
  return [...own, ...following.filter((part) => goesOn(wordsOf(part, paragraphs)))];
}

const isSentence = (words: string): boolean => /[。；，]/.test(words) || FIGURE.test(words);
/** 学校建设。甲局牵头，学生住宿明显好转。: the sentence of the note goes on with the task, before it stands the title. */
const isTitleAlone = (words: string): boolean => /^[^。；，]+。$/.test(words) && !FIGURE.test(words);
/** What the reports of a plan are about is the matter of such a clause. */
const REPORTS = /报送|报告|总结|信息/;

const TURNS = '一二三四五六七八九十';

/** 1.1, 1.2: the parts of a clause; 1之一, 1之二 where the clauses below it have those numbers. */
function partNo({ path, children }: Clause, index: number): string {
  if (path === '') return String(index + 1);
  return children.length > 0 ? `${path}之${TURNS[index] ?? index + 1}` : `${path}.${index + 1}`;
}

/** A clause of one sentence is its own title: the measure's text is that sentence. */
function titleParts({ clause, note, noteAt, running }: RawMeasure, index: number, text: string): Stretch[] {
  const end = noteAt === clause.first && !running ? note.start : text.length;
  if (index > 0 || end <= clause.titleStart) return [];
  return [{ paragraph: clause.first, start: clause.titleStart, end }];
}

/** The sentence that is the title, for the figures it may hold; null where the measure's text has it already. */
function titleStretch(clause: Clause, index: number, parts: Stretch[]): Stretch | null {
  const apart = parts[0] && (parts[0].paragraph > clause.first || parts[0].start >= clause.textStart);
  if (index > 0 || clause.rank < 0 || !apart || clause.textStart <= clause.titleStart) return null;
  return { paragraph: clause.first, start: clause.titleStart, end: clause.textStart };
}
