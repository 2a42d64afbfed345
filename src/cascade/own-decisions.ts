import { called } from '../domain/comparison/clause.js';
import { pairMeasures, type Judged, type KeyPair } from '../domain/comparison/pairing.js';
import type { DraftReading } from './access.js';
import { joinedAlike } from './own-joined.js';
import { recut } from './own-structure.js';
import { MEASURE_POINTS, PLAN_POINTS, type Point } from '../plans/office-points.service.js';

/** A draft as its paper was read and as the office left it. */
export interface CorrectedDraft {
  imported: DraftReading;
  current: DraftReading;
}

/**
 * A decision of the office on the running plan, met by a new paper. kept: the paper says on it what the old one said, so
 * it goes on; declined: it does not, by the office's wish; renewed: the office has since decided otherwise on the new
 * draft; overtaken: the paper says something else, which is proposed; stood: the running plan has what its paper says, and
 * in the new draft only an act on all clauses at once said otherwise; followed: it has other words for a clause that the
 * office had split, and is split alike; joined: the same of clauses that it had joined;
 * titled: it has a clause of the title under which the office had entered a measure, which goes on there.
 */
export interface OwnDecision {
  /** Of the clause in the new draft, by which it may be declined; null for the plan as a whole. */
  key: string | null;
  name: string;
  points: string[];
  outcome: 'kept' | 'declined' | 'renewed' | 'overtaken' | 'stood' | 'followed' | 'joined' | 'titled';
  /** Of the running plan's clauses that were cut otherwise than the paper has them. */
  cut?: string[];
}

/** What was changed in the new draft, as “m003 due”: clause and field; the plan's own fields have no clause. */
export interface Touched {
  /** What a person corrected there; also what was brought from the running plan and then taken back. */
  byHand: ReadonlySet<string>;
  /** By an act on all clauses at once, which is nobody's decision on a single one. */
  inBulk: ReadonlySet<string>;
  /** As decided on the running plan, at the import. */
  brought: ReadonlySet<string>;
}

export const NOTHING_TOUCHED: Touched = { byHand: new Set(), inBulk: new Set(), brought: new Set() };

export const fieldKey = (key: string | null, field: string): string => `${key ?? ''} ${field}`;

/** The new draft with what the office had decided on points where the two papers say the same. */
export interface CarriedDraft {
  draft: DraftReading;
  told: OwnDecision[];
  /** Clauses that belong together for what the office had entered. */
  pairs: KeyPair[];
}

/**
 * Lays the office's decisions on the old draft over the new one. A point that was corrected in the new draft by hand
 * stays as it is there: that is the later decision.
 */
export function withOwnDecisions(
  was: CorrectedDraft,
  is: CorrectedDraft,
  touched: Touched,
  judged: Judged,
  declined: ReadonlySet<string> = new Set(),
): CarriedDraft {
  const { old, now, told: joined } = joinedAlike(was, is, judged, declined);
  const cut = recut(old, now, declined, judged.rejected);
  const sure = { ...judged, proposed: cut.pairs };
  const from = byKey(old);
  const to = new Map(now.imported.measures.map((one) => [one.key, one]));
  const told = [...joined, ...cut.told];
  const pairs = new Map(pairMeasures(old.current, cut.draft, sure).pairs.map(({ left, right }) => [right, left]));
  const measures = cut.draft.measures.map((one) => {
    const left = pairs.get(one.key) ?? '';
    const [was, printed] = [from.get(left), to.get(one.key)];
    if (!was || !printed || cut.settled.old.has(left) || cut.settled.now.has(one.key)) return one;
    const isDeclined = declined.has(one.key);
    const met = meet(MEASURE_POINTS, { ...was, printed, is: one }, handOf(touched, one.key), isDeclined);
    told.push(...toldOf(met, one.key, called(one), isDeclined));
    return met.result;
  });
  const plan = { was: old.current, read: old.imported, printed: now.imported, is: { ...cut.draft, measures } };
  const met = meet(PLAN_POINTS, plan, handOf(touched, null));
  return { draft: met.result, told: [...told, ...toldOf(met, null, '计划整体', false)], pairs: cut.pairs };
}

