import type {
  ConditionReading,
  DeadlineReading,
  Doubt,
  MeasureReading,
  Span,
  UnitRef,
} from '../../domain/plan/reading.js';
import { proposedDeadline, type TextDeadline } from '../dates/deadlines.js';
import type { NoteDays } from '../dates/note-days.js';
import type { Paragraph } from '../lines/paragraph.js';
import { DAYS_DOUBT } from '../notes/note-doubts.js';
import { joinedUnread } from '../notes/joined-unread.js';
import { weigh, type NoteReading } from '../notes/note.js';
import type { NotedUnit } from '../notes/words.js';
import { mayHoldTime } from '../targets/conditions.js';
import { type Found, type GoalCell, measureFigures } from '../targets/goal-column.js';
import { besides, isTermRead, seasonDoubts, TERM_DOUBT } from '../targets/note-terms.js';
import type { LeadRule } from '../notes/rules.js';
import type { RawMeasure, Stretch } from './measures.js';

/** Finds targets and conditions in a measure's text; handed in, so that this stage stays about responsibility. */
export interface TextReaders {
  targets(text: string, spanOf: SpanOf, cell?: GoalCell): Found;
  /** The seasons and rhythms that a note's words name as 完成时限. */
  terms(note: string, spanOf: SpanOf): ConditionReading[];
  /** The days that a note's words behind 完成时限 name. */
  days(words: string): NoteDays;
  deadlines(text: string): TextDeadline[];
  /** What is asked of terms that cannot be counted, since their first day is not known. */
  openTerms(text: string): Doubt[];
}

/** Source span of a stretch of the text that was handed over. */
export type SpanOf = (start: number, end: number) => Span;

const ENDS = 12;

/** Turns a stretch of text and its note into a measure with all its fields. */
export function readMeasure(
  raw: RawMeasure,
  paragraphs: readonly Paragraph[],
  firstLeads: LeadRule,
  readers: TextReaders,
): MeasureReading {
  const note = weigh(raw.note.words, firstLeads);
  const pieces = raw.parts.map(({ paragraph, start, end }) => paragraphs[paragraph]?.text.slice(start, end) ?? '');
  const text = pieces.join('\n');
  const work = raw.running ? raw.parts.map((part, at) => besideDoers(pieces[at] ?? '', part, raw)).join('\n') : text;
  const spanOf = spans(raw, paragraphs);
  const figures = measureFigures(work, titleFigures(raw, paragraphs, readers), (from, to, cell) =>
    readers.targets(work.slice(from, to), (start, end) => spanOf(from + start, from + end), cell),
  );
  const days = note.deadline === null ? NO_DAYS : readers.days(note.deadline);
  const doubted = days.due?.doubt ? { ...days.due, span: noteSpan(raw, paragraphs) } : null;
  const due = doubted ? null : (days.due?.day ?? null);
  // The text's days were found for its figures and are at hand until other words are asked for theirs.
  const deadline = doubted ?? (due === null ? deadlineOf(raw, text, paragraphs, readers) : null);
  const terms = noteTerms(note, raw, paragraphs, readers);
  const noted = [...note.doubts, ...printedDoubts(raw, paragraphs[raw.noteAt]), ...dayDoubts(note, days, terms)].map(
    (doubt): Doubt => ({
      ...doubt,
      span: noteSpan(raw, paragraphs),
    }),
  );
  const conditions = besides(figures.conditions, terms);
  const inText = [
    ...numberDoubts(raw),
    ...joinedUnread(text, raw.note.text),
    ...figures.doubts,
    ...(due === null ? readers.openTerms(text) : []),
    ...(due === null && deadline === null ? seasonDoubts(conditions) : []),
  ];
  const doubts = [...noted, ...inText.map((doubt): Doubt => ({ span: spanOf(0, text.length), ...doubt }))];
  const { mode, lead, leadBasis, responsible, supporting, open, openGroups } = responsibility(note, raw, paragraphs);
  const flat = text.includes('\n') ? text.replaceAll('\n', '') : text;
  return {
    no: raw.no,
    heading: raw.clause.heading,
    title: raw.clause.title,
    opens: flat.slice(0, ENDS),
    ends: flat.slice(-ENDS),
    text,
    note: raw.note.text,
    mode,
    lead,
    leadBasis,
    responsible,
    supporting,
    open,
    openGroups,
    targets: figures.targets,
    conditions,
    due,
    deadline,
    span: spanOf(0, text.length),
    noteSpan: noteSpan(raw, paragraphs),
    confidence: doubts.length === 0 ? 1 : 0.6,
    doubtful: doubts.length > 0,
    doubts,
  };
}

