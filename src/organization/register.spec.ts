import { describe, expect, it } from '@jest/globals';
import type { Reader } from '../persistence/tx.js';
import { enrol, signatureName } from './register.js';

describe('a unit’s name in a signature', () => {
  it('has the place in front', () => {
    expect(signatureName('市卫生健康委员会', '太原市')).toBe('太原市卫生健康委员会');
    expect(signatureName('共青团市委', '太原市')).toBe('共青团太原市委');
    expect(signatureName('国家统计局太原调查队', '太原市')).toBe('国家统计局太原调查队');
  });

  it('keeps the level where the plan does not tell its place', () => {
    expect(signatureName('市卫生健康委员会', '')).toBe('市卫生健康委员会');
  });
});

describe('a unit that a plan enters', () => {
  it('is called in lists and reminders as the plan prints it, 市 and all', async () => {
    const empty = { manager: { find: () => Promise.resolve([]) } } as unknown as Reader;
    const wanted = { name: '市委宣传部', place: '太原市', level: 'city', kind: 'bureau' as const };
    const { commands } = await enrol(empty, { next: () => 'u1' }, [wanted]);
    expect(commands).toMatchObject([{ input: { shortName: '市委宣传部', fullName: '太原市委宣传部' } }]);
  });
});
