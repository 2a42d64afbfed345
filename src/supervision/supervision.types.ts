import type { SupervisionLevel } from '../../workflows/supervision/supervision.v1.events.js';
import type { Actor, OnBehalf } from '../engine/types.js';
import type { Way } from './levels.js';
import type { ReplyFile } from './supervision.entities.js';

/** Whose press of which button, on which revision: key and seenRevision come from the form. */
export interface Press {
  actor: Actor;
  key?: string;
  seenRevision?: number;
}

/** Who is to be supervised, about what, how hard. Without measures it is about the unit's reporting as a whole. */
export interface ProposeInput {
  unitId: string;
  measureIds: string[];
  way: Way;
  level: SupervisionLevel;
  reason: string;
}

/** A paper to be signed off: an order at a level, or a letter of consultation. */
export type PaperInput =
  { form: 'order'; text: string; due: string; level: SupervisionLevel } | { form: 'letter'; text: string; due: string };

/** Sending the signed paper; number: the office's own, else the next of the series. */
export interface SendInput {
  on: string;
  channel: string;
  due: string;
  number?: string;
}

export interface ReplyInput {
  text: string;
  files: ReplyFile[];
}

/** How a unit's act reached the office that records it. */
export interface ReceiptInput {
  channel: string;
  receivedOn: string;
  signer?: string;
  post?: string;
  /** SHA-256 of the proof; absent means 待补证. */
  proof?: string | null;
}

/** The receipt as the record keeps it. */
export function behalfOf(unit: string, { channel, receivedOn, signer, post, proof }: ReceiptInput): OnBehalf {
  const known = { unit, channel: channel as OnBehalf['channel'], receivedOn };
  return { ...known, ...(signer ? { signer } : {}), ...(post ? { post } : {}), ...(proof ? { proof } : {}) };
}
