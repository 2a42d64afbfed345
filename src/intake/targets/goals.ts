import type { WindowYear } from '../../domain/calendar/windows.js';
import type { ConditionReading, Doubt, TargetReading } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { sourceSpan, type SpanOf } from '../measures/read-measure.js';
import type { Clause } from '../outline/outline.js';
import { readConditions } from './conditions.js';
import { readTargets } from './targets.js';
import { spansAsked } from './year-span.js';
import { unreadFigures } from './unread.js';

const GOAL_TITLE = /目标|总体要求|总体思路|工作思路/;
const GOAL_LINE = /^.{0,14}目标(?:任务)?(?:是|为)?[:：]/;
const GOVERNING = /(?:到|至|截至)?(20\d{2})年(?:底|末|年底)?/;

/** What a plan wants reached as a whole. */
export interface PlanGoals {
  targets: TargetReading[];
  /** 全覆盖, 应签尽签: what is demanded without a figure. */
  conditions: ConditionReading[];
  /** Figures that were not understood. */
  doubts: Doubt[];
}

/**
 * The plan's goals: what the chapters and paragraphs say that are headed 目标 and carry no responsibility note, and figures
 * in the opening. Days are read in the plan's year, `when`.
 */
export function goalsOf(
  clauses: readonly Clause[],
  paragraphs: readonly Paragraph[],
  hasNote: (clause: Clause) => boolean,
  when: GoalYear,
): PlanGoals {
  const found = clauses.filter((clause) => !hasNote(clause)).flatMap((clause) => goalsIn(clause, paragraphs, when));
  return {
    targets: found.flatMap(({ targets }) => targets),
    conditions: found.flatMap(({ conditions }) => conditions),
    doubts: found.flatMap(({ doubts }) => doubts),
  };
}

const range = (clause: Clause): number[] =>
  Array.from({ length: clause.last - clause.first }, (_, index) => clause.first + index);

/** In whose year goals are read, and the first and last that the plan is for. */
type GoalYear = WindowYear & { first: number | null; last: number | null };

/** A chapter headed 目标, “2021年工作目标：……” as a paragraph of its own before the first one with the lines under it, and the opening. */
function goalsIn(clause: Clause, paragraphs: readonly Paragraph[], when: GoalYear): PlanGoals[] {
  const indices = range(clause);
  if (clause.rank >= 0) {
    const headed = clause.heading.some((title) => GOAL_TITLE.test(title));
    return headed ? goalsAt(indices, goalStart(clause, paragraphs), paragraphs, when) : [];
  }
  const from = indices.find((index) => GOAL_LINE.test(paragraphs[index]?.text ?? '')) ?? clause.last;
  const under = goalsAt(indices.slice(from - clause.first), 0, paragraphs, when);
  return [...openingGoals(clause, paragraphs.slice(clause.first, from), when), ...under];
}

/** What a paragraph of the opening must have for a goal: a figure, 动态清零, 三分之二. */
const OPENING_HINT = /\d|零|分之/;
/** Lines of the notice: what is sent where, and by when. */
const OF_NOTICE = /报送|上报|报告|联系/;

/**
 * Figures in the opening, which stand under no heading and in no measure: read as goals, and asked about. Those of the
 * years before were reached; a table there is none of the opening.
 */
function openingGoals({ path }: Clause, opening: readonly Paragraph[], when: GoalYear): PlanGoals[] {
  return opening.flatMap((paragraph) => {
    const { text, row } = paragraph;
    if (path !== '' || row || !OPENING_HINT.test(text) || OF_NOTICE.test(text)) return [];
    const spanOf: SpanOf = (from, to) => sourceSpan(paragraph, from, to);
    const targets = readTargets(text, { year: when.year, first: when.first, last: when.last, by: null }, spanOf);
    const unread = [...unreadFigures(text, targets), ...spansAsked(text, targets)].map(inOpening);
    return [{ targets, conditions: [], doubts: [...askedOfOpening(targets), ...unread] }];
  });
}

function askedOfOpening(targets: readonly TargetReading[]): Doubt[] {
  if (targets.length === 0) return [];
  const printed = targets.map(({ metric, raw }) => `“${metric}${raw}”`).join('、');
  const reason = `正文开头印有${printed}，不在任何举措之下，已读作总体目标：请核对，不是目标的请在“更正阶段、报送要求和总体目标”中删去`;
  return [{ code: 'goal_opening', reason, field: 'goals' }];
}

const inOpening = ({ code, reason }: Doubt): Doubt => ({ code, reason: `正文开头${reason}` });

/** “（一）培训5000人。”: an item whose title is a sentence says its goal there; a heading that ends otherwise says none. */
function goalStart({ first, titleStart, textStart }: Clause, paragraphs: readonly Paragraph[]): number {
  const { text = '' } = paragraphs[first] ?? {};
  return textStart === text.length || SENTENCE_END.test(text.slice(0, textStart)) ? titleStart : textStart;
}

const SENTENCE_END = /[。！？?]$/;

function goalsAt(indices: number[], textStart: number, paragraphs: readonly Paragraph[], when: GoalYear): PlanGoals[] {
  const text = indices.map((index) => paragraphs[index]?.text ?? '').join('\n');
  const governing = GOVERNING.exec(text)?.[1];
  const by = governing ? `${governing}-12-31` : null;
  return indices.map((index, position) => {
    const paragraph = paragraphs[index];
    const start = position === 0 ? textStart : 0;
    const spanOf: SpanOf = (from, to) => sourceSpan(paragraph, from + start, to + start);
    const words = paragraph?.text.slice(start) ?? '';
    const targets = readTargets(words, { year: when.year, first: when.first, last: when.last, by }, spanOf);
    const conditions = readConditions(words, when, spanOf).filter(({ kind }) => !TIMES.has(kind));
    return {
      targets,
      conditions,
      doubts: [...unreadFigures(words, targets), ...spansAsked(words, targets)].map(ofGoals),
    };
  });
}

/** When something is to be done is said of the goals themselves, whose figures have their day. */
const TIMES = new Set<ConditionReading['kind']>(['window', 'deadline', 'recurrent']);

const ofGoals = ({ code, reason }: Doubt): Doubt => ({ code, reason: `总体目标中${reason}` });
