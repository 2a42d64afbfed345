import { opened } from '../../domain/text/opening.js';
import type { PhaseReading, ReportingDuty } from '../../domain/plan/reading.js';
import { nextSign, openingOf, sign } from '../../domain/text/signs.js';
import type { Paragraph } from '../lines/paragraph.js';
import { normalise } from '../normalise/normalise.js';
import { sourceSpan } from '../measures/read-measure.js';
import type { Clause } from '../outline/outline.js';
import { dueDays } from './phrases.js';
import { eachPaper, FIRST_TERM, rhythms, termsOf, THINGS, wordsAsked, type Term } from './report-terms.js';
import { allRecipients, RECIPIENT, reporterOf } from './reporting-words.js';

const SENT = /报|反馈|送|提交|上交/;
const EACH_SENT = new RegExp(SENT, 'g');
const STOPS = sign('。；！？\n');
/** 专题报告, 分别报送. */
const HOW = '(?:专题|书面|集中|分别|统一|汇总|按时|及时)*';
const PAPERS = `将[^，]*(?:${THINGS})[^，]{0,8}`;
const REPORT = opened(
  new RegExp(
    [
      `(?:上报|报送|反馈|报告|送交|提交|上交|呈报|报|(?<=${PAPERS})送)(?:至|给|到|送)?${RECIPIENT}`,
      `向${RECIPIENT}${HOW}(?:上报|报送|反馈|报告|汇报|提交|呈报|送交)`,
      '(对口上报|书面上报)',
      `(?<=[前内]|次|月[底末]|每(?:个)?(?:月|季度?|半年|年|周|旬|日|天)[一二三四五末底]?|(?:前|次|${PAPERS})${HOW})(?:上报|报送)`,
      `(?:报告|汇报|报送|上报|(?<=各)报)(?=[一1]次)`,
      `(?<=小时(?:之|以)?内)(?:书面)?(?:上报|报送|报告)`,
      `(?<=前${HOW})报(?![名到考销废批警价喜捷])(?=[^，。；]{0,14}(?:${THINGS}))`,
      `((?<=前${HOW})(?:送交|提交|上交|填报)(?=[^，。；]{0,14}(?:${THINGS})))`,
    ].join('|'),
  ),
);
/** 12月15日前各单位报送总结: who reports stands between the day and the verb. */
const LATER = new RegExp(`(?:上报|报送|送交|提交|上交|填报)(?=[^，。；]{0,14}(?:${THINGS}))`);
const laterReport = (piece: string): RegExpExecArray | null =>
  FIRST_TERM.test(piece) && reporterOf(piece) ? LATER.exec(piece) : null;
/** Whom no words name. */
const ISSUER = '印发单位';
/** Who reports, where no words say it. */
const ANYONE = '各有关单位';
/** Who only helps does not report for the one named before. */
const HELPING = /配合$/;
/** 12月底前形成全市报告报省农民工办: who makes one paper of those that all sent is the office. */
const WHOLE = /(?:形成|汇总|汇编|综合|起草)[^，]{0,4}全[省市县区州旗]/;
/** 自2024年4月起: where a rhythm begins, no day that anything is due. */
const SINCE = /[自从][^，。]{2,12}起/g;

/** Reads days that are printed without a year where the plan's is not known. */
const ANY_YEAR = 2000;
const isOpen = ({ due }: Term): boolean => /^200[01]-/.test(due ?? '');

/**
 * Reports upward, in the covering letter too, with a date or a rhythm: from whom, to whom, by when. The same duty printed
 * twice counts once. Without a `year`, those whose day is printed without one have none.
 */
export function reportingOf(
  clauses: readonly Clause[],
  paragraphs: readonly Paragraph[],
  phases: readonly PhaseReading[],
  year: number | null,
): ReportingDuty[] {
  const opening = { title: '', first: 0, last: clauses[0]?.first ?? paragraphs.length };
  const read = (clause: Pick<Clause, 'title' | 'first' | 'last'>): ReportingDuty[] =>
    clauseDuties(clause, paragraphs, phases, year ?? ANY_YEAR);
  const duties = once([opening, ...clauses].flatMap(read));
  return year === null ? duties.map((duty) => (isOpen(duty) ? { ...duty, due: null } : duty)) : duties;
}

