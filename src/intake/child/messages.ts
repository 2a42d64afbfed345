import type { RefusalDetail } from '../../shared/errors.js';
import type { ExtractedDocument } from '../extract.js';

/** What the reading process is asked: one file. */
export interface ReadJob {
  path: string;
  fileName: string;
}

/** What it says: once that it stands ready, then its one answer. */
export type ReadAnswer =
  | { kind: 'ready' }
  | { kind: 'document'; document: ExtractedDocument }
  | { kind: 'refusal'; code: string; message: string; detail: RefusalDetail };
