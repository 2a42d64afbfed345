import type { PhaseReading, ReportingDuty } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { sourceSpan } from '../measures/read-measure.js';
import type { Clause } from '../outline/outline.js';
import { dueDays } from './phrases.js';

const SENT = /报|反馈|送|提交/;
const SENTENCE = /[^。；！？\n]+[。；！？]?/g;
const RECIPIENT =
  '((?:省|市|县|区|州|自治区|国家|我|国务院|人力|人社|住房|本级|领导小组)[一-龥（）]{0,24}?(?:办公室|办公厅|督查室|农民工办|委员会|人社厅|人社局|社会保障厅|社会保障局|领导小组|政府|专班|厅|局|委|办|部|(?<=人社|住房)部)(?!办公[室厅]|农民工办|督查室|办(?!理)))';
/** What is sent upward: only words of it make 送 a report (送岗下乡, 送医 are none). */
const PAPERS = '将[^，]*(?:总结|情况|材料|报告|名单|台账|数据|方案|意见|报表|信息|进展|计划|清单)[^，]{0,8}';
const REPORT = new RegExp(
  `(?:上报|报送|反馈|报告|送交|提交|报|(?<=${PAPERS})送)(?:至|给|到|送)?${RECIPIENT}|向${RECIPIENT}(?:上报|报送|反馈|报告)|(对口上报|书面上报)|(?<=前|次|(?:前|次|${PAPERS})(?:分别|统一|集中|汇总|按时|及时))(?:上报|报送)`,
);
const SUBJECT =
  /^(?:（[一二三四五六七八九十]{1,3}）)?(?:[一-龥]{1,4}[:：])?(?:请|由|并由)?((?:各|市|省|县|区|成员单位|牵头单位|责任单位)[一-龥（）、]{0,40}?(?:部门|单位|局|厅|委|督查室|办|政府(?!督查室|办公室)|地(?![一-龥]{0,3}局)|）(?:[一-龥]{2,10}?(?:部门|办公室|办|局))?|领导小组(?!办)|办公室))/;
/** Where the words about who reports end: 各县（市、区）要明确专人, 各部门于12月5日前. */
const DUTY = /\d|[要须将于]|应(?!急)|每(?=个?[月季年周半])/;
const RECURRENT =
  /每(?:个)?(?:月|季度?|半年|年(?:\d{1,2}月)?|周[一二三四五]?)(?:首月|末月|末|底|初)?(?:\d{1,2}[日号])?(?:之?前)?/;
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

/** County, city, province or member unit: who reports, whatever the wording. */
function rank(from: string): string {
  if (/^各?县|^各?(区|市、县)|县（市|各市县|县区|区县/.test(from)) return 'county';
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
  const every = RECURRENT.exec(sentence)?.[0];
  if (!dated && !every && !phaseEnd) return [];
  const otherwise: Term = dated ? { due: dated.day } : every ? { due: null, every } : { due: phaseEnd };
  const duties: ReportingDuty[] = [];
  let subject = '各有关单位';
  for (const piece of sentence.split(/，/)) {
    subject = SUBJECT.exec(piece.split(DUTY, 1)[0] ?? '')?.[1] ?? subject;
    const report = REPORT.exec(piece);
    if (!report || (report[2] && isPrompt(piece, year))) continue;
    const to = report[1] ?? report[2] ?? (report[3] ? '对口上级部门' : '印发单位');
    const duty = { from: subject, to, what: piece.replace(/[。；]$/, '') };
    duties.push(...termsOf(piece, report.index, year, otherwise).map((term) => ({ ...duty, ...term })));
  }
  return duties;
}

/** “每年开展督察，及时向市政府报告”: the rhythm is that of the other clause, the report has none. */
const isPrompt = (piece: string, year: number | null): boolean =>
  /及时|随时|第一时间/.test(piece) && !RECURRENT.test(piece) && dueDays(piece, year).length === 0;

/** “6月15日、12月15日前”: each day is a report of its own; a clause without a day or a rhythm has those of its sentence. */
function termsOf(piece: string, until: number, year: number | null, otherwise: Term): Term[] {
  const every = RECURRENT.exec(piece.slice(0, until))?.[0];
  if (every) return [{ due: null, every }];
  const days = dueDays(piece, year).filter(({ index }) => index < until);
  const isList = days.every(({ index }, at) => {
    const before = days[at - 1];
    return !before || /^(?:[、和及]|以及)$/.test(piece.slice(before.index + before.raw.length, index));
  });
  const [first] = days;
  if (!first) return [otherwise];
  return isList ? days.map(({ day }) => ({ due: day })) : [{ due: first.day }];
}