/** What is to be done, without who does it: no figure is named after them. */
function besideDoers(piece: string, { paragraph, start }: Stretch, { note, noteAt }: RawMeasure): string {
  if (paragraph !== noteAt || note.start < start) return piece;
  return piece.slice(0, note.start - start) + '，'.repeat(note.end - note.start) + piece.slice(note.end - start);
}

/** What the note says of time without naming a day; the names of its units say nothing of it. */
function noteTerms(
  { responsible, supporting }: NoteReading,
  { note: { text, inner }, noteAt }: RawMeasure,
  paragraphs: readonly Paragraph[],
  readers: TextReaders,
): ConditionReading[] {
  if (!mayHoldTime(text)) return [];
  const words = starred(text, [...responsible, ...supporting]);
  return readers.terms(words, (start, end) => sourceSpan(paragraphs[noteAt], inner + start, inner + end));
}

/** The words with a star for each character of a name; the names of helpers may stand before those they help. */
function starred(text: string, names: readonly NotedUnit[]): string {
  const isInOrder = names.every(({ start }, at) => at === 0 || start >= names[at - 1]!.end);
  let [words, from] = ['', 0];
  for (const { start, end } of isInOrder ? names : [...names].sort((a, b) => a.start - b.start)) {
    const first = Math.max(from, start);
    words += text.slice(from, first) + '＊'.repeat(Math.max(0, end - first));
    from = Math.max(from, end);
  }
  return words + text.slice(from);
}

const COLUMN_REASONS = {
  lines: '表格一格内有几行，分不清哪一行属于哪一栏，暂按先后对应各栏，请对照原表核对',
  run_together: '表格各栏连在一起没有分隔，请核对单位从哪里开始、各属哪一栏',
};

const coveredReason = (row: string): string =>
  `“${row.replace(/[。；，（][^]*$/, '').slice(0, NAMED)}”这一行的单位栏空着，暂取上一行的单位：如是合并单元格（与上一行相同）请确认，如是没有写请改为实际承担的单位`;
const NAMED = 24;

/** “省牵头单位：省商务厅” in a city's plan says who leads above. */
const ABOVE = /(?:国家|省|部)级?$/;

const labelDoubt = (above: string, note: string): Doubt => ({
  code: 'label_above',
  reason: `“${above}${note.slice(0, 4)}”说的可能是上级的分工，请核对是否为本条的责任单位`,
  field: 'responsible',
});

/** “以上任务均由甲局牵头”, “以上各项责任单位：甲局”: it may be said of every clause or row before it. */
const OF_ALL =
  /(?:^|[。；：:注])(?:以上|上述)(?:(?:所有|全部|各项|各条)*(?:任务|工作|措施|事项|举措|内容|项目)|各项|各条|所列|均|都)(?:的)?(?:均|都)?(?:由|(?:牵头|责任|主办|配合)(?:单位|部门)[:：])/;
const REACH = 16;

const ALL_DOUBT: Doubt = {
  code: 'note_scope',
  reason: '原文写的是“以上”各项，暂只读入本条，请核对前面没有写责任单位的各条（各行）是否也由其承担',
  field: 'responsible',
};

const emptyCellDoubt = (above: string): Doubt => ({
  code: 'units_above',
  reason: `本行有一栏单位空着，上一行是“${above}”，请核对：与上一行共用合并单元格的，请把上一行的单位补入本条；原表没有写的，直接接受`,
  field: 'responsible',
});

