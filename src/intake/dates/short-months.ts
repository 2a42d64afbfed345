const TO = '[-—–~～－至到]';
/** 2026.4, 2026.3.15, at the end of the words or of the first half of a stretch. */
const DOTTED = new RegExp(String.raw`(?<![\d.])(20\d\d)([./])(\d{1,2})(?:\2(\d{1,2}))?日?(?=$|${TO})`, 'g');
/** 4—11月: the month that stands once for both. */
const LENT = new RegExp(String.raw`^((?:自|从)?(?:20\d\d年)?\d{1,2})(?=${TO}+\d{1,2}月)`);
/** 2026年4月—11, as is left of 2026.4—11. */
const LEFT_OUT = new RegExp(String.raw`^(20\d\d年\d{1,2}月${TO}+\d{1,2})$`);

/** The months of a stretch in full where it prints them short: 4—11月 is 4月—11月, 2026.4—2026.11 2026年4月—2026年11月. */
export const shortMonths = (words: string): string =>
  words
    .replace(DOTTED, (_, year, _dot, month, day) => `${year}年${month}月${day ? `${day}日` : ''}`)
    .replace(LENT, '$1月')
    .replace(LEFT_OUT, '$1月');
