import type { OwnColumn } from '../plan/own-columns.js';
import type { ComparedPlan } from './clause.js';

type WithOwn = Pick<ComparedPlan['measures'][number], 'own'>;

/** The office's own columns that a plan's task table has, in their order. */
export const ownColumnsOf = ({ measures }: { measures: readonly WithOwn[] }): string[] => [
  ...new Set(measures.flatMap(({ own = [] }) => own.map(({ column }) => column))),
];

/** What of the own columns that both versions have is said otherwise of a clause; '' where nothing is. */
export function ownChanges(old: WithOwn, now: WithOwn, columns: readonly string[]): string {
  return columns
    .map((column) => ({ column, before: textOf(old.own, column), after: textOf(now.own, column) }))
    .filter(({ before, after }) => bare(before) !== bare(after))
    .map(({ column, before, after }) => `“${column}”栏由${shown(before)}改为${shown(after)}`)
    .join('；');
}

const textOf = (own: readonly OwnColumn[] = [], column: string): string =>
  own.find((one) => one.column === column)?.text ?? '';

const bare = (text: string): string => text.replace(/[\s。；]/g, '');

const LONGEST = 40;
const shown = (text: string): string => {
  if (text === '') return '空';
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
};
