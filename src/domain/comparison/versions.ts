import type { MeasureReading, TargetReading } from '../plan/reading.js';
import { bare, called, clausesOf, placeOf, type Clause, type ClausePlace, type ComparedPlan } from './clause.js';
import { upperEnd } from '../figures/range.js';
import { demandWords, inUnitOf, sameMetric, SAME_IN_CLAUSE } from './demand.js';
import { withoutDay } from './days-said.js';
import { duePair } from './due-days.js';
import { dutiesStay, dutyChange, dutyWords, namedUnits } from './duties.js';
import { headChanges, type HeadChange } from './head-changes.js';
import { NOTHING_JUDGED, pairMeasures, type Judged, type Pair, type Pairing } from './pairing.js';
import { otherWords } from './other-words.js';
import { ownChanges, ownColumnsOf } from './own-columns.js';
import { wholesDropped } from './softened.js';
import { firstChange, wordChanges, type WordChange } from './words.js';
import { dayToward, wordsToward, yearShift, type YearShift } from './years.js';

export type VersionKind = 'unchanged' | 'text' | 'units' | 'target' | 'due' | 'own' | 'added' | 'removed';

export const VERSION_WORDS: Record<VersionKind, string> = {
  unchanged: '未改',
  text: '文字修改',
  units: '单位变动',
  target: '目标变动',
  due: '时限变动',
  own: '其他栏目变动',
  added: '新增',
  removed: '删除',
};

/** One clause of either version; several kinds of change may meet in one. */
export interface VersionRow {
  kinds: VersionKind[];
  old: ClausePlace | null;
  now: ClausePlace | null;
  sentence: string;
  /** The text word by word, where it changed. */
  words: WordChange[];
  certain: boolean;
  pair: Pair | null;
}

export interface VersionComparison {
  pairing: Pairing;
  /** Set where the plans are of different years; that distance alone is no change. */
  years: YearShift | null;
  /** What changed in the plan as a whole: number, goals, phases, reporting, words that belong to no clause. */
  head: HeadChange[];
  /** In the new version's order; what was dropped comes last. */
  rows: VersionRow[];
}

/** Two versions of a plan, clause by clause, those without a unit among them. */
export function compareVersions(
  old: ComparedPlan,
  now: ComparedPlan,
  judged: Judged = NOTHING_JUDGED,
): VersionComparison {
  const pairing = pairMeasures(old, now, judged);
  const years = yearShift(old, now);
  const before = new Map(clausesOf(old).map((clause) => [clause.key, clause]));
  const pairs = new Map(pairing.pairs.map((pair) => [pair.right, pair]));
  const printed = new Set(ownColumnsOf(old));
  const columns = ownColumnsOf(now).filter((column) => printed.has(column));
  const rows = clausesOf(now).map((clause): VersionRow => {
    const pair = pairs.get(clause.key);
    if (!pair) return alone('added', null, clause);
    const earlier = before.get(pair.left)!;
    const change = changeOf(earlier, clause, years, columns);
    return { ...change, old: placeOf(earlier), now: placeOf(clause), certain: pair.certain, pair };
  });
  const removed = pairing.leftOnly.map((key) => alone('removed', before.get(key)!, null));
  const head = [...headChanges(old, now, years), ...otherWords(old, now, years)];
  return { pairing, years, head, rows: [...rows, ...removed] };
}

function alone(kind: 'added' | 'removed', old: Clause | null, now: Clause | null): VersionRow {
  const { measure, nobodys } = (now ?? old)!;
  const words = `${kind === 'added' ? '新增' : '删除'}“${called(measure)}”${nobodys ? '（没有写责任单位）' : ''}`;
  const targets = measure.targets.map(targetWords).join('；');
  const sentence = targets ? `${words}，目标：${targets}。` : `${words}。`;
  const places = { old: old && placeOf(old), now: now && placeOf(now) };
  return { kinds: [kind], ...places, sentence, words: [], certain: true, pair: null };
}

const targetWords = (target: TargetReading): string => `${demandWords(target)}${day(target)}`;

type Change = Pick<VersionRow, 'kinds' | 'sentence' | 'words'>;

function changeOf(earlier: Clause, later: Clause, years: YearShift | null, columns: readonly string[]): Change {
  const [printed, now] = [earlier.measure, later.measure];
  const old = wordsToward(years, printed, now);
  const targets = changedTargets({ ...earlier, measure: old }, later, years);
  const days = duePair(printed, now, years);
  const due = days.same ? '' : dueWords(days.theirs, days.ours);
  const duties = dutyChange(old, now);
  const changed = textChanged(old, now, { targets, due: due === '' ? NO_DAYS : { old: days.laid, now: days.ours } });
  const own = ownChanges(printed, now, columns);
  const words = old.text === now.text ? [] : wordChanges(old.text, now.text);
  const found: [VersionKind, string][] = [
    ...(changed ? [['text', wordingWords(printed, now, words)] satisfies [VersionKind, string]] : []),
    ...(dutiesStay(duties) ? [] : [['units', unitWords(earlier, later)] satisfies [VersionKind, string]]),
    ...(targets.told ? [['target', targets.told] satisfies [VersionKind, string]] : []),
    ...(due ? [['due', due] satisfies [VersionKind, string]] : []),
    ...(own ? [['own', own] satisfies [VersionKind, string]] : []),
  ];
  const kinds = found.map(([kind]) => kind);
  const moved = old.no === now.no ? '' : `（序号由${old.no}改为${now.no}）`;
  if (kinds.length === 0) return { kinds: ['unchanged'], sentence: `没有改动${moved}。`, words: [] };
  return { kinds, sentence: `${found.map(([, sentence]) => sentence).join('；')}${moved}。`, words };
}

