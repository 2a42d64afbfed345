import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Count, Instant, Json, OptionalCount, OptionalText, Ref, Word } from '../persistence/columns.js';
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

/** A printed surface that the office decided to read as a unit; the next plan of the place is read so. */
@Entity('learned_surface')
@Index('learned_surface_place', ['place'])
export class LearnedSurface {
  @PrimaryColumn('varchar', { length: 160 }) planId: string;
  @PrimaryColumn('varchar', { length: 120 }) surface: string;
  @Word(60) place: string;
  @Word(120) name: string;
  /** Place in the log; of two decisions on one surface the later one counts. */
  @Count() position: number;
}
