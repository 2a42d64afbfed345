import type { Definition } from '../../workflows/catalogue.js';
import { Refusal } from '../shared/errors.js';
import { invalidInput } from '../web/index.js';

/**
 * Events that a program may send as they are; null: all of the machine. Events of other kinds need more than the
 * machine knows (a draft's open questions, who has reported, a paper's file) and go through their own address or page.
 */
const PLAIN: Record<string, readonly string[] | null> = {
  plan: ['discard', 'reopenDraft', 'withdraw', 'appraise', 'resume', 'archive'],
  ...{ cycle: null, measure: null, assignment: null },
  round: ['close'],
  packet: ['accept', 'acceptOwnEntry', 'exempt', 'withdraw'],
};

/**
 * The fields of a plain event as the flow takes them. Refusals: not_for_programs; invalid_input, naming every field that
 * the event does not have or whose value is no plain value.
 */
export function plainForm(definition: Definition, type: string, body: unknown): Record<string, unknown> {
  refuseComposed(definition, type);
  const sent = Object.entries(typeof body === 'object' && body !== null ? body : {});
  const known = new Set(definition.events[type]!.payload.map((field) => field.name).filter((name) => name !== 'fires'));
  const faults = sent.filter(([name, value]) => !known.has(name) || !isPlain(value));
  if (faults.length > 0)
    throw invalidInput(
      faults.map(([field]) => ({
        field,
        message: `${field} ${known.has(field) ? '应为文字、数字或是否' : '是多余的栏目'}`,
      })),
    );
  return Object.fromEntries(sent.map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]));
}

function refuseComposed(definition: Definition, type: string): void {
  const allowed = Object.hasOwn(PLAIN, definition.name) ? PLAIN[definition.name] : [];
  const isKnown = Object.hasOwn(definition.events, type) && !type.startsWith('deadline.');
  if (isKnown && (allowed === null || allowed!.includes(type))) return;
  throw new Refusal('not_for_programs', `${definition.title}的“${type}”不能由程序这样办理。`, {
    place: type,
    cure: '请用相应的接口地址，或在页面上办理。',
  });
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
