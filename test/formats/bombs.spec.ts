import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInChild } from '../../src/intake/child/read-in-child.js';
import { Refusal } from '../../src/shared/errors.js';
import { BOMBS } from './bombs.js';

const REFUSED = /^(?:file_bomb|file_too_large|file_broken|file_empty|scan_without_text|parse_limit)$/;
/** What a bomb that is read may give at most: it is defused then. */
const MOST_CHARACTERS = 2_000_000;
/** Shorter than the product's 20 s, which one of them uses up. */
const LIMITS = { deadlineMs: 10_000 };

describe('files built to exhaust the reader, each in the reading process', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bombs-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are at least the thirty of threats.md', () => {
    expect(BOMBS.length).toBeGreaterThanOrEqual(30);
    expect(new Set(BOMBS.map(([what]) => what)).size).toBe(BOMBS.length);
  });

  it.each(BOMBS.map(([what, name, build]) => ({ what, name, build })))(
    '$what ($name): refused with a code, or read without harm',
    async ({ name, build }) => {
      const path = join(folder, 'file');
      await writeFile(path, build());
      const outcome = await readInChild(path, name, LIMITS).then(
        ({ document }) => document.text.length,
        (error: unknown) => (error instanceof Refusal ? error.code : `crashed: ${String(error)}`),
      );
      if (typeof outcome === 'number') expect(outcome).toBeLessThan(MOST_CHARACTERS);
      else expect(outcome).toMatch(REFUSED);
    },
    60_000,
  );
});
