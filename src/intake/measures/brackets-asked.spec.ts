import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

describe('a bracket that was not read, within the words of a measure', () => {
  it('is asked about in that measure', () => {
    const { measures } = readPlan(
      [
        '衢州市2024年务工人员服务方案',
        '一、重点任务',
        '1.办展20期（市生长改造委牵头卖力），办班30期。（市教育局负责）',
        '2.开办夜校。（市教育局负责）',
      ].join('\n'),
      loadUnitRegistry(),
    );
    expect(measures.map(({ doubts, doubtful }) => [doubtful, ...doubts.map(({ code }) => code)])).toEqual([
      [true, 'note_unread'],
      [false],
    ]);
  });
});
