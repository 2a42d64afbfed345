import { CLAUSE, NAME } from './sieves.js';

/** What leads from one figure to the next: 提高到, 逐步降至, 调整为. */
const CHANGED =
  '(?:逐步|稳步|持续|进一步|大幅|最高|统一|阶段性|再)*(?:(?:提高|提升|上升|上调|上浮|增加|增长|扩大|扩展|延长|放宽|下降|降低|下调|下浮|压缩|压减|缩短|缩小|减少|调整|调高|调低|扩|升|增|降|减|提)[到至]|(?:压缩|缩短|压减|下调|上调|提高|降低?|升)为|调整为|调为)';
const FROM = '[由从](?![于业事严优重])[^由从，]{0,16}';
const AWAY = /[由从](?![于业事严优重])([^由从，]{0,24})$/;
const CHANGES = new RegExp(CHANGED);
/** 由70%、60%提高到: the figures that changes start from may stand in a list. */
const NEXT = String.raw`(?:[、和与及]\d[\d.]*[^，、。；\d]{0,4})*`;
const ON = CLAUSE.of(new RegExp(`^${NEXT}${CHANGED}`));
const BASE = new RegExp(`${FROM}?\\d[\\d.]*[^，、\\d]{0,8}?${NEXT}(?=${CHANGED})`, 'g');
const STOPS = /[，。；：、！？\n]/;

/** “由88%提高到92%”, “分别由70%、60%提高到80%、75%”: what stands between 由 and the change is nothing to be reached. */
export function isBaseFigure(text: string, index: number, rest: string): boolean {
  if (!ON.test(rest)) return false;
  let start = index;
  while (start > 0 && index - start < 40 && (text[start - 1] === '、' || !STOPS.test(text[start - 1] ?? '')))
    start -= 1;
  const away = AWAY.exec(text.slice(start, index))?.[1];
  return away !== undefined && !CHANGES.test(away);
}

/** The words without the figure that a change starts from: 合格率由88%提高到 is 合格率提高到. */
export const withoutBase = (words: string): string => (FROM_FIGURE.test(words) ? words.replace(BASE, '') : words);
const FROM_FIGURE = NAME.of(/[由从].*\d/);
