import { impossibleDoubt, vagueDoubt } from './deadlines.js';
import { termsFromIssue } from './issue-terms.js';
import { isVague, mayHoldDay, printedDays, type FoundDue } from './phrases.js';
import { winterDay, type WinterDay } from './winter-days.js';
import { mayHoldTerm, termKind } from './terms.js';

/** What the words behind 完成时限, or at a note's end, say of days. */
export interface NoteDays {
  /** The day by which the whole is to be done: the last of them; null for none. `doubt` says why a person must look. */
  due: { day: string; raw: string; doubt: string | null } | null;
  /** Days on the way there, with what is printed behind them: 3月启动, 9月底前取得阶段性成果. */
  interim: { day: string; raw: string; index: number }[];
  /** Several days stand side by side, and nothing says which of them ends the work. */
  differ: boolean;
}

/** 10月完成, 4月、9月: a month alone means its end. */
const MONTH_ALONE = String.raw`(\d{1,2}月)(?:份)?(?=$|[，、；。）]|(?![至到份内上中下初末底前之以起度])[一-龥])`;
/** 2025/6, 2025.06: the same length with 年, but for the last sign. */
const FIGURES = String.raw`(20\d\d)[./-](\d{1,2})(?![\d./%-])`;
const UNFINISHED = new RegExp(`${FIGURES}|${MONTH_ALONE}`, 'g');
/** Behind the whole match and the three groups of the two. */
const UNFINISHED_AT = 4;
/** 每年3月、9月: comes round. */
const EACH = /每[^，；：。（）]*/g;
/** 贯穿全年，3月底前出台方案: the day is a step of work that goes on. */
const LASTS_FIRST = /^(?:贯穿)?(?:全年|长期|持续)[^\d]{0,8}[，、；]/;
/** 次年3月底前, 11月至2月: of the year after. */
const NEXT_YEAR = /(?:次|翌|来|明|第二|下一)年?度?$/;
const FROM_MONTH = /(\d{1,2})月?(?:份)?(?:底|初|[上中下]旬|\d{1,2}日)?(?:[-—–~～－]+|至|到)$/;
const BEGINS = /^(?:全面)?(?:启动|开始|部署|动员|起|开工)/;
const PARTLY = /^[^，；。）]{0,6}(?:阶段性|初步|初稿|过半|\d+%|摸底|排查|一半)/;
const OF_WHICH = /其中[^，；。）]{0,12}$/;
const REACH = 16;

/**
 * The days that a note's words name: the last one is the measure's due day; those that begin the work, bring a part of it
 * or stand in brackets are on the way. A month alone is its end. `issuedOn` is the plan's own date: a due day before it
 * is doubted.
 */
export function noteDays(words: string, year: number | null, issuedOn: string | null): NoteDays {
  const days = daysAndMonths(words, year).map((one) => inWinter(one, words, issuedOn));
  const ends = days.filter((one) => !BEGINS.test(behind(words, one)));
  const whole = ends.filter((one) => !isPart(words, one));
  const ending = whole.length > 0 ? whole : ends;
  const named: NotedDay | null = ending.find(({ impossible }) => impossible) ?? latest(ending);
  const others = days.filter(({ day, impossible }) => !impossible && day !== named?.day);
  return {
    due: named
      ? { day: named.day, raw: named.raw, doubt: named.doubt ?? doubtOf(named, behind(words, named), issuedOn) }
      : (termsFromIssue('责任分工', words, issuedOn).at(-1) ?? null),
    interim: others.map((one) => ({ day: one.day, index: one.index, raw: one.own || one.raw + saidOf(words, one) })),
    differ: LASTS_FIRST.test(words) || ending.some((one) => day(one) !== day(named) && isBare(behind(words, one))),
  };
}

type NotedDay = FoundDue & Partial<Pick<WinterDay, 'doubt'>>;

const inWinter = (one: FoundDue, words: string, issuedOn: string | null): NotedDay => ({
  ...one,
  ...winterDay(one, '责任分工', words, issuedOn),
});

