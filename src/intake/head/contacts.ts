/** The source with contact persons' names and numbers blanked (same length), and how many persons it listed. */
export interface Blanked {
  text: string;
  contacts: number;
}

const NUMBER = String.raw`(?:1[3-9]\d{9}|\(?（?0\d{2,3}\)?）?\s?[-－—–]?\s?\d{7,8}(?:[-转]\d{1,5})?)`;
const PHONE = new RegExp(String.raw`(?<!\d)${NUMBER}(?!\d)`);
const PHONES = new RegExp(String.raw`(?<!\d)${NUMBER}(?!\d)`, 'g');
/** 联系电话：5555555: a number with its label, without an area code too. */
const CALLED = /(?:联\s*系\s*)?(?:电\s*话|手机|传真)\s*[:：]\s*[\d（）()-]{7,}/g;
const LABELLED =
  /联\s*系\s*人(?!及|\s*[和与])\s*(?:[:：]|\s)\s*([一-龥][一-龥 \u3000、，,]{0,30}?)\s*(?=联\s*系|电\s*话|手机|[\d（(]|[;；。\n]|$)/;
const CONTACT_LINE = /^\s*[（(]?(?:联\s*系\s*人|联系电话|联系方式|电子邮箱|邮\s*箱|传\s*真)/;
const MAIL = /[\w.-]+@[\w.-]+\.\w+/;
const SHORT = 80;
/** A note on the same line is no contact. */
const NOTE = /(?:单位|部门)[:：]|牵头|负责(?!人|同志)/;
/** A name in front of its numbers, in a text that lost its line ends. */
const NAMED = new RegExp(
  String.raw`(?<![一-龥])[一-龥]{2,4}[\s\u3000:：]{1,4}(?:${NUMBER}[\s\u3000、，,/;；]*)+(?!\d)`,
  'g',
);

/** Blanks contact persons: personal data that the plan's readers need and this system does not. */
export function blankContacts(source: string): Blanked {
  if (!/\d{7}|联\s*系\s*人|电\s*话\s*[:：]/.test(source)) return { text: source, contacts: 0 };
  let contacts = 0;
  const lines = source.split('\n').map((line) => {
    const found = personsIn(line);
    contacts += found;
    return found > 0 || isContactLine(line)
      ? blankLine(line)
      : line.replace(CALLED, (match) => ' '.repeat(match.length));
  });
  return { text: lines.join('\n'), contacts };
}

function personsIn(line: string): number {
  const named = LABELLED.exec(line);
  if (named) return (named[1] ?? '').split(/[\s\u3000、，,]+/).filter((name) => name.length > 1).length || 1;
  if (!PHONE.test(line)) return 0;
  if (line.trim().length > SHORT) return [...line.matchAll(NAMED)].length;
  return CONTACT_LINE.test(line) || /[一-龥]{2,4}[\s\u3000:：]*[（(]?\d/.test(line) ? nameless(line) : 0;
}

/** A line of numbers only belongs to the name above it. */
const nameless = (line: string): number => (/^\s*(联系电话|联系方式|电话|传真)/.test(line) ? 0 : 1);

const isContactLine = (line: string): boolean =>
  line.trim().length <= SHORT &&
  CONTACT_LINE.test(line) &&
  (PHONE.test(line) || MAIL.test(line) || LABELLED.test(line));

function blankLine(line: string): string {
  if (line.trim().length <= SHORT && !NOTE.test(line)) return ' '.repeat(line.length);
  return line
    .replace(new RegExp(LABELLED, 'g'), (match) => ' '.repeat(match.length))
    .replace(NAMED, (match) => ' '.repeat(match.length))
    .replace(CALLED, (match) => ' '.repeat(match.length))
    .replace(PHONES, (match) => ' '.repeat(match.length));
}
