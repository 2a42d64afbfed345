import { PERSON_NAME } from '../../domain/plan/persons.js';

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
const MAILS = new RegExp(MAIL, 'g');
/** 电子邮箱：office@city.cn: an address with its label. */
const MAIL_CALLED = new RegExp(String.raw`(?:(?:电子)?邮\s*箱|电邮)(?:为|是)?\s*[:：]?\s*${MAIL.source}`, 'g');
/** What stands behind 联系人 in the same part of a sentence, and a number there without its area code. */
const CONTACT_PHRASE = /(?:联\s*系\s*人(?!及)|联络[人员][:：]|联系方式[:：])[^。；;\n|\t]*/g;
const BARE_NUMBERS = /(?<![\d.])\d{7,8}(?![\d.%]|\s*[万亿元人户个件家次亩])/g;
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
  if (!/\d{7}|联\s*系\s*人|电\s*话\s*[:：]|@/.test(source)) return { text: source, contacts: 0 };
  let contacts = 0;
  const lines = source.split('\n').map((line) => {
    const found = personsIn(line);
    contacts += found;
    return found > 0 || isContactLine(line)
      ? line.split(SENTENCES).map(blankSentence(line)).join('')
      : withoutMail(line.replace(CALLED, blank));
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

/** What a sentence beside the contact asks for, with enough words for one. */
const DEMAND =
  /报(?!名|警|告|刊)|[月日底末年]之?前|[要应须将]|开展|完成|落实|推进|建立|加强|组织|做好|确保|明确|汇总|请各|制定|印发/;
const ENOUGH = 10;
/** 请与某某联系: a person is named although no number stands there. */
const ASK = /(?:请|可|径)?[与向找同][^，。；]{1,24}?(?:联系|咨询|对接)|联\s*系\s*人|联络人/;
/** Where the contact begins inside a sentence, with its bracket. */
const MARK = new RegExp(
  String.raw`[（(]?\s*(?:联\s*系\s*人(?!及)|联络人|(?:联系|咨询|监督|办公|值班)?电\s*话|联系方式|手\s*机|传\s*真|(?:电子)?邮\s*箱|(?<!\d)${NUMBER}|[\w.-]+@[\w.-]+\.)`,
);
const SENTENCES = /(?<=。)/;
/** A name left in front of its number: 市农民工办李敏. */
const LAST_NAME = new RegExp(`(?<=[局办厅委部科室处中心，,：:（(]|^)${PERSON_NAME}(?=[\\s\\u3000，,：:]*$)`);

/** A row of a table: of its cells only those of persons go. */
const ROW = /^(?:[^|\t]*[|\t]){3}|^\s*\d{1,3}[ \u3000]+(?:[^ \u3000]+[ \u3000]+){3}/;

const isDemand = (words: string): boolean =>
  (words.match(/[一-龥]/g) ?? []).length >= ENOUGH && DEMAND.test(words) && !ASK.test(words);

const blank = (words: string): string => ' '.repeat(words.length);

/** What of a sentence stays: all that asks for something; in a long line or a note all but names and numbers. */
function blankSentence(line: string): (sentence: string) => string {
  if (line.trim().length > SHORT || NOTE.test(line) || ROW.test(line)) return blankNamed;
  return (sentence) => {
    const mark = MARK.exec(sentence);
    if (!mark) return isDemand(sentence) ? sentence : blank(sentence);
    const lead = sentence.slice(0, mark.index);
    if (!isDemand(lead)) return blank(sentence);
    const end = contactEnd(sentence, mark.index);
    return lead.replace(LAST_NAME, blank) + blank(sentence.slice(mark.index, end)) + sentence.slice(end);
  };
}

/** Behind the contact's bracket, else the sentence's stop. */
function contactEnd(sentence: string, start: number): number {
  const close = /^[（(]/.test(sentence.slice(start)) ? /[）)](?![^（(]*[）)])/.exec(sentence.slice(start)) : null;
  const tail = close ? sentence.slice(start + close.index + 1) : '';
  return close && !MARK.test(tail) ? sentence.length - tail.length : sentence.search(/。?$/);
}

function blankNamed(line: string): string {
  return withoutMail(blankLabelled(line.replace(CONTACT_PHRASE, blankPhrase)));
}

const withoutMail = (line: string): string => (line.includes('@') ? line.replace(MAIL_CALLED, blank) : line);

const blankPhrase = (words: string): string => blankLabelled(words).replace(BARE_NUMBERS, blank).replace(MAILS, blank);

function blankLabelled(words: string): string {
  return words
    .replace(new RegExp(LABELLED, 'g'), blank)
    .replace(NAMED, blank)
    .replace(CALLED, blank)
    .replace(PHONES, blank);
}
