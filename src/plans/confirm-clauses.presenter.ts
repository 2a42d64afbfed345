import { openClauses } from './draft-clauses.js';
import type { DraftReading } from './draft.js';

/** Units of a clause as a person filled them in, and why that was refused. */
export interface ClauseTyped {
  clause: string;
  leads: string;
  responsible: string;
  supporting: string;
  refused: string;
}

const SHOWN_WORDS = 120;
const NOTHING = { leads: '', responsible: '', supporting: '', refused: '' };

/** The open clauses without a unit, each with its form. */
export function clauseCards(draft: DraftReading, perForm: object, typed: ClauseTyped | null): object[] {
  return openClauses(draft).map(({ id, no, heading, title, text }) => ({
    ...{ ...perForm, key: id, no, title, chapter: heading.slice(0, -1).join(' / ') },
    text: text.length > SHOWN_WORDS ? `${text.slice(0, SHOWN_WORDS)}……` : text,
    ...(typed?.clause === id ? typed : NOTHING),
  }));
}
