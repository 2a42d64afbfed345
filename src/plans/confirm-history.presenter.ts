import type { Division, DraftMeasure, DraftReading } from './draft.js';
import type { DraftChange } from './draft-changes.js';
import { changeLines } from './draft-change-lines.js';
import { fieldLabel, type ChangeLine } from './draft-words.js';
import { asHelpers, metBy, type Met } from './history-state.js';
import { momentWords } from '../shared/moment-words.js';
import { holding, keysOf, type Correction } from './draft-history.js';
import type { DraftSheet } from './draft-desk.service.js';

const MOST_LINES = 12;
const MOST_ENTRIES = 200;

/** One line of the page's record of corrections. */
export interface HistoryEntry {
  position: number;
  who: string;
  when: string;
  machineTime: string;
  what: string;
  lines: (ChangeLine & { measure: string })[];
  /** The lines behind the first dozen, shown when asked for. */
  more: (ChangeLine & { measure: string })[];
  undone: boolean;
  /** Label of the button that takes it back; null when it does not hold any more. */
  undo: string | null;
}

/** What people say of two plans' clauses stands in the record too; it is taken back where it was said. */
const changesSomething = ({ changes, undoes }: Correction): boolean => changes.length > 0 || undoes !== null;

type Recorded = Pick<DraftSheet, 'corrections' | 'draft' | 'imported'>;

/** The measures by key as they are called now, and those that are gone as they were called last. */
function namesEver(corrections: readonly Correction[], draft: DraftReading, imported: DraftReading): Names {
  const named = (measures: DraftMeasure[]): Names =>
    new Map(measures.map(({ key, no, title }) => [key, { no, title: `${no} ${title}`.trim() }]));
  const names = named(imported.measures);
  for (const change of corrections.flatMap(({ changes }) => changes)) {
    if (change.op === 'add') named([change.measure]).forEach((name, key) => names.set(key, name));
    if (change.op === 'split') names.set(change.newKey, { no: '', title: change.title });
    if (change.op === undefined && change.key && change.field === 'title') {
      const { no = '' } = names.get(change.key) ?? {};
      names.set(change.key, { no, title: `${no} ${String(change.value)}`.trim() });
    }
  }
  return new Map([...names, ...named(draft.measures)]);
}

type Names = Map<string, { no: string; title: string }>;

/** The newest correction that holds and that this person made, with the words of its button; null for none. */
export function ownUndo(sheet: Recorded, user: string): { position: number; label: string } | null {
  const holds = holding(sheet.corrections);
  const own = sheet.corrections.filter(
    (one) => one.actor === user && one.undoes === null && changesSomething(one) && holds.has(one.position),
  );
  const last = own.at(-1);
  if (!last) return null;
  const names = namesEver(sheet.corrections, sheet.draft, sheet.imported);
  return { position: last.position, label: `撤销我上一次更正（${aboutWords(last, names)}）` };
}

/** Fields of 基本信息; what follows from a new one (days of phases and measures) is not what was corrected. */
const HEAD_FIELDS = new Set([
  ...['title', 'noticeTitle', 'docNumber', 'issuers', 'issuedOn', 'region', 'level', 'kind', 'basis', 'addressees'],
  ...['year', 'recipient'],
]);

/** The plan's own fields that a correction changed, those of 基本信息 where it changed any; in words. */
function planFields(changes: readonly DraftChange[]): string {
  const own = changes.flatMap((change) => (change.op === undefined && change.key === null ? [change.field] : []));
  const head = own.filter((field) => HEAD_FIELDS.has(field));
  const fields = [...new Set(head.length > 0 ? head : own)];
  if (head.length === 0 && fields.length === 0) return '';
  return fields.length > 1 && head.length > 0 ? '计划基本信息' : fields.map(fieldLabel).join('、');
}

const isOfHead = (change: DraftChange): boolean =>
  change.op === undefined && change.key === null && HEAD_FIELDS.has(change.field);

type Called = (name: { no: string; title: string }) => string;
const byNumber: Called = ({ no, title }) => no || title;

/** What a correction was about, in a few words: its name, the measure's number, or the plan's own field. */
function aboutWords({ what, changes }: Correction, names: Names, called: Called = byNumber): string {
  if (what) return what;
  if (changes.some(isOfHead)) return planFields(changes);
  const keys = [...new Set(changes.flatMap((change) => keysOf(change).slice(0, 1)))].filter((key) => key !== null);
  const [first] = keys.map((key) => called(names.get(key) ?? { no: '', title: key }) || key);
  if (first) return keys.length > 1 ? `${first} 等` : first;
  const unit = changes.find((change) => change.op === 'unit');
  return unit ? `“${unit.surface}”` : planFields(changes);
}

