import { describe, expect, it } from '@jest/globals';
import * as library from 'canonicalize';
import fc from 'fast-check';
import { canonical } from './canonical.js';
import { bodyText, type EventBody } from './chain.js';

const reference = (library as unknown as { default: (value: unknown) => string }).default;

describe('the canonical form of what is hashed', () => {
  it('is RFC 8785, as the reference library writes it, for whatever JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(value)).toBe(reference(value));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('orders members by code unit and writes numbers and strings as the RFC prescribes', () => {
    const value = { '\u20ac': 1e21, b: [-0, 4.5, 1e-7], a: '引\n"号', 'a\u0001': undefined };
    expect(canonical(value)).toBe('{"a":"引\\n\\"号","b":[0,4.5,1e-7],"\u20ac":1e+21}');
  });

  it('drops and turns what JSON drops and turns', () => {
    expect(canonical([1, undefined, null])).toBe('[1,null,null]');
    expect(canonical({ at: new Date(0), f: () => 1, u: undefined })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
    expect(canonical({ b: 1, a: 2, aa: 3 })).toBe('{"a":2,"aa":3,"b":1}');
  });

  it('refuses what has no canonical form instead of hashing something else', () => {
    expect(() => canonical({ n: Number.NaN })).toThrow('NaN');
    expect(() => canonical({ n: 1n })).toThrow('bigint');
  });

  it('writes an event body exactly as the canonical form of the same object', () => {
    const body = fc.record<EventBody>({
      instance: fc.string({ unit: 'grapheme' }),
      seq: fc.nat(),
      definition: fc.string(),
      type: fc.string(),
      actor: fc.string(),
      actorName: fc.string({ unit: 'grapheme' }),
      unit: fc.option(fc.string()),
      relation: fc.string(),
      onBehalf: fc.constantFrom(null, { unit: 'hr', channel: '电话' as const, receivedOn: '2023-05-11' }),
      recordedAt: fc.nat(),
      at: fc.string(),
      payload: fc.dictionary(fc.string(), fc.jsonValue()),
      key: fc.option(fc.string()),
      prev: fc.string(),
    });
    fc.assert(
      fc.property(body, (one) => {
        expect(bodyText(one, canonical(one.payload))).toBe(reference(one));
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
