import type { TaskEntry, TaskItem } from './task-items.js';

const squeeze = (text: string): string => text.replace(/[\s。；;.]+/g, '');
/** Shorter tasks may well stand in two tables and be two tasks. */
const TELLING = 12;

/**
 * The measures of the task tables read so far in one document: an office sends out one table of all tasks and, behind it,
 * the same rows again for every unit.
 */
export class SeenRows {
  /** Number and words of a row. */
  private readonly rows = new Set<string>();
  /** Words and units of a row, whatever its number. */
  private readonly tasks = new Set<string>();

  private forms = 0;

  /** How many measures the forms before this one had: forms of one measure each count on. */
  formsBefore(entries: readonly TaskEntry[]): number {
    const before = this.forms;
    this.forms += entries.filter(({ kind }) => kind === 'item').length;
    return before;
  }

  /** The entries of the next table without the measures that an earlier table has, and how many were left out. */
  withoutSeen(entries: readonly TaskEntry[]): { entries: TaskEntry[]; repeated: number } {
    const fresh = entries.filter((entry) => entry.kind !== 'item' || !this.has(entry.item));
    for (const entry of entries) if (entry.kind === 'item') this.add(entry.item);
    const repeated = entries.length - fresh.length;
    if (repeated === 0) return { entries: fresh, repeated };
    return { entries: fresh.some(({ kind }) => kind === 'item') ? withoutEmptyHeadings(fresh) : [], repeated };
  }

  private has(item: TaskItem): boolean {
    return this.rows.has(rowKey(item)) || (wordsOf(item).length >= TELLING && this.tasks.has(taskKey(item)));
  }

  private add(item: TaskItem): void {
    if (item.number !== '') this.rows.add(rowKey(item));
    this.tasks.add(taskKey(item));
  }
}

/** Its titles may be headings in the other table. */
const wordsOf = ({ text }: TaskItem): string => squeeze(text);
const rowKey = (item: TaskItem): string => `${item.number}|${wordsOf(item)}`;
const taskKey = (item: TaskItem): string =>
  `${wordsOf(item)}|${squeeze([...item.values.values()].flat().sort().join('|'))}`;

/** Headings under which no measure is left are left out too. */
function withoutEmptyHeadings(entries: TaskEntry[]): TaskEntry[] {
  return entries.filter((entry, index) => {
    if (entry.kind !== 'heading') return true;
    const next = entries.slice(index + 1).find((one) => one.kind === 'item' || isAtLeast(one, entry.level));
    return next?.kind === 'item';
  });
}

const isAtLeast = (entry: TaskEntry, level: number): boolean => entry.kind === 'heading' && entry.level <= level;
