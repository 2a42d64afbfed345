import type { Paragraph } from './paragraph.js';

const NUMBER = /^(\d{1,3})[.、]?(?=[^\d.、年月日%％])/;
/** What a row ends in, or begins behind. */
const ROW_END = '[局委办厅部院会府队站所社合责室科中心镇乡村道底年月末前。，、）/领导某]';
/** “3个”, “2所学校”: a figure of the task. */
const NO_FIGURE = '(?![年月日个所家项名人条次场处座批类级号万亿户亩张套间公千米吨辆台部件岁例件起对起+-]|以上|季度)';

/** Whether a row holds the next one in its words: the number that should come next stands inside, behind what ends a row. */
export function swallows(row: Paragraph, next: Paragraph | undefined): boolean {
  const number = numberOf(row);
  const after = next?.row ? numberOf(next) : null;
  return number !== null && after !== number + 1 && counts(row, number + 1);
}

const counts = ({ text }: Paragraph, number: number): boolean =>
  text.includes(String(number), 1) &&
  new RegExp(`${ROW_END}${number}(?:[.、，](?!\\d)|${NO_FIGURE}(?=[一-龥“《]))`).test(
    text.slice(String(number).length + 1),
  );

const numberOf = ({ text }: Paragraph): number | null => {
  const printed = NUMBER.exec(text)?.[1];
  return printed === undefined ? null : Number(printed);
};

const NOTE = /（[^（）：]{2,12}(?:（[^（）]*）)?：[^]*$/;
const LEVELLED = '[省市县区州盟旗][一-龥]{2,12}?(?:局|委|厅|办|府|集团|公司|中心)';
/** A cell that begins with a stop; the list of another cell's units among the words. */
const TORN = new RegExp(
  `^(?:\\d{1,3}\\.)?[、，；）]|[一-龥。，][，。][、；）]|(?<![由会同和与向对把]|组织|协调)${LEVELLED}、(?:${LEVELLED}|[一-龥]{1,10}，)|[、，]${LEVELLED}(?=[对为把将在向从])`,
);

/** Whether among a row's words stand the rests of cells of units that belong to the row above, or to its own. */
export const isTornRow = ({ text, row }: Paragraph): boolean => row === true && TORN.test(text.replace(NOTE, ''));
