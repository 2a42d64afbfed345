import type { CalendarDay } from '../calendar/day.js';

/** The status words of ledgers (台账): fixed by habit, printed as they are. */
export type StatusWord = '未启动' | '推进中' | '已完成' | '长期坚持' | '逾期' | '暂缓' | '已销号';

export interface StatusFacts {
  track: 'deliverable' | 'standing';
  /** Any report or receipt of work so far. */
  begun: boolean;
  /** Reported complete, not yet verified. */
  completed: boolean;
  /** Verified and struck off (销号). */
  closed: boolean;
  suspended: boolean;
  /** Due day in force, extensions included; null without one. */
  due: CalendarDay | null;
  /** The plan names a season or a rhythm for it: not 长期坚持. */
  timed?: boolean;
}

/** The one status word of a row; the office's decisions come before the calendar, a standing item never is 逾期. */
export function statusWord(facts: StatusFacts, today: CalendarDay): StatusWord {
  if (facts.closed) return '已销号';
  if (facts.suspended) return '暂缓';
  if (facts.completed) return '已完成';
  if (facts.track === 'standing') return facts.begun ? (facts.timed ? '推进中' : '长期坚持') : '未启动';
  if (facts.due && today > facts.due) return '逾期';
  return facts.begun ? '推进中' : '未启动';
}
