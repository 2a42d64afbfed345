import { bare, called } from '../domain/comparison/clause.js';
import { nobodysClauses } from '../domain/comparison/nobodys.js';
import type { Judged, KeyPair } from '../domain/comparison/pairing.js';
import type { Span } from '../domain/plan/reading.js';
import type { DraftMeasure, DraftReading } from './access.js';
import type { CorrectedDraft, OwnDecision } from './own-decisions.js';
import { splitAlike } from './own-split.js';

/** The new draft cut as the office cut the old one, wherever the new paper has the old paper's clause unchanged. */
export interface Recut {
  draft: DraftReading;
  told: OwnDecision[];
  /** Keys of clauses, old and new, that were settled here. */
  settled: { old: Set<string>; now: Set<string> };
  /** Measures entered by hand and the new paper's clauses of the same title. */
  pairs: KeyPair[];
}

/** What the office made of clauses of the paper: none (taken out), one of several (joined), several of one (split). */
export interface Cut {
  printed: DraftMeasure[];
  made: DraftMeasure[];
  words: string;
}

/** Carries splitting, joining, taking out and entering of clauses over to the new draft. */
export function recut(
  old: CorrectedDraft,
  now: CorrectedDraft,
  declined: ReadonlySet<string>,
  rejected: Judged['rejected'],
): Recut {
  const cuts = cutsOf(old);
  const entered = enteredIn(old, cuts);
  const start: Recut = {
    ...{ draft: now.current, told: [], pairs: [] },
    settled: { old: new Set([...cuts.flatMap(keysOfCut), ...entered.map(({ key }) => key)]), now: new Set() },
  };
  return entered.reduce(
    (so, one) => {
      const there = ofSameTitle(so.draft, old.current, one, rejected);
      return there ? withTitled(so, one, there) : withEntered(so, old, one, declined);
    },
    cuts.reduce((so, cut) => withCut(so, now, cut, declined), start),
  );
}

const keysOfCut = ({ printed, made }: Cut): string[] => [...printed, ...made].map(({ key }) => key);

/** What the office made of the paper's clauses otherwise than they were read. */
export function cutsOf({ imported, current }: CorrectedDraft): Cut[] {
  const here = new Map(current.measures.map((one) => [one.key, one]));
  const read = new Set(imported.measures.map(({ key }) => key));
  const fresh = current.measures.filter(({ key }) => !read.has(key));
  const cuts: Cut[] = [];
  imported.measures.forEach((printed, at) => {
    const kept = here.get(printed.key);
    if (!kept) return;
    const gone = goneAfter(imported.measures.slice(at + 1), here, kept);
    const parts = fresh.filter(({ text }) => within(text, printed.text) && !within(text, kept.text));
    if (gone.length > 0)
      cuts.push({ printed: [printed, ...gone], made: [kept], words: `与“${gone.map(called).join('”“')}”合并` });
    else if (parts.length > 0 && joinedText([kept, ...parts]) === bare(printed.text))
      cuts.push({ printed: [printed], made: [kept, ...parts], words: `拆分为 ${parts.length + 1} 条` });
  });
  const cut = new Set(cuts.flatMap(keysOfCut));
  const out = imported.measures.filter(({ key }) => !here.has(key) && !cut.has(key));
  return [...cuts, ...out.map((printed) => ({ printed: [printed], made: [], words: '已移出' }))];
}

const within = (part: string, whole: string): boolean => bare(whole).includes(bare(part));
const joinedText = (measures: readonly DraftMeasure[]): string => measures.map(({ text }) => bare(text)).join('');

/** The clauses of the paper that were joined to the one before them: their words stand at its end. */
function goneAfter(next: DraftMeasure[], here: Map<string, unknown>, kept: DraftMeasure): DraftMeasure[] {
  const still = next.findIndex(({ key, text }) => here.has(key) || bare(text) === '' || !within(text, kept.text));
  return still < 0 ? next : next.slice(0, still);
}

