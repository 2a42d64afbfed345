import { keyWords } from '../domain/plan/key-words.js';
import type { WantedAlias } from '../organization/register.js';
import { Refusal } from '../shared/errors.js';
import type { DraftReading } from './draft.js';
import { applyChanges, type DraftChange, type UnitChange } from './draft-changes.js';

/** One recorded correction of a draft, or the undoing of one. */
export interface Correction {
  /** Place in the log: the correction's identity. */
  position: number;
  actor: string;
  actorName: string;
  /** UTC ms. */
  recordedAt: number;
  changes: DraftChange[];
  /** A name for a correction of many things at once (全部采用建议). */
  what: string | null;
  /** Position of the correction that this one takes back. */
  undoes: number | null;
}

/** Positions of corrections that hold: an undone one does not, an undone undoing does not count. */
export function holding(corrections: readonly Correction[]): Set<number> {
  const undone = new Set<number>();
  const holds = new Set<number>();
  for (const { position, undoes } of [...corrections].sort((a, b) => b.position - a.position)) {
    if (undone.has(position)) continue;
    holds.add(position);
    if (undoes !== null) undone.add(undoes);
  }
  return holds;
}

/** The corrections that hold, in the order in which they were made. */
export function heldChanges(corrections: readonly Correction[]): DraftChange[] {
  const holds = holding(corrections);
  return corrections.filter(({ position }) => holds.has(position)).flatMap(({ changes }) => changes);
}

/** The draft as it stood after the correction at `upTo` (0: as imported; default: now). */
export function draftAt(imported: DraftReading, corrections: readonly Correction[], upTo = Infinity): DraftReading {
  return applyChanges(imported, heldChanges(corrections.filter(({ position }) => position <= upTo)));
}

/** Runs an act on a draft; a measure that is gone is told by the number and the title that it had. */
export function inWords<T>(history: { imported: DraftReading; corrections: readonly Correction[] }, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { key } = (error instanceof Refusal ? (error.detail.facts ?? {}) : {}) as { key?: string };
    if (!(error instanceof Refusal) || error.code !== 'unknown_measure' || key === undefined) throw error;
    const place = [keyWords(key), nameOnce(history, key)].filter(Boolean).join(' ');
    throw new Refusal(error.code, error.message, { ...error.detail, place });
  }
}

/** What a measure was called that the draft has or once had; '' for one that it never had. */
function nameOnce(
  { imported, corrections }: { imported: DraftReading; corrections: readonly Correction[] },
  key: string,
): string {
  const read = imported.measures.find((one) => one.key === key);
  if (read) return `“${`${read.no} ${read.title}`.trim()}”`;
  for (const change of corrections.flatMap(({ changes }) => changes)) {
    if (change.op === 'add' && change.measure.key === key) return `“${change.measure.title}”`;
    if (change.op === 'split' && change.newKey === key) return `“${change.title}”`;
  }
  return '';
}

/** Keys of the measures that a change is about; null stands for the plan's own fields. */
export function keysOf(change: DraftChange): (string | null)[] {
  switch (change.op) {
    case 'split':
      return [change.key, change.newKey];
    case 'merge':
      return [change.key, change.next];
    case 'add':
      return [change.measure.key];
    case 'unit':
      return [];
    default:
      return [change.key];
  }
}

/**
 * Refuses to take back what cannot be taken back. Refusals: unknown_correction; already_undone; undo_blocked, when a
 * later correction rests on it; undo_without_effect, when later ones replaced all of it but what is `kept`.
 */
export function refuseUndo(
  imported: DraftReading,
  corrections: readonly Correction[],
  position: number,
  kept: DraftChange[] = [],
): void {
  const target = corrections.find((one) => one.position === position);
  if (!target) throw new Refusal('unknown_correction', '没有找到要撤销的更正。', { cure: '请刷新页面。' });
  const holds = holding(corrections);
  if (!holds.has(position)) throw new Refusal('already_undone', '这次更正已经撤销过了。', { cure: '请刷新页面。' });
  const later = corrections.filter((one) => one.position > position && holds.has(one.position));
  if (target.changes.some(isStructural)) refuseDependents(target, later);
  const undoing: Correction = { ...target, position: Infinity, changes: kept, undoes: position };
  const [before, after] = [draftAt(imported, corrections), attempt(imported, [...corrections, undoing])];
  if (JSON.stringify(before) === JSON.stringify(after)) {
    const names = [...new Set(later.map(({ actorName }) => actorName))].join('、');
    const by = names && `（${names}）`;
    throw new Refusal('undo_without_effect', `这次更正的内容后来又更正过${by}，撤销它不会有任何变化。`, {
      cure: '请撤销后来的更正，或直接更正。',
    });
  }
}

const isStructural = (change: DraftChange): boolean =>
  change.op === 'split' || change.op === 'merge' || change.op === 'add';

function refuseDependents(target: Correction, later: readonly Correction[]): void {
  const keys = new Set(target.changes.flatMap(keysOf));
  const dependent = later.find((one) => one.changes.some((change) => keysOf(change).some((key) => keys.has(key))));
  if (dependent) throw blocked(dependent.actorName);
}

function attempt(imported: DraftReading, corrections: readonly Correction[]): DraftReading {
  try {
    return draftAt(imported, corrections);
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unknown_field') throw blocked(null);
    throw error;
  }
}

const blocked = (actorName: string | null): Refusal =>
  new Refusal('undo_blocked', `后来的更正${actorName ? `（${actorName}）` : ''}以这一次为前提，不能单独撤销它。`, {
    cure: '请先撤销后来的更正。',
  });

/** The decisions on names that taking back a correction (or an undoing) changes, with the name each surface then has. */
export function taughtAgain(corrections: readonly Correction[], position: number, isBack = true): WantedAlias[] {
  const target = corrections.find((one) => one.position === position);
  if (!target) return [];
  if (target.undoes !== null) return taughtAgain(corrections, target.undoes, !isBack);
  const names = target.changes.filter((change): change is UnitChange => change.op === 'unit');
  return names.map(({ surface, name, others, kept, heldBy, heldByOthers, entered }) =>
    isBack
      ? { surface, name: heldBy ?? null, others: heldByOthers, withdraws: entered }
      : { surface, name, others, kept },
  );
}
