import type { Doubt } from './reading.js';

/** Whether a doubt is about a part of the document that was not read. */
export const isSourceNote = ({ code }: Doubt): boolean => code === 'source_note';

/** What of a document was not read, in words, in its order. */
export const unreadParts = ({ doubts }: { doubts: readonly Doubt[] }): string[] =>
  doubts.filter(isSourceNote).map(({ reason }) => reason);
