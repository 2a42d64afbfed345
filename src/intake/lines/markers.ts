/** Level of an outline mark: 0 第一章, 1 一、, 1.5 第一条, 1.55 行动一：, 1.6 任务一：, 1.65 措施一：, 2 （一）,
 * 2.45 行动1：, 2.5 任务1：, 2.55 措施1：, 3 1., 4 （1）, 5 ①. */
export interface Mark {
  rank: number;
  /** The printed number as a number. */
  number: number;
  /** Length of the mark in the text. */
  length: number;
  /** A decimal number as printed (2.2.1). */
  path?: string;
  /** A table prints that number beside its row: it is the row's, whatever stands over it. */
  whole?: boolean;
}

const DIGITS = new Map([...'零一二三四五六七八九'].map((character, digit) => [character, digit]));

/** Reads 二十五 as 25; up to 百. */
export function numberInWords(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text) {
    if (character === '十') total += (digit || 1) * 10;
    else if (character === '百') total += (digit || 1) * 100;
    else {
      digit = DIGITS.get(character) ?? 0;
      continue;
    }
    digit = 0;
  }
  return total + digit;
}

const NUMERAL = '[一二三四五六七八九十百]{1,4}';
/** Articles stand below chapters, whether these are counted 第一章 or 一、, and above （一）. */
export const ARTICLE = 1.5;
/** 任务一：, in words, stands above （一）; 任务1：, in figures, below it; 行动 stands above 任务, 措施 below. */
const TASK = 1.6;
const ITEM = 2.5;
const STEP = 0.05;
const LABEL = '(?:重点|主要|工作|专项)?(?:任务|事项|行动|工程|措施|举措)|专项';
/** “任务五　消防”: only a blank divides the number from the words. */
const BEFORE_BLANK = new RegExp(`^(${LABEL})(?:(${NUMERAL})|(\\d{1,2}))(?=[\\u4e00-\\u9fff“《])`);
/** “依照第五条规定”, “第三条、第四条”: another text's article. */
const NO_ARTICLE = '(?!规定|之|的|所[列述称]|要求|明确|等规|[、，和与或及至]?第)';
/** “1.5月底前建成”, “2.2024年启动”: a month or a year behind the number's point, no decimal. */
const BEFORE_DAY = '(?=(?:1[0-2]|[1-9])月|20\\d\\d年)';
const MARK = new RegExp(
  `(?:第(${NUMERAL})(?:[章编]|部分)[、，:：]?|(${NUMERAL})(?:、|[.．](?=[\\u4e00-\\u9fff“《])))` +
    `|（(${NUMERAL})）[、.]?` +
    `|(\\d{1,2})(?:[、．]|\\.(?!\\d)|\\.${BEFORE_DAY})` +
    `|[（](\\d{1,2})[）][、.]?|(\\d{1,2})[）]` +
    `|([①-⑳])[、.]?` +
    `|第(${NUMERAL}|\\d{1,3})条${NO_ARTICLE}[、，:：]?` +
    `|(${LABEL})(?:(?:(${NUMERAL})|(\\d{1,2}))(?:[:：.．]|、(?!任务|事项|措施|行动|[一二三四五六七八九十\\d]))` +
    `|（(?:(${NUMERAL})|(\\d{1,2}))）[:：、]?(?=[\\u4e00-\\u9fff“《])(?!和|与|及|至|到))` +
    `|【(${LABEL})(?:(${NUMERAL})|(\\d{1,2}))[:：]?】[:：]?` +
    `|第(?:(${NUMERAL})|(\\d{1,2}))[件项](?:实事|任务|工作|行动)?[:：]`,
  'y',
);

/** The outline mark that begins at `position` of the text, or null. */
export function markAt(text: string, position: number): Mark | null {
  MARK.lastIndex = position;
  const match = MARK.exec(text);
  if (!match) return null;
  const [part, chapter, section, arabic] = [match[1], match[2], match[3], match[4]];
  const length = match[0].length;
  if (part) return { rank: 0, number: numberInWords(part), length };
  if (chapter) return { rank: 1, number: numberInWords(chapter), length };
  if (section) return { rank: 2, number: numberInWords(section), length };
  if (arabic) return { rank: 3, number: Number(arabic), length };
  const [bracketed, half, circled, article, plain, ...counted] = match.slice(5);
  const label = plain ?? counted[4];
  if (article) return { rank: ARTICLE, number: Number(article) || numberInWords(article), length };
  if (label)
    return labelled(label, counted[0] ?? counted[2] ?? counted[5], counted[1] ?? counted[3] ?? counted[6], length);
  if (counted[7] || counted[8]) return labelled('任务', counted[7], counted[8], length);
  if (circled) return { rank: 5, number: circled.charCodeAt(0) - 0x2460 + 1, length };
  return { rank: 4, number: Number(bracketed ?? half), length };
}

/** A mark with a word before its number. */
function labelled(label: string, words: string | undefined, figures: string | undefined, length: number): Mark {
  const step = /行动|工程|专项$/.test(label) ? -STEP : label.endsWith('任务') ? 0 : STEP;
  return words
    ? { rank: TASK + step, number: numberInWords(words), length }
    : { rank: ITEM + step, number: Number(figures), length };
}

/** The mark of a line whose number, behind 任务, 行动 or 措施, only a blank divides from its words; null for other lines. */
export function blankMark(text: string, gapAt: (position: number) => boolean): Mark | null {
  const match = LABELLED.test(text) ? BEFORE_BLANK.exec(text) : null;
  if (!match || !gapAt(match[0].length)) return null;
  return labelled(match[1] ?? '', match[2], match[3], match[0].length);
}

const LABELLED = /^[任事行工措举专重主]/;

const NAMES_A_LAW = /[》据照依按]$/;

/** “根据《……法》第三条”: an article that the words before it name, no article of this text. */
export const namedArticle = (mark: Mark | null, before: string): boolean =>
  mark?.rank === ARTICLE && NAMES_A_LAW.test(before.slice(-1));

/** “附件：1.任务分工表”, “附表2：”: what a paper that goes with the plan is announced with. */
export const ANNEX_LABEL = /^附[件表]\d{0,2}[:：]/;
