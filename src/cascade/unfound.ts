import type { AmendmentGround } from './amendment.ground.js';
import { runningOf } from './amendment.ground.js';
import { choicesFor, rowId, type Decision, type Decisions } from './decisions.js';

/** What of the running tasks the new text does not have. */
export interface Unfound {
  /** Rows of the comparison. */
  rows: string[];
  /** More than a few: that they were dropped may be an error of the text, or of its reading, so each must be chosen. */
  mustChoose: boolean;
}

/** Up to here a text may well have dropped them. */
const FEW = 3;

/**
 * Running measures for which no clause of the new text was found and which would by default be withdrawn. They must be
 * chosen where there are more than three, or more than the text has again.
 */
export function unfoundIn({ comparison, kindred, measures }: AmendmentGround): Unfound {
  const isRunning = (key: string): boolean => runningOf(measures.get(key)) !== null;
  const { rows } = comparison;
  const lost = rows.filter((row) => {
    const isLost = row.old !== null && row.now === null && isRunning(row.old.key);
    return isLost && choicesFor(row, kindred.get(rowId(row)))[0] === 'withdraw';
  });
  const again = rows.filter(({ old, now }) => old && now && isRunning(old.key)).length;
  return { rows: lost.map(rowId), mustChoose: lost.length > FEW || lost.length > again };
}

/** Those of them about which nobody has decided. */
export const unchosenAmong = ({ rows, mustChoose }: Unfound, made: Decisions): string[] =>
  mustChoose ? rows.filter((row) => !CHOICES.includes(made[row])) : [];
const CHOICES: readonly (Decision | undefined)[] = ['withdraw', 'asis', 'join'];

/** The same decision about several clauses. */
export const each = (rows: readonly string[], decision: Decision): Decisions =>
  Object.fromEntries(rows.map((row) => [row, decision]));
