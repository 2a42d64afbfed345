import { describe, expect, it } from '@jest/globals';
import type { LookupAddress } from 'node:dns';
import { checkpointTarget, guardedLookup } from './target.js';

describe('an address that takes checkpoints', () => {
  it.each([
    'https://archive.example/heads',
    'https://10.1.2.3/heads',
    'https://[2001:db8::1]/',
    'https://localhost/',
    'http://localhost:8080/',
    'http://127.0.0.1:8080/',
    'http://[::1]:8080/',
  ])('may be %s', (address) => expect(checkpointTarget(address).href).toBe(new URL(address).href));

  it.each([
    ['archive', '不是网址'],
    ['', '不是网址'],
    ['http://archive.example/', '须用 https（本机可用 http）'],
    ['ftp://localhost/', '须用 https（本机可用 http）'],
    ['https://user@archive.example/', '网址中不能带用户名和密码'],
    ['https://:word@archive.example/', '网址中不能带用户名和密码'],
    ['https://0.0.0.0/', '不能指向本机或本链路的地址'],
    ['https://127.0.0.2/', '不能指向本机或本链路的地址'],
    ['https://169.254.169.254/', '不能指向本机或本链路的地址'],
    ['https://224.0.0.1/', '不能指向本机或本链路的地址'],
    ['https://[::]/', '不能指向本机或本链路的地址'],
    ['https://[fe80::1]/', '不能指向本机或本链路的地址'],
    ['https://[ff02::1]/', '不能指向本机或本链路的地址'],
    ['https://[::ffff:10.1.2.3]/', '不能指向本机或本链路的地址'],
  ])('may not be %s: %s', (address, why) => {
    expect(() => checkpointTarget(address)).toThrow(`QIANTOU_CHECKPOINT_URL 的值不可用：${why}`);
    expect(() => checkpointTarget(address)).toThrow(expect.objectContaining({ code: 'config_invalid' }));
  });
});

describe('a name looked up for the connection', () => {
  const address = (one: string): LookupAddress => ({ address: one, family: one.includes(':') ? 6 : 4 });

  /** What the connection is told of a host behind which these addresses stand. */
  function told(url: string, found: string[] | Error, all = false): unknown[] {
    let answer: unknown[] = [];
    const lookup = guardedLookup(new URL(url), (_host, done) =>
      found instanceof Error ? done(found, []) : done(null, found.map(address)),
    );
    lookup(new URL(url).hostname, { all }, (...given) => (answer = given));
    return answer;
  }

  const refused = (url: string, ...found: string[]) => (told(url, found)[0] as Error | null)?.message ?? null;
  const ARCHIVE = 'https://archive.example/';

  it('leads to its first address, or to all where all are asked for', () => {
    expect(told(ARCHIVE, ['10.1.2.3', '2001:db8::1'])).toEqual([null, '10.1.2.3', 4]);
    expect(told(ARCHIVE, ['2001:db8::1'])).toEqual([null, '2001:db8::1', 6]);
    expect(told(ARCHIVE, ['10.1.2.3'], true)).toEqual([null, [{ address: '10.1.2.3', family: 4 }]]);
  });

  it('leads nowhere inside: not with one of several addresses, not in the clothes of another kind', () => {
    const inside = ['127.0.0.1', '169.254.1.1', '0.0.0.1', '239.1.1.1', '::1', 'fe80::9', 'ff05::2', '::FFFF:10.1.2.3'];
    const words = 'archive.example leads to an address not allowed';
    expect(inside.map((one) => refused(ARCHIVE, one))).toEqual(inside.map(() => words));
    expect(refused(ARCHIVE, '10.1.2.3', '127.0.0.1')).toBe(words);
    expect(refused(ARCHIVE)).toBe(words);
    expect(told(ARCHIVE, new Error('no such host'))).toEqual([new Error('no such host'), '', 0]);
    expect(told(ARCHIVE, ['::1']).slice(1)).toEqual(['', 0]);
  });

  it('of this machine leads to this machine alone', () => {
    expect(told('http://localhost:1/', ['127.0.0.1'])).toEqual([null, '127.0.0.1', 4]);
    expect(told('http://localhost:1/', ['::1'])).toEqual([null, '::1', 6]);
    expect(refused('http://localhost:1/', '10.1.2.3')).not.toBeNull();
    expect(refused('http://localhost:1/', '127.0.0.1', '10.1.2.3')).not.toBeNull();
  });
});
