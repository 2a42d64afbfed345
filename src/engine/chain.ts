import { hash } from 'node:crypto';
import { canonical, canonicalString } from './canonical.js';
import type { HashName } from './hashing.js';
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

/**
 * RFC 8785 canonical JSON of the body: the bytes that are hashed and stored. The members stand in their canonical order
 * here; `payload` is the payload's canonical text.
 */
export function bodyText(body: EventBody, payload: string): string {
  const text = canonicalString;
  return (
    `{"actor":${text(body.actor)},"actorName":${text(body.actorName)},"at":${text(body.at)}` +
    `,"definition":${text(body.definition)},"instance":${text(body.instance)},"key":${textOrNull(body.key)}` +
    `,"onBehalf":${canonical(body.onBehalf)},"payload":${payload},"prev":${text(body.prev)}` +
    `,"recordedAt":${body.recordedAt},"relation":${text(body.relation)},"seq":${body.seq}` +
    `,"type":${text(body.type)},"unit":${textOrNull(body.unit)}}`
  );
}

const textOrNull = (value: string | null) => (value === null ? 'null' : canonicalString(value));

/** The hash, lower-case hex, of an event's stored bytes. */
export function hashOf(text: string, algorithm: HashName = 'sha256'): string {
  return hash(algorithm, text);
}
