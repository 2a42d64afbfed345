import type { PlanReading } from '../../domain/plan/reading.js';
import type { RefusalDetail } from '../../shared/errors.js';
import type { ExtractedDocument } from '../extract.js';

/** What the reading process is asked: one file. */
export interface ReadJob {
  path: string;
  fileName: string;
}

/** What was taken out of a document, and what its text was read as. */
export interface ReadDocument {
  document: ExtractedDocument;
  reading: PlanReading;
}

/** What it says: once that it stands ready, then its one answer. */
export type ReadAnswer =
  | { kind: 'ready' }
  | ({ kind: 'document' } & ReadDocument)
  | { kind: 'refusal'; code: string; message: string; detail: RefusalDetail };