const dueWords = (old: string | null, now: string | null) => `完成时限由${old ?? '未写'}改为${now ?? '未写'}`;

/** Who comes and goes; said first where one of the versions names nobody: whether work ends by that is not settled. */
function unitWords(old: Clause, now: Clause): string {
  const change = dutyChange(old.measure, now.measure);
  if (now.nobodys) return `新文没有写责任单位（未分办），原为${namedUnits(change.left)}`;
  return old.nobodys ? `原文没有写责任单位（未分办），${dutyWords(change)}` : dutyWords(change);
}

const wholeText = ({ title, text }: MeasureReading): string => `${title}\n${text}`;

function wordingWords(old: MeasureReading, now: MeasureReading, words: readonly WordChange[]): string {
  if (bare(old.title) !== bare(now.title)) return `标题由“${old.title}”改为“${now.title}”`;
  const told = firstChange(words);
  return told ? `文字有修改：${told}` : '文字有修改';
}

/** What is known to differ for another reason than the wording. */
interface Known {
  targets: TargetChanges;
  /** The due days that differ; null where they do not, or one has none. */
  due: { old: string | null; now: string | null };
}

const NO_DAYS = { old: null, now: null };

/** A changed figure or due day stands in the text too; that alone is no change of wording, nor is a dropped or new target. */
function textChanged(old: MeasureReading, now: MeasureReading, { targets, due }: Known): boolean {
  if (bare(wholeText(old)) === bare(wholeText(now))) return false;
  const changed = targets.told !== '';
  const before = masked(old, now, { alone: targets.dropped, changed, due: due.old });
  return before !== masked(now, old, { alone: targets.fresh, changed, due: due.now });
}

const PIECE = /[^，。；！？\n]*[，。；！？\n]?/g;

interface Masks {
  /** Targets that the other version lacks. */
  alone: readonly TargetReading[];
  /** Figures changed. */
  changed: boolean;
  due: string | null;
}

/** The text without the pieces of its own that hold targets the other lacks, without changed figures and its due day. */
function masked(measure: MeasureReading, other: MeasureReading, { alone, changed, due }: Masks): string {
  const there = new Set((wholeText(other).match(PIECE) ?? []).map(bare));
  const isOwn = (piece: string): boolean => alone.some(({ raw }) => piece.includes(raw)) && !there.has(bare(piece));
  let text = wholeText(measure).replace(PIECE, (piece) => (isOwn(piece) ? '' : piece));
  const paired = measure.targets.filter((one) => !alone.includes(one));
  if (changed) for (const target of paired) text = text.replaceAll(target.raw, '');
  return bare(withoutDay(text, due));
}

interface TargetChanges {
  /** What became of the targets: changed, new, dropped; empty when all stayed. */
  told: string;
  dropped: TargetReading[];
  fresh: TargetReading[];
}

/** Figures of a clause without a unit were not read, so there they tell nothing. */
function changedTargets(old: Clause, now: Clause, years: YearShift | null): TargetChanges {
  if (old.nobodys || now.nobodys) return { told: '', dropped: [], fresh: [] };
  const fresh = [...now.measure.targets];
  const dropped: TargetReading[] = [];
  const told = old.measure.targets.map((target) => {
    const found = sameMetric(target, fresh, SAME_IN_CLAUSE);
    if (!found) {
      dropped.push(target);
      return `取消目标：${demandWords(target)}`;
    }
    fresh.splice(fresh.indexOf(found), 1);
    return sameDemand(target, found, years) ? '' : `目标由${targetWords(target)}改为${targetWords(found)}`;
  });
  const added = fresh.map((target) => `新增目标：${demandWords(target)}`);
  const wholes = wholesDropped(old.measure, now.measure).map((word) => `不再要求“${word}”`);
  return { told: [...told, ...added, ...wholes].filter(Boolean).join('；'), dropped, fresh };
}

const day = ({ by }: TargetReading): string => (by ? `（${by}前）` : '');

function sameDemand(a: TargetReading, b: TargetReading, years: YearShift | null): boolean {
  const value = b.value === null || a.value === null ? a.value === b.value : inUnitOf(a, b)?.equals(a.value) === true;
  return (
    value && a.op === b.op && upperEnd(a) === upperEnd(b) && a.hard === b.hard && dayToward(years, a.by, b.by) === b.by
  );
}
