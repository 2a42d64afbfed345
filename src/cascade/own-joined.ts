import { bare, called } from '../domain/comparison/clause.js';
import { pairMeasures, type Judged } from '../domain/comparison/pairing.js';
import { joinedClauses } from '../plans/draft-joining.service.js';
import type { DraftMeasure, DraftReading } from './access.js';
import type { CorrectedDraft, OwnDecision } from './own-decisions.js';
import { cutsOf, sameIn, type Cut } from './own-structure.js';

/** Both drafts with the clauses joined that the office had joined, as if the papers had printed them so. */
export interface Joined {
  old: CorrectedDraft;
  now: CorrectedDraft;
  told: OwnDecision[];
}

/**
 * Clauses that the office had joined and whose words the new paper changed, joined alike: each has its counterpart in the
 * new paper, one behind the other, under the same units and days, and nobody has touched them there. What the paper says
 * anew then shows as a change of the joined clause. Elsewhere the old joining says nothing of the new clauses.
 */
export function joinedAlike(
  old: CorrectedDraft,
  now: CorrectedDraft,
  judged: Judged,
  declined: ReadonlySet<string>,
): Joined {
  return cutsOf(old)
    .filter((cut) => cut.printed.length > 1 && cut.made.length === 1)
    .reduce<Joined>((so, cut) => withJoined(so, cut, judged, declined), { old, now, told: [] });
}

function withJoined(so: Joined, cut: Cut, judged: Judged, declined: ReadonlySet<string>): Joined {
  if (cut.printed.every((one) => sameIn(so.now, so.now.current, one))) return so;
  const there = counterparts(so, cut.printed, judged);
  const [first] = there ?? [];
  if (!there || !first) return so;
  const isDeclined = declined.has(first);
  const told: OwnDecision = {
    ...{ key: first, name: called(cut.printed[0]!), points: [cut.words] },
    outcome: isDeclined ? 'declined' : 'joined',
  };
  const imported = joinedClauses(
    so.old.imported,
    cut.printed.map(({ key }) => key),
  );
  const now = isDeclined
    ? so.now
    : { imported: joinedClauses(so.now.imported, there), current: joinedClauses(so.now.current, there) };
  return { old: { ...so.old, imported }, now, told: [...so.told, told] };
}

/** Keys of the new clauses that answer the printed ones, in a row and as they were read; null where there are none such. */
function counterparts({ old, now }: Joined, printed: readonly DraftMeasure[], judged: Judged): string[] | null {
  const pairs = new Map(pairMeasures(old.imported, now.imported, judged).pairs.map(({ left, right }) => [left, right]));
  const found = printed.map(({ key }) => now.imported.measures.find((one) => one.key === pairs.get(key)));
  const isAlike = found.every((one, at) => one && paperOf(one) === paperOf(printed[at]!));
  const keys = found.flatMap((one) => (one ? [one.key] : []));
  const stands = (draft: DraftReading) => {
    const from = draft.measures.findIndex(({ key }) => key === keys[0]);
    return from >= 0 && keys.every((key, at) => draft.measures[from + at]?.key === key);
  };
  const isAsRead = now.current.measures.every((one) => {
    const read = keys.includes(one.key) ? now.imported.measures.find(({ key }) => key === one.key) : one;
    return read?.text === one.text;
  });
  return isAlike && isAsRead && stands(now.imported) && stands(now.current) ? keys : null;
}

const paperOf = ({ note, due, deadline }: DraftMeasure): string =>
  JSON.stringify([bare(note), due, deadline?.day ?? null]);
