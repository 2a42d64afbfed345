import type { Doubt, Span } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { tableEnds } from '../lines/table-ends.js';
import { isGluedHead } from '../lines/glued-heads.js';
import type { UnitRegistry } from '../../domain/units/registry.js';
import type { FoundNote } from './find-notes.js';
import { registeredHead } from './unit-list.js';
import { withoutRules } from './rules.js';
import { nearHead } from './near-heads.js';

/** Looked for first, for speed. */
const HINT = /牵头|责任(?:主体|[处科股]室)|负责|配合|(?:单位|部门)(?:[:：]|$)|序号|[处科室心]）/;
/** A bracket that closes a sentence. */
const CLOSED = /[）】](?:[。；]|$)/;
const BRACKET = /（[^（）]{4,200}）|【[^【】]{4,200}】/g;
const DUTY =
  /牵头|按(?:照)?(?:各自)?职责|(?:负责|配合|落实|承担|除外)$|，(?:不含|不包括)|^(?:责任|牵头|配合)(?:单位|部门)(?:同|见)|^[一-龥]{0,4}(?:单位|部门)[:：]/;
/** “（工资处、就业中心）”: offices of one department, which no register has. */
const OFFICES = /^[一-龥]{2,10}(?:处|科|室|中心)(?:[、，][一-龥]{2,10}(?:处|科|室|中心))*$/;
const BODY = /[局委办厅部站所院会队]|政府|公司|单位|各[乡镇街县区市]/;
/** “市卫健委盯办”: what may stand behind a known unit's name in a note that no rule reads. */
const TAIL = 8;
/** （市人社局印发）, （见省财政厅官网）: no part in a task. */
const NO_PART = /印发|供稿|发布|提供|官网|网站|门户|大厅|窗口|公告|颁布|制定|〔|\d|[:：]/;
/** “利用平台（县融媒体中心主办）等宣传”: the sentence goes on behind the bracket. */
const GOES_ON = /^[等的和与及在为、]/;
/** “经济办和引进办负责组织企业实施。”, “……；各学校负责实施（小学由中心小学统筹）。” at a paragraph's end. */
const SENTENCE =
  /(?:^|[。；）])([^。；，（）：:《》“”]{2,40}(?:[局委办厅站所队院校学]|公司|中心|单位)(?:牵头|负责(?!同志|人|解释|日常))[^。；，]{0,24}[。；]?)$/;
/** “甲局牵头。乙局、丙局配合”, however its stops are printed. */
const PAIR = /[一-龥]{2,12}[局委办厅部]牵头[。，；、.]?(?=[省市县区州国各自])[^牵]{2,80}?(?:配合|协助|参与)/g;
/** “责任单位：甲局、乙局 另有说明……”: a label with its colon, whatever stands behind it. */
const LABELLED = /(?:牵头|责任|主办|配合|协办)(?:责任)?(?:单位|部门)[:：][^。；：:]{2,60}/g;
const LABELLED_HINT = /(?:单位|部门)[:：]/;
const TABLE = /^\|?序号(?!\d)/;
/** “……任务分解表序号 项目 任务 责任部门 完成时限”: the break before the head was lost. */
const HEAD_INSIDE = /序号[|]?[一-龥|]{2,30}(?:牵头|责任|主办|负责|承办)(?:单位|部门|处室|科室)/;
const COLUMN = /(?:牵头|责任|主办|负责|承办)(?:单位|部门)/;
const HEAD_LINES = 12;
const HEAD_LENGTH = 120;
const SHORTEST = 6;
const MOST = 40;
const QUOTED = 36;
export const CURE = '请把表格另存为 .xlsx 或 .docx 后导入，或对照原文逐条补录';

/** A stretch that looks like a note, or like a table. */
interface Stretch {
  paragraph: Paragraph;
  start: number;
  /** The paragraph in which it ends, and where. */
  last: Paragraph;
  end: number;
  /** The words of a table's head, null for a note. */
  table: string | null;
}

/** What looks like a responsibility note and was not read as one, each told to a person with its place. */
export function unreadNotes(
  paragraphs: readonly Paragraph[],
  notes: readonly (readonly FoundNote[])[],
  from: number,
  registry: UnitRegistry,
): Doubt[] {
  const found: Stretch[] = [];
  for (let index = 0; index < paragraphs.length && found.length <= MOST; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph) continue;
    if (paragraph.unread) {
      found.push({ paragraph, start: 0, last: paragraph, end: paragraph.text.length, table: null });
      continue;
    }
    const gaps = index < from ? [] : outside(paragraph.text, notes[index] ?? []);
    const printed = tableHead(paragraphs, index);
    if (gaps.length === 0 && printed === null) continue;
    const isHinted = HINT.test(paragraph.text);
    const table = isHinted ? printed : null;
    if (table) found.push(wholeTable(paragraphs, notes, paragraph, index, table));
    else if (isHinted || CLOSED.test(paragraph.text))
      found.push(...gaps.flatMap((gap) => looseOf(paragraph, gap, registry)));
  }
  return found.slice(0, MOST).map(doubtOf);
}

