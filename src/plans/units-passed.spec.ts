import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../intake/registry.js';
import { decidedNames, heirOffers, holdsOn } from './units-passed.js';

const registry = loadUnitRegistry();
const HEIR = { name: '市自然资源局', since: '2018-03-01' };

describe('who may do the work of a unit that is gone', () => {
  it('is first who stands in the place’s register under such a name, then who is usual', () => {
    expect(heirOffers({ successors: [HEIR] }, ['市财政局', '市自然资源和规划局'])).toEqual([
      { name: '市自然资源和规划局', reason: '本地名录中有' },
      { name: '市自然资源局', reason: '（2018年3月起）' },
    ]);
    expect(heirOffers({ successors: [HEIR] }, ['市自然资源局'])).toEqual([
      { name: '市自然资源局', reason: '本地名录中有' },
    ]);
    expect(heirOffers({ successors: [] }, ['市财政局'])).toEqual([]);
  });
});

describe('what the office decided on such a name', () => {
  const head = (issuedOn: string | null) => ({ region: '太原市', level: 'city' as const, issuedOn });
  const holds = (surface: string, name: string, day: string | null) =>
    holdsOn(head(day), registry)({ surface, name, others: [] });

  it('is one decision, also where several do its work', () => {
    expect(
      decidedNames([
        { surface: '市国土资源局', name: '市自然资源局' },
        { surface: '市人社局', name: '市人力资源和社会保障局' },
        { surface: '市国土资源局', name: '市林业和草原局' },
      ]),
    ).toEqual([
      { surface: '市国土资源局', name: '市自然资源局', others: ['市林业和草原局'] },
      { surface: '市人社局', name: '市人力资源和社会保障局', others: [] },
    ]);
  });

  it('holds in plans of days on which the unit was gone, and where no day is known', () => {
    expect(holds('市国土资源局', '市自然资源局', '2021-01-01')).toBe(true);
    expect(holds('市国土资源局', '市自然资源局', null)).toBe(true);
    expect(holds('市国土资源局', '市自然资源局', '2017-01-01')).toBe(false);
  });

  it('goes by the plan’s year where it prints no day', () => {
    const early = { ...head(null), title: '太原市2016年农民工工作要点' };
    const learned = { surface: '市国土资源局', name: '市自然资源局', others: [] };
    expect(holdsOn(early, registry)(learned)).toBe(false);
    expect(holdsOn({ ...early, title: '太原市2021年农民工工作要点' }, registry)(learned)).toBe(true);
  });

  it('holds on every day where it says how a name is read, not who follows it', () => {
    expect(holds('市国土局', '市国土资源局', '2017-01-01')).toBe(true);
    expect(holds('市就管中心', '市就业服务中心', '2017-01-01')).toBe(true);
  });
});
