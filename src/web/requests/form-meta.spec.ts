import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import { formMetaOf, takeFormMeta } from './form-meta.js';
import { Shell } from '../shell.js';

const request = (headers: Record<string, string> = {}) =>
  ({ body: {}, headers, path: '/flow/a' }) as unknown as Request;
const times = (work: () => string) => Array.from({ length: 50 }, work);

describe('the number of a form', () => {
  it('ascends from page to page, so that the rows of those who send at the same time lie together', () => {
    const shell = new Shell(() => null, {});
    const page = () => shell.for(request(), { locals: {}, req: request() } as never).key;
    const shown = times(page);
    expect(shown).toEqual([...new Set(shown)].sort());
  });

  it('is drawn in the same way for a program that sends none', () => {
    const drawn = times(() => {
      const sent = request();
      takeFormMeta(sent);
      return formMetaOf(sent).key;
    });
    expect(drawn).toEqual([...new Set(drawn)].sort());
    const read = times(() => formMetaOf(request()).key);
    expect(read).toEqual([...new Set(read)].sort());
  });

  it('stays apart for two addresses of one page', () => {
    const sent = (path: string) => {
      const one = { ...request({ 'idempotency-key': 'page-0001' }), path } as Request;
      takeFormMeta(one);
      return formMetaOf(one).key;
    };
    expect(sent('/flow/a')).toBe(sent('/flow/a'));
    expect(sent('/flow/a')).not.toBe(sent('/flow/b'));
    expect(sent('/flow/a')).toMatch(/^page-0001:[0-9a-f]{12}$/);
  });
});