/** A table's head that is still there was read by nobody: those of tables that were read are gone. */
function tableHead(paragraphs: readonly Paragraph[], index: number): string | null {
  const opening = paragraphs[index]?.text ?? '';
  if (isGluedHead(opening)) return opening.slice(0, HEAD_LENGTH);
  const inside = HEAD_INSIDE.exec(opening);
  if (inside) return opening.slice(inside.index);
  const near = nearHead(paragraphs, index);
  if (near >= 0) return opening.slice(near);
  if (!TABLE.test(opening)) return null;
  const lines = paragraphs.slice(index, index + HEAD_LINES).map(({ text }) => text.slice(0, HEAD_LENGTH));
  const words = lines.join(' ').slice(0, HEAD_LENGTH);
  return COLUMN.test(words) ? words : null;
}

/** A table's stretch: from its head to the first paragraph that is read, or that ends it. */
function wholeTable(
  paragraphs: readonly Paragraph[],
  notes: readonly (readonly FoundNote[])[],
  paragraph: Paragraph,
  index: number,
  table: string,
): Stretch {
  let last = paragraph;
  for (let at = index + 1; at < paragraphs.length; at++) {
    const next = paragraphs[at];
    if (!next || next.row || notes[at]?.length || tableEnds(next.text)) break;
    last = next;
  }
  return { paragraph, start: 0, last, end: last.text.length, table };
}

type Gap = [start: number, end: number];

/** The stretches of a paragraph outside its notes that speak of duties. */
function outside(text: string, notes: readonly FoundNote[]): Gap[] {
  const gaps: Gap[] = [];
  let from = 0;
  for (const { start, end } of [...notes, { start: text.length, end: text.length }]) {
    const words = text.slice(from, start);
    if (start - from > SHORTEST && (HINT.test(words) || CLOSED.test(words))) gaps.push([from, start]);
    from = Math.max(from, end);
  }
  return gaps;
}

function looseOf(paragraph: Paragraph, [from, to]: Gap, registry: UnitRegistry): Stretch[] {
  const text = paragraph.text.slice(from, to);
  const brackets = [...text.matchAll(BRACKET)].filter(
    ({ 0: whole, index }) =>
      (isDuty(whole.slice(1, -1)) ||
        (CLOSED.test(text.slice(index, index + whole.length + 1)) && namesUnits(whole.slice(1, -1), registry)) ||
        (text[index - 1] === '。' && OFFICES.test(whole.slice(1, -1)))) &&
      !GOES_ON.test(text.slice(index + whole.length)),
  );
  const pairs = text.includes('牵头') ? [...text.matchAll(PAIR)] : [];
  const last = to === paragraph.text.length ? [...closing(text)] : [];
  const labels = LABELLED_HINT.test(text) ? [...text.matchAll(LABELLED)] : [];
  const all = [...brackets, ...labels, ...last, ...pairs].map(({ 0: words, index }): Stretch => ({
    paragraph,
    start: from + index,
    last: paragraph,
    end: from + index + words.length,
    table: null,
  }));
  return all.filter((one, at) => !all.slice(0, at).some((before) => overlap(before, one)));
}

/** The sentence that closes a paragraph, its last bracket taken as it is. */
function closing(text: string): { 0: string; index: number }[] {
  const words = SENTENCE.exec(text.replace(/（[^（）]*）(?=[。；]?$)/, (inner) => '〇'.repeat(inner.length)))?.[1];
  const index = words === undefined ? -1 : text.length - words.length;
  return index < 0 ? [] : [{ 0: text.slice(index), index }];
}

/** Two known units, or one with a few words: who they are is plain, what they are to do is not. */
function namesUnits(printed: string, registry: UnitRegistry): boolean {
  const inner = printed.replace(/(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)?(?=[前底])/g, '');
  if (NO_PART.test(inner)) return false;
  const pieces = inner.split(/[、，；,;]/).filter(Boolean);
  const known = pieces.filter((piece) => {
    const name = piece.replace(/^[由请★☆*]/, '');
    const head = registeredHead(`${name}。`, registry);
    return head > 0 && name.length - head <= TAIL;
  });
  return known.length > 1 || (known.length === 1 && pieces.length <= 2);
}

/** A rule of who leads is read where it stands; in a bracket of its own it gives nobody a task. */
const isDuty = (inner: string): boolean =>
  DUTY.test(inner) && BODY.test(inner) && withoutRules(inner).replace(/[，；。\s]/g, '') !== '';

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

function doubtOf({ paragraph, start, last, end, table }: Stretch): Doubt {
  const words = (table ?? paragraph.text.slice(start, end)).slice(0, QUOTED);
  const span: Span = [paragraph.at[start] ?? 0, (last.at[end - 1] ?? 0) + 1];
  const reason = paragraph.unread
    ? `“${words}”像是任务表的一行，没有分清责任单位，请对照原文补上`
    : table
      ? `“${words}…”像是一张任务表，分不出行和栏，没有读成措施，${CURE}`
      : `“${words}”像是责任分工，没有读懂，请对照原文补上`;
  return { code: table ? 'table_unread' : 'note_unread', reason, field: 'measures', span };
}
