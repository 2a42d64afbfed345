import type { Ceiling, SupervisionLevel } from '../../workflows/supervision/supervision.v1.events.js';
import { daysBetween } from '../domain/calendar/day.js';
import { LEVELS, nextLevel } from './levels.js';

/** Something the office may do next; it decides, nothing happens by itself. */
export interface Suggestion {
  unitName: string;
  planTitle: string;
  text: string;
  href: string;
  /** Days since the day that was missed. */
  daysLate: number;
}

/** A supervision whose reply stays out. */
export interface UnansweredMatter {
  id: string;
  unitName: string;
  planTitle: string;
  number: string | null;
  due: string;
  today: string;
  ceiling: Ceiling;
  form: string | null;
  level: SupervisionLevel;
}

/** A unit's packets that are past their day while nothing is being done about it. */
export interface UnreportedUnit {
  planId: string;
  unitId: string;
  unitName: string;
  planTitle: string;
  rounds: string[];
  due: string;
  today: string;
  chases: number;
  ceiling: Ceiling;
}

/** An overdue reply: one step up where the unit may be ordered, else a call or more time. */
export function afterReplyDay(matter: UnansweredMatter): Suggestion {
  const { id, unitName, planTitle, number, due, today } = matter;
  const daysLate = daysBetween(due, today);
  const next = nextLevel(matter);
  const step = next ? `建议升级为“${LEVELS[next]}”` : stepWithoutLevel(matter.ceiling);
  const text = `${number ?? '督办'}反馈已逾期${daysLate}天，${step}`;
  return { unitName, planTitle, text, href: `/supervision/${id}`, daysLate };
}

function stepWithoutLevel(ceiling: Ceiling): string {
  return ceiling === 'order' ? '已是最高级别，建议当面约谈或报请领导协调' : '该单位只能函商，建议电话沟通或延长期限';
}

/** An overdue packet: reminders first (一次、二次), then supervision. */
export function afterPacketDay(unit: UnreportedUnit): Suggestion {
  const { planId, unitId, unitName, planTitle, rounds, due, today, chases } = unit;
  const daysLate = daysBetween(due, today);
  const reminded = chases > 0 ? `已催报${chases}次仍未报` : '尚未催报';
  const text = `${rounds.join('、')}逾期${daysLate}天未报，${reminded}，${packetStep(unit)}`;
  const href = `/plans/${planId}/supervision/new?unit=${encodeURIComponent(unitId)}`;
  return { unitName, planTitle, text, href, daysLate };
}

function packetStep({ chases, ceiling }: UnreportedUnit): string {
  if (chases < 2 || ceiling === 'phone') return '建议电话提醒';
  return ceiling === 'letter' ? '建议发商请函' : '建议发督办单';
}