function once(duties: readonly ReportingDuty[]): ReportingDuty[] {
  const seen = new Set<string>();
  return duties.filter((duty) => {
    const key = `${rank(duty.from)}|${duty.due ?? duty.every ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * The duties of a plan that prints no year, in the year that it is given: each takes the day that its sentence prints.
 * Those that have a day or a rhythm stay; `text` is the plan's, which their spans point into.
 */
export function datedDuties(duties: readonly ReportingDuty[], text: string, year: number): ReportingDuty[] {
  return duties.map((duty, index) => {
    if (duty.due !== null || duty.every || !duty.span) return duty;
    const words = normalise(text.slice(...duty.span)).text;
    const inYear = sentenceDuties(words, null, year);
    const own = sentenceDuties(words, null, ANY_YEAR).flatMap((one, at) =>
      isOpen(one) && one.what === duty.what && one.to === duty.to ? [inYear[at]?.due ?? null] : [],
    );
    const before = duties.slice(0, index).filter((one) => !one.every && one.span?.[0] === duty.span?.[0]);
    return { ...duty, due: own[before.filter(({ what, to }) => what === duty.what && to === duty.to).length] ?? null };
  });
}

/** Town, county, city, province or member unit: who reports, whatever the wording. */
function rank(from: string): string {
  if (/^各?县|^各?(区|市、县)|县（市|各市县|县区|区县/.test(from)) return 'county';
  if (/^各?(?:乡|镇|街道)/.test(from)) return 'town';
  if (/^各?市/.test(from)) return 'city';
  if (/^省/.test(from)) return 'province';
  return 'member';
}

function clauseDuties(
  clause: Pick<Clause, 'title' | 'first' | 'last'>,
  paragraphs: readonly Paragraph[],
  phases: readonly PhaseReading[],
  year: number | null,
): ReportingDuty[] {
  const phase = phases.find(({ name }) => clause.title.startsWith(name));
  const duties: ReportingDuty[] = [];
  for (let index = clause.first; index < clause.last; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph) continue;
    let before: ReportingDuty | undefined;
    let from = -1;
    for (const [start, end] of reportingSentences(paragraph.text)) {
      const isOfBefore = start === from && paragraph.text[start - 1] === '；';
      const reporter = isOfBefore && before?.from !== ANYONE ? before?.from : undefined;
      const found = sentenceDuties(paragraph.text.slice(start, end), phase?.end ?? null, year, reporter);
      [before, from] = [found.at(-1), end];
      if (found.length === 0) continue;
      const span = sourceSpan(paragraph, start, end);
      duties.push(...found.map((duty) => ({ ...duty, span })));
    }
  }
  return duties;
}

/** Where the sentences stand that speak of sending, with their stops. */
function reportingSentences(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  EACH_SENT.lastIndex = 0;
  for (let sent = EACH_SENT.exec(text); sent; sent = EACH_SENT.exec(text)) {
    let end = nextSign(text, sent.index, STOPS);
    if (end < text.length && text[end] !== '\n') end += 1;
    found.push([openingOf(text, sent.index, STOPS), end]);
    EACH_SENT.lastIndex = end;
  }
  return found;
}

/** Whether a sentence asks for a report with a day or a rhythm. */
export const isReportDuty = (sentence: string): boolean =>
  SENT.test(sentence) && sentenceDuties(sentence, null, ANY_YEAR).length > 0;

/** `reporter` is who reports in the sentence before the semicolon, where this one names nobody. */
function sentenceDuties(
  printed: string,
  phaseEnd: string | null,
  year: number | null,
  reporter: string | null = null,
): ReportingDuty[] {
  const sentence = printed.replace(SINCE, '');
  const [dated] = dueDays(sentence, year);
  const every = rhythms(sentence)[0];
  if (!dated && !every && !phaseEnd) return [];
  const pieces = piecesOf(sentence);
  const reports = pieces.map((piece) => (SENT.test(piece) ? (REPORT.exec(piece) ?? laterReport(piece)) : null));
  if (!reports.some((report) => report !== null)) return [];
  const otherwise: Term = dated ? { due: dated.day } : every ? { due: null, every } : { due: phaseEnd };
  const duties: ReportingDuty[] = [];
  let subject = reporter;
  for (const [at, piece] of pieces.entries()) {
    if (!subject || !HELPING.test(piece)) subject = reporterOf(piece) ?? (WHOLE.test(piece) ? ISSUER : subject);
    const report = reports[at];
    if (!report || (report[2] && isPrompt(piece, year)) || (report[4] && !subject)) continue;
    const named = recipientOf(report, piece.slice(report.index + report[0].length));
    const from = subject ?? ANYONE;
    const to = named === ISSUER ? (collectorOf(pieces.slice(at + 1), from) ?? goesOn(duties.at(-1), from)) : named;
    const terms = termsOf(piece, report.index, year, otherwise);
    const papers = eachPaper(wordsAsked(piece, year), terms.length);
    duties.push(...terms.map((term, of) => ({ from, to, what: papers[of]!, ...term })));
  }
  return withoutSpeltOut(duties);
}

/** How many days of a year a rhythm has. */
const DAYS_OF: readonly [RegExp, number][] = [
  [/^每?半年/, 2],
  [/^每?(?:个)?季度?/, 4],
];

/**
 * “每半年报送一次进展，于6月底、12月底前报市农民工办”: a rhythm whose days are all printed behind it is no duty beside them;
 * what is asked for stands with the rhythm.
 */
function withoutSpeltOut(duties: readonly ReportingDuty[]): ReportingDuty[] {
  const [first, ...days] = duties;
  const count = DAYS_OF.find(([words]) => words.test(first?.every ?? ''))?.[1];
  if (!first || days.length !== count || days.some(({ due, from }) => due === null || from !== first.from))
    return [...duties];
  return days.map((one) => ({ ...one, what: first.what }));
}

/** …报市人社局，12月5日前报送总结: what the same units send next goes to the same receiver. */
const goesOn = (before: ReportingDuty | undefined, from: string): string =>
  before?.from === from ? before.to : ISSUER;

/** 市农民工办汇总后…: who puts together what others send, where they are not told to whom. */
function collectorOf(pieces: readonly string[], from: string): string | null {
  const collecting = pieces.find((piece) => COLLECTS.test(piece));
  const collector = collecting ? reporterOf(collecting) : null;
  return collector === from ? null : collector;
}
const COLLECTS = /汇总|归口|收集/;

function recipientOf([, behind, before, counterpart]: RegExpExecArray, rest: string): string {
  if (behind) return allRecipients(behind, rest);
  return before ?? (counterpart ? '对口上级部门' : ISSUER);
}

/** “每年开展督察，及时向市政府报告”: the rhythm is that of the other clause, the report has none. */
const isPrompt = (piece: string, year: number | null): boolean =>
  /及时|随时|第一时间/.test(piece) && rhythms(piece).length === 0 && dueDays(piece, year).length === 0;

/** 4月15日前报送方案、11月底前报送总结; …并于10月31日前报送: a report with a term of its own is a clause as well. */
const TERM_NEXT = /(?=[、并]于?(?:每(?!个?[人户家县市区乡镇村项])|(?:20\d{2}年)?\d{1,2}月|[次翌]年))/;
/** What stands before such a term: looked for first, for speed. */
const LISTED = /[、并]/;
/** 4月15日前将方案，于12月15日前将总结报…: papers that wait for the verb of the next clause. */
const WAITS = /[前底末日内][将把][^，]{2,24}$/;

/** The clauses of a sentence, each with its report and the terms of that. */
function piecesOf(sentence: string): string[] {
  const pieces: string[] = [];
  for (const clause of sentence.split('，')) {
    const last = pieces.at(-1);
    const waits = last !== undefined && /[将把]/.test(clause) && WAITS.test(last) && !REPORT.test(last);
    const [first = '', ...rest] = LISTED.test(clause) ? clause.split(TERM_NEXT) : [clause];
    const isTermAlone = last !== undefined && FIRST_TERM.exec(last)?.[0] === last;
    pieces.push(waits ? `${pieces.pop()}、${first}` : isTermAlone ? `${pieces.pop()}${first}` : first);
    for (const part of rest)
      pieces.push(REPORT.test(pieces.at(-1) ?? '') ? part.replace(/^、/, '') : `${pieces.pop()}${part}`);
  }
  return pieces;
}
