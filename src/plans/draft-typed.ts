import { personsIn, withoutPersons } from '../domain/plan/persons.js';
import type { DraftReading } from './draft.js';
import { valueOf, type DraftChange } from './draft-changes.js';
import { eachText, edgesAgain } from './draft-persons.js';

/**
 * Changes without persons' names in any word that was typed: titles, texts, notes, clauses, reasons. Decisions on
 * how a name is read are left as they are. What the draft holds already, its names hidden, is no change.
 */
export function typedHidden(draft: DraftReading, changes: DraftChange[]): DraftChange[] {
  const known = [...new Set(textsIn(changes).flatMap(personsIn))];
  return known.length === 0 ? changes : changes.flatMap((change) => withoutNames(draft, change, known));
}

function withoutNames(draft: DraftReading, change: DraftChange, known: string[]): DraftChange[] {
  if (change.op === 'unit') return [change];
  const hidden = structuredClone(change);
  eachText(hidden, (text) => withoutPersons(text, known));
  if (hidden.op === 'add') edgesAgain(hidden.measure);
  const isHeld = hidden.op === undefined && same(hidden.value, valueOf(draft, hidden.key, hidden.field));
  return isHeld && !same(hidden, change) ? [] : [hidden];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Every text inside a value. */
function textsIn(value: object): string[] {
  return Object.values(value).flatMap((inner: unknown) =>
    typeof inner === 'string' ? [inner] : typeof inner === 'object' && inner !== null ? textsIn(inner) : [],
  );
}
