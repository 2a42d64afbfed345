import type { Line } from './lines.js';
import { namedArticle } from './markers.js';
import { cutInName, namesEnd } from './note-ends.js';

/** A title line, and the words that a salutation, a notice or a plan begins with. */
const TITLE_END = /^[^，。；]{4,60}(?:方案|意见|要点|计划|通知|措施|办法|规划|分工|清单)$/;
const AFTER_TITLE = /^(?:为|根据|按照|各|现将|近年|今年|20\d{2}年)/;
const SENTENCE_END = /[。！？!?；：]["”’）】]?$/;
const LIST_GOES_ON = /(?:[、，]|会同|以及)$/;
const NOTE_END = /(负责|落实|配合|参与|参加|协助|牵头)[。；]?$/;
const LABEL_START =
  /^[（【\[—▲●]{0,2}[一-龥]{0,6}(单位|部门|主体|领导|时限|(?:完成|办结)(?:时间|期限)|责任人|领导责任)[:：】]/;
const DATE_LINE = /^(\d{4}|[二一][〇○◯零oOОοΟ0一二三四五六七八九]{3})年[^底前内】）。，；]{1,6}日?$/;
/** A red head's line: “栾农工办发〔2019〕7号”. */
const NUMBER_LINE = /^[一-龥]{2,14}〔\d{4}〕\d{1,4}号$/;
const OPENED = /[（【〔[《“]/;

/** Lines of a growing paragraph that are looked at again. */
const WINDOW = 12;
const NEVER_FIRST = /^(\|[-—:：|]+$|附件|附表|附录|附:|附：|——|—|注：|抄送|主送|公开方式|（?此件|联系人)/;
const UNIT_LINE =
  /^[一-龥]{4,30}(局|委|办|厅|部|委员会|办公室|政府|总工会|领导小组|联合会|院|队|行)(（代章）|（盖章）)?$/;
/** A note without brackets begins with a unit of its own; 管局、信访局等部门负责 is the rest of a wrapped one. */
const BARE_NOTE =
  /^(?:由|各|国家|中国|自治区|[省市县区州]|[一-龥]{2,10}(?:局|厅|部|委)会同)[一-龥（）、，]*(?:(?:会同|牵头)[一-龥（）、，。；]*|(?:负责|配合|参与)。?)$/;

/** A list of ministries or bureaus by their whole names that ends with its duty, and the tail of a list cut by a page. */
const BARE_LIST = /^[一-龥]{2,20}(?:部|局|厅|委|办|院|会|署)(?:、|，|牵头)[^。]*(?:负责|配合|参与|参加|落实)[。；]?$/;
const CUT_LIST = /(?:[局委办厅部会院署队行联社团心司][、，]|会同|牵头，)[一-龥]{0,16}$/;

/** Whether a printed line goes on with the paragraph that the lines before it began. */
export function goesOn(group: readonly Line[], next: Line, width: number | null): boolean {
  const last = group.at(-1);
  if (last && (NEVER_OPENS.test(next.text) || placesGoOn(last.text, next.text))) return true;
  if (last && next.cell && (next.divided || last.divided || (width === null && apart(last, next)))) return false;
  if (last?.among && next.among) return false;
  if (last && next.text.startsWith('—') && labelLines(group, next.text)) return true;
  if (!last || next.row || last.text.endsWith('|') || NEVER_FIRST.test(next.text) || DATE_LINE.test(next.text))
    return false;
  if (group.length === 1 && NUMBER_LINE.test(last.text)) return false;
  if (cutInLabel(last.text, next.text)) return true;
  if (!next.mark && (cutInFigure(last.text, next.text) || cutInTitle(group, last.text, next.text))) return true;
  if (labelLines(group, next.text) || labelList(group, last, next)) return true;
  if (cutLabel(group, last, next) || (!next.mark && cutInName(tailOf(group), next.text))) return true;
  if (TITLE_END.test(last.text) && AFTER_TITLE.test(next.text)) return false;
  const opened = !(next.mark && next.mark.rank <= 3) && bracketOpen(group);
  if (namedArticle(next.mark, last.text)) return true;
  const isNext = NOTE_END.test(last.text) && group[0]?.mark?.rank === next.mark?.rank;
  if (next.mark && (isNext || !(opened && next.mark.rank > 3))) return false;
  const short = width === null || last.text.length < width - 3;
  if (opened && !(short && /。$/.test(last.text) && LABEL_START.test(next.text))) return true;
  if (!short && (nextLabel(group, next.text) || partFollows(last.text, next.text))) return true;
  if (short && (otherLabel(last, next.text) || namesEnd(tailOf(group), next.text))) return false;
  if (LIST_GOES_ON.test(last.text) || CUT_NAME.test(last.text)) return !LABEL_START.test(next.text);
  if (SENTENCE_END.test(last.text) || NOTE_END.test(last.text) || /[）】]$/.test(last.text)) return false;
  if (LABEL_START.test(next.text)) return false;
  if (width !== null && last.text.length >= width - 3 && !UNIT_LINE.test(last.text)) return true;
  if (BARE_LIST.test(next.text) && !CUT_LIST.test(last.text)) return false;
  if (BARE_NOTE.test(next.text) || UNIT_LINE.test(last.text)) return false;
  return width === null ? brokenSentence(group, last) : wrapped(group, last, width);
}

/** A stop, and the rest of 办公室 and of 为牵头单位, begin no paragraph. */
const NEVER_OPENS = /^[，、；。]|^公[室厅]|^(?:单位|部门)[，；。）】\]]/;

const PLACES = '(?:[县市区州盟旗乡镇村居]|街道|社区|特区|管委会|、)';
const EVERY = `(?:各|有关|相关)${PLACES}{1,8}`;
const CUT_PLACES = [
  { next: new RegExp(`^（${PLACES}+）`), last: new RegExp(`${EVERY}$`) },
  { next: new RegExp(`^${PLACES}+）`), last: new RegExp(`${EVERY}（${PLACES}*$`) },
];

/** “各县” and on the next line “（市、区）”, or “各县（市、” and “区）”: one group. */
const placesGoOn = (last: string, next: string): boolean =>
  CUT_PLACES.some((cut) => cut.next.test(next) && cut.last.test(last));

/** “……新增岗位5” and “00个以上”, “……6月底” and “前完成……”: the line was cut inside a figure or a day of a sentence. */
const cutInFigure = (last: string, next: string): boolean =>
  (/^(?!20\d\d年)\d/.test(next) && /[，；。].*[一-龥]\d{1,4}$/.test(last)) ||
  (next.startsWith('前') && /^前[^期后沿往]/.test(next) && /[，；。].*\d月[底末]$/.test(last));

const TITLE_RUNS_ON =
  '(?:方案|意见|要点|计划|措施|办法|规划)(?:（[^（）]{1,20}）)?(?:为(?!准|主|依据)|根据|按照|现就|现将)';
const TITLE_CUT = new RegExp(
  `^(?=[^。；，]*(?:20\\d\\d年|关于|[省市县区]))[^。；：，]{8,70}${TITLE_RUNS_ON}[^。；：]{0,40}$`,
);
const REST_OF_TITLE = new RegExp(`^(?!关于|20\\d\\d年|[一-龥]{1,6}[省市县区])[^。；：，、]{0,40}?${TITLE_RUNS_ON}`);
const TITLE_OPEN = /^(?=.*(?:20\d\d年|关于))[^。；：，]{8,60}(?<!文件|[局委办厅部会府])$/;

/** A title and the beginning of a sentence are no longer. */
const LONGEST_CUT = 120;

/** The plan's title ran into its first sentence, and a line ends inside the one or the other. */
const cutInTitle = (group: readonly Line[], last: string, next: string): boolean =>
  group.length === 1 &&
  last.length <= LONGEST_CUT &&
  !'。；：）'.includes(last.at(-1) ?? '。') &&
  (TITLE_CUT.test(last) || (TITLE_OPEN.test(last) && REST_OF_TITLE.test(next)));

/** Cells of a flattened table: units and days have lines of their own, which nothing goes on with. */
const apart = (last: Line, next: Line): boolean =>
  !LIST_GOES_ON.test(last.text) &&
  (UNITS_CELL.test(next.text) || UNITS_CELL.test(last.text) || DAY_CELL.test(next.text));
const UNITS_CELL =
  /^[^。；：“”]{2,}(?:[局委办厅府处科室院站所队]|中心|公司|集团|街道|乡镇|镇|部门|单位|管委会)(?:（[^（）]*）)?等?(?:负责|落实)*。?$/;
const DAY_CELL = /^(?:每[月季年周]|20\d\d年|\d{1,2}月|年底|长期|持续|全年)[^。，]{0,14}$/;

/** A line that holds sentences and ends inside one: the page ended there. */
function brokenSentence(group: readonly Line[], last: Line): boolean {
  const first = group[0];
  if (!first || last.text.length < 20) return false;
  const body =
    group.slice(-WINDOW).some((line) => /[。；]/.test(line.text)) ||
    (!last.cell && /[，、]|会同|牵头/.test(last.text) && !first.mark);
  return body && !/^现将[^。]{0,60}$/.test(first.text);
}

function wrapped(group: readonly Line[], last: Line, width: number): boolean {
  const [first] = group;
  if (!first || UNIT_LINE.test(last.text)) return false;
  return last.text.length >= width - 3 && (group.length > 1 || first.mark !== null || /[，。、；]/.test(first.text));
}

const TAIL = 400;

/** Whether a bracket of the last sentences is still open at the end of the group; others may have closed inside it. */
function bracketOpen(group: readonly Line[]): boolean {
  const tail = tailOf(group);
  return OPENED.test(tail) && PAIRS.some(([open, close]) => tail.includes(open) && isOpen(tail, open, close));
}

const PAIRS = [
  ['（', '）'],
  ['【', '】'],
  ['〔', '〕'],
  ['[', ']'],
] as const;

function isOpen(text: string, open: string, close: string): boolean {
  let closed = 0;
  let last = text.lastIndexOf(close);
  for (let at = text.lastIndexOf(open); at >= 0; at = at > 0 ? text.lastIndexOf(open, at - 1) : -1) {
    for (; last > at; last = last > 0 ? text.lastIndexOf(close, last - 1) : -1) closed += 1;
    if (closed-- === 0) return true;
  }
  return false;
}

/** The last characters of the group; a paragraph of ten thousand lines must not be joined at each of them. */
function tailOf(group: readonly Line[]): string {
  let tail = '';
  for (let index = group.length - 1; index >= 0 && tail.length < TAIL; index--)
    tail = (group[index]?.text ?? '') + tail;
  return tail.slice(-TAIL);
}

/** “责任单位：县人社局、县” and on the next line “司法局”: the page ended inside a name. */
const cutLabel = (group: readonly Line[], last: Line, next: Line): boolean =>
  CUT_NAME.test(last.text) && !next.mark && group.slice(-WINDOW).some(({ text }) => /(?:单位|部门)[:：]/.test(text));
const CUT_NAME = /[、，](?:自治区|[省市县区州])$/;

/** “牵” and on the next line “头单位：”: the line ended inside a label. */
function cutInLabel(last: string, next: string): boolean {
  const head = SPLIT_LABEL.exec(next)?.[0];
  return head !== undefined && SPLIT_LABELS.test(last.slice(-5) + '\n' + head);
}
const SPLIT_LABEL = /^[一-龥]{1,5}[:：】]/;
const LABEL_NAMES = [
  ...[
    '牵头',
    '责任',
    '配合',
    '主办',
    '主责',
    '承办',
    '协办',
    '协助',
    '协同',
    '参与',
    '参加',
    '落实',
    '具体负责',
    '其他责任',
  ],
  ...['主要责任', '牵头责任'],
].flatMap((part) => [`${part}单位`, `${part}部门`]);
const SPLIT_LABELS = new RegExp(
  [...LABEL_NAMES, '完成时限', '完成时间', '办结时限']
    .flatMap((label) =>
      Array.from(label.slice(1), (_, at) => `${label.slice(0, at + 1)}\n${label.slice(at + 1)}[:：】]`),
    )
    .join('|'),
);

/** “责任单位：” and each unit on a line below it. */
function labelList(group: readonly Line[], last: Line, next: Line): boolean {
  if (next.mark || next.cell || LABEL_START.test(next.text)) return false;
  if (EMPTY_LABEL.test(last.text)) return true;
  if (BARE_LABEL.test(last.text)) return UNITS_ONLY.test(next.text) && !BARE_LABEL.test(next.text);
  if (BARE_LABEL.test(next.text)) return /^[配协参]/.test(next.text) && BARE_LABEL.test(group[0]?.text ?? '');
  return UNITS_ONLY.test(next.text) && group.slice(-WINDOW).some(({ text }) => EMPTY_LABEL.test(text));
}
const EMPTY_LABEL =
  /(?:^|[。；，])(?:牵头|(?:其他|主要)?责任|主办|主责|承办|配合|协办|协同|协助|参与|参加|落实|具体负责)(?:责任)?(?:单位|部门|主体)[:：]$/;
/** “责任单位” alone on a line, its units on the next. */
const BARE_LABEL = /^(?:牵头|责任|主办|承办|配合|协办|协同|参与)(?:责任)?(?:单位|部门)$/;
const UNITS_ONLY = /^[^。；：“”]{2,}(?:[局委办厅府处院站所队社]|中心|公司|集团|街道|乡镇|镇|部门|单位|[县市区]）?)$/;

const LABEL =
  /^[（【[—▲●]{0,2}([一-龥]{0,6}(?:单位|部门|主体|领导|时限|(?:完成|办结)(?:时间|期限)|责任人|领导责任))[:：]/;

/** “……主办单位：甲局、乙局；” and on the next line of a wrapped text “责任单位：丙局”: another label of the same note. */
function nextLabel(group: readonly Line[], next: string): boolean {
  const label = LABEL.exec(next)?.[1];
  const tail = label === undefined ? '' : tailOf(group).slice(-REACH);
  return HELD.test(tail) && !tail.includes(`${label}：`);
}

/** “甲局为牵头单位；” and on the next line of a wrapped text “乙局参与。”. */
const partFollows = (last: string, next: string): boolean => LEADS.test(last) && !LABEL_START.test(next);
const LEADS = /(?:牵头(?:负责|组织实施)?|负总责|主办|为牵头单位)；$/;
const REACH = 160;
const HELD = /(?:单位|部门|时限|(?:完成|办结)时间|责任人|领导)[：】](?!.*。.*。)[^：】]*$/;

/** “检查范围：……” under “责任单位：……”: the list of units has ended. */
const otherLabel = ({ text }: Line, next: string): boolean =>
  OTHER_LABEL.test(next) && (LABEL.test(text) || INLINE.test(text)) && LIST_ENDS.test(text);
const LIST_ENDS = /(?:[局委办厅部会院队社行司心府所站校等）]|单位|乡镇|街道|企业|[县市区村])$/;
const OTHER_LABEL = /^(?!牵头|责任|主办|承办|配合|协[办助同]|参与)[一-龥]{2,6}：/;

/** “……办好夜校。牵头单位：X”, and 配合单位：Y or 完成时限 on the next line. */
const INLINE = /[。；]((?:牵头|责任|主办|承办)(?:责任)?(?:单位|部门))[:：][^。]*$/;
const SECOND_LABEL = /^(?:配合|协[办助同]|责任(?!人)|参与|监督|督[导办查]|指导|完成|办结)/;

/** 牵头单位：X and 责任单位：Y on lines of their own are one note; the same label again begins the next. */
function labelLines(group: readonly Line[], next: string): boolean {
  const label = LABEL.exec(next)?.[1];
  const first = group[0]?.text ?? '';
  if (!label) return false;
  const inline = SECOND_LABEL.test(label) ? inlineLabels(group) : null;
  if (inline) return !inline.includes(`${label}：`);
  if (!LABEL.test(first)) return false;
  return !group.slice(-WINDOW).some(({ text }) => LABEL.exec(text)?.[1] === label);
}

/** The labels so far that began inside a line of the text: those of that line, and of the lines of labels behind it. */
function inlineLabels(group: readonly Line[]): string | null {
  const lines = group.slice(-WINDOW).map(({ text }) => text);
  const from = lines.findLastIndex((text) => !LABEL.test(text));
  const opening = INLINE.exec(lines[from] ?? '')?.[0];
  return opening === undefined ? null : [opening, ...lines.slice(from + 1)].join('\n');
}
