import type { PhaseReading, ReportingDuty } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { sourceSpan } from '../measures/read-measure.js';
import type { Clause } from '../outline/outline.js';
import { dueDays } from './phrases.js';
import { allRecipients, RECIPIENT, reporterOf } from './reporting-words.js';

const SENT = /报|反馈|送|提交|上交/;
const SENTENCE = /[^。；！？\n]+[。；！？]?/g;
/** What is sent upward: only words of it make 送 a report (送岗下乡, 送医 are none). */
const THINGS = '总结|情况|材料|报告|名单|台账|数据|方案|意见|报表|信息|进展|计划|清单';
/** 专题报告, 分别报送. */
const HOW = '(?:专题|书面|集中|分别|统一|汇总|按时|及时)*';
const PAPERS = `将[^，]*(?:${THINGS})[^，]{0,8}`;
const REPORT = new RegExp(
  [
    `(?:上报|报送|反馈|报告|送交|提交|上交|呈报|报|(?<=${PAPERS})送)(?:至|给|到|送)?${RECIPIENT}`,
    `向${RECIPIENT}${HOW}(?:上报|报送|反馈|报告|汇报|提交|呈报|送交)`,
    '(对口上报|书面上报)',
    `(?<=前|次|月[底末]|每(?:个)?(?:月|季度?|半年|年|周)[一二三四五末底]?|(?:前|次|${PAPERS})${HOW})(?:上报|报送)`,
    `((?<=前${HOW})(?:送交|提交|上交|填报)(?=[^，。；]{0,14}(?:${THINGS})))`,
  ].join('|'),
);
const DAY = String.raw`\d{1,2}月(?:底|末|\d{1,2}[日号])?(?:之?前)?`;
const RECURRENT = new RegExp(
  String.raw`每(?:个)?(?:月|季度?|半年|年(?:(?:${DAY}[、和及与])*\d{1,2}月)?|周[一二三四五]?)(?:首月|末月|第[一二三]个月|最后一个?月|末|底|初|(?:结束|终了)后(?=\d))?(?:\d{1,2}(?:个工作)?[日号][之以]?内?|最后[一二三1-5]个工作日)?(?:之?前)?`,
  'g',
);
/** Who only helps does not report for the one named before. */
const HELPING = /配合$/;
/** 自2024年4月起: where a rhythm begins, no day that anything is due. */
const SINCE = /[自从][^，。]{2,12}起/g;

/** When a report is due: by a day, or by a rhythm. */
type Term = Pick<ReportingDuty, 'due' | 'every'>;

/** Reports upward, in the covering letter too, with a date or a rhythm: from whom, to whom, by when. The same duty printed twice counts once. */
export function reportingOf(
  clauses: readonly Clause[],
  paragraphs: readonly Paragraph[],
  phases: readonly PhaseReading[],
  year: number | null,
): ReportingDuty[] {
  const opening = { title: '', first: 0, last: clauses[0]?.first ?? paragraphs.length };
  const duties = [opening, ...clauses].flatMap((clause) => clauseDuties(clause, paragraphs, phases, year));
  const seen = new Set<string>();
  return duties.filter((duty) => {
    const key = `${rank(duty.from)}|${duty.due ?? duty.every ?? ''}`;
    return !seen.has(key) && seen.add(key);
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
    if (!paragraph || !SENT.test(paragraph.text)) continue;
    for (const match of paragraph.text.matchAll(SENTENCE)) {
      const found = sentenceDuties(match[0], phase?.end ?? null, year);
      if (found.length === 0) continue;
      const span = sourceSpan(paragraph, match.index, match.index + match[0].length);
      duties.push(...found.map((duty) => ({ ...duty, span })));
    }
  }
  return duties;
}

function sentenceDuties(printed: string, phaseEnd: string | null, year: number | null): ReportingDuty[] {
  if (!SENT.test(printed)) return [];
  const sentence = printed.replace(SINCE, '');
  const [dated] = dueDays(sentence, year);
  const every = rhythms(sentence)[0];
  if (!dated && !every && !phaseEnd) return [];
  const otherwise: Term = dated ? { due: dated.day } : every ? { due: null, every } : { due: phaseEnd };
  const duties: ReportingDuty[] = [];
  let subject: string | null = null;
  for (const piece of sentence.split(/，/)) {
    if (!subject || !HELPING.test(piece)) subject = reporterOf(piece) ?? subject;
    const report = SENT.test(piece) ? REPORT.exec(piece) : null;
    if (!report || (report[2] && isPrompt(piece, year)) || (report[4] && !subject)) continue;
    const to = recipientOf(report, piece.slice(report.index + report[0].length));
    const duty = { from: subject ?? '各有关单位', to, what: piece.replace(/[。；]$/, '') };
    duties.push(...termsOf(piece, report.index, year, otherwise).map((term) => ({ ...duty, ...term })));
  }
  return duties;
}

function recipientOf([, behind, before, counterpart]: RegExpExecArray, rest: string): string {
  if (behind) return allRecipients(behind, rest);
  return before ?? (counterpart ? '对口上级部门' : '印发单位');
}

const rhythms = (text: string): string[] =>
  text.includes('每') ? [...text.matchAll(RECURRENT)].map(([raw]) => raw) : [];

/** “每年开展督察，及时向市政府报告”: the rhythm is that of the other clause, the report has none. */
const isPrompt = (piece: string, year: number | null): boolean =>
  /及时|随时|第一时间/.test(piece) && rhythms(piece).length === 0 && dueDays(piece, year).length === 0;

/** “6月15日、12月15日前”: each day is a report of its own; a clause without a day or a rhythm has those of its sentence. */
function termsOf(piece: string, until: number, year: number | null, otherwise: Term): Term[] {
  const rounds = rhythms(piece.slice(0, until));
  if (rounds.length > 0) return rounds.map((every) => ({ due: null, every }));
  const days = daysBefore(piece, until, year);
  const isList = days.every(({ index }, at) => {
    const before = days[at - 1];
    return (
      !before ||
      before.index === index ||
      /^(?:[、和及与]|以及)(?:[次翌]年)?$/.test(piece.slice(before.index + before.raw.length, index))
    );
  });
  const [first] = days;
  if (!first) return [otherwise];
  return isList ? days.map(({ day }) => ({ due: day })) : [{ due: first.day }];
}

/** 5月、9月底前: both at their ends. */
const MONTHS = /(?:\d{1,2}月[、和及与])+$/;

/** The days that a clause prints before its report; 次年1月15日 is of the year after. */
function daysBefore(piece: string, until: number, year: number | null): { day: string; raw: string; index: number }[] {
  const days = dueDays(piece, year).filter(({ index }) => index < until);
  const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return days.flatMap(({ day, raw, index }) => {
    const before = piece.slice(0, index);
    const found = { raw, index, day: /[次翌]年$/.test(before) ? yearAfter(day) : day };
    const months = /[底末]/.test(raw) ? (MONTHS.exec(before)?.[0].match(/\d+/g) ?? []) : [];
    const ends = months.flatMap((month) => dueDays(`${month}月底前`, year).map((end) => ({ ...found, day: end.day })));
    return [...ends, found];
  });
}
