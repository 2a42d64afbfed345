import type { FieldView } from './views.js';

/** One small form of a page: a button with the fields it needs, folded until wanted. */
export interface ActView {
  type: string;
  label: string;
  action: string;
  rev: number;
  fields: FieldView[];
  danger: boolean;
  /** Unfolded: after a refusal the form comes back open, with what was typed. */
  open: boolean;
  multipart: boolean;
  note: string;
  /** Units to be ticked. */
  units: UnitTicks | null;
}

/** A list of units to tick: fields of one name, one value per unit. */
export interface UnitTicks {
  name: string;
  legend: string;
  units: { id: string; name: string; checked: boolean }[];
}

/** What was sent to which act, when it was refused and comes back. */
export interface Sent {
  act: string;
  values: Record<string, unknown>;
}

type Field = Omit<FieldView, 'value'> & { value?: string };

/** Builds the acts of one thing: `base` is its address, `sent` what was refused just now. */
export class ActList {
  readonly acts: ActView[] = [];

  constructor(
    private readonly base: string,
    private readonly rev: number,
    private readonly sent: Sent | null,
  ) {}

  add(
    type: string,
    label: string,
    fields: Field[],
    more: Partial<Pick<ActView, 'danger' | 'multipart' | 'note' | 'units'>> = {},
  ): this {
    const open = this.sent?.act === type;
    const values = open ? this.sent!.values : {};
    this.acts.push({
      ...{
        type,
        label,
        action: `${this.base}/${type}`,
        rev: this.rev,
        open,
        danger: false,
        multipart: false,
        note: '',
        units: null,
      },
      ...more,
      fields: fields.map((field) => filled(field, values)),
    });
    return this;
  }
}

function filled(field: Field, values: Record<string, unknown>): FieldView {
  const sent = values[field.name];
  const value = typeof sent === 'string' ? sent : (field.value ?? '');
  const options = field.options?.map((option) => ({ ...option, selected: option.value === value }));
  return { rows: 2, ...field, value: field.kind === 'checkbox' ? (field.value ?? 'yes') : value, options };
}

/** The options of a select, none chosen. */
export function choices(
  words: Record<string, string> | readonly string[],
  empty?: string,
): NonNullable<FieldView['options']> {
  const pairs = Array.isArray(words) ? (words as string[]).map((word) => [word, word] as const) : Object.entries(words);
  const first = empty === undefined ? [] : [{ value: '', label: empty, selected: false }];
  return [...first, ...pairs.map(([value, label]) => ({ value, label, selected: false }))];
}
