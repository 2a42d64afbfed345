import type { EventWords, PayloadField } from '../../../workflows/catalogue.js';

const SAMPLES: Record<PayloadField['kind'], unknown[]> = {
  text: ['文字'],
  day: ['2026-06-30'],
  choice: [],
  flag: [true, false],
  number: [1],
  id: ['id-1'],
  ids: [['id-1']],
  record: [{}],
  list: [[]],
  file: ['file-1'],
};

/**
 * Payloads to try an event with: one sample of each field, and one more payload for each further value of a choice or
 * flag, so that what a choice leads to is walked too.
 */
export function samplePayloads(words: EventWords): Record<string, unknown>[] {
  const first = Object.fromEntries(words.payload.map((field) => [field.name, valuesOf(field)[0]]));
  const others = words.payload.flatMap((field) =>
    valuesOf(field)
      .slice(1)
      .map((value) => ({ ...first, [field.name]: value })),
  );
  return [first, ...others];
}

function valuesOf(field: PayloadField): unknown[] {
  return field.choices ? Object.keys(field.choices) : SAMPLES[field.kind];
}
