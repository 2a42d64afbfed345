import type { Doubt, MeasureReading } from '../../domain/plan/reading.js';

/** A doubt about a bracket tells its words first. */
const OF_BRACKET = /^“[（【]/;

/**
 * The measures with a doubt for every bracket within their words that looks like a responsibility note and was not read:
 * it may give a part of the measure to somebody else, so it is asked before the reading is confirmed.
 */
export function bracketsAsked<M extends Pick<MeasureReading, 'span' | 'doubts' | 'doubtful'>>(
  measures: readonly M[],
  unread: readonly Doubt[],
): M[] {
  const brackets = unread.filter(({ code, reason }) => code === 'note_unread' && OF_BRACKET.test(reason));
  if (brackets.length === 0) return [...measures];
  return measures.map((measure) => {
    const [from, to] = measure.span;
    const own = brackets.filter(({ span }) => span && span[0] >= from && span[1] <= to);
    if (own.length === 0) return measure;
    const doubts = own.map(({ code, reason }): Doubt => ({ code, reason, field: 'responsible' }));
    return { ...measure, doubts: [...measure.doubts, ...doubts], doubtful: true };
  });
}