/** By whom fields of a clause were changed in the new draft; by nobody where they stand as read. */
type Hand = (fields: readonly string[]) => keyof Touched | null;

const handOf =
  (touched: Touched, key: string | null): Hand =>
  (fields) => {
    const isIn = (set: ReadonlySet<string>): boolean => fields.some((field) => set.has(fieldKey(key, field)));
    const [hand = null] = (['byHand', 'inBulk', 'brought'] as const).filter((one) => isIn(touched[one]));
    return hand;
  };

/** Measures of the running plan as they are and as they were read. */
function byKey({ imported, current }: CorrectedDraft) {
  const read = new Map(imported.measures.map((one) => [one.key, one]));
  return new Map(
    current.measures.flatMap((was) => {
      const found = read.get(was.key);
      return found ? [[was.key, { was, read: found }] as const] : [];
    }),
  );
}

/** One thing four times: as the office left it and as the old paper had it; as the new paper has it and as it is. */
interface Meeting<T> {
  was: T;
  read: T;
  printed: T;
  is: T;
}

interface Met<T> {
  result: T;
  kept: string[];
  renewed: string[];
  overtaken: string[];
  stood: string[];
}

/** `isDeclined`: the office gives up what it had decided on the running plan; what was brought from there goes, too. */
function meet<T extends object>(
  points: readonly Point<T>[],
  { was, read, printed, is }: Meeting<T>,
  hand: Hand,
  isDeclined = false,
): Met<T> {
  return points.reduce<Met<T>>(
    (met, { name, fields, paper, said, taken }) => {
      const by = hand(fields);
      const isOwn = !alike(said(was), said(read));
      const isThere = alike(said(was), said(is));
      if (isThere ? !isOwn || by !== 'brought' : !isOwn && by !== 'inBulk') return met;
      const isSame = by === 'brought' || alike(paper(read), paper(printed));
      if (by === 'byHand') return isSame ? { ...met, renewed: [...met.renewed, name] } : met;
      if (!isSame) return isOwn ? { ...met, overtaken: [...met.overtaken, name] } : met;
      const goesOn = { ...met.result, ...(isThere ? {} : taken(was)) };
      if (!isOwn) return { ...met, result: goesOn, stood: [...met.stood, name] };
      const given = by === 'brought' ? { ...met.result, ...taken(printed) } : met.result;
      return { ...met, result: isDeclined ? given : goesOn, kept: [...met.kept, name] };
    },
    { result: is, kept: [], renewed: [], overtaken: [], stood: [] },
  );
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function toldOf<T>(
  { kept, renewed, overtaken, stood }: Met<T>,
  key: string | null,
  name: string,
  isDeclined: boolean,
): OwnDecision[] {
  const told = (points: string[], outcome: OwnDecision['outcome']) =>
    points.length > 0 ? [{ key, name, points, outcome }] : [];
  return [
    ...told(kept, isDeclined ? 'declined' : 'kept'),
    ...told(renewed, 'renewed'),
    ...told(overtaken, 'overtaken'),
    ...told(stood, 'stood'),
  ];
}

/** What becomes of a decision of the office, in words. */
export const OUTCOMES: Record<OwnDecision['outcome'], string> = {
  kept: '我办更正，新文本未变，默认沿用',
  declined: '我办更正，决定不沿用，按新文本',
  stood: '核对新文本时成批处理过；原计划照原文办理，新文本未变，照原计划',
  followed: '我办更正，新文本改了这一条的文字，默认照样拆分，请核对',
  joined: '我办更正，新文本改了其中的文字，默认照样合并，请核对',
  titled: '默认与之对应，请核对；不是同一事项的，请在新旧文本对照中判定',
  renewed: '新文本未变，我办核对新文本时另有决定，按新的决定',
  overtaken: '我办曾更正，新文本另有写法，默认按新文本，请核对',
};

/** “3.7 开展培训：完成时限、分工（我办更正，新文本未变，默认沿用）”. */
export const ownWords = ({ name, points, outcome }: OwnDecision): string =>
  `${name}：${points.join('、')}（${OUTCOMES[outcome]}）`;
