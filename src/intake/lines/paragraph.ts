import { markAt, type Mark } from './markers.js';

/**
 * Several lines stand in cells nobody can tell apart; the columns run together without any divider; the row has no units of
 * its own and was given those of the row above it.
 */
export type TableDoubt = 'lines' | 'run_together' | 'above';

/** A paragraph of the document: its text, and for every character the source offset it came from. */
export interface Paragraph {
  text: string;
  /** Source offsets of the characters; one more than the text is long. */
  at: Int32Array;
  /** 1 or 2 where white space stood before the character, 3 where a printed line ended. */
  gap: Uint8Array;
  /** Where bold that opens the paragraph (after its mark) ends, null without. */
  boldEnd: number | null;
  /** The paragraph is a table's row: its number is its own whatever stands before it. */
  row?: boolean;
  /** Why the columns of a row's units are not sure. */
  unsure?: TableDoubt;
  /** Of a table's row with an empty cell of units: the units of the row above, which may be meant for it too. */
  above?: string;
  /** The paragraph is a table's row whose units could not be told. */
  unread?: boolean;
  /** The decimal number that opens the paragraph. */
  mark?: Mark;
}

/** The outline mark that opens a paragraph, or null. */
export const openingMark = ({ mark, text }: Paragraph): Mark | null => mark ?? markAt(text, 0);

/** The part of a paragraph from `start` to `end` as a paragraph of its own. */
export function cut(paragraph: Paragraph, start: number, end: number): Paragraph {
  return {
    text: paragraph.text.slice(start, end),
    at: paragraph.at.subarray(start, end + 1),
    gap: paragraph.gap.subarray(start, end),
    boldEnd: paragraph.boldEnd !== null && start === 0 ? Math.min(paragraph.boldEnd, end) : null,
    ...(start === 0 && paragraph.mark ? { mark: paragraph.mark } : {}),
  };
}
