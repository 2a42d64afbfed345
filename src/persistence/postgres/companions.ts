import type { Change } from './sql.js';

const OFTEN = 16;
const MOST_COUNTED = 500;

/**
 * Which changes of different tables go out as one statement: those that come together again and again, as a command's state,
 * event, notice and key do. Each statement that the server runs costs it, and this node, as much as several rows; one that
 * is seldom sent would cost more to plan than it saves.
 */
export class Companions {
  private readonly met = new Map<string, number>();

  /**
   * The statements to be sent, each of one or more changes, in order. `runs`: the changes of each run, those of one table in
   * the order in which they must be carried out.
   */
  grouped(runs: readonly Change[][]): Change[][] {
    const each = runs.flat();
    const areApart = each.length === runs.length && new Set(each.map(({ table }) => table)).size === each.length;
    if (each.length > 1 && areApart && this.isOften(each)) return [each];
    return each.map((change) => [change]);
  }

  private isOften(changes: readonly Change[]): boolean {
    const key = changes.map(({ sql }) => sql).join(';');
    const count = (this.met.get(key) ?? 0) + 1;
    if (count === 1 && this.met.size >= MOST_COUNTED) return false;
    this.met.set(key, Math.min(count, OFTEN));
    return count >= OFTEN;
  }
}
