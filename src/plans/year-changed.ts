import { planYear } from '../domain/plan/year.js';
import { loadUnitRegistry } from '../intake/registry.js';
import type { DraftReading } from './draft.js';
import { daysDated, daysDatedWords } from './days-dated.js';
import { daysAsked, daysAskedWords } from './days-asked.js';
import { applyChanges, type DraftChange, type FieldChange } from './draft-changes.js';
import { redated, setByHand, staying } from './draft-redated.js';
import { unitsAsked, unitsAskedWords } from './units-redated.js';

/** A plan's year before and after a correction of its head, with the days that move along. */
export interface YearMoved {
  from: number;
  to: number;
  days: FieldChange[];
}

/** What a correction of the head does to the plan's year; null where that stays, or was not known. */
export function yearMoved(now: DraftReading, changes: DraftChange[]): YearMoved | null {
  const after = applyChanges(now, changes);
  const [from, to] = [planYear(now), planYear(after)];
  return from === null || to === null || from === to ? null : { from, to, days: redated(after, from, to) };
}

/** What follows from a correction of the head: days that move with the year, days and units that are questions again. */
export interface HeadMoved {
  changes: FieldChange[];
  /** What is told of it; `draft` is the one after. */
  words(draft: DraftReading): string;
}

/** Days of a plan after a correction of its head; none where neither its year nor its date puts any of them in question. */
export function headMoved(now: DraftReading, changes: DraftChange[]): HeadMoved {
  const year = yearMoved(now, changes);
  const moved = year?.days ?? [];
  const after = applyChanges(now, [...changes, ...moved]);
  const dated = daysDated(now, after);
  const asked = daysAsked(now, after);
  const units = unitsAsked(now, after, loadUnitRegistry());
  const again = asked.flatMap((one) => one.changes);
  const isAsked = ({ key, field }: FieldChange) => again.some((one) => one.key === key && one.field === field);
  const days = moved.filter((change) => !isAsked(change));
  return {
    changes: [...days, ...dated, ...again, ...units.changes],
    words: (draft) =>
      (year ? yearMovedWords({ ...year, days }, draft) : '') +
      daysDatedWords(dated, draft) +
      daysAskedWords(asked) +
      unitsAskedWords(units),
  };
}

/** What is told of it: the days that moved, those that stayed as printed, and how to go back. `draft` is the one after. */
export function yearMovedWords({ from, to, days }: YearMoved, draft: DraftReading): string {
  const moved = days.flatMap((change) => dayWords(change, draft));
  const [stay, own] = [staying(draft, from), setByHand(draft, from)];
  return [
    `年度改为 ${to}。`,
    days.length > 0 ? `原文没有印年份的日期随之改动：${listed(moved, '、') || '指标的期限'}。` : '没有日期随之改动。',
    stay.length > 0 ? `原文印有 ${from} 年、没有改动的 ${stay.length} 处：${listed(stay, '、')}，请核对。` : '',
    own.length > 0 ? `我办填写的 ${from} 年的日期、没有改动的 ${own.length} 处：${listed(own, '、')}，请核对。` : '',
    days.length > 0 ? '不对的可在更正记录中一并撤销，或逐条改正。' : '',
  ].join('');
}

const MOST = 8;
const listed = (words: string[], mark: string): string =>
  words.length > MOST ? `${words.slice(0, MOST).join(mark)}等 ${words.length} 处` : words.join(mark);

function dayWords({ key, field, value }: FieldChange, { measures, phases, reporting }: DraftReading): string[] {
  const measure = measures.find((one) => one.key === key);
  if (measure && field === 'due') return [`${measure.no} 完成时限改为 ${String(value)}`.trim()];
  if (measure?.deadline && field === 'deadline') return [`${measure.no} 正文日期改为 ${measure.deadline.day}`.trim()];
  if (field === 'phases')
    return phases.map(({ name, start, end }) => `${name}为 ${start ?? '未定'} 至 ${end ?? '未定'}`);
  if (field === 'reporting') return reporting.flatMap(({ due }) => (due ? [`向上报送为 ${due}`] : []));
  return [];
}
