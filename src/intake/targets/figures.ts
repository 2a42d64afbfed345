import { wordedCounts } from './counts.js';
import { EACH_OF, MEASURE_WORD } from './measure-words.js';
import { holds, sign } from '../../domain/text/signs.js';

const NUMBER = String.raw`\d{1,3}(?:，\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** One that goes on from no other figure and no sign; told behind its first digit, for which a text is soon looked through. */
const NUMBER_ALONE = String.raw`\d(?<![\d.+—\-~A-Za-z第前〔〇:：/].)(?:\d{0,2}(?:，\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?)`;
const SCALE = '万亿|百万|千万|万|个?亿|千(?![瓦克米伏])|百';
const QUANTITY = new RegExp(
  `(${NUMBER_ALONE})(?:(?:%|‰|万|亿|元|万元|亿元)?[-—~至到]+(${NUMBER}))?[余多]?(${SCALE})?[余多]?(?:(${MEASURE_WORD})(${EACH_OF})?)?(以上|左右|上下(?=[，。；、）\\n]|$)|以内|以下|之内|内|及以上|及以下)?`,
  'g',
);

/** A figure as printed, with its measure word and qualifier. */
export interface Printed {
  index: number;
  raw: string;
  figure: string;
  upper?: string | undefined;
  scale?: string | undefined;
  unit?: string | undefined;
  /** 1万元/户: what the figure is for each of. */
  each?: string | undefined;
  after?: string | undefined;
}

/** 5个以上百分点. */
const POINTS = '百分点';

/** The figures that a text prints in digits, in order; one without a measure word in a list of 分别 has that of the last. */
export function figuresIn(masked: string): Printed[] {
  const isListed = masked.includes('分别');
  const found: Printed[] = [];
  QUANTITY.lastIndex = 0;
  for (let match = QUANTITY.exec(masked); match; match = QUANTITY.exec(masked)) {
    const [raw, figure = '', upper, scale, unit, each, after] = match;
    if (!unit && !scale && !after && !isListed && !figure.includes('.')) continue;
    const own = { index: match.index, raw, figure, upper, scale, unit, each, after };
    const printed = unit && !after && masked[match.index + raw.length] === '（' ? qualified(own, masked) : own;
    if (unit === '个' && after && masked.startsWith(POINTS, match.index + raw.length))
      found.push({ ...printed, raw: raw + POINTS, unit: `个${POINTS}` });
    else found.push(isListed && !unit ? { ...printed, ...lent(masked, printed) } : printed);
  }
  return found;
}

/** 30万辆（标准车）左右: what is counted is explained between the figure and its qualifier. */
function qualified(printed: Printed, masked: string): Printed {
  const { index, raw } = printed;
  const [words, after] = BEHIND_BRACKET.exec(masked.slice(index + raw.length, index + raw.length + BRACKET)) ?? [];
  return words ? { ...printed, raw: raw + words, after } : printed;
}
const BEHIND_BRACKET = /^（[^（）\d]{1,10}）(以上|左右|上下(?=[，。；、）\n]|$)|以内|以下)/;
const BRACKET = 16;

/** 30对, ≥12班组以上: a cell that holds one figure has its measure word behind it, whatever that is. */
const CELL = new RegExp(
  `^(?:[≥≤><＞＜]|不[少低]于|不超过|达到|至少|约)?(${NUMBER})(${SCALE})?(?![年月日号级点时第])([一-龥]{1,3}?)(以上|左右|以内|以下)?[。；]?$`,
);

const BARE_CELL = new RegExp(
  `^(?:[≥≤><＞＜]|不[少低]于|不超过|达到|至少|约)?((${NUMBER})(以上|左右|以内|以下)?)[。；]?$`,
);
const UNIT = /^(亿|万|千(?![瓦克米伏])|百(?!分))?(.+)$/;

/**
 * The figure of a goal's cell that counts in a measure of its own, or bare in the one that its task prints
 * (发放创业担保贷款（万元）); none where the cell says more.
 */
export function figureOfCell(masked: string, taskUnit: string | null): Printed[] {
  const bare = taskUnit === null ? null : BARE_CELL.exec(masked);
  if (bare && taskUnit) {
    const [, raw = '', figure = '', after] = bare;
    const [, scale, unit] = UNIT.exec(taskUnit) ?? [];
    return [{ index: masked.search(/\d/), raw, figure, scale, unit, after }];
  }
  const match = CELL.exec(masked);
  if (!match) return [];
  const [whole, figure = '', scale, unit, after] = match;
  const index = whole.search(/\d/);
  return [{ index, raw: whole.slice(index).replace(/[。；]$/, ''), figure, scale, unit, after }];
}

/** Figures in digits and in words (两万人次), in the order of the text. */
export const allFigures = (masked: string): Printed[] =>
  [
    ...figuresIn(masked),
    ...wordedCounts(masked).map(({ value, ...count }) => ({ ...count, figure: String(value) })),
  ].sort((a, b) => a.index - b.index);

const GOVERNED = /分别[^。；\n]*$/;
const REACH = 60;
const LIST = new RegExp(
  `^(?:(?:[、和与及]|以及)(?:${NUMBER})(?:${SCALE})?)*(?:[、和与及]|以及)(?:${NUMBER})(${SCALE})?(${MEASURE_WORD})`,
);

/** “分别达到60、65和70万人”: measure word and scale stand once, behind the last. */
function lent(masked: string, { index, raw, figure, scale }: Printed): Pick<Printed, 'scale' | 'unit'> {
  const end = index + raw.length;
  const match = /^[、和与及以]/.test(masked[end] ?? '') ? LIST.exec(masked.slice(end)) : null;
  if (!match || !GOVERNED.test(masked.slice(Math.max(0, index - REACH), index))) return {};
  return { unit: match[2], scale: scale ?? (Number(figure) < 1000 ? match[1] : undefined) };
}

/** “15分钟健身圈”: how far it is, in quotes or without. */
const CIRCLE = /^“\d{1,2}分钟[^”]{0,12}圈”/;

const QUOTES = sign('《“');

/** Titles and quoted names hold numbers that are no targets: 《…（2021—2025年）》, “2+N”. */
export function masked(text: string): string {
  if (!holds(text, QUOTES)) return text;
  return text.replace(/《[^》]*》|“[^”]{0,24}”/g, (quoted) =>
    /\d/.test(quoted) && !CIRCLE.test(quoted) ? '＊'.repeat(quoted.length) : quoted,
  );
}
