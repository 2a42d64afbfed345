import { addDays, daysBetween, type CalendarDay } from '../calendar/day.js';
import type { WorkingCalendar } from '../calendar/working-days.js';
import { expectedPercent, pointsBehind, type CurvePoint } from '../progress/schedule.js';
import type { LightRuleSet, Situation } from './rule-set.js';

/** What is known of one row (a measure, or one unit's part in it) when its light is asked for. */
export interface LightFacts {
  track: 'deliverable' | 'standing';
  role: 'responsible' | 'supporting';
  /** 随牵头统一反馈 */
  followsLead: boolean;
  /** false for 力争, 努力实现. */
  hard: boolean;
  /** The day this office began to work with the plan (启用). */
  enabledOn: CalendarDay | null;
  /** Planned start of the work. */
  start: CalendarDay | null;
  /** Due day in force, a granted extension included; null without one. */
  due: CalendarDay | null;
  /** The due day first given; stays when an extension moves `due`. */
  firstDue: CalendarDay | null;
  /** The due day is 推定, not printed or set. */
  duePresumed: boolean;
  /** The office's own earlier day. */
  internalDue: CalendarDay | null;
  /** Whether work has begun; null when nobody has said so. */
  begun: boolean | null;
  /** Percentage of the work or target done, 0–100 or more; null when unknown. */
  progress: number | null;
  /** A planned curve instead of the even pace. */
  curve: CurvePoint[] | null;
  /** Day on which completion was reported, not yet verified. */
  completedOn: CalendarDay | null;
  /** Day of 销号. */
  closedOn: CalendarDay | null;
  suspended: boolean;
  /** The plan names a season or a rhythm for it: not 长期坚持. */
  timed?: boolean;
}

/** The situation with the figures that its sentence tells. */
export interface Assessment {
  situation: Situation;
  /** Days left (near) or days over (overdue, doneLate, caughtUp, internalMissed). */
  days: number;
  expected: number | null;
  behind: number | null;
}

/** The gravest situation that the facts put the row in; what is decided comes before what is counted. */
export function assess(
  rules: LightRuleSet,
  facts: LightFacts,
  today: CalendarDay,
  calendar: WorkingCalendar,
): Assessment {
  const settled = settledSituation(facts, today);
  const pace = paceOf(rules, facts, today);
  if (settled)
    return { situation: settled, days: daysOver(rules, facts, facts.completedOn ?? facts.closedOn, calendar), ...pace };
  const byDate = facts.track === 'standing' ? null : dateSituation(rules, facts, today, calendar);
  if (byDate && byDate.situation !== 'near') return { ...byDate, ...pace };
  const byPace = paceSituation(rules, facts, today, pace.behind);
  if (byPace && byPace !== 'onTrack') return { situation: byPace, days: 0, ...pace };
  return byDate ? { ...byDate, ...pace } : { situation: byPace ?? resting(facts), days: 0, ...pace };
}

function settledSituation(facts: LightFacts, today: CalendarDay): Situation | null {
  const { closedOn, completedOn, due, enabledOn } = facts;
  if (closedOn) return due && (completedOn ?? closedOn) > due && facts.track === 'deliverable' ? 'doneLate' : 'done';
  if (facts.suspended) return 'suspended';
  if (enabledOn && (today < enabledOn || (due !== null && due < enabledOn))) return 'beforeEnabled';
  if (completedOn) return due && completedOn > due && facts.track === 'deliverable' ? 'caughtUp' : 'completed';
  if (facts.role === 'supporting' && facts.followsLead) return 'following';
  return facts.start && today < facts.start ? 'notStarted' : null;
}

/** No run of days off is longer, so a day further away is not near by working days either, whatever its year's calendar. */
const LONGEST_REST = 15;

type Dated = Pick<Assessment, 'situation' | 'days'>;

function dateSituation(
  rules: LightRuleSet,
  facts: LightFacts,
  today: CalendarDay,
  calendar: WorkingCalendar,
): Dated | null {
  const { due, internalDue } = facts;
  if (!due) return null;
  if (today > due) {
    const days = calendar.between(due, today, rules.count);
    const long = rules.longOverdueDays !== null && days > rules.longOverdueDays;
    return { situation: long ? 'longOverdue' : 'overdue', days };
  }
  if (internalDue && today > internalDue) {
    return { situation: 'internalMissed', days: calendar.between(internalDue, today, rules.count) };
  }
  if (daysBetween(today, due) > rules.nearDays * 2 + LONGEST_REST) return null;
  const left = calendar.between(today, due, rules.count);
  return left <= rules.nearDays ? { situation: 'near', days: left } : null;
}

function paceOf(rules: LightRuleSet, facts: LightFacts, today: CalendarDay): Pick<Assessment, 'expected' | 'behind'> {
  const { start, due, progress } = facts;
  if (!start || !due || progress === null) return { expected: null, behind: null };
  const expected = expectedPercent({ start, end: due, pace: rules.pace, curve: facts.curve ?? undefined }, today);
  return { expected, behind: pointsBehind(progress, expected) };
}

function paceSituation(
  rules: LightRuleSet,
  facts: LightFacts,
  today: CalendarDay,
  behind: number | null,
): Situation | null {
  const lateStart = startSituation(rules, facts, today);
  if (lateStart === 'veryLateStart') return lateStart;
  if (behind !== null && behind > rules.farBehindPoints) return 'farBehind';
  if (behind !== null && behind >= rules.behindPoints) return 'behind';
  return lateStart ?? (behind === null ? null : 'onTrack');
}

function startSituation(rules: LightRuleSet, facts: LightFacts, today: CalendarDay): Situation | null {
  const { start, begun } = facts;
  if (rules.veryLateStartMonths === null || begun !== false || !start) return null;
  return today >= monthsAfter(start, rules.veryLateStartMonths) ? 'veryLateStart' : 'lateStart';
}

function resting(facts: LightFacts): Situation {
  return facts.track === 'standing' ? 'standing' : 'unknown';
}

function daysOver(rules: LightRuleSet, facts: LightFacts, on: CalendarDay | null, calendar: WorkingCalendar): number {
  if (!facts.due || !on || on <= facts.due) return 0;
  return calendar.between(facts.due, on, rules.count);
}

/** The same day of the month, months later, or the month's last day. */
function monthsAfter(day: CalendarDay, months: number): CalendarDay {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const same = addDays(first, Number(day.slice(8)) - 1);
  return same.slice(0, 7) === first.slice(0, 7) ? same : addDays(`${same.slice(0, 8)}01`, -1);
}
