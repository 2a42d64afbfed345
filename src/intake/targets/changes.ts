/** What leads from one figure to the next: 提高到, 逐步降至, 调整为. */
const CHANGED =
  '(?:逐步|稳步|持续|进一步|大幅)*(?:(?:提高|提升|上升|增加|增长|扩大|扩展|下降|降低|压缩|压减|缩短|减少|调整|扩|升|增|降|减)[到至]|调整为|调为)';
const FROM = '[由从](?![于业事严优重])[^由从，]{0,16}';
const AWAY = new RegExp(`${FROM}$`);
const ON = new RegExp(`^${CHANGED}`);
const BASE = new RegExp(`${FROM}?\\d[\\d.]*[^，、\\d]{0,8}?(?=${CHANGED})`);

/** “由88%提高到92%”: the first figure is where the change starts, nothing to be reached. */
export const isBaseFigure = (clause: string, rest: string): boolean => AWAY.test(clause) && ON.test(rest);

/** The words without the figure that a change starts from: 合格率由88%提高到 is 合格率提高到. */
export const withoutBase = (words: string): string => (/[由从].*\d/.test(words) ? words.replace(BASE, '') : words);
