import type { Paragraph } from './paragraph.js';

/** A column of a task table, by its head. */
export interface Column {
  kind: 'number' | 'words' | 'units' | 'date' | 'leader' | 'other';
  label: string;
}

/** The head of a table that a web page flattened: every cell on a line of its own, or divided by strokes. */
export interface FlatHead {
  columns: Column[];
  /** Its columns of units in order, those left out that only watch or give marks. */
  labels: string[];
  /** The last column of units only watches. */
  watched: boolean;
  /** Its units are offices of one department. */
  offices: boolean;
  /** Paragraph in which it ends. */
  last: number;
}

const BODY = '(?:单位|部门|主体|处室|科室|股室|机构)';
const PART =
  '(?:牵头|责任|主责|主办|负责|承办|配合|协办|协助|协作|参与|参加|协同|落实|实施|支持|评分|考核|考评|监督|督查|督办|审核|验收)';
const UNITS = new RegExp(
  `^(?:主要|其他|其它|相关|有关|共同|直接|市级|县级|区级|总)?${PART}{1,3}${BODY}(?:[和及与/]${PART}{0,2}${BODY})?$`,
);
const WATCHING = /评分|考核|考评|监督|督查|督办|审核|验收/;
const DATE =
  /^(?:完成|办结|工作|推进|整改|落实|计划|目标|启动|责任|办理|实施)?(?:时限|期限|时间|进度|节点)(?:要求|安排|节点|进度|期限|清单)?$/;
const LEADER =
  /^(?:[省市县区]|[省市县区]级|[省市县区](?:委|政府))?(?:牵头|责任|分管|主管|包抓|包保|联系|挂钩|督办|主要)*(?:负责)?(?:领导|责任人|负责人|联系人|联络员)$/;
const OTHER =
  /^(?:备注|说明|联系电话|电话|(?:目标|任务|指标|项目)?(?:类型|类别|性质)|[^。；，]{0,10}(?:情况|进展)|是否[一-龥]{1,6}|数量|数额|金额|[^。；，]{0,8}所在地)$/;
const WORDS =
  /^(?!工作$)(?:[一-龥、]{0,8}(?:任务|工作|事项|内容|措施|举措|要求|项目|目标|名称|分类|要点|指标|标准|领域|实事|成果|分工|分解|细化|清单|分析|问题|做法|思路)){1,2}$/;
const NUMBER = /^(?:序号|编号|项次|序)$/;
/** Lines of a head, and the lines a single cell of it may be broken into. */
const LINES = 40;
const PARTS = 4;
const LONGEST = 16;

/** What a column of a task table holds, by its head's words; null for words that head no column. */
export function columnOf(words: string): Column | null {
  const label = words.replace(/（[^（）]*）/g, '');
  if (label.length > LONGEST) return null;
  if (NUMBER.test(label)) return { kind: 'number', label };
  if (UNITS.test(label) || label === '责任清单') return { kind: 'units', label };
  if (DATE.test(label)) return { kind: 'date', label };
  if (LEADER.test(label)) return { kind: 'leader', label };
  if (OTHER.test(label)) return { kind: 'other', label };
  return WORDS.test(label) ? { kind: 'words', label } : null;
}

/** The head that begins with a paragraph, null where none does or its columns are in no order that could be read back. */
export function flatHead(paragraphs: readonly Pick<Paragraph, 'text' | 'gap'>[], from: number): FlatHead | null {
  if (!mayBegin(paragraphs[from])) return null;
  const columns: Column[] = [];
  let last = from - 1;
  let pending: string[] = [];
  for (let index = from; index < Math.min(paragraphs.length, from + LINES); index++) {
    const paragraph = paragraphs[index];
    const cells = paragraph && paragraph.text.length <= 160 ? headCells(paragraph) : null;
    const read = cells && takeCells([...pending, ...cells]);
    if (!read || (index === from && read.columns.length === 0 && read.pending.join('') === '')) break;
    if (isFirstRow(columns, read.columns)) break;
    columns.push(...read.columns);
    pending = read.pending;
    if (pending.length === 0) last = index;
    if (pending.length >= PARTS) break;
  }
  return last < from ? null : headOf(columns, last);
}

