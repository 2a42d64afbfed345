import type { MixedList } from 'typeorm';
import type { Reader, Writer } from './tx.js';

/** What is needed to open a database of either kind. */
export interface OpenOptions {
  entities: MixedList<new () => object>;
  migrations: MixedList<new () => object>;
  /** Open for reading only: no migration, no writer. */
  readOnly?: boolean;
  /** SQLite: called when the disk can no longer be trusted; default: the process ends. */
  stop?: (error: unknown) => void;
}

/** An open database: how it reads, writes, and lets nodes take turns. */
export interface Opened {
  reader: Reader;
  /** Null when opened for reading only. */
  writer: Writer | null;
  /** Does something that no other node may do at the same time. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Reads that all see the database as it stood at one moment, on a connection of their own. */
  atOneMoment<T>(work: (read: Reader) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