const day = (one: FoundDue | null): string | undefined => one?.day;
const latest = (days: readonly NotedDay[]): NotedDay | null =>
  days.reduce<NotedDay | null>((best, one) => (best && best.day > one.day ? best : one), null);
const behind = (words: string, { index, raw }: FoundDue): string => words.slice(index + raw.length);
/** What is done by a day, up to the next stop. */
const saidOf = (words: string, one: FoundDue): string => /^[^，、；。（）]{0,12}/.exec(behind(words, one))?.[0] ?? '';
/** Nothing is said of what that day ends: 4月、9月. */
const isBare = (after: string): boolean => /^(?:完成)?(?:$|[，、；。和及])/.test(after);

function isPart(words: string, one: FoundDue): boolean {
  const before = words.slice(0, one.index);
  if (before.lastIndexOf('（') > before.lastIndexOf('）')) return true;
  return PARTLY.test(behind(words, one)) || OF_WHICH.test(before.slice(-REACH));
}

/** 2026年6底前, 2026年1月—12: figures go on behind what was read. */
const GOES_ON = /^(?:[-—–~～－]+|至|到)?\d[^，、；。）]{0,6}/;

function doubtOf({ day, raw, impossible }: FoundDue, after: string, issuedOn: string | null): string | null {
  const printed = raw.replace(/完成$/, '');
  if (impossible) return impossibleDoubt('责任分工', printed);
  const rest = GOES_ON.exec(after)?.[0];
  if (rest) return `责任分工印有“${printed}${rest}”，没有读全，请核对原文后填写`;
  if (isVague(printed)) return vagueDoubt('责任分工', printed, day);
  if (issuedOn === null || day >= issuedOn) return null;
  return `责任分工印有“${printed}”，按${day}理解则早于成文日期，请核对年份`;
}

const blank = (words: string): string => '＊'.repeat(words.length);

/** 一季度一次, 次月5日前, 2024年冬至2025年春 made blank: they name no day of this year. */
const withoutTerms = (words: string): string =>
  !mayHoldTerm(words)
    ? words
    : words.replace(EACH, blank).replace(/[^，、；：。（）]+/g, (piece) => (termKind(piece) ? blank(piece) : piece));

/** The printed days, a month alone with its end; told as they are printed. */
export function daysAndMonths(printed: string, year: number | null): FoundDue[] {
  if (!mayHoldDay(printed)) return [];
  const words = withoutTerms(printed);
  const added: number[] = [];
  const put = (sign: string, at: number): string => {
    added.push(at + added.length);
    return sign;
  };
  const ended = words.replace(UNFINISHED, (...found: (string | number | undefined)[]) => {
    const [whole, year, figures, month] = found.map((one) => String(one ?? ''));
    const at = Number(found[UNFINISHED_AT]);
    if (month) return month + put('底', at + month.length) + (whole ?? '').slice(month.length);
    const head = `${year}年${figures}`;
    return head + put('月', at + head.length);
  });
  return printedDays(ended, year).map((one) => {
    const before = added.filter((at) => at < one.index).length;
    const within = added.filter((at) => at >= one.index && at < one.index + one.raw.length).length;
    const index = one.index - before;
    const raw = printed.slice(index, index + one.raw.length - within);
    return { ...one, day: inItsYear(one, raw, printed.slice(0, index)), index, raw };
  });
}

/** The day, a year later where it is printed as 次年's, or ends a stretch that began in a later month. */
function inItsYear({ day }: FoundDue, raw: string, before: string): string {
  if (/20\d\d/.test(raw)) return day;
  const from = FROM_MONTH.exec(before)?.[1];
  if (!NEXT_YEAR.test(before) && !(from && Number(from) > Number(day.slice(5, 7)))) return day;
  return (
    printedDays(`${Number(day.slice(0, 4)) + 1}年${/^年?/.test(raw) ? raw.replace(/^年/, '') : raw}`, null)[0]?.day ??
    day
  );
}