/** Entered by hand: in the draft, neither read from the paper nor cut from what was read. */
function enteredIn({ imported, current }: CorrectedDraft, cuts: readonly Cut[]): DraftMeasure[] {
  const known = new Set([...imported.measures.map(({ key }) => key), ...cuts.flatMap(keysOfCut)]);
  return current.measures.filter(({ key }) => !known.has(key));
}

function withCut(so: Recut, now: CorrectedDraft, { printed, made, words }: Cut, declined: ReadonlySet<string>): Recut {
  const there = printed.map((one) => sameIn(now, so.draft, one));
  const [first] = there;
  const told = (key: string | null, outcome: OwnDecision['outcome']): OwnDecision[] => [
    ...so.told,
    { key, name: called(printed[0]!), points: [words], outcome },
  ];
  if (!first || there.some((one) => one === null)) {
    if (made.length === 0) return isOut(now, so.draft, printed[0]!) ? { ...so, told: told(null, 'kept') } : so;
    const alike = splitIn(so, now, { printed, made, words });
    if (alike) return withSplit(so, alike, { printed, made, words }, declined);
    const lost = told(null, 'overtaken');
    return { ...so, told: [...lost.slice(0, -1), { ...lost.at(-1)!, cut: keysOfCut({ printed, made, words }) }] };
  }
  if (declined.has(first.key)) return { ...so, told: told(first.key, 'declined') };
  const placed = made.map((one, at) => placedAt(one, printed[0]!, first, at));
  const drop = new Set(there.map((one) => one!.key));
  const measures = so.draft.measures.flatMap((one) =>
    one.key === first.key ? placed : drop.has(one.key) ? [] : [one],
  );
  return {
    ...so,
    draft: { ...so.draft, measures },
    told: told(first.key, 'kept'),
    settled: { ...so.settled, now: new Set([...so.settled.now, ...drop]) },
  };
}

/** The one clause of the new paper that can be split as the office split the old one, with its parts. */
interface Alike {
  there: DraftMeasure;
  parts: DraftMeasure[];
}

function splitIn(so: Recut, now: CorrectedDraft, { printed, made }: Cut): Alike | null {
  if (printed.length !== 1 || made.length < 2) return null;
  const read = new Map(now.imported.measures.map((one) => [one.key, paperOf(one)]));
  const found = so.draft.measures.flatMap((there): Alike[] => {
    const parts = read.get(there.key) === paperOf(there) ? splitAlike(printed[0]!, made, there) : null;
    return parts ? [{ there, parts }] : [];
  });
  return found.length === 1 ? found[0]! : null;
}

function withSplit(so: Recut, { there, parts }: Alike, cut: Cut, declined: ReadonlySet<string>): Recut {
  const isDeclined = declined.has(there.key);
  const outcome = isDeclined ? 'declined' : 'followed';
  const told: OwnDecision = { key: there.key, name: called(cut.printed[0]!), points: [cut.words], outcome };
  if (isDeclined) return { ...so, told: [...so.told, told] };
  const placed = parts.map((part, at) => ({ ...placedAt(part, cut.printed[0]!, there, at), span: part.span }));
  return {
    ...so,
    draft: { ...so.draft, measures: so.draft.measures.flatMap((one) => (one === there ? placed : [one])) },
    told: [...so.told, told],
    settled: { ...so.settled, now: new Set([...so.settled.now, there.key]) },
  };
}

/** The clause of the new paper that says the same under the same units, where its draft still has it as read. */
export function sameIn(now: CorrectedDraft, draft: DraftReading, printed: DraftMeasure): DraftMeasure | null {
  const same = now.imported.measures.filter((one) => paperOf(one) === paperOf(printed));
  const still = draft.measures.find(({ key }) => key === same[0]?.key);
  return same.length === 1 && still && paperOf(still) === paperOf(printed) ? still : null;
}

