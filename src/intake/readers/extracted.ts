import type { OwnColumn } from '../../domain/plan/own-columns.js';

/** What a file turned out to be, by its content and not by its name. */
export type DocumentFormat = 'txt' | 'html' | 'docx' | 'doc' | 'pdf' | 'xlsx' | 'pasted';

/** A line of the text that was a row of a task table, with what stood in the office's own columns of it. */
export interface TableRow {
  line: string;
  own: OwnColumn[];
}

/** A document as plain text: one line per paragraph or table row, cells separated by a tab. */
export interface ExtractedDocument {
  text: string;
  format: DocumentFormat;
  /** Chinese remarks for the coordinator: what was left out and where to look. */
  notes: string[];
  /** Rows of task tables that have own columns, in the order of the text. */
  rows?: TableRow[];
}

/** Told once where a file shows words struck out. */
export const STRUCK_NOTE = '文中划掉（加删除线）的文字未读入，请核对。';

/** Told once where a file holds words that are set not to be shown. */
export const HIDDEN_NOTE = '文中设为隐藏、不显示的文字未读入，请核对；需要的请取消隐藏后重新上传，或自行补录。';

/** What one reader gives back before the common checks are made. */
export interface ReaderResult {
  text: string;
  notes: string[];
  rows?: TableRow[];
  /** Text of page heads and feet: looked through for a secrecy mark, not kept. */
  margins?: string;
  /** The file shows pictures: without text it is a scan, not an empty file. */
  pictures?: boolean;
}
