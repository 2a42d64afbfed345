import type { Paragraph } from '../lines/paragraph.js';
import { documentNumbers } from './document-number.js';

/** Numbers of the superior documents that notice and introduction cite, in order, each once. */
export function basisOf(introduction: readonly Paragraph[], own: string | null): string[] {
  const cited = introduction.flatMap(({ text }) => documentNumbers(text).map(({ number }) => number));
  return [...new Set(cited)].filter((number) => number !== own);
}
