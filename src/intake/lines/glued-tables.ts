import type { UnitRegistry } from '../../domain/units/registry.js';
import { registeredTail } from '../notes/unit-list.js';
import { compose, type Piece } from './pieces.js';
import type { Paragraph } from './paragraph.js';

const LABEL = '(?:牵头|责任|主办|负责|承办|配合|协办|参与|协同)(?:责任)?(?:单位|部门)';
const HEAD = new RegExp(
  `^(?:序号)?(?:[一-龥]{0,4}(?:任务|事项|工作|内容|措施|举措|项目|目标)(?:内容|名称|清单|要求|分解)?){1,3}((?:${LABEL}){1,3})((?:完成|办结)?(?:时限|时间|期限))?(?:备注)?(?=$|1[一-龥])`,
);
const DATE =
  /(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?|年底|年内|[上下]半年|[一二三四]季度)(?:之?前)?$|(?:长期(?:坚持)?|持续推进|全年)$/;
/** “2所学校”, “3月底”: a figure of the task or a date, no running number. */
const NO_NUMBER = /^(?:[年月日个所家项名人条次场处座批类级号万亿]|季度|小时)/;
const ROWS = 2;
/** Longer stretches are no rows; also keeps the cost in step with the length. */
const LONGEST_ROW = 800;

/** A table whose cells stand together without any divider. */
export interface GluedTable {
  rows: Paragraph[];
  /** The last paragraph that belongs to it. */
  last: number;
}

interface Stretch {
  paragraph: Paragraph;
  start: number;
  end: number;
}

/** A row cut up: its words, its lists of units in order, its date. */
interface Row {
  number: Stretch | null;
  words: Stretch;
  lists: Stretch[];
  date: Stretch | null;
}

/** Whether words are a table's head with nothing between its columns (重点任务责任单位配合单位). */
export const isGluedHead = (text: string): boolean => HEAD.test(text);

/**
 * Reads a table without dividers by what its rows end in: registered units with their level, one list after the other, and
 * a date. Every row is in doubt. Null where fewer than two rows end so.
 */
export function gluedTable(paragraphs: readonly Paragraph[], from: number, registry: UnitRegistry): GluedTable | null {
  const head = paragraphs[from];
  const match = head && HEAD.exec(head.text);
  if (!head || !match) return null;
  const labels = match[1]?.match(new RegExp(LABEL, 'g')) ?? [];
  const rest = { paragraph: head, start: match[0].length, end: head.text.length };
  const rows = rest.start < rest.end ? numberedRows(rest, registry) : [];
  let last = from;
  for (let index = from + 1; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    const found = paragraph ? lineRows(paragraph, labels.length, registry) : [];
    if (found.length === 0) break;
    rows.push(...found);
    last = index;
  }
  return rows.length >= ROWS ? { rows: rows.map((row) => composed(row, labels)), last } : null;
}

/** “……市住建局、市财政局加强河湖治理……”: the words of the next row stand behind the units of the one before. */
const GOES_ON = /[^、，；。|（省市县区州盟旗各等和]/;

/** The rows of one printed line; the break between two of them may be lost. None where the line ends in no unit. */
function lineRows(paragraph: Paragraph, columns: number, registry: UnitRegistry): Row[] {
  const { text } = paragraph;
  if (text.length > LONGEST_ROW) return [];
  const rows: Row[] = [];
  let start = 0;
  for (let at = start + SHORTEST_ROW; at < text.length - SHORTEST_ROW; at++) {
    if (!/[局委办厅府]/.test(text[at - 1] ?? '') || !GOES_ON.test(text[at] ?? '')) continue;
    const row = rowOf({ paragraph, start, end: at }, registry);
    if (!row || row.lists.length < columns) continue;
    rows.push(row);
    start = at;
    at += SHORTEST_ROW;
  }
  const last = rowOf({ paragraph, start, end: text.length }, registry);
  return last ? [...rows, last] : [];
}

const SHORTEST_ROW = 7;

/** Rows that follow each other in one paragraph: each runs up to the next running number that stands behind a whole row. */
function numberedRows({ paragraph, start, end }: Stretch, registry: UnitRegistry): Row[] {
  const rows: Row[] = [];
  for (let from = start, number = 1; from < end; number++) {
    const next = nextNumber(paragraph, from, Math.min(end, from + LONGEST_ROW), number + 1, registry);
    const row = rowOf({ paragraph, start: from, end: next }, registry);
    if (!row?.number) return rows;
    rows.push(row);
    from = next;
  }
  return rows;
}

function nextNumber(paragraph: Paragraph, from: number, end: number, number: number, registry: UnitRegistry): number {
  const printed = String(number);
  for (let at = paragraph.text.indexOf(printed, from + 1); at >= 0 && at < end;) {
    const after = paragraph.text.slice(at + printed.length, at + printed.length + 3);
    const fits = /^[一-龥“《]/.test(after) && !NO_NUMBER.test(after) && !/\d/.test(paragraph.text[at - 1] ?? '');
    if (fits && rowOf({ paragraph, start: from, end: at }, registry)) return at;
    at = paragraph.text.indexOf(printed, at + 1);
  }
  return end;
}

function rowOf({ paragraph, start, end }: Stretch, registry: UnitRegistry): Row | null {
  const text = paragraph.text.slice(start, end).replace(/[|。；]+$/, '');
  const digits = /^\d{1,3}[.、]?(?=[一-龥“《])/.exec(text)?.[0].length ?? 0;
  const date = DATE.exec(text)?.index ?? text.length;
  const lists = listsOf(text.slice(0, date), registry);
  const first = lists[0]?.[0] ?? 0;
  if (first - digits < 4) return null;
  const at = (a: number, b: number): Stretch => ({ paragraph, start: start + a, end: start + b });
  return {
    number: digits > 0 ? at(0, digits) : null,
    words: at(digits, first),
    lists: lists.map(([a, b]) => at(a, b)),
    date: date < text.length ? at(date, text.length) : null,
  };
}

/** The lists of units that a text ends in, first one first; a new list begins where no separator stands. */
function listsOf(text: string, registry: UnitRegistry): [start: number, end: number][] {
  const lists: [number, number][] = [];
  let end = text.length;
  let joined = false;
  for (let start = registeredTail(text, registry); start >= 0; start = registeredTail(text.slice(0, end), registry)) {
    const [list] = lists;
    if (joined && list) list[0] = start;
    else lists.unshift([start, end]);
    joined = /[、，]/.test(text[start - 1] ?? '');
    end = joined ? start - 1 : start;
  }
  return lists;
}

/** More lists than columns of units: the last column has the rest. */
function composed({ number, words, lists, date }: Row, labels: readonly string[]): Paragraph {
  const noted = lists.flatMap((list, index): Piece[] => {
    const label = labels[index];
    const before = label === undefined && index > 0 ? '、' : `${index > 0 ? '；' : '（'}${label ?? '责任单位'}：`;
    return [before, list];
  });
  const dated: Piece[] = date ? ['；完成时限：', date] : [];
  const pieces: Piece[] = [...(number ? [number, '.'] : []), words, '。', ...noted, ...dated, '）'];
  return { ...compose(pieces), row: true, unsure: 'run_together' };
}
