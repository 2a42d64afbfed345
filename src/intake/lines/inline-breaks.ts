import { isPersonName } from '../../domain/plan/persons.js';
import { isSign, nextSign, sign } from '../../domain/text/signs.js';
import { ANNEX_LABEL, ARTICLE, markAt, namedArticle, type Mark } from './markers.js';
import { behindNotes } from './behind-notes.js';
import { decimalBreaks } from './decimal-marks.js';
import { headBreaks, isFlat } from './head-breaks.js';
import { cut, openingMark, type Paragraph } from './paragraph.js';
import { holdsNames } from './note-ends.js';
import { safeguardBreaks } from './safeguards.js';
import { signedEnd } from './signed-end.js';
import { pointBegins } from './sub-breaks.js';

const LONG = 30;
/** “（二）总体目标。”: a title follows, so the mark begins a clause though the stop before it was lost. */
const TITLE_NEXT = /^（[一二三四五六七八九十]{1,4}）[^，。；：（）]{3,32}。/;
/** What a mark or an annex begins with, what may stand behind the first character of a mark, and what not before it. */
const CANDIDATE = sign('（【一二三四五六七八九十0123456789第附任事行工措举专重主');
const SECOND = sign('一二三四五六七八九十百0123456789、.．）');
const INSIDE_NUMBER = sign('0123456789一二三四五六七八九十百第（');
/** The same of a number behind its word: 任务一, 【重点任务3】. */
const WORD_SECOND = sign('务项动程施措点要作任事行工举专重主');
const COUNTED = /【?(?:(?:重点|主要|工作|专项)?(?:任务|事项|行动|工程|措施|举措)|专项)[一二三四五六七八九十\d]/y;
/** “……市财政局附件1：任务表”, “……负责）附件：”. */
const BEFORE_ANNEX = /[日。；）】局委办厅部会院府所站队]$/;
const BEFORE = /[。！？；：）】〕\]”]$|(?:负责|落实|配合|参与|牵头|参加|协助|协办|承办|(?:组织|具体|共同)实施)$/;
const SHORT_TITLE = 36;
const HEAD = 30;

/** The last number of each level: since the level above went on, and in the whole document (numbers may run on). */
interface Numbers {
  near: Map<number, number>;
  run: Map<number, number>;
}

/** （1）, a point of a clause. */
const POINT = 4;
/** The levels that may begin inside a paragraph. */
const RANKS = [0, 1, ARTICLE, 2, 3, POINT];

/**
 * Cuts paragraphs that lost their line breaks in front of outline marks inside them. A mark counts only where a sentence
 * or a note has just ended (or right after a heading, for the first of its level) and its number goes on in sequence.
 */
export function inlineBreaks(printed: readonly Paragraph[]): Paragraph[] {
  const paragraphs = printed.flatMap((paragraph, index) =>
    index < HEAD ? headBreaks(paragraph, isFlat(paragraph, index)) : [paragraph],
  );
  const numbered = decimalBreaks(paragraphs.flatMap(behindNotes).flatMap(tableApart));
  const last: Numbers = { near: new Map(), run: new Map() };
  return safeguardBreaks(signedEnd(numbered.flatMap((paragraph) => split(paragraph, last))));
}

const TABLE = /序号(?=[^。；]{2,80}(?:牵头|责任|主办|负责)(?:单位|部门))/;

/** The head of a table that ran into the title before it begins a paragraph of its own. */
function tableApart(paragraph: Paragraph): Paragraph[] {
  const at = paragraph.text.includes('序号') ? paragraph.text.search(TABLE) : 0;
  return at > 0 && paragraph.text.slice(0, at) !== '|'
    ? [cut(paragraph, 0, at), cut(paragraph, at, paragraph.text.length)]
    : [paragraph];
}

function split(paragraph: Paragraph, last: Numbers): Paragraph[] {
  const { text } = paragraph;
  const opening = openingMark(paragraph);
  let headingSince = opening ? opening.length : -1;
  note(last, opening);
  if (text.length < LONG || paragraph.row) return [paragraph];
  const cuts = [0];
  const next = (from: number): number => nextSign(text, from, CANDIDATE);
  for (let position = next(opening?.length ?? 1); position < text.length; position = next(position + 1)) {
    if (text[position] === '附') {
      const length = annexLength(text, position);
      if (length === 0) continue;
      cuts.push(position);
      last.near.clear();
      last.run.clear();
      headingSince = position + length;
      continue;
    }
    const mark = mayBegin(text, position) ? markAt(text, position) : null;
    if (!mark || mark.rank > POINT || !begins(paragraph, position, mark, last, headingSince)) continue;
    cuts.push(position);
    note(last, mark);
    headingSince = position + mark.length;
    position = headingSince - 1;
  }
  if (cuts.length === 1) return [paragraph];
  return cuts.map((start, index) => cut(paragraph, start, cuts[index + 1] ?? text.length));
}

const mayBegin = (text: string, position: number): boolean =>
  (isSign(text, position + 1, SECOND) && !isSign(text, position - 1, INSIDE_NUMBER)) || isCounted(text, position);

function isCounted(text: string, position: number): boolean {
  if (!isSign(text, position + 1, WORD_SECOND)) return false;
  COUNTED.lastIndex = position;
  return COUNTED.test(text);
}

/** How long the words are with which an annex begins inside a paragraph that lost its breaks; 0 where none does. */
function annexLength(text: string, position: number): number {
  if (!BEFORE_ANNEX.test(text[position - 1] ?? '') || insideBracket(text, position)) return 0;
  return ANNEX_LABEL.exec(text.slice(position, position + 6))?.[0].length ?? 0;
}

