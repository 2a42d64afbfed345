import type { UnassignedClause } from '../domain/plan/reading.js';
import { namedInBracket } from '../domain/plan/closing-bracket.js';
import { Refusal } from '../shared/errors.js';
import type { FieldChange } from './draft-changes.js';
import type { DraftReading } from './draft.js';

/** A clause without a unit of which a person has said that it is given to nobody. */
export interface ClauseChoice {
  id: string;
  /** Number and title, for the record. */
  words: string;
}

/** A clause without a unit, with the id that it keeps in its draft: c001, c002, … */
export interface DraftClause extends UnassignedClause {
  id: string;
}

type Draft = Pick<DraftReading, 'measures' | 'unassigned' | 'unassignedClauses' | 'clauses'>;

/** All clauses of a draft for which the document names nobody. */
export function clausesIn({ unassignedClauses = [] }: Pick<Draft, 'unassignedClauses'>): DraftClause[] {
  return unassignedClauses.map((clause, at) => ({ ...clause, id: `c${String(at + 1).padStart(3, '0')}` }));
}

const wordsOf = ({ no, title }: Pick<UnassignedClause, 'no' | 'title'>): string => `${no} ${title}`.trim();

/** The clauses that were neither given to units nor left to nobody. */
export function openClauses(draft: Draft): DraftClause[] {
  const settled = new Set([
    ...(draft.clauses ?? []).map(({ id }) => id),
    ...draft.measures.map(({ fromClause }) => fromClause),
  ]);
  return clausesIn(draft).filter(({ id }) => !settled.has(id));
}

/** The questions about them, as the confirm page lists them. */
export function clauseQuestions(draft: Draft): { key: string; no: string; title: string; reasons: string[] }[] {
  return openClauses(draft).map(({ id, no, title, ...clause }) => ({
    key: id,
    no,
    title,
    reasons: [clauseReason({ no, title, ...clause })],
  }));
}

/** Why a clause is asked about, and what may be done. */
export function clauseReason(clause: Pick<UnassignedClause, 'no' | 'title' | 'named' | 'above' | 'stray'>): string {
  const { named, above, stray } = clause;
  if (stray)
    return '这段文字印有数字或日期，却不在任何一条举措里：另有任务的，请补录单位；属于上下条款的，请补入该条后将此处定为不分办';
  if (above !== undefined)
    return `表中“${wordsOf(clause)}”一行的单位栏空着，上一行是“${above}”：与上一行共用合并单元格的，请补录上一行的单位；原表没有写的，请补录应由谁负责，或定为不分办`;
  if (named === undefined) return '没有写明单位：请补录单位，或定为不分办';
  return `文中印有“${named}”，没有读成责任分工：请对照原文补录单位，或定为不分办`;
}

/** A clause by its id, while it is open. Refusal: unknown_clause. */
export function openClause(draft: Draft, id: string): DraftClause {
  const clause = openClauses(draft).find((one) => one.id === id);
  if (clause) return clause;
  throw new Refusal('unknown_clause', '这一条款已经处理过了。', { place: '未分工条款', cure: '请刷新页面。' });
}

/** The change by which a clause is given to nobody (不分办). Refusal: unknown_clause. */
export function clauseLeft(draft: Draft, id: string): FieldChange {
  return leaving(draft, [openClause(draft, id)]);
}

/** The open clauses beside which no unit is printed, given to nobody: what others, and stray words, mean a person must say. */
export function namelessLeft(draft: Draft): FieldChange[] {
  const open = openClauses(draft).filter(
    (one) => one.named === undefined && one.above === undefined && !one.stray && !isBracketed(one),
  );
  return open.length > 0 ? [leaving(draft, open)] : [];
}

/** Whether the bracket that closes a clause names somebody, whom no rule read: that nobody gets it is said of it alone. */
export const isBracketed = ({ title, text }: Pick<UnassignedClause, 'title' | 'text'>): boolean =>
  namedInBracket(`${title}\n${text}`) !== null;

/** The open clauses given to nobody at once, but for those whose closing bracket names somebody; none for none. */
export function unbracketedLeft(draft: Draft): FieldChange[] {
  const open = openClauses(draft).filter((clause) => !isBracketed(clause));
  return open.length > 0 ? [leaving(draft, open)] : [];
}

/** All open clauses given to nobody; none for none open. */
export function clausesLeft(draft: Draft): FieldChange[] {
  const open = openClauses(draft);
  return open.length > 0 ? [leaving(draft, open)] : [];
}

function leaving(draft: Draft, clauses: DraftClause[]): FieldChange {
  const left = clauses.map((clause) => ({ id: clause.id, words: wordsOf(clause) }));
  return { key: null, field: 'clauses', value: [...(draft.clauses ?? []), ...left] };
}

/** The clauses without a unit in words, each with what became of it. */
export function clauseFacts(draft: Draft): string[] {
  const clauses = clausesIn(draft);
  if (clauses.length === 0) return draft.unassigned;
  const left = new Set((draft.clauses ?? []).map(({ id }) => id));
  const given = new Set(draft.measures.map(({ fromClause }) => fromClause));
  const standing = (id: string): string => (given.has(id) ? '已补录单位' : left.has(id) ? '不分办' : '待定');
  return clauses.map((clause) => `${wordsOf(clause)}（${standing(clause.id)}）`);
}