/** Whether the new paper has the clause, and it was taken out of its draft as well. */
function isOut(now: CorrectedDraft, draft: DraftReading, printed: DraftMeasure): boolean {
  const same = now.imported.measures.filter((one) => paperOf(one) === paperOf(printed));
  return same.length === 1 && !draft.measures.some(({ key }) => key === same[0]!.key);
}

const paperOf = ({ title, text, note }: DraftMeasure): string => bare([title, text, note].join('\n'));

/** A measure of the old draft where the same words stand in the new text, under the new number. */
function placedAt(made: DraftMeasure, printed: DraftMeasure, there: DraftMeasure, at: number): DraftMeasure {
  const by = there.span[0] - printed.span[0];
  const moved = ([start, end]: Span): Span => [start + by, end + by];
  return {
    ...made,
    ...{ key: at === 0 ? there.key : `${there.key}-${at + 1}`, no: made.no.replace(printed.no, there.no) },
    ...{ span: moved(made.span), noteSpan: there.noteSpan, otherNotes: made.otherNotes?.map(moved) },
    heading: [...there.heading.slice(0, -1), made.title],
  };
}

/** The one clause of the new draft that bears an entered measure's title, where no other running one bears it. */
function ofSameTitle(
  is: DraftReading,
  was: DraftReading,
  entered: DraftMeasure,
  rejected: Judged['rejected'],
): DraftMeasure | null {
  const bears = ({ title }: DraftMeasure): boolean => bare(title) === bare(entered.title);
  const [there, ...others] = is.measures.filter(bears);
  if (!there || others.length > 0 || bare(entered.title) === '' || was.measures.filter(bears).length > 1) return null;
  return rejected.some(({ left, right }) => left === entered.key && right === there.key) ? null : there;
}

/** The paper now has what the office had entered: that measure goes on under the paper's clause. */
function withTitled(so: Recut, entered: DraftMeasure, there: DraftMeasure): Recut {
  const points = [`由我办补录，新文本印有标题相同的“${called(there)}”`];
  return {
    ...so,
    told: [...so.told, { key: null, name: called(entered), points, outcome: 'titled' }],
    pairs: [...so.pairs, { left: entered.key, right: there.key }],
  };
}

/** An entered measure goes on where neither text has its words or both have them. */
function withEntered(so: Recut, old: CorrectedDraft, entered: DraftMeasure, declined: ReadonlySet<string>): Recut {
  const [was, is] = [old.current, so.draft];
  if (within(entered.text, was.text) !== within(entered.text, is.text)) return so;
  if (is.measures.some((one) => bare(one.text) === bare(entered.text))) return so;
  const fromClause = entered.fromClause && clauseIn(is, clauseText(was, entered.fromClause));
  if (entered.fromClause && !fromClause) return so;
  const used = is.measures.some((one) => fromClause && one.fromClause === fromClause);
  if (used) return so;
  const key = `own-${entered.key}`;
  const measure: DraftMeasure = {
    ...entered,
    key,
    ...(fromClause ? { fromClause } : {}),
    span: [0, 0],
    noteSpan: [0, 0],
  };
  const outcome = declined.has(key) ? 'declined' : 'kept';
  const told: OwnDecision = { key, name: called(entered), points: ['由我办补录'], outcome };
  if (outcome === 'declined') return { ...so, told: [...so.told, told] };
  return {
    ...so,
    draft: { ...is, measures: [...is.measures, measure] },
    told: [...so.told, told],
    settled: { ...so.settled, now: new Set([...so.settled.now, key]) },
  };
}

const clauses = (draft: DraftReading) => nobodysClauses({ ...draft, measures: [] });
const wordsOf = ({ title, text }: { title: string; text: string }): string => bare(`${title}\n${text}`);

function clauseText(draft: DraftReading, key: string): string | null {
  const clause = clauses(draft).find((one) => one.key === key);
  return clause ? wordsOf(clause.measure) : null;
}

const clauseIn = (draft: DraftReading, words: string | null): string | undefined =>
  clauses(draft).find(({ measure }) => wordsOf(measure) === words)?.key;