function note(last: Numbers, mark: Mark | null): void {
  if (!mark || mark.rank > 3 || mark.path) return;
  last.near.set(mark.rank, mark.number);
  last.run.set(mark.rank, mark.number);
  for (const rank of RANKS) if (rank > mark.rank) last.near.delete(rank);
}

function begins(paragraph: Paragraph, position: number, mark: Mark, last: Numbers, since: number): boolean {
  const before = paragraph.text.slice(Math.max(0, position - 4), position);
  const expected = goesOn(mark, last);
  if (!expected || namedArticle(mark, before) || isNamesEnd(before, mark, paragraph.text[position])) return false;
  if (isNext(paragraph.text, mark, last) && inOpenNote(paragraph.text, position)) return true;
  if (closedIn(paragraph.text, position, mark)) return false;
  if (mark.rank === POINT) return pointBegins(paragraph.text, position, mark.number, since);
  if (/[；：]$/.test(before)) return mark.rank === 1;
  if (BEFORE.test(before) || paragraph.gap[position] === 2) return true;
  if (isLabelled(mark)) return labelledOn(paragraph.text, position, mark, last);
  if (firstChapter(paragraph.text, position, mark, last)) return true;
  if (afterLabel(paragraph.text, position)) return true;
  if (
    mark.rank === 2 &&
    mark.number === (last.run.get(2) ?? 0) + 1 &&
    TITLE_NEXT.test(paragraph.text.slice(position, position + 44))
  ) {
    return true;
  }
  const heading = since >= 0 && position - since <= SHORT_TITLE && position > since;
  return heading && !/[。，；]/.test(paragraph.text.slice(since, position));
}

const FIRST_BELOW = /^一、[^。，；]{2,26}(?:（一）|1[.、])/;
const HEADING_REACH = 36;

/** “……责任分解一、”: the plan's title ran into its first chapter; a second one or its first part follows. */
function firstChapter(text: string, position: number, mark: Mark, last: Numbers): boolean {
  if (mark.rank !== 1 || mark.number !== 1 || (last.run.get(1) ?? 0) > 0) return false;
  if (/[第统唯之万专单同不逐]/.test(text[position - 1] ?? '')) return false;
  return text.includes('二、', position) || FIRST_BELOW.test(text.slice(position, position + HEADING_REACH));
}

/**
 * “……行动方案【任务一】”: the title ran into the first of the tasks, and the second has the same words before its number;
 * “……县人社局第二件：”: the one behind the last.
 */
function labelledOn(text: string, position: number, { rank, number, length }: Mark, { near }: Numbers): boolean {
  if (!/[：】]/.test(text[position + length - 1] ?? '')) return false;
  if (number > 1) return near.get(rank) === number - 1;
  const mark = text.slice(position, position + length);
  return text.includes(mark.replace(/一|1/, mark.includes('一') ? '二' : '2'), position);
}

/** 任务一, 行动1: a number behind its word. */
const isLabelled = ({ rank }: Mark): boolean => !Number.isInteger(rank) && rank !== ARTICLE;

/** Names behind a label (责任单位：) end without a full stop where the line break was lost. */
function afterLabel(text: string, position: number): boolean {
  const stop = text.lastIndexOf('。', position);
  return holdsNames(text.slice(Math.max(0, stop + 1, position - 300), position));
}

/** “责任单位：李四、县人社局”: a person's name among the units ends like a chapter's number. */
function isNamesEnd(before: string, { rank }: Mark, numeral = ''): boolean {
  const name = rank === 1 ? /[：、，（]([一-龥]{1,2})$/.exec(before)?.[1] : undefined;
  return name !== undefined && isPersonName(name + numeral);
}

/** No mark begins inside a bracket; a chapter's number ends one that names units and was never closed. */
const closedIn = (text: string, position: number, mark: Mark): boolean =>
  insideBracket(text, position) && !(mark.rank === 1 && afterLabel(text, position));

/** The number that the last one of its level calls for; that of a point is printed before it. */
const isNext = (text: string, { rank, number }: Mark, { near }: Numbers): boolean =>
  number > 1 && (rank === POINT ? text.includes(`（${number - 1}）`) : near.get(rank) === number - 1);

const NAME_END = /(?:[局委办厅部会院队府站所室）]|中心|公司|集团|街道|负责|落实|配合|实施)$/;
const OPEN_NOTE = /[。；]（(?:[^（）。；]|（[^（）]{1,12}）){3,200}$/;

/** “……。（县民政局6.健康扶贫。”: nobody closed the bracket of the note that the next clause's number stands right behind. */
function inOpenNote(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - REACH), position);
  return NAME_END.test(before) && OPEN_NOTE.test(before);
}
const REACH = 210;

function insideBracket(text: string, position: number): boolean {
  const tail = text.slice(Math.max(0, position - 200), position);
  return tail.lastIndexOf('（') > tail.lastIndexOf('）') || tail.lastIndexOf('《') > tail.lastIndexOf('》');
}

/** One number may have been missed before: its sentence had lost its stop. */
const follows = (number: number, before: number): boolean => number > before && number <= before + 2;

/** A text cut out of a plan begins with any number; those of the level below the chapter may run on from before it. */
const opensFragment = ({ rank }: Mark, { run }: Numbers): boolean => (run.get(rank) ?? 0) === 0;

const goesOn = (mark: Mark, last: Numbers): boolean =>
  mark.number === (last.near.get(mark.rank) ?? 0) + 1 ||
  follows(mark.number, last.run.get(mark.rank) ?? 0) ||
  opensFragment(mark, last) ||
  (mark.number === 1 && mark.rank > 1);
