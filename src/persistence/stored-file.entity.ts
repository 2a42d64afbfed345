import { Entity, PrimaryColumn } from 'typeorm';
import { Count, Text, Word } from './columns.js';

/** A file kept under its SHA-256: source documents, proofs, seals, issued papers. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn('varchar', { length: 64 }) sha256: string;
  @Word(300) name: string;
  @Word(100) mime: string;
  @Count() size: number;
  @Text() addedBy: string;
}
