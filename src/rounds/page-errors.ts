import type { Refusal } from '../shared/errors.js';
import type { PageError } from '../web/index.js';
import type { FieldFault } from './packet.types.js';

/** A refusal as the faults at the top of a page: one per field where it names fields. */
export function pageErrors(refusal: Refusal): PageError[] {
  const fields = refusal.detail.facts?.fields;
  if (Array.isArray(fields)) return (fields as FieldFault[]).map(({ field, message }) => ({ field, message }));
  return [{ message: [refusal.message, refusal.detail.cure].filter(Boolean).join(' ') }];
}