/** The head on one line whose columns nothing but blanks divides. */
export function spacedHead({ text, gap }: Pick<Paragraph, 'text' | 'gap'>): FlatHead | null {
  const cells = [...text].map((character, at) => (at > 0 && gap[at] ? `|${character}` : character)).join('');
  const read = takeCells(cells.split('|').filter(Boolean));
  return read && read.pending.length === 0 ? headOf(read.columns, 0) : null;
}

const HINT = /[序编项任工内措举要目名事分指标领重主成牵责清问做思类]/;

/** A first cell is short; looked at first, for speed. */
function mayBegin(paragraph: Pick<Paragraph, 'text' | 'gap'> | undefined): boolean {
  if (!paragraph) return false;
  const { text, gap } = paragraph;
  const start = text.startsWith('|') ? 1 : 0;
  const least = Math.min(text.length, start + LONGEST + BRACKET);
  let end = start;
  while (end < least && text[end] !== '|' && (end === start || gap[end] !== 2)) end += 1;
  if (end === least && end < text.length) return false;
  const first = text.slice(start, end);
  return (
    first === '' || (HINT.test(first) && !/[。，；：]/.test(first) && (columnOf(first) ?? BROKEN.exec(first)) !== null)
  );
}

/** Room for what a head says in brackets. */
const BRACKET = 30;

/** “普法宣传工作” behind the columns of units is what stands over the first row, though it ends like a head. */
const isFirstRow = (before: readonly Column[], [first]: readonly Column[]): boolean =>
  first?.kind === 'words' &&
  before.some(({ kind }) => kind === 'units') &&
  !before.some(({ kind }) => kind === 'number');

/** Cells between strokes and wide blanks. */
const headCells = ({ text, gap }: Pick<Paragraph, 'text' | 'gap'>): string[] =>
  [...text]
    .map((character, at) => (at > 0 && gap[at] === 2 ? `|${character}` : character))
    .join('')
    .split('|')
    .filter(Boolean);

/** Reads cells as heads, the words of one put together where it is broken; null where some cell is no head. */
function takeCells(cells: readonly string[]): { columns: Column[]; pending: string[] } | null {
  const columns: Column[] = [];
  let at = 0;
  while (at < cells.length) {
    if (IN_BRACKETS.test(cells[at] ?? '')) {
      at += 1;
      continue;
    }
    let parts = 1;
    let column = columnOf(cells[at] ?? '');
    while (!column && parts < PARTS && at + parts < cells.length) {
      parts += 1;
      column = columnOf(cells.slice(at, at + parts).join(''));
    }
    if (!column) {
      const rest = cells.slice(at);
      return rest.length < PARTS && rest.every((part) => BROKEN.test(part)) ? { columns, pending: rest } : null;
    }
    columns.push(column);
    at += parts;
  }
  return { columns, pending: [] };
}

/** 责任股室 and on the next line （单位）. */
const IN_BRACKETS = /^（[^（）]{1,8}）$/;

/** 主要 (and on the next line 任务). */
const BROKEN = /^(?:[一-龥]|[一-龥]{2,3}|[一-龥]{4}(?<=责任|牵头|配合|工作|主要))$/;

const JOINED = new RegExp(`${BODY}[和及与/]`);

/** 责任主体与协同单位 names two parts at once; a note gives its units the first. */
const roleLabel = (label: string): string =>
  label === '责任清单' || (JOINED.test(label) && !WATCHING.test(label)) ? '责任单位' : label;

function headOf(columns: Column[], last: number): FlatHead | null {
  const first = columns.findIndex(({ kind }) => kind === 'units');
  const before = columns.slice(0, Math.max(first, 0));
  const behind = columns.slice(first + 1);
  const numbered = columns.some(({ kind }) => kind === 'number');
  if (first < 0 || !before.some(({ kind }) => kind === 'words')) return null;
  if (!numbered && behind.some(({ kind }) => kind === 'words')) return null;
  const units = columns.filter(({ kind }) => kind === 'units').map(({ label }) => roleLabel(label));
  const labels = units.filter((label) => !WATCHING.test(label));
  if (labels.length === 0 || units.slice(0, -1).some((label) => WATCHING.test(label))) return null;
  const offices = units.every((label) => /[处科股]室$/.test(label));
  return { columns, labels, watched: labels.length < units.length, offices, last };
}
