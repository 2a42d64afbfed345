import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Checkout } from './checkout.js';

let checkout: Checkout;
beforeEach(() => void (checkout = new Checkout()));
afterEach(() => checkout.remove());

describe('the first start on a fresh clone', () => {
  it('installs, builds, says what it does, and leaves stdout to the program', async () => {
    const { code, said, stdout } = await checkout.ensure();
    expect([code, stdout]).toEqual([0, '']);
    expect(said).toMatch(/安装依赖包.*[\s\S]*编译程序/);
    expect(checkout.read('npm-runs')).toMatch(/^ci /);
    expect(checkout.read('dist/src/main.js')).toBe('first');
  });

  it('takes packages that are there already and agree with the lock', async () => {
    await checkout.ensure();
    checkout.write('node_modules/.ensure.json', '{}');
    await checkout.ensure();
    expect(checkout.runs('npm')).toBe(1);
  });
});

describe('a later start', () => {
  beforeEach(async () => void (await checkout.ensure()));

  it('does nothing and says nothing when nothing changed', async () => {
    expect(await checkout.ensure()).toEqual({ code: 0, said: '', stdout: '' });
    expect([checkout.runs('npm'), checkout.runs('compiler')]).toEqual([1, 1]);
  });

  it.each(['src/main.ts', 'workflows/plan.v1.ts', 'templates/pages/inbox.hbs', 'tsconfig.json'])(
    'builds again when %s changed',
    async (path) => {
      checkout.append(path, ' second');
      await checkout.ensure();
      expect([checkout.runs('npm'), checkout.runs('compiler')]).toEqual([1, 2]);
    },
  );

  it('does not build again for a spec, which is no part of the program', async () => {
    checkout.write('src/main.spec.ts', 'x');
    await checkout.ensure();
    expect(checkout.runs('compiler')).toBe(1);
  });

  it('installs again when the lock changed', async () => {
    checkout.lock('2.0.0');
    await checkout.ensure();
    expect(checkout.runs('npm')).toBe(2);
  });

  it('keeps the old build when the new one fails, and says so', async () => {
    checkout.append('src/main.ts', ' fault');
    const { code, said } = await checkout.ensure();
    expect([code, said]).toEqual([1, expect.stringContaining('编译程序失败')]);
    expect(checkout.read('dist/src/main.js')).toBe('first');
  });
});

describe('two starts at once', () => {
  it('install and build once between them', async () => {
    const results = await Promise.all([checkout.ensure(), checkout.ensure(), checkout.ensure()]);
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect([checkout.runs('npm'), checkout.runs('compiler')]).toEqual([1, 1]);
    expect(existsSync(join(checkout.root, '.ensure.lock'))).toBe(false);
  });
});

describe('a start that was cut off', () => {
  it('does not stop the next one, and its half-made build is never used', async () => {
    await checkout.ensure();
    checkout.append('src/main.ts', ' second');
    await checkout.ensureCutOff();
    expect(checkout.read('dist/src/main.js')).toBe('first');
    expect((await checkout.ensure()).code).toBe(0);
    expect(checkout.read('dist/src/main.js')).toBe('first second');
  });

  it('before it could sign its lock holds nobody up for long', async () => {
    mkdirSync(join(checkout.root, '.ensure.lock'));
    const { code, said } = await checkout.ensure();
    expect([code, said]).toEqual([0, expect.stringContaining('另一个进程正在安装或编译')]);
  });
});

describe('a Node that is too old', () => {
  it('is named together with the one that is needed', async () => {
    checkout.write('package.json', JSON.stringify({ engines: { node: '>=99.1.0' } }));
    const { code, said } = await checkout.ensure();
    expect([code, said]).toEqual([1, expect.stringContaining('需要 Node 99.1.0 或更高版本')]);
  });
});
