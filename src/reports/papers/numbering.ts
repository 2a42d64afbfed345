import type { Section } from '../views.js';
import { ordinal, withoutOrdinal } from './words.js';

/** A section whose heading bears its number. */
export type NumberedSection = Section & { number: string };

/**
 * Numbers headings in their order, each level anew under its parent; numbers printed in the headings are replaced, so
 * that a report never shows a plan's gaps.
 */
export function numbered(sections: Section[]): NumberedSection[] {
  const counts = [0, 0, 0, 0];
  return sections.map((section) => {
    const index = section.level - 1;
    counts[index] = (counts[index] ?? 0) + 1;
    counts.fill(0, index + 1);
    return { ...section, heading: withoutOrdinal(section.heading), number: ordinal(section.level, counts[index] ?? 1) };
  });
}
