import { called } from '../domain/comparison/clause.js';
import { pairMeasures, type Judged, type KeyPair } from '../domain/comparison/pairing.js';
import type { DraftReading } from './access.js';
import { joinedAlike } from './own-joined.js';
import { recut } from './own-structure.js';
import { MEASURE_POINTS, PLAN_POINTS, type Point } from './own-points.js';

/** A draft as its paper was read and as the office left it. */
export interface CorrectedDraft {
  imported: DraftReading;
  current: DraftReading;
}

/**
 * A decision of the office on the running plan, met by a new paper. kept: the paper says on it what the old one said, so
 * it goes on; declined: it does not, by the office's wish; renewed: the office has since decided otherwise on the new
 * draft; overtaken: the paper says something else, which is proposed; followed: it has other words for a clause that the
 * office had split, and is split alike; joined: the same of clauses that it had joined;
 * titled: it has a clause of the title under which the office had entered a measure, which goes on there.
 */
export interface OwnDecision {
  /** Of the clause in the new draft, by which it may be declined; null for the plan as a whole. */
  key: string | null;
  name: string;
  points: string[];
  outcome: 'kept' | 'declined' | 'renewed' | 'overtaken' | 'followed' | 'joined' | 'titled';
  /** Of the running plan's clauses that were cut otherwise than the paper has them. */
  cut?: string[];
}

/** “m003 due”: what was corrected by hand, clause and field; the plan's own fields have no clause. */
export type ByHand = ReadonlySet<string>;

export const byHandKey = (key: string | null, field: string): string => `${key ?? ''} ${field}`;

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
  byHand: ByHand,
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
    const met = meet(MEASURE_POINTS, { ...was, printed, is: one }, handOf(byHand, one.key));
    const isDeclined = declined.has(one.key);
    told.push(...toldOf(met, one.key, called(one), isDeclined));
    return isDeclined ? one : met.result;
  });
  const plan = { was: old.current, read: old.imported, printed: now.imported, is: { ...cut.draft, measures } };
  const met = meet(PLAN_POINTS, plan, handOf(byHand, null));
  return { draft: met.result, told: [...told, ...toldOf(met, null, '计划整体', false)], pairs: cut.pairs };
}

const handOf =
  (byHand: ByHand, key: string | null) =>
  (fields: readonly string[]): boolean =>
    fields.some((field) => byHand.has(byHandKey(key, field)));

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
}

function meet<T extends object>(
  points: readonly Point<T>[],
  { was, read, printed, is }: Meeting<T>,
  isByHand: (fields: readonly string[]) => boolean,
): Met<T> {
  return points.reduce<Met<T>>(
    (met, { name, fields, paper, said, taken }) => {
      const decided = !alike(said(was), said(read)) && !alike(said(was), said(is));
      if (!decided) return met;
      const isSame = alike(paper(read), paper(printed));
      if (isByHand(fields)) return isSame ? { ...met, renewed: [...met.renewed, name] } : met;
      if (!isSame) return { ...met, overtaken: [...met.overtaken, name] };
      return { ...met, result: { ...met.result, ...taken(was) }, kept: [...met.kept, name] };
    },
    { result: is, kept: [], renewed: [], overtaken: [] },
  );
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function toldOf<T>(
  { kept, renewed, overtaken }: Met<T>,
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
  ];
}

/** What becomes of a decision of the office, in words. */
export const OUTCOMES: Record<OwnDecision['outcome'], string> = {
  kept: '我办更正，新文本未变，默认沿用',
  declined: '我办更正，决定不沿用，按新文本',
  followed: '我办更正，新文本改了这一条的文字，默认照样拆分，请核对',
  joined: '我办更正，新文本改了其中的文字，默认照样合并，请核对',
  titled: '默认与之对应，请核对；不是同一事项的，请在新旧文本对照中判定',
  renewed: '新文本未变，我办核对新文本时另有决定，按新的决定',
  overtaken: '我办曾更正，新文本另有写法，默认按新文本，请核对',
};

/** “3.7 开展培训：完成时限、分工（我办更正，新文本未变，默认沿用）”. */
export const ownWords = ({ name, points, outcome }: OwnDecision): string =>
  `${name}：${points.join('、')}（${OUTCOMES[outcome]}）`;
