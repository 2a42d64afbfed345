import type { Span, UnassignedClause } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import type { FoundNote } from '../notes/find-notes.js';
import { descendants } from '../outline/family.js';
import type { Clause } from '../outline/outline.js';
import { unreadFigures } from '../targets/unread.js';
import type { RawMeasure, Stretch } from './measures.js';
import { sourceSpan, type TextReaders } from './read-measure.js';
import { isClosing } from './stretches.js';
import { givesTasks } from './unassigned.js';

/** Where the plan's words were read into something. */
export interface Placed {
  clauses: readonly Clause[];
  raws: readonly RawMeasure[];
  notes: readonly (readonly FoundNote[])[];
  /** Clauses that are asked about as a whole. */
  asked: readonly Clause[];
  /** Places that goals, duties and doubts tell of. */
  told: readonly Span[];
}

/**
 * The words with a figure or a day that stand in no measure, though the clause has some or its parts have: behind a
 * responsibility note, or in the introduction above the parts. Exhortations without either are none.
 */
export function strayWords(
  { clauses, raws, notes, asked, told }: Placed,
  paragraphs: readonly Paragraph[],
  readers: TextReaders,
): UnassignedClause[] {
  const own = new Set(raws.map(({ clause }) => clause));
  const whole = new Set(asked.flatMap((clause) => [clause, ...descendants(clause)]));
  const used = placesByParagraph(raws, notes);
  const mayStray = (clause: Clause): boolean =>
    !whole.has(clause) && (own.has(clause) || (givesTasks(clause) && descendants(clause).some((one) => own.has(one))));
  const found = clauses.filter(mayStray).flatMap((clause) =>
    runsOf(clause, paragraphs, used)
      .filter((run) => isAsking(wordsOf(run, paragraphs), readers))
      .map((run) => strayReading(clause, run, paragraphs))
      .filter(({ span }) => !told.some(([from, to]) => from < span[1] && to > span[0])),
  );
  return numbered(found, raws);
}

/** The stretches that are measures' words or notes, by paragraph and in order. */
function placesByParagraph(raws: Placed['raws'], notes: Placed['notes']): ReadonlyMap<number, readonly Stretch[]> {
  const byParagraph = new Map<number, Stretch[]>();
  const add = (one: Stretch): void => {
    const places = byParagraph.get(one.paragraph);
    if (!places) byParagraph.set(one.paragraph, [one]);
    else places.splice(places.findLastIndex(({ start }) => start <= one.start) + 1, 0, one);
  };
  for (const { parts, title } of raws) {
    parts.forEach(add);
    if (title) add(title);
  }
  notes.forEach((found, paragraph) => found.forEach(({ start, end }) => add({ paragraph, start, end })));
  return byParagraph;
}

/** Runs of a clause's words that nothing was read from, none of a table's; what is before its first mark is no clause's. */
function runsOf(
  clause: Clause,
  paragraphs: readonly Paragraph[],
  used: ReadonlyMap<number, readonly Stretch[]>,
): Stretch[][] {
  const runs: Stretch[][] = [];
  let open = clause.rank >= 0;
  let joined = false;
  for (let index = clause.first; index < clause.last; index++) {
    const { text = '', row } = paragraphs[index] ?? {};
    if (row || (index > clause.first && isClosing(text))) break;
    let from = index === clause.first ? beginsAt(clause, text) : 0;
    for (const { start, end } of [...(used.get(index) ?? []), { start: text.length, end: text.length }]) {
      const words = from < start ? text.slice(from, start).replace(EDGES, '') : '';
      if (open && words !== '') {
        const at = text.indexOf(words, from);
        const stretch = { paragraph: index, start: at, end: at + words.length };
        if (joined) runs.at(-1)?.push(stretch);
        else runs.push([stretch]);
        joined = true;
      }
      if (start < text.length) [open, joined] = [true, false];
      from = Math.max(from, end);
    }
  }
  return runs;
}

/** A title is told with its clause, unless it holds a figure itself. */
const beginsAt = ({ titleStart, textStart }: Clause, text: string): number =>
  /\d/.test(text.slice(titleStart, textStart)) ? titleStart : textStart;

/** Stops that are left between what was read. */
const EDGES = /^[。；，、）】\s]+/;

const wordsOf = (run: readonly Stretch[], paragraphs: readonly Paragraph[]): string =>
  run.map(({ paragraph, start, end }) => paragraphs[paragraph]?.text.slice(start, end) ?? '').join('\n');

/** What a figure or a day has at least one of; looked for first, for speed. */
const COUNTS = /[\d一二三四五六七八九十百千万两半底末前]/;

function isAsking(words: string, readers: TextReaders): boolean {
  if (!COUNTS.test(words)) return false;
  const { targets } = readers.targets(words, (start, end) => [start, end]);
  return targets.length > 0 || readers.deadlines(words).length > 0 || unreadFigures(words, targets).length > 0;
}

function strayReading(clause: Clause, run: readonly Stretch[], paragraphs: readonly Paragraph[]): UnassignedClause {
  const text = wordsOf(run, paragraphs);
  const [first, last] = [run[0], run.at(-1)].map((one) =>
    one ? sourceSpan(paragraphs[one.paragraph], one.start, one.end) : undefined,
  );
  const title = (/^[^。；：\n]+/.exec(text)?.[0] ?? text).slice(0, TITLE);
  const span: Span = [first?.[0] ?? 0, last?.[1] ?? 0];
  return { no: clause.path, heading: [...clause.heading, title], title, text, span, stray: true };
}

const TITLE = 30;

/** No number twice: the words bear their clause's, with their turn behind it where measures have it. */
function numbered(found: readonly UnassignedClause[], raws: Placed['raws']): UnassignedClause[] {
  const taken = new Set(raws.map(({ no }) => no));
  return found.map((one) => {
    let no = one.no;
    for (let turn = 2; taken.has(no); turn++) no = `${one.no}（${turn}）`;
    taken.add(no);
    return { ...one, no };
  });
}
