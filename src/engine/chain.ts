import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';
import type { OnBehalf } from './types.js';

/** The fields of an event that its hash covers (design.md section 5). */
export interface EventBody {
  instance: string;
  seq: number;
  definition: string;
  type: string;
  actor: string;
  /** The person's name at the time, so that the record reads the same after a change of name. */
  actorName: string;
  unit: string | null;
  relation: string;
  onBehalf: OnBehalf | null;
  recordedAt: number;
  at: string;
  payload: Record<string, unknown>;
  key: string | null;
  /** Hash of the instance's event before this one; '' for the first. */
  prev: string;
}

/** RFC 8785 canonical JSON of the body: the bytes that are hashed and stored. */
export function bodyText(body: EventBody): string {
  return canonical(body);
}

/** SHA-256, lower-case hex, of an event's stored bytes. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
