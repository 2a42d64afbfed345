import { Entity, Index } from 'typeorm';
import {
  Count,
  Day,
  Flag,
  Id,
  Json,
  OptionalDay,
  OptionalText,
  OptionalWord,
  Ref,
  Text,
  Word,
} from '../persistence/columns.js';

/** A paper that the office writes (文稿): a year-end or half-year report of one year of a plan. */
@Entity('document')
@Index('document_plan', ['planId', 'cycleId'])
export class ReportDocument {
  @Id() id: string;
  @Ref() planId: string;
  @Ref() cycleId: string;
  /** year-end | half-year | progress */
  @Word(20) kind: string;
  @Text() title: string;
  /** State of the document machine: drafted, revised, approved, final, sent, … */
  @Word(40) state: string;
  /** 1 for the first; changes asked by the superior make the next. */
  @Count() version: number;
  @Word(60) draftedBy: string;
  @Day() draftedOn: string;
  @OptionalWord(60) approvedBy: string | null;
  @OptionalDay() approvedOn: string | null;
  /** 代填代审 */
  @Flag() selfReviewed: boolean;
  @OptionalWord(80) number: string | null;
  @OptionalDay() sentOn: string | null;
}

/** One edited paragraph of a paper, with what it was prefilled with. */
@Entity('document_paragraph')
@Index('document_paragraph_document', ['documentId'])
export class DocumentParagraph {
  /** The document's id and the place, joined by a colon. */
  @Id() id: string;
  @Ref() documentId: string;
  @Count() position: number;
  /** opening, problems, next, or h: and the path of the plan's headings. */
  @Text() paragraphKey: string;
  @Text() heading: string;
  /** What the units' texts gave when the paper was begun; never changed. */
  @Text() prefill: string;
  /** The office's own text; null as long as the units' texts stand. */
  @OptionalText() text: string | null;
  @OptionalWord(60) editedBy: string | null;
  @OptionalDay() editedOn: string | null;
}

/** A figure as an issued paper quotes it. */
export interface QuotedValue {
  figureId: string;
  packetId: string;
  indicatorId: string;
  unitId: string;
  value: string | null;
}

/** An issued paper: never changed again. */
@Entity('document_issue')
@Index('document_issue_document', ['documentId'])
export class DocumentIssue {
  /** The document's id and the event's number, joined by a colon. */
  @Id() id: string;
  @Ref() documentId: string;
  @Count() version: number;
  /** SHA-256 of the stored file. */
  @Word(64) file: string;
  @Text() fileName: string;
  /** 截至日 of its data. */
  @Day() asOf: string;
  @Count() wordCount: number;
  @Json() quotes: QuotedValue[];
  @Word(60) finalisedBy: string;
  @Day() finalisedOn: string;
}

export const reportsEntities = [ReportDocument, DocumentParagraph, DocumentIssue];
