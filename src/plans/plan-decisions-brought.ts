import { planYear } from '../domain/plan/year.js';
import type { FieldChange } from './draft-changes.js';
import { clausesIn, openClauses, type DraftClause } from './draft-clauses.js';
import { isPlaceless } from './draft-place.js';
import { openStrangeDays } from './draft-strange-days.js';
import type { DraftReading } from './draft.js';
import { sameWords } from './same-words.js';
import { headMoved } from './year-changed.js';

interface Decided {
  imported: DraftReading;
  current: DraftReading;
}

/**
 * What the office said of a running plan as a whole where its paper says nothing, for the draft of its amended text that
 * says nothing either: issuer, place, year with the days that follow from it, to whom it reports; clauses given to nobody
 * and days that no calendar has, by their words.
 */
export function planDecisions(decided: Decided, draft: DraftReading): FieldChange[] {
  const head = [...unsaid(decided, draft), ...yearSaid(decided, draft)];
  const moved = head.length > 0 ? headMoved(draft, head).changes : [];
  return [...head, ...moved, ...clausesLeft(decided, draft), ...daysSeen(decided, draft)];
}

const set = (field: keyof DraftReading, value: unknown): FieldChange => ({ key: null, field, value });

function unsaid({ imported, current }: Decided, draft: DraftReading): FieldChange[] {
  const isUnsigned = imported.issuers.length === 0 && draft.issuers.length === 0;
  const isNowhere = isPlaceless(imported) && isPlaceless(draft) && !isPlaceless(current);
  return [
    ...(isUnsigned && current.issuers.length > 0 ? [set('issuers', current.issuers)] : []),
    ...(isUnsigned && current.issuersLeft ? [set('issuersLeft', current.issuersLeft)] : []),
    ...(isNowhere ? [set('region', current.region), set('level', current.level)] : []),
    ...(current.recipient && !imported.recipient && !draft.recipient ? [set('recipient', current.recipient)] : []),
  ];
}

/** The year that the office gave a plan that prints none, by its number or by a date. */
function yearSaid({ imported, current }: Decided, draft: DraftReading): FieldChange[] {
  const year = planYear(current);
  return year !== null && planYear(imported) === null && planYear(draft) === null ? [set('year', year)] : [];
}

const wordsOf = ({ title, text }: DraftClause): string => sameWords(title, text);

function clausesLeft({ imported, current }: Decided, draft: DraftReading): FieldChange[] {
  const left = new Set((current.clauses ?? []).map(({ id }) => id));
  const words = new Set(clausesIn(imported).flatMap((one) => (left.has(one.id) ? [wordsOf(one)] : [])));
  const there = openClauses(draft).filter((one) => words.has(wordsOf(one)));
  const choices = there.map(({ id, no, title }) => ({ id, words: `${no} ${title}`.trim() }));
  return choices.length > 0 ? [set('clauses', [...(draft.clauses ?? []), ...choices])] : [];
}

function daysSeen({ imported, current }: Decided, draft: DraftReading): FieldChange[] {
  const seen = new Set((current.strangeDays ?? []).map(({ id }) => id));
  const reasons = new Map(
    openStrangeDays({ ...imported, strangeDays: [] })
      .filter(({ id }) => seen.has(id))
      .map(({ id, reason }) => [reason, current.strangeDays!.find((one) => one.id === id)!.words]),
  );
  const there = openStrangeDays(draft).filter(({ reason }) => reasons.has(reason));
  const choices = there.map(({ id, reason }) => ({ id, words: reasons.get(reason)! }));
  return choices.length > 0 ? [set('strangeDays', choices)] : [];
}
