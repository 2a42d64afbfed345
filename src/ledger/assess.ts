import type { WorkingCalendar } from '../domain/calendar/working-days.js';
import { light } from '../domain/lights/light.js';
import type { LightRuleSet } from '../domain/lights/rule-set.js';
import type { LightFacts } from '../domain/lights/situation.js';
import { areLasting } from '../domain/plan/lasting.js';
import { statusWord } from '../domain/progress/status-word.js';
import type { DutyLine, DutyRow, PlanFacts } from './duty-line.js';

/** The light and the status word of a duty on the plan's day: a pure function of the row, the plan's facts and the rules. */
export function assess(row: DutyRow, facts: PlanFacts, rules: LightRuleSet, calendar: WorkingCalendar): DutyLine {
  const shown = light(rules, lightFacts(row, facts), facts.today, calendar);
  const windows = facts.windows.get(row.draftKey) ?? '';
  return {
    ...row,
    duePresumed: isPresumed(row, facts),
    windows,
    light: shown,
    statusWord: statusOf(row, facts, isTimed(windows)),
  };
}

function lightFacts(row: DutyRow, facts: PlanFacts): LightFacts {
  const { track, role, followsLead, due, progress, closedOn } = row;
  // What was only presumed at the issue is not told as the day first given.
  const firstDue = facts.dated.has(row.draftKey) ? row.firstDue : null;
  return {
    ...{ track, role, followsLead, due, firstDue, progress, closedOn },
    hard: !facts.soft.has(row.draftKey),
    enabledOn: facts.enabledOn,
    start: laterDay(facts.start, row.dutyFrom),
    duePresumed: isPresumed(row, facts),
    internalDue: null,
    begun: begun(row),
    curve: null,
    completedOn: row.status === '已完成' ? row.reportedOn : null,
    suspended: isSuspended(row),
    timed: isTimed(facts.windows.get(row.draftKey)),
  };
}

/** A season or a rhythm is named, not only that the work goes on. */
const isTimed = (windows = ''): boolean => windows !== '' && !areLasting(windows);

const isPresumed = ({ draftKey, due, firstDue }: DutyRow, { dated }: PlanFacts): boolean =>
  !dated.has(draftKey) && due === firstDue;

/** Null while nobody has said whether work began. */
function begun({ status, progress }: DutyRow): boolean | null {
  if (status === null && progress === null) return null;
  return status !== '未启动' || (progress ?? 0) > 0;
}

function statusOf(row: DutyRow, { today }: PlanFacts, timed: boolean): DutyLine['statusWord'] {
  const facts = { track: row.track, due: row.due, suspended: isSuspended(row), closed: row.closedOn !== null };
  return statusWord({ ...facts, timed, begun: begun(row) === true, completed: row.status === '已完成' }, today);
}

function isSuspended({ measureState, status }: DutyRow): boolean {
  return measureState.includes('suspension.suspended') || status === '暂缓';
}

function laterDay(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