const FRAYED_DOUBT: Doubt = {
  code: 'stops_unsure',
  reason: '前后还有没有读入的单位，标点疑有错乱，请核对本条责任分工的起止',
  field: 'responsible',
};

const END_DOUBT: Doubt = {
  code: 'stops_unsure',
  reason: '单位名单后面的文字不像单位，没有读入，请核对本条责任分工到哪里为止',
  field: 'responsible',
};

const INHERITED_DOUBT: Doubt = {
  code: 'note_inherited',
  reason: '本条没有写责任单位，同级有的条目另有分工；暂按上级标题的分工读入，请核对',
  field: 'responsible',
};

const runningDoubt = (words: string): Doubt => ({
  code: 'note_running',
  reason: `本条没有单列责任分工，牵头和配合单位取自正文中的“${words}”，请对照原文核对是否负责整条任务`,
  field: 'responsible',
});

const SCOPE_REASONS = {
  nothing: '这处责任分工前面没有自己的任务文字，请核对是上一条的补充，还是统管以上各条',
  items: '责任分工单独印在最后一项之后，暂按统管以上各项读入，请核对是否只管最后一项',
  heading: '责任分工印在各项之后，各项另有自己的分工，暂按整条的分工读入，请核对是否只管最后一项',
};

/** Doubts about how the note is printed: a table's columns, stops that divide nothing. */
function printedDoubts(
  { clause, note, inherited, running, parts }: RawMeasure,
  paragraph: Paragraph | undefined,
): Doubt[] {
  if (running) return [runningDoubt(note.text)];
  if (inherited) return [INHERITED_DOUBT];
  if (note.frayed) return [FRAYED_DOUBT];
  const asks = clause.asks ?? (parts.length === 0 && clause.rank >= 0 ? 'nothing' : null);
  if (asks) return [{ code: 'note_scope', reason: SCOPE_REASONS[asks], field: 'responsible' }];
  const { unsure, above: cell } = paragraph ?? {};
  if (cell !== undefined) return [emptyCellDoubt(cell)];
  const before = paragraph?.text.slice(Math.max(0, note.start - REACH), note.start) ?? '';
  if (OF_ALL.test(before + note.text.slice(0, REACH))) return [ALL_DOUBT];
  const above = ABOVE.exec(before)?.[0];
  if (above && /^(?:牵头|责任)/.test(note.text)) return [labelDoubt(above, note.text)];
  if (note.shortened) return [END_DOUBT];
  if (!unsure) return [];
  const reason = unsure === 'above' ? coveredReason(paragraph?.text ?? '') : COLUMN_REASONS[unsure];
  return [{ code: 'table_columns', reason, field: 'responsible' }];
}

/** A number that stands there twice, or goes back. */
function numberDoubts({ clause, no }: RawMeasure): Doubt[] {
  if (!clause.recounted) return [];
  const reason = `序号“${clause.number}”重复或倒退（上一条的序号不比它小），暂按单独一条读入，编为${no}，请核对是序号印错，还是上一条的下级内容`;
  return [{ code: 'number_repeated', reason, field: 'no' }];
}

const NO_DAYS: NoteDays = { due: null, interim: [], differ: false };

/** What is asked about the words that say when: several days side by side, words that no rule reads. */
function dayDoubts({ deadline, doubts }: NoteReading, days: NoteDays, terms: readonly ConditionReading[]): Doubt[] {
  if (deadline === null) return [];
  if (days.differ && !doubts.some(({ code }) => code === DAYS_DOUBT.code)) return [DAYS_DOUBT];
  return days.due || isTermRead(deadline, terms) ? [] : [TERM_DOUBT(deadline)];
}

const spanned = (one: TextDeadline, spanOf: SpanOf): TextDeadline & { spanOf: SpanOf } =>
  one.impossible ? { ...one, spanOf } : { day: one.day, raw: one.raw, index: one.index, doubt: one.doubt, spanOf };

