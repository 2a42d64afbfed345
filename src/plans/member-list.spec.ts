import { describe, expect, it } from '@jest/globals';
import { latestChange, termsBefore, termsChanged, type TermSet } from './member-list.js';

const set = (position: number, change: string, unit: string, from: string, to: string | null = null): TermSet => ({
  ...{ position, change, unit, from, to },
  ...{ who: '王某', when: 0 },
});

describe('the list of members of an office', () => {
  it('gains units from a day on and loses others with the day before', () => {
    const standing = [
      { unit: '教育', from: '2020-01-01', to: null },
      { unit: '扶贫', from: '2020-01-01', to: null },
    ];
    expect(termsChanged(standing, ['数据', '教育'], ['扶贫'], '2026-05-01')).toEqual([
      { unit: '数据', from: '2026-05-01', to: null },
      { unit: '扶贫', from: '2020-01-01', to: '2026-04-30' },
    ]);
  });

  it('is as before once the latest change is undone, and as after once that is', () => {
    const course = [
      set(1, 'a', '教育', '2020-01-01'),
      set(2, 'a', '扶贫', '2020-01-01'),
      set(3, 'b', '扶贫', '2020-01-01', '2026-04-30'),
      set(4, 'b', '数据', '2026-05-01'),
    ];
    expect(latestChange(course).map(({ unit }) => unit)).toEqual(['扶贫', '数据']);
    const undone = termsBefore(course);
    expect(undone).toEqual([
      { unit: '扶贫', from: '2020-01-01', to: null },
      { unit: '数据', from: '2026-05-01', to: '2026-04-30' },
    ]);
    const again = [...course, ...undone.map((one, at) => set(5 + at, 'c', one.unit, one.from, one.to))];
    expect(termsBefore(again)).toEqual([
      { unit: '扶贫', from: '2020-01-01', to: '2026-04-30' },
      { unit: '数据', from: '2026-05-01', to: null },
    ]);
  });
});
