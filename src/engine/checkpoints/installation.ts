import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../persistence/database.js';
import type { Clock } from '../../shared/clock.js';
import type { Witnesses } from '../verify.js';
import { filedCheckpoints, takeCheckpoint, type Checkpoint } from './checkpoint.js';
import { LogKey } from './log-key.js';

const keyFolder = (dataDir: string) => join(dataDir, 'log-key');
const checkpointFolder = (dataDir: string) => join(dataDir, 'checkpoints');

/** Signs the end of an installation's log with its own key; null when nothing was recorded since the last time. */
export function checkpointIn(dataDir: string, database: Database, clock: Clock): Promise<Checkpoint | null> {
  return takeCheckpoint(database, LogKey.in(keyFolder(dataDir)), clock, checkpointFolder(dataDir));
}

/** What `verify` holds an installation's log against; undefined where no checkpoint was ever taken. */
export function witnessesIn(dataDir: string): Witnesses | undefined {
  if (!existsSync(keyFolder(dataDir))) return undefined;
  const { publicHex } = LogKey.in(keyFolder(dataDir));
  return { publicHex, outside: filedCheckpoints(checkpointFolder(dataDir)) };
}

/** The key with which an installation signs an exported log. */
export function logKeyIn(dataDir: string): LogKey {
  return LogKey.in(keyFolder(dataDir));
}
