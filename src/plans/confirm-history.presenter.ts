import type { DraftReading } from './draft.js';
import { changeWords, type ChangeLine } from './draft-words.js';
import { holding, keysOf, type Correction } from './draft-history.js';

const MOST_LINES = 12;
const MOST_ENTRIES = 200;
const STAMP = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' },
});

/** One line of the page's record of corrections. */
export interface HistoryEntry {
  position: number;
  who: string;
  when: string;
  machineTime: string;
  what: string;
  lines: (ChangeLine & { measure: string })[];
  more: number;
  undone: boolean;
  /** Label of the button that takes it back; null when it does not hold any more. */
  undo: string | null;
}

/** The corrections, newest first; with a key only those about one measure. */
export function historyOf(corrections: readonly Correction[], draft: DraftReading, key?: string): HistoryEntry[] {
  const holds = holding(corrections);
  const names = new Map(draft.measures.map((one) => [one.key, `${one.no} ${one.title}`.trim()]));
  const about = (one: Correction) => key === undefined || one.changes.some((change) => keysOf(change).includes(key));
  return corrections
    .filter(about)
    .slice(-MOST_ENTRIES)
    .reverse()
    .map((one) => entryOf(one, holds.has(one.position), names));
}

function entryOf(one: Correction, isHeld: boolean, names: Map<string, string>): HistoryEntry {
  const told = one.changes.filter((change) => change.op !== undefined || change.field !== 'accepted');
  const shown = told.length > 0 ? told : one.changes;
  const lines = shown.slice(0, MOST_LINES).map((change) => {
    const [key = null] = keysOf(change);
    return { ...changeWords(change), measure: key === null ? '' : (names.get(key) ?? '') };
  });
  return {
    ...{ position: one.position, who: one.actorName, when: STAMP.format(one.recordedAt) },
    machineTime: new Date(one.recordedAt).toISOString(),
    what: one.undoes === null ? (one.what ?? '') : '撤销了一次更正',
    ...{ lines, more: shown.length - lines.length, undone: !isHeld },
    undo: isHeld ? (one.undoes === null ? '撤销' : '恢复') : null,
  };
}