/** The day that the title's sentence and the text propose. */
function deadlineOf(
  raw: RawMeasure,
  text: string,
  paragraphs: readonly Paragraph[],
  readers: TextReaders,
): DeadlineReading | null {
  const { words, spanOf } = titleOf(raw, paragraphs);
  const inText = readers.deadlines(text).map((one) => spanned(one, spans(raw, paragraphs)));
  const inTitle = words === '' ? [] : readers.deadlines(words).map((one) => spanned(one, spanOf));
  const found = proposedDeadline([...inText, ...inTitle]);
  if (!found) return null;
  const { day, raw: printed, index, doubt } = found;
  return { day, raw: printed, span: found.spanOf(index, index + printed.length), doubt };
}

const NOTHING: Found = { targets: [], conditions: [] };

/** Figures in the title's sentence belong to the measure as well. */
function titleFigures(raw: RawMeasure, paragraphs: readonly Paragraph[], readers: TextReaders) {
  const { words, spanOf } = titleOf(raw, paragraphs);
  const { targets, conditions } = words === '' ? NOTHING : readers.targets(words, spanOf);
  return { words, targets, conditions };
}

/** The title's words where they stand apart from the text, and where they are printed. */
function titleOf({ title }: RawMeasure, paragraphs: readonly Paragraph[]): { words: string; spanOf: SpanOf } {
  const { paragraph: at, start, end } = title ?? { paragraph: -1, start: 0, end: 0 };
  const paragraph = paragraphs[at];
  const words = paragraph?.text.slice(start, end) ?? '';
  return { words, spanOf: (first, last) => sourceSpan(paragraph, start + first, start + last) };
}

function responsibility(note: NoteReading, raw: RawMeasure, paragraphs: readonly Paragraph[]) {
  const at = (unit: NotedUnit): UnitRef => ({
    name: unit.name,
    surface: unit.surface,
    span: sourceSpan(paragraphs[raw.noteAt], raw.note.inner + unit.start, raw.note.inner + unit.end),
  });
  return {
    mode: note.mode,
    lead: note.lead ? at(note.lead) : null,
    leadBasis: note.leadBasis,
    responsible: note.responsible.map(at),
    supporting: note.supporting.map(at),
    open: [...new Set(note.openGroups.map(({ surface }) => surface))],
    openGroups: note.openGroups,
  };
}

const noteSpan = (raw: RawMeasure, paragraphs: readonly Paragraph[]): Span =>
  sourceSpan(paragraphs[raw.noteAt], raw.note.start, raw.note.end);

/** Source offsets of a stretch of one paragraph, from the first to behind the last: a table's day may stand before its units. */
export function sourceSpan(paragraph: Paragraph | undefined, start: number, end: number): Span {
  if (!paragraph) return [0, 0];
  const from = paragraph.at[start] ?? 0;
  if (end <= start) return [from, from];
  const last = paragraph.at[end - 1] ?? from;
  if (!paragraph.row) return [from, last + 1];
  const own = paragraph.at.subarray(start, end);
  return [Math.min(...own), Math.max(...own) + 1];
}

/** Maps offsets of the joined text (pieces divided by one '\n') back to the source. */
function spans(raw: RawMeasure, paragraphs: readonly Paragraph[]): SpanOf {
  const place = (offset: number): { paragraph: Paragraph | undefined; offset: number } => {
    let left = offset;
    for (const part of raw.parts) {
      if (left <= part.end - part.start) return { paragraph: paragraphs[part.paragraph], offset: part.start + left };
      left -= part.end - part.start + 1;
    }
    return { paragraph: paragraphs[raw.noteAt], offset: raw.note.start };
  };
  return (start, end) => {
    const from = place(start);
    const to = place(Math.max(start, end - 1));
    const first = from.paragraph?.at[from.offset] ?? 0;
    return [first, end > start ? (to.paragraph?.at[to.offset] ?? first) + 1 : first];
  };
}
