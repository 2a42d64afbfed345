import type { Paragraph } from './paragraph.js';

const COLUMN = /(?:牵头|责任|主办|主要责任|负责|承办|牵头负责|牵头责任)(?:单位|部门|处室|科室)/;
const COLUMNS =
  /(?:牵头负责|牵头责任|主要责任|其他责任|牵头|责任|主办|负责|承办|配合|协办|参与|参加|协同)(?:责任)?(?:单位|部门|处室|科室)|(?:相关|其他)(?:责任|配合)(?:单位|部门)/g;
const DEADLINE = /时限|期限|完成时间|时间进度|进度要求|时间要求/;
const HEAD_LINES = 16;
const HEAD_LENGTH = 120;
/** A column for the offices inside one department: names nobody registers. */
const OFFICES = /(?:处室|科室)/;
/** A column of units that give marks, no part in the work. */
const WATCHING = /(?:评分|考核|考评|评价|评估|监督|督查|督办|审核|验收)(?:单位|部门)/;

/** What the head of a pasted table says. */
export interface Head {
  /** Paragraph in which the head ends, and where in it. */
  last: number;
  end: number;
  /** All it says, to know it again. */
  words: string;
  /** Its columns of units. */
  labels: string[];
  /** Its units are offices of one department. */
  offices: boolean;
  /** A column of dates stands behind the units. */
  deadline: boolean;
  /** A column of units that only watch stands behind them. */
  watched: boolean;
}

/** “（二）某副市长牵头的工作”: a line over the next rows of the table, which go on behind it. */
export const isSection = ({ text }: Paragraph, next: Paragraph | undefined): boolean =>
  /^（[一二三四五六七八九十]{1,3}）[^。]{2,24}$/.test(text) && /^\|?\d{1,3}[.、*]?\|?$/.test(next?.text ?? '');

const BEGINS = /^\|?(?:1(?!\d|-)|\d{1,3}[|.、*]?$)/;

/** A line over the first rows stands between them and the head. */
function sectionNext(paragraphs: readonly Paragraph[], index: number): boolean {
  const paragraph = paragraphs[index];
  return paragraph !== undefined && isSection(paragraph, paragraphs[index + 1]);
}

/** The head may stand on one line or on one line per cell. */
export function headAt(paragraphs: readonly Paragraph[], from: number): Head | null {
  let words = '';
  for (let last = from; last < Math.min(paragraphs.length, from + HEAD_LINES); last++) {
    const { text } = paragraphs[last] ?? { text: '' };
    const line = text.replace(/(?<!（[^）]{0,20})\d{1,3}(?=[^\d\-–—至月年.])[\s\S]*$/, '');
    words += line;
    if (words.length > HEAD_LENGTH) return null;
    const next = paragraphs[last + 1]?.text ?? '';
    const ends = line.length < text.length || BEGINS.test(next) || sectionNext(paragraphs, last + 1);
    if (!ends) continue;
    const first = COLUMN.exec(words);
    if (!first) return null;
    return {
      last,
      end: line.length,
      words,
      labels: words.match(COLUMNS) ?? [],
      offices: OFFICES.test(first[0]),
      deadline: DEADLINE.test(words.slice(first.index)),
      watched: WATCHING.test(words.slice(first.index)),
    };
  }
  return null;
}
