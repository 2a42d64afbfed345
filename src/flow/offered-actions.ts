import type { Definition, PayloadField } from '../../workflows/catalogue.js';
import type { FieldView } from '../web/index.js';
import { isOpen } from './open-events.js';

/** One event a person may send now, as a form of the page. */
export interface ActionView {
  type: string;
  /** Where the page holds the actions of several instances: whose this one is. */
  of?: string;
  label: string;
  action: string;
  rev: number;
  /** Where the page goes afterwards. */
  next: string;
  fields: FieldView[];
  danger: boolean;
}

/** Kinds of field that a plain form can carry; events with other required fields have pages of their own. */
const PLAIN = new Set(['text', 'day', 'choice', 'flag', 'number']);
const DANGEROUS = /^(withdraw|discard|remove|cancel|merge|end)$/;

/** The forms for the events on offer, in the machine's order, what cannot be undone last; events that need more than plain fields are left out. */
export function actionViews(
  definition: Definition,
  instance: string,
  offer: { revision: number; events: string[] },
  next: string,
): ActionView[] {
  const actions = offer.events
    .filter((type) => isOpen(definition.name, type) && isPlain(definition.events[type]?.payload ?? []))
    .map((type) => ({
      type,
      label: definition.events[type]!.label,
      action: `/flow/${instance}/${type}`,
      rev: offer.revision,
      next,
      fields: definition.events[type]!.payload.filter(isAsked).map((field) =>
        fieldView(`${type}-${field.name}`, field),
      ),
      danger: DANGEROUS.test(type),
    }));
  return [...actions.filter((one) => !one.danger), ...actions.filter((one) => one.danger)];
}

/** Whether a plain form can carry an event with these fields; others have forms and checks of their own. */
export function isPlain(fields: readonly PayloadField[]): boolean {
  return fields.every((field) => PLAIN.has(field.kind) || (!field.required && field.kind !== 'file'));
}

/** `fires` is computed from the day beside it. */
function isAsked(field: PayloadField): boolean {
  return PLAIN.has(field.kind) && field.name !== 'fires';
}

function fieldView(id: string, field: PayloadField): FieldView {
  const kinds: Record<string, FieldView['kind']> = {
    day: 'date',
    choice: 'select',
    flag: 'checkbox',
    number: 'number',
  };
  const options = Object.entries(field.choices ?? {}).map(([value, label]) => ({ value, label, selected: false }));
  const kind = kinds[field.kind] ?? (/^(opinion|reason|text|outcome)$/.test(field.name) ? 'textarea' : 'text');
  return {
    name: id,
    label: field.label,
    kind,
    value: kind === 'checkbox' ? 'true' : '',
    required: field.required,
    rows: 2,
    options,
  };
}
