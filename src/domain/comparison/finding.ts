import type { ClausePlace } from './clause.js';
import type { Pair } from './pairing.js';
import type { Difference } from './weakening.js';

export type SuperiorKind = 'missing' | 'weaker' | 'ownerless' | 'extra' | 'same';

/** A clause of ours beside theirs: by which pair, and why it is proposed. A clause of our own alone has no pair. */
export interface OwnClause {
  place: ClausePlace;
  pair: Pair | null;
  /** Why the two are proposed as one matter, and what else ours answers; empty without a pair. */
  ground: string;
  /** Only a hint: everyday words and units alone join the two, so it fills no gap until a person confirms it. */
  hint?: true;
}

/** One finding; a clause that is both weaker and without an owner has two. */
export interface SuperiorFinding {
  kind: SuperiorKind;
  superior: ClausePlace | null;
  /** All that answers the superior's clause here; the added clause of an extra. */
  own: OwnClause[];
  /** What differs, in figures where there are any. */
  sentence: string;
  /** false: a person should look again. */
  certain: boolean;
  /** It rests on pairs that a person confirmed, or on none; else it is only supposed (疑似). */
  confirmed: boolean;
}

/** What a finding says of two clauses. */
export type Judgement = Pick<SuperiorFinding, 'kind' | 'sentence' | 'certain'>;

/** Ours asks for less, in each of these ways. */
export function weakerFinding(weaker: Difference[]): Judgement {
  const sentence = `${weaker.map((one) => one.words).join('；')}。`;
  return { kind: 'weaker', sentence, certain: weaker.some((one) => one.certain) };
}

/** How sure it is that the two clauses are one matter, as a sentence about them begins; 内容对应 says that it is. */
export function standing(confirmed: boolean, onUnits: boolean): string {
  if (!confirmed) return '疑似对应，请先核对是否同一事项；如是';
  return onUnits ? '已确认对应（两条只有单位对口）' : CORRESPONDS;
}

const CORRESPONDS = '内容对应';

/** No less than theirs; `begins` tells how sure it is that the two are one matter. */
export function same(found: Difference[], begins = CORRESPONDS): Judgement {
  const more = found.map((one) => one.words).join('；');
  const less = begins === CORRESPONDS ? '目标没有降低，时限没有推后' : '未见目标降低、时限推后';
  return { kind: 'same', sentence: `${begins}，${more ? `我方要求更高或更早：${more}` : less}。`, certain: true };
}
