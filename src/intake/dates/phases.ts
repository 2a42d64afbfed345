import { periodOf } from '../../domain/calendar/period.js';
import type { PhaseReading } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { sourceSpan } from '../measures/read-measure.js';
import type { Clause } from '../outline/outline.js';
import { dayRange, dueDays } from './phrases.js';
import { runningPhases } from './running-phases.js';

const TIMETABLE = /进度|步骤|阶段|时间(安排|节点|计划)|实施(安排|计划)|方法步骤/;
const DATED = /（([^（）]*\d[^（）]*)）/;
const STAGE = /阶段$|部署|推进|实施|总结|评估|启动|动员|摸底|排查|整治|验收|巩固|调研|准备|宣传|考核|落实/;

/** The phases as printed: the dated parts of the chapter that gives the timetable, or what its words print one behind the other. */
export function phasesOf(
  clauses: readonly Clause[],
  paragraphs: readonly Paragraph[],
  year: number | null,
): PhaseReading[] {
  return clauses.flatMap((clause) => {
    if (clause.children.length > 0) return [];
    if (clause.parent !== null && TIMETABLE.test(clause.parent.title)) return phase(clause, paragraphs, year) ?? [];
    return TIMETABLE.test(clause.title) ? runningPhases(clause, paragraphs, year, (name) => STAGE.test(name)) : [];
  });
}

/** （二）组织实施阶段 of the timetable: what all do in it is no task by itself. */
export const isStageOfAll = ({ parent, children, title }: Clause): boolean =>
  parent !== null && children.length === 0 && TIMETABLE.test(parent.title) && title.replace(DATED, '').endsWith('阶段');

function phase(clause: Clause, paragraphs: readonly Paragraph[], year: number | null): PhaseReading | null {
  const paragraph = paragraphs[clause.first];
  const printed = DATED.exec(clause.title)?.[1] ?? DATED.exec(paragraph?.text.slice(0, 60) ?? '')?.[1];
  const text = textOf(clause, paragraphs);
  const inBrackets = printed ? dayRange(printed, year) : null;
  const bare = inBrackets ? null : bareRange(clause.title, text, year);
  const range = inBrackets ?? bare;
  const words = inBrackets ? (printed ?? null) : (bare?.printed ?? null);
  const name = clause.title.replace(DATED, '').replace(/[（：:].*$/, '');
  if (!range && !STAGE.test(name)) return null;
  const span = sourceSpan(paragraph, 0, paragraph?.text.length ?? 0);
  return { name, start: range?.start ?? null, end: range?.end ?? null, printed: words, text, span };
}

/** Dates without brackets: in the title's words, else in the first sentence. */
function bareRange(title: string, text: string, year: number | null) {
  const words = /(?:20\d{2}年)?\d{1,2}(?:(?:[-—~]+|至|到)\d{1,2})?月[^，。；（）]{0,22}/.exec(
    `${title}。${text.slice(0, 40)}`,
  )?.[0];
  if (!words) return termRange(`${title}。${text.slice(0, 40)}`, year);
  const trimmed =
    /^(?:20\d{2}年)?\d{1,2}(?:月(?:\d{1,2}日|[上中下]旬|底|末|初)?|(?=(?:[-—~]+|至|到)\d{1,2}月))(?:(?:[-—~]+|至|到)(?:(?:20\d{2}|[次翌明来])年)?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬|底|末)?)?(?:之?前|以前)?/.exec(
      words,
    );
  const range = trimmed ? dayRange(trimmed[0], year) : null;
  return range && trimmed ? { ...range, printed: trimmed[0] } : dueRange(words, year);
}

/** 检查验收阶段：下半年; 第三季度: a whole half or quarter behind the phase's name. */
const TERM = /[：:。（]((?:20\d{2}年)?(?:[上下]半年|第?[一二三四1-4]季度))(?=[，。；）]|$)/;

function termRange(words: string, year: number | null) {
  const printed = TERM.exec(words)?.[1];
  const [due] = printed ? dueDays(printed, year) : [];
  if (!printed || !due) return null;
  return { ...periodOf(due.day, printed.endsWith('半年') ? 'halfYear' : 'quarter'), printed };
}

function dueRange(words: string, year: number | null) {
  const [due] = dueDays(words, year);
  return due ? { start: null, end: due.day, printed: due.raw } : null;
}

function textOf(clause: Clause, paragraphs: readonly Paragraph[]): string {
  const pieces: string[] = [];
  for (let index = clause.first; index < clause.last; index++) {
    pieces.push(paragraphs[index]?.text.slice(index === clause.first ? clause.textStart : 0) ?? '');
  }
  return pieces.filter(Boolean).join('\n');
}
