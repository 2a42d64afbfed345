import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Instant, Json, OptionalCount, OptionalText, Ref, Word } from '../persistence/columns.js';
import type { DraftChange } from './draft-changes.js';

/** One correction of a draft as recorded: who, when, what, and which earlier one it takes back. */
@Entity('draft_correction')
@Index('draft_correction_plan', ['planId'])
export class DraftCorrection {
  @PrimaryColumn('integer') position: number;
  @Ref() planId: string;
  @Ref() actor: string;
  @Word(120) actorName: string;
  @Instant() recordedAt: number;
  @Json() changes: DraftChange[];
  @OptionalText() what: string | null;
  @OptionalCount() undoes: number | null;
}