/** The corrections, newest first; with a key only those about one measure. */
export function historyOf({ corrections, draft, imported }: Recorded, key?: string): HistoryEntry[] {
  const holds = holding(corrections);
  const names = namesEver(corrections, draft, imported);
  const met = metBy(corrections, imported);
  const about = (one: Correction) => key === undefined || one.changes.some((change) => keysOf(change).includes(key));
  return corrections
    .filter(about)
    .slice(-MOST_ENTRIES)
    .reverse()
    .map((one) => {
      const here = met.get(one.position) ?? NOTHING_MET;
      return entryOf(
        one,
        holds.has(one.position),
        { names, met: here, level: draft.level },
        undoneBy(one, corrections, names),
      );
    });
}

/** What each correction was about, by its place in the log: 1.2 随迁子女入学 等, 计划基本信息, 撤销了一次更正（…）. */
export function correctionWords({ corrections, draft, imported }: Recorded): Map<number, string> {
  const names = namesEver(corrections, draft, imported);
  const words = (one: Correction): string =>
    undoneBy(one, corrections, names) || aboutWords(one, names, ({ title }) => title);
  return new Map(corrections.map((one) => [one.position, words(one)]));
}

/** What an entry takes back, in words: 撤销了一次更正（1.2，协调员甲）; '' for one that takes nothing back. */
function undoneBy({ undoes }: Correction, corrections: readonly Correction[], names: Names): string {
  if (undoes === null) return '';
  const target = corrections.find((one) => one.position === undoes);
  if (!target) return '撤销了一次更正';
  if (target.undoes !== null) return `恢复了一次更正（${aboutUndone(target, corrections, names)}）`;
  return `撤销了一次更正（${aboutWords(target, names)}，${target.actorName}）`;
}

/** What the correction was about that an undoing took back. */
function aboutUndone({ undoes }: Correction, corrections: readonly Correction[], names: Names): string {
  const first = corrections.find((one) => one.position === undoes);
  return first ? (first.undoes === null ? aboutWords(first, names) : aboutUndone(first, corrections, names)) : '';
}

const NOTHING_MET: Met = { doubts: new Map(), helpersOnly: new Set() };

/**
 * A mark that was set beside other changes goes without saying, unless it accepts doubts; so does the kind of task that a
 * day brings with it.
 */
function isTold(change: DraftChange, beside: readonly DraftChange[], met: Met): boolean {
  if (change.op !== undefined) return true;
  const hasDay = beside.some((one) => one.op === undefined && one.key === change.key && one.field === 'due');
  if (change.field === 'accepted') return acceptedDoubts(change, met).length > 0;
  return !(change.field === 'track' && hasDay);
}

/** The doubts that a change accepts, in words; none for any other change. */
function acceptedDoubts(change: DraftChange, { doubts }: Met): string[] {
  if (change.op !== undefined || change.field !== 'accepted' || change.value !== true || !change.key) return [];
  return [...(doubts.get(change.key) ?? [])];
}

function linesOf(change: DraftChange, met: Met, level: DraftReading['level']): ChangeLine[] {
  const accepted = acceptedDoubts(change, met);
  const isFirst = change.op === undefined && change.field === 'division' && met.helpersOnly.has(change.key ?? '');
  if (isFirst && change.before) return changeLines({ ...change, before: asHelpers(change.before as Division) });
  if (accepted.length === 0) return changeLines(change, level);
  return [{ what: '接受疑问内容', before: null, after: accepted.join('；') }];
}

function entryOf(
  one: Correction,
  isHeld: boolean,
  { names, met, level }: { names: Names; met: Met; level: DraftReading['level'] },
  takesBack: string,
): HistoryEntry {
  const told = one.changes.filter((change) => isTold(change, one.changes, met));
  const lines = (told.length > 0 ? told : one.changes).flatMap((change) => {
    const [key = null] = keysOf(change);
    const measure = key === null ? '' : (names.get(key)?.title ?? '');
    return linesOf(change, met, level).map((line) => ({ ...line, measure }));
  });
  const shown = lines.filter(({ before, after }) => before !== after);
  return {
    ...{ position: one.position, who: one.actorName, when: momentWords(one.recordedAt) },
    machineTime: new Date(one.recordedAt).toISOString(),
    what: takesBack || (one.what ?? ''),
    ...{ lines: shown.slice(0, MOST_LINES), more: shown.slice(MOST_LINES), undone: !isHeld },
    undo: isHeld && changesSomething(one) ? (one.undoes === null ? '撤销' : '恢复') : null,
  };
}
