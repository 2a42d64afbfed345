import type { Definition } from '../../workflows/catalogue.js';
import { isOpen } from '../flow/open-events.js';
import { Refusal } from '../shared/errors.js';
import { invalidInput } from '../web/index.js';

/**
 * The fields of a plain event as the flow takes them. Refusals: not_for_programs, for an event that is put together by its
 * feature with checks of its own; invalid_input, naming every field that the event does not have or that is no plain value.
 */
export function plainForm(definition: Definition, type: string, body: unknown): Record<string, unknown> {
  refuseComposed(definition, type);
  const sent = Object.entries(typeof body === 'object' && body !== null ? body : {});
  const names = definition.events[type]!.payload.map((field) => field.name);
  const known = new Set(names.filter((name) => name !== 'fires'));
  const faults = sent.filter(([name, value]) => !known.has(name) || !isPlain(value));
  if (faults.length > 0) throw invalidInput(faults.map(([field]) => ({ field, message: fault(field, known) })));
  return Object.fromEntries(sent.map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]));
}

function refuseComposed({ name, title, events }: Definition, type: string): void {
  if (Object.hasOwn(events, type) && !type.startsWith('deadline.') && isOpen(name, type)) return;
  throw new Refusal('not_for_programs', `${title}的“${type}”不能由程序这样办理。`, {
    place: type,
    cure: '请用相应的接口地址，或在页面上办理。',
  });
}

function fault(field: string, known: Set<string>): string {
  return known.has(field) ? `${field} 应为文字、数字或是否` : `${field} 是多余的栏目`;
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
