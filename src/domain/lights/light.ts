import { printDay, type CalendarDay } from '../calendar/day.js';
import type { WorkingCalendar } from '../calendar/working-days.js';
import { ruleName, type Colour, type Face, type LightRuleSet, type Situation } from './rule-set.js';
import { assess, type Assessment, type LightFacts } from './situation.js';

/** A light with its word, the sentence that explains it and the rule set that gave it. */
export interface Light {
  colour: Colour;
  word: string;
  /** Chinese, with the figures it rests on. */
  sentence: string;
  /** Name and version of the rule set: default@1. */
  rule: string;
  situation: Situation;
}

/**
 * The light of a row: a pure function of rule set, facts and day. Standing items, soft goals, supporters and presumed
 * dates never turn red by themselves; what lies before 启用 is never red; what is unknown is grey.
 */
export function light(rules: LightRuleSet, facts: LightFacts, today: CalendarDay, calendar: WorkingCalendar): Light {
  const found = assess(rules, facts, today, calendar);
  const face = rules.faces[found.situation];
  const reason = face.colour === '红' ? holdingReason(facts) : null;
  const shown: Face = reason ? rules.held : face;
  const sentence = `${explain(found, facts, rules)}${reason ? `；${reason}，不亮红灯` : ''}。`;
  return { ...shown, sentence, rule: ruleName(rules), situation: found.situation };
}

/** How many rows show each colour, in the order in which boards print them. */
export function countColours(lights: Pick<Light, 'colour'>[]): Record<Colour, number> {
  const counts: Record<Colour, number> = { 红: 0, 黄: 0, 绿: 0, 蓝: 0, 灰: 0 };
  for (const one of lights) counts[one.colour] += 1;
  return counts;
}

function holdingReason(facts: LightFacts): string | null {
  if (facts.track === 'standing') return '属常态工作';
  if (!facts.hard) return '属力争目标';
  if (facts.role === 'supporting') return '本单位为配合单位';
  return facts.duePresumed ? '时限为推定' : null;
}

const SENTENCES: Record<Situation, (found: Assessment, facts: LightFacts, rules: LightRuleSet) => string> = {
  done: (_found, { closedOn }) => `已于${say(closedOn)}办结销号`,
  doneLate: ({ days }, facts, rules) =>
    `已于${say(facts.closedOn)}办结销号，完成时超过时限${count(days, rules)}${moved(facts)}`,
  completed: (_found, { completedOn }) => `已于${say(completedOn)}报完成，待审核`,
  caughtUp: ({ days }, facts, rules) =>
    `已于${say(facts.completedOn)}报完成，超过时限${count(days, rules)}，待审核${moved(facts)}`,
  suspended: () => '经同意暂缓，暂停计时',
  beforeEnabled: (_found, { enabledOn }) => `属${say(enabledOn)}启用之前的事项，不评价`,
  notStarted: (_found, { start }) => `计划${say(start)}启动，尚未到时间`,
  following: () => '由牵头单位统一反馈，不单独评价',
  standing: (_found, { timed }) => `常态工作，没有可比的进度数，${timed ? '按季节或周期办理' : '长期坚持'}`,
  unknown: (_found, facts) => `${dueClause(facts)}，尚无进度反馈`,
  onTrack: (found, facts) => `${dueClause(facts)}，${paceClause(found, facts)}`,
  near: ({ days }, facts, rules) => `${dueClause(facts)}，${days === 0 ? '今天到期' : `还剩${count(days, rules)}`}`,
  behind: (found, facts) => `${dueClause(facts)}，${paceClause(found, facts)}`,
  farBehind: (found, facts) => `${dueClause(facts)}，${paceClause(found, facts)}`,
  lateStart: (_found, { start }) => `计划${say(start)}启动，至今未启动`,
  veryLateStart: (_found, { start }, rules) => `计划${say(start)}启动，超过${rules.veryLateStartMonths}个月仍未启动`,
  internalMissed: (_found, facts) => `超过内部时间${say(facts.internalDue)}，${dueClause(facts)}，不算逾期`,
  overdue: ({ days }, facts, rules) => `${dueClause(facts)}，已逾期${count(days, rules)}`,
  longOverdue: ({ days }, facts, rules) => `${dueClause(facts)}，已逾期${count(days, rules)}`,
};

function explain(found: Assessment, facts: LightFacts, rules: LightRuleSet): string {
  return SENTENCES[found.situation](found, facts, rules);
}

function dueClause(facts: LightFacts): string {
  if (!facts.due) return '未定时限';
  if (facts.track === 'standing') return `本年度至${printDay(facts.due)}`;
  return `应于${printDay(facts.due)}前完成${facts.duePresumed ? '（推定）' : ''}${moved(facts)}`;
}

function moved({ due, firstDue }: LightFacts): string {
  return due && firstDue && due !== firstDue ? `（原定${printDay(firstDue)}，已调整）` : '';
}

function paceClause({ expected, behind }: Assessment, { progress }: LightFacts): string {
  const figures = `进度${progress ?? 0}%，序时进度${expected ?? 0}%`;
  if (behind === null || behind === 0) return `${figures}，与序时进度持平`;
  return `${figures}，${behind > 0 ? `落后${behind}` : `超前${-behind}`}个百分点`;
}

function count(days: number, rules: LightRuleSet): string {
  return rules.count === 'working' ? `${days}个工作日` : `${days}天`;
}

function say(day: CalendarDay | null): string {
  return day ? printDay(day) : '未定日期';
}
