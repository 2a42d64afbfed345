import { bestMatches } from './assignment.js';
import { bare, clausesOf, type ComparedPlan } from './clause.js';
import { commonPlaces } from './common-places.js';
import { goalWholes } from './goal-wholes.js';
import type { HeadChange } from './head-changes.js';
import { likeness } from './terms.js';
import { textToward, type YearShift } from './years.js';

/** Words of a plan that belong to no clause: a paragraph, a row of an annex, a heading. */
interface Piece {
  shown: string;
  /** What counts when two are laid beside each other: no blanks, no number, nothing that is told elsewhere. */
  key: string;
}

/** More lines between what both texts begin and end with are not laid beside each other one by one. */
const MOST = 3000;
/** Words as long as this are the same wherever they stand; a shorter one may be any cell of a table. */
const LONG = 12;
/** Below this likeness two paragraphs are no versions of each other. */
const ALIKE = 0.3;

/**
 * The paragraphs of two versions that belong to no clause and are not alike (opening, stages, rows of an annex), old and
 * new words; empty text where there was or is nothing. Number, title, day of issue and goals are told by themselves.
 */
export function otherWords(old: ComparedPlan, now: ComparedPlan, years: YearShift | null = null): HeadChange[] {
  if (!old.text || !now.text) return [];
  const [before, after] = [piecesOf(old, (text) => textToward(years, text, '')), piecesOf(now)];
  const places = commonPlaces(before.map(keyOf), after.map(keyOf), MOST);
  const isThere = { old: foundIn(textToward(years, old.text, ''), before), now: foundIn(now.text, after) };
  let [i, j] = [0, 0];
  return [...places, [before.length, after.length] as const].flatMap(([left, right]) => {
    const gone = before.slice(i, left).filter((piece) => !isThere.now(piece));
    const come = after.slice(j, right).filter((piece) => !isThere.old(piece));
    [i, j] = [left + 1, right + 1];
    return changesBetween(gone, come);
  });
}

const keyOf = ({ key }: Piece): string => key;

/** Old and new words between two paragraphs that stayed: the most alike are versions of each other. */
function changesBetween(gone: readonly Piece[], come: readonly Piece[]): HeadChange[] {
  const alike = (row: number, column: number): number => {
    const value = likeness(gone[row]!.key, come[column]!.key);
    return value >= ALIKE ? value : 0;
  };
  const pairs = new Map(bestMatches(gone.length, come.length, alike));
  const taken = new Set(pairs.values());
  const changed = gone.map((piece, at) => changeOf(piece, come[pairs.get(at) ?? -1]));
  return [...changed, ...come.filter((_, at) => !taken.has(at)).map((piece) => changeOf(undefined, piece))];
}

const changeOf = (before?: Piece, after?: Piece): HeadChange => ({
  label: '其他文字改动',
  before: before?.shown ?? '',
  after: after?.shown ?? '',
});

/** Long words anywhere in the text, a short line without a figure as a line of it. */
function foundIn(text: string, pieces: readonly Piece[]): (piece: Piece) => boolean {
  const [whole, keys] = [plain(text), new Set(pieces.map(keyOf))];
  return ({ key }) => (key.length >= LONG ? whole.includes(key) : !/\d/.test(key) && keys.has(key));
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** The lines of a plan without its clauses; those that hold only figures with the words before them. */
function piecesOf(plan: ComparedPlan, laid = (text: string): string => text): Piece[] {
  const { text = '' } = plan;
  const clauses = clausesOf(plan).map(({ measure }) => measure);
  const titles = new Set(clauses.map(({ title }) => bare(title)));
  const told = [plan.title, plan.docNumber].flatMap((words) => (words ? [words] : []));
  const whole = withoutSpans(
    text,
    clauses.flatMap(({ span, noteSpan }) => [span, noteSpan]),
    '\n',
  );
  const goals = [...plan.goals, ...goalWholes(plan).map(({ condition }) => condition)];
  const withoutGoals = withoutSpans(
    whole,
    goals.flatMap(({ span }) => (span ? [span] : [])),
    GAP,
  );
  let named = '';
  return [...withoutGoals.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }): Piece[] => {
    const shown = whole.slice(index, index + line.length).trim();
    const rest = told.reduce((words, one) => words.replaceAll(one, ''), line);
    const key = plain(laid(rest)).replace(NUMBER, '').replace(EDGES, '');
    if (key === '' || DAY.test(key) || titles.has(bare(key))) return [];
    const isFigure = !/\p{L}/u.test(shown);
    if (!isFigure) named = shown;
    return [{ shown: isFigure ? `${named} ${shown}`.trim() : shown, key }];
  });
}

/** As long as the text; what stands in the spans is `sign`. */
function withoutSpans(text: string, spans: readonly (readonly [number, number])[], sign: string): string {
  const order = [...spans].sort((a, b) => a[0] - b[0]);
  let [at, rest] = [0, ''];
  for (const [start, end] of order) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    rest += text.slice(at, from) + sign.repeat(end - from);
    at = end;
  }
  return rest + text.slice(at);
}

/** A blank: words on its two sides stay one line. */
const GAP = ' ';
const NUMBER =
  /^(?:第?[一二三四五六七八九十]{1,3}[、章节]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,3}(?:[.、](?!\d)|(?=\p{L})))/u;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}%‰]+$/gu;
/** The day under a paper's signature. */
const DAY = /^(?:\d{4}|[〇零一二三四五六七八九○]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日$/;
