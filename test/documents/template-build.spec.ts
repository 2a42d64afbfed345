import { describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

type BuildTemplates = (rootDir: string, outDir?: string) => string[];

async function buildTemplates(): Promise<BuildTemplates> {
  const script = pathToFileURL(resolve('scripts/templates.mjs')).href;
  return ((await import(script)) as { buildTemplates: BuildTemplates }).buildTemplates;
}

async function inFolder<T>(files: Record<string, string>, use: (root: string) => T | Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'templates-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'templates', name)), { recursive: true });
    writeFileSync(join(root, 'templates', name), content);
  }
  try {
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('building the templates', () => {
  it('names them by their path and writes one module, the same each time', async () => {
    const build = await buildTemplates();
    const files = { 'pages/plan.hbs': '{{title}}', 'partials/ui/light.hbs': '{{word}}' };
    await inFolder(files, (root) => {
      expect(build(root)).toEqual(['pages/plan', 'partials/ui/light']);
      const first = readFileSync(join(root, 'dist/templates/index.js'), 'utf8');
      build(root, join(root, 'other'));
      expect(readFileSync(join(root, 'other/templates/index.js'), 'utf8')).toBe(first);
      expect(first).toContain('"ui/light"');
    });
  });

  it.each([
    ['an unknown helper', '{{shout title}}'],
    ['a block that is not closed', '{{#if title}}'],
  ])('stops at %s and names the template', async (_fault, content) => {
    const build = await buildTemplates();
    await inFolder({ 'pages/plan.hbs': content }, (root) => {
      expect(() => build(root)).toThrow('pages/plan');
    });
  });
});
