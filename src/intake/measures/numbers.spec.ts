import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (...lines: string[]) =>
  readPlan(['衢州市2024年稳增长若干措施', ...lines].join('\n'), registry).measures.map(
    ({ no, title }) => `${no} ${title}`,
  );

describe('numbers of measures', () => {
  it('are the printed ones; parts of a chapter’s own paragraph have their turn behind its number', () => {
    const paragraph = '一是加快前期工作。（市发展改革委负责）二是强化用地保障。（市自然资源局负责）';
    const sections = ['（一）建设水网。（市水利局负责）', '（二）改造老旧小区。（市住建局负责）'];
    const numbers = ['1之一 扩大投资', '1之二 扩大投资', '1.1 建设水网', '1.2 改造老旧小区'];
    expect(told('一、扩大投资', paragraph, ...sections)).toEqual(numbers);
    expect(told(['一、扩大投资', paragraph, ...sections].join(''))).toEqual(numbers);
  });

  it('count the parts of a clause that has nothing below it', () => {
    const parts = '1.扩大投资。建设水网（市水利局负责），改造老旧小区（市住建局负责）。';
    expect(told('一、任务', parts)).toEqual(['1.1.1 扩大投资', '1.1.2 扩大投资']);
  });
});
