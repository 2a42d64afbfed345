import type { Doubt } from './reading.js';

/** The code of the doubt that a document changes some clauses of a text and is no full text. */
export const AMENDING_NOTICE = 'amending_notice';

/** Whether a reading is of such a notice: clauses that it does not name go on, so that it cannot stand for the whole. */
export const changesSomeClauses = ({ doubts }: { doubts: readonly Doubt[] }): boolean =>
  doubts.some(({ code }) => code === AMENDING_NOTICE);
