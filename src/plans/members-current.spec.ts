import { describe, expect, it } from '@jest/globals';
import { goneWords, membersCurrent, type GoneFacts } from './members-current.js';

const RURAL = '市乡村振兴局';
const LIST = ['市财政局', RURAL, '市农业农村局'];
const list = (facts: Partial<GoneFacts> | null, registered = LIST) =>
  membersCurrent(
    LIST,
    (name) => (name === RURAL && facts ? { decided: [], successors: [], usual: [], ...facts } : null),
    registered,
  );

describe('a list of members on a day on which one of its units is gone', () => {
  it('stands as it is while all are in use, or the office kept the unit', () => {
    expect(list(null)).toEqual({ names: LIST, gone: [] });
    expect(list({ decided: [RURAL], usual: ['市农业农村局'] }).names).toEqual(LIST);
  });

  it('has whom the office decided on in its place, else its own register’s successor, else the usual heir that is there', () => {
    expect(list({ decided: ['市水务局'], successors: ['市民政局'] }).names).toEqual([
      '市财政局',
      '市水务局',
      '市农业农村局',
    ]);
    expect(list({ successors: ['市民政局'], usual: ['市农业农村局'] }).names).toContain('市民政局');
    const usual = list({ usual: ['市农业农村局'] });
    expect(usual.names).toEqual(['市财政局', '市农业农村局']);
    expect(goneWords(usual.gone)).toBe('名单上的市乡村振兴局已经撤并，由市农业农村局承担。');
  });

  it('leaves the unit out and says so where nobody knows who follows', () => {
    const left = list({ usual: ['市自然资源局', '市规划局'] });
    expect(left.names).toEqual(['市财政局', '市农业农村局']);
    expect(goneWords(left.gone)).toMatch(/市乡村振兴局已经撤并，由谁承担未定，没有列入/);
  });
});
