import type { Span } from '../domain/plan/reading.js';

interface Compact {
  /** The text without white space, in the forms that the reading normalises to. */
  text: string;
  /** Offset in the original of each of its characters. */
  at: number[];
}

function compact(source: string, from: number, to: number): Compact {
  const kept: string[] = [];
  const at: number[] = [];
  for (let index = from; index < Math.min(to, source.length); index++) {
    const plain = source[index]!.normalize('NFKC').replace(/\s/g, '');
    if (plain === '') continue;
    kept.push(plain[0]!);
    at.push(index);
  }
  return { text: kept.join(''), at };
}

/**
 * The place in the source of a place in a measure's own text: white space and full-width forms may differ between
 * the two. Null when the text is not found inside the span (it was corrected by hand).
 */
export function sourceOffset(source: string, span: Span, text: string, at: number): number | null {
  const inside = compact(source, span[0], span[1]);
  const before = compact(text, 0, at).text;
  const after = compact(text, at, text.length).text;
  const whole = inside.text.indexOf(before + after);
  const found = whole >= 0 ? whole + before.length : inside.text.indexOf(after.slice(0, 20), before.length);
  return found > 0 ? (inside.at[found] ?? null) : null;
}

/** Where a text stands in the source, white space aside; null when it does not. */
export function findInSource(source: string, text: string): Span | null {
  const wanted = compact(text, 0, text.length).text;
  if (wanted.length < 6) return null;
  const whole = compact(source, 0, source.length);
  const start = whole.text.indexOf(wanted);
  return start < 0 ? null : [whole.at[start]!, whole.at[start + wanted.length - 1]! + 1];
}

/**
 * Where stretches of a text stand in the source, the text itself being inside `within`; the whole of `within` for a text
 * that is not found there (it was corrected by hand).
 */
export function placesIn(source: string, within: Span, text: string): (start: number, end: number) => Span {
  const inside = compact(source, within[0], within[1]);
  const first = inside.text.indexOf(compact(text, 0, text.length).text);
  const at = (offset: number): number | undefined => inside.at[first + compact(text, 0, offset).text.length];
  return (start, end) => {
    const [from, last] = [at(start), at(Math.max(start, end - 1))];
    return first < 0 || from === undefined || last === undefined ? within : [from, last + 1];
  };
}
