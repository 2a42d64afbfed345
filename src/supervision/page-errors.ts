import type { Refusal } from '../shared/errors.js';
import type { PageError } from '../web/index.js';

/**
 * A refusal as the faults at the top of a page. Fields are named by what they mean (due); on the page they carry the
 * form's prefix (extendDue).
 */
export function pageErrors(refusal: Refusal, prefix = ''): PageError[] {
  const fields = refusal.detail.facts?.fields;
  const where = (field: string) =>
    prefix === '' ? field : `${prefix}${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  if (Array.isArray(fields)) {
    return (fields as { field: string; message: string }[]).map(({ field, message }) => {
      return { field: field.startsWith(prefix) && prefix !== '' ? field : where(field), message };
    });
  }
  return [{ message: [refusal.message, refusal.detail.cure].filter(Boolean).join(' ') }];
}
