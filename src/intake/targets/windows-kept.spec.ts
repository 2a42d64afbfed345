import { describe, expect, it } from '@jest/globals';
import { readConditions } from './conditions.js';
import { measureFigures } from './goal-column.js';
import { readTargets } from './targets.js';

const span = (start: number, end: number): [number, number] => [start, end];
const told = (text: string): string[] =>
  readConditions(text, { year: 2026, issuedOn: null }, span).map(({ raw, start, end }) => `${raw} ${start}~${end}`);

describe('no stretch of days is lost', () => {
  it.each([
    ['9月中下旬组织巡查', ['9月中下旬 2026-09-11~2026-09-30']],
    ['9月上中旬组织巡查', ['9月上中旬 2026-09-01~2026-09-20']],
    ['8月中旬组织巡查', ['8月中旬 2026-08-11~2026-08-20']],
    ['9月中下旬至10月上中旬组织巡查', ['9月中下旬至10月上中旬 2026-09-11~2026-10-20']],
    ['12月4日前后开展宣讲', ['12月4日前后 2026-11-27~2026-12-11']],
    ['12月4日左右开展宣讲', ['12月4日左右 2026-11-27~2026-12-11']],
    ['中秋、国庆“双节”期间走访', ['中秋 2026-09-25~2026-09-27', '国庆“双节”期间 2026-10-01~2026-10-07']],
    ['“双节”期间走访', ['“双节”期间 null~null']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('a fraction right before the goods that it is of', () => {
  const read = (text: string) => readTargets(text, { year: 2026, by: null }, span);
  const asked = (text: string): string[] =>
    measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
      targets: read(text.slice(from, to)),
      conditions: [],
    })).doubts.map(({ code, reason }) => `${code} ${/“(.*?)”/.exec(reason)?.[1] ?? ''}`);

  it('is a figure where it is exact, else asked about', () => {
    expect(read('拿出保租房1/4房源供务工人员租住').map(({ value, unit }) => `${value}${unit}`)).toEqual(['25%']);
    expect(asked('拿出保租房1/3房源供务工人员租住')).toEqual(['figure_unread 1/3']);
    expect(asked('拿出保租房三分之一的房源供务工人员租住')).toEqual(['figure_unread 三分之一']);
  });
});
