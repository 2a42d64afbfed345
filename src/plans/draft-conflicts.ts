import { Refusal } from '../shared/errors.js';
import type { DraftReading } from './draft.js';
import { measureOf, valueOf, type DraftChange, type FieldChange } from './draft-changes.js';
import { keysOf, type Correction } from './draft-history.js';
import { momentWords } from '../shared/moment-words.js';
import { fieldLabel, valueWords } from './draft-words.js';

/** A field that somebody else changed to something else after the page was opened. */
export interface Conflict {
  key: string | null;
  field: string;
  label: string;
  /** What stands there now, in words, and who put it there when. */
  theirs: string;
  by: string;
}

/** The draft as the page showed it, as it stands now, and what others recorded in between. */
export interface Standing {
  base: DraftReading;
  now: DraftReading;
  later: readonly Correction[];
  /** Whose form it is: the same person may have the draft open twice. */
  me?: string;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * The changes that a form asks for: only what its owner changed against the page shown. Fields that others changed
 * meanwhile and this form did not touch stay theirs. Refusal: conflict, when both changed the same field to different
 * things; facts.conflicts lists each with who changed it.
 */
export function reconcile(standing: Standing, key: string | null, wanted: Record<string, unknown>): FieldChange[] {
  const { base, now } = standing;
  const changes: FieldChange[] = [];
  const conflicts: Conflict[] = [];
  for (const [field, value] of Object.entries(wanted)) {
    const [shown, stands] = [valueOf(base, key, field), valueOf(now, key, field)];
    if (same(value, shown) || same(value, stands)) continue;
    if (same(shown, stands)) changes.push({ key, field, value });
    else conflicts.push(conflictOf(standing, key, field, stands));
  }
  if (conflicts.length > 0) throw conflictRefusal(conflicts);
  return changes;
}

function conflictOf(standing: Standing, key: string | null, field: string, stands: unknown): Conflict {
  const { now } = standing;
  const by = whoChanged(standing, (change) => change.op === undefined && change.key === key && change.field === field);
  return { key, field, label: fieldLabel(field), theirs: valueWords(field, stands, now.level), by };
}

/** The latest person among `later` with such a change; where it came by undoing, the latest of all. */
function whoChanged({ later, me }: Standing, isSuch: (change: DraftChange) => boolean): string {
  const such = later.filter(({ changes }) => changes.some(isSuch));
  const last = such.at(-1) ?? later.at(-1);
  return last ? savedBy(last, me) : '他人';
}

/** 王某（5月11日 09:00）; 您本人在另一个窗口（…） where it is the same person's. */
export const savedBy = ({ actor, actorName, recordedAt }: Correction, me?: string): string =>
  `${actor === me ? '您本人在另一个窗口' : actorName}（${momentWords(recordedAt)}）`;

function conflictRefusal(conflicts: Conflict[]): Refusal {
  const told = conflicts.map(({ label, by, theirs }) => `${label}已由${by}改为“${theirs}”，已经保存`).join('；');
  return new Refusal('conflict', `您打开页面之后，${told}。您填写的内容还没有保存，仍保留在下面。`, {
    place: conflicts.map(({ label }) => label).join('、'),
    cure: '请对照后再定：再次保存将以您填写的内容为准，先前保存的内容可在更正记录中查到；要采用先前的，请照它改好，或刷新页面放弃您的填写。',
    facts: { conflicts },
  });
}

/** For acts on whole measures (split, merge, remove): refuses when others changed one of them meanwhile. */
export function refuseChanged(standing: Standing, keys: string[]): void {
  const { base, now } = standing;
  const changed = keys.find((key) => !same(measureOf(base, key), measureOf(now, key)));
  if (changed === undefined) return;
  const { no, title } = measureOf(now, changed);
  const by = whoChanged(standing, (change) => keysOf(change).includes(changed));
  throw new Refusal('conflict', `您打开页面之后，${by}更正了“${no} ${title}”。`, {
    place: `${no} ${title}`,
    cure: '对方的更正已经保存，本次操作没有执行。请看过最新内容后再操作。',
  });
}
