import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

const INVALID = { code: 'config_invalid' };

describe('the settings of an installation', () => {
  it.each(['', 'uniquelocal', '10.0.0.5', 'loopback, 172.16.0.0/12', 'fd00::/8,10.1.2.3'])(
    'trusts the word of a proxy at “%s”',
    (given) => {
      expect(readConfig({ QIANTOU_TRUST_PROXY: given }).QIANTOU_TRUST_PROXY).toBe(given);
    },
  );

  it.each(['true', 'all', '10.0.0.5;*', 'proxy.example'])('takes no proxy for everybody’s word: “%s”', (given) => {
    expect(() => readConfig({ QIANTOU_TRUST_PROXY: given })).toThrow(expect.objectContaining(INVALID));
  });

  it.each([
    ['127.0.0.1', '', false],
    ['127.0.0.1', 'loopback', true],
    ['0.0.0.0', '', true],
  ])('at %s with the proxy “%s” is reached by https: %s', (HOST, QIANTOU_TRUST_PROXY, secure) => {
    expect(readConfig({ HOST, QIANTOU_TRUST_PROXY }).secure).toBe(secure);
  });

  it.each(['mysql://h/d', 'postgres', 'postgres://h/d e'])('refuses “%s” as a database', (given) => {
    expect(() => readConfig({ DATABASE_URL: given })).toThrow(expect.objectContaining(INVALID));
  });

  it('stands on the file in its data folder, or on the PostgreSQL database it is given', () => {
    expect(readConfig({ DATA_DIR: '/srv/q' }).databasePlace).toEqual({ file: '/srv/q/qiantou.db' });
    expect(readConfig({ DATABASE_URL: 'postgres://h/d' }).databasePlace).toEqual({ url: 'postgres://h/d' });
  });
});
