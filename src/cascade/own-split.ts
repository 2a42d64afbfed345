import { bare } from '../domain/comparison/clause.js';
import type { Span } from '../domain/plan/reading.js';
import type { DraftMeasure } from './access.js';

/**
 * A clause that the office had split, and whose words the new paper changed, split alike: each part begins where its
 * opening words stand in the new text, else where the part before it ends. What the office decided on the parts goes on;
 * figures and conditions of a part with other words are those of the new paper. Null where a place cannot be told, and
 * where the paper changed the units or the day: then the old split says nothing of the new clause.
 */
export function splitAlike(
  printed: DraftMeasure,
  made: readonly DraftMeasure[],
  there: DraftMeasure,
): DraftMeasure[] | null {
  if (paperOf(printed) !== paperOf(there)) return null;
  const starts = made.map((part, at) => (at === 0 ? 0 : startOf(part.text, made[at - 1]!.text, there.text)));
  const places = starts.filter((place) => place !== null);
  if (places.length < made.length || places.some((place, at) => at > 0 && place <= places[at - 1]!)) return null;
  return made.map((part, at) => worded(part, there, [places[at]!, places[at + 1] ?? there.text.length]));
}

const paperOf = ({ note, due, deadline }: DraftMeasure): string =>
  JSON.stringify([bare(note), due, deadline?.day ?? null]);

const OPENING = /^[^，。；！？\n]{4,}/;
const ENDING = /[^，。；！？\n]{4,}(?=[，。；！？\n]*$)/;

function startOf(part: string, before: string, whole: string): number | null {
  const opening = onlyPlace(OPENING.exec(part)?.[0], whole);
  if (opening !== null) return opening;
  const ending = ENDING.exec(before)?.[0];
  const place = onlyPlace(ending, whole);
  if (ending === undefined || place === null) return null;
  const after = whole.slice(place + ending.length);
  return place + ending.length + /^[，。；！？、\s]*/.exec(after)![0].length;
}

/** Where the words stand, if they stand there once. */
function onlyPlace(words: string | undefined, whole: string): number | null {
  const place = words === undefined ? -1 : whole.indexOf(words);
  return place >= 0 && place === whole.lastIndexOf(words!) ? place : null;
}

function worded(part: DraftMeasure, there: DraftMeasure, [from, to]: Span): DraftMeasure {
  const text = there.text.slice(from, to).trim();
  const [start, end] = there.span;
  const span: Span = end - start === there.text.length ? [start + from, start + to] : [start, end];
  if (bare(text) === bare(part.text)) return { ...part, span };
  const isHere = ({ raw }: { raw: string }): boolean => {
    const place = there.text.indexOf(raw);
    return place >= from && place < to;
  };
  return {
    ...part,
    ...{ text, opens: text.slice(0, 12), ends: text.slice(-12), span },
    ...{ targets: there.targets.filter(isHere), conditions: there.conditions.filter(isHere) },
  };
}
