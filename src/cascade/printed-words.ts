import { bare, clausesOf, type ClausePlace } from '../domain/comparison/clause.js';
import type { DraftReading } from './access.js';

/** A clause as its paper prints it. */
export interface PrintedWords {
  title: string;
  text: string;
}

/** The new paper as it was read, before anybody corrected it, and its draft as it is laid beside the running plan. */
export interface NewPaper {
  printed: DraftReading | null;
  draft: DraftReading;
}

type Place = Pick<ClausePlace, 'key' | 'title' | 'text'>;

/**
 * What the new paper prints of a clause whose words in the draft are the office's own; 'none' where the paper does not
 * print it at all. Null where the words are the paper's: a part of a clause that was only divided has them, too.
 */
export function printedWords({ printed, draft }: NewPaper, { key, title, text }: Place): PrintedWords | 'none' | null {
  if (!printed) return null;
  const clause = printed.measures.find((one) => one.key === key) ?? clauseIn(printed, key);
  if (!clause) return bare(printed.text).includes(bare(text)) || isPartOfOne(printed, text) ? null : 'none';
  if (clause.title === title && bare(clause.text) === bare(text)) return null;
  return isDivided(clause.text, draft) ? null : { title: clause.title, text: clause.text };
}

const clauseIn = (draft: DraftReading, key: string) => clausesOf(draft).find((one) => one.key === key)?.measure;

const within = (part: string, whole: string): boolean => bare(part) !== '' && bare(whole).includes(bare(part));

const isPartOfOne = (printed: DraftReading, text: string): boolean =>
  printed.measures.some((one) => within(text, one.text));

/** The clause stands in the draft as several, which together are its words. */
function isDivided(text: string, { measures }: DraftReading): boolean {
  const parts = measures.filter((one) => within(one.text, text));
  return parts.length > 1 && parts.map((one) => bare(one.text)).join('') === bare(text);
}

/** How the office's own words are marked beside those of the paper; '' where there are none. */
export function ownMark(printed: PrintedWords | 'none' | null, { title, text }: Pick<Place, 'title' | 'text'>): string {
  if (printed === null) return '';
  if (printed === 'none') return '由我办补录，新文本没有印这一条';
  const said = [printed.title !== title && `标题“${title}”`, bare(printed.text) !== bare(text) && text];
  return `我办更正为：${said.filter(Boolean).join('，')}`;
}
