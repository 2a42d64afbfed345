import { describe, expect, it } from '@jest/globals';
import type { PlanLevel } from '../plan/reading.js';
import type { PlaceTable } from '../reference/place.js';
import { isSuperior } from './relation.js';

const TABLE: PlaceTable = {
  asOf: '2024-01-01',
  places: [
    { code: '140000', name: '山西省', level: 'province', parent: null },
    { code: '140100', name: '太原市', level: 'city', parent: '140000' },
    { code: '140105', name: '小店区', level: 'county', parent: '140100' },
    { code: '440000', name: '广东省', level: 'province', parent: null },
    { code: '440100', name: '广州市', level: 'city', parent: '440000' },
  ],
};
const of = (region: string | null, level: PlanLevel | null) => ({ region, level });
const answers = (other: ReturnType<typeof of>, own: ReturnType<typeof of>) => isSuperior(other, own, TABLE);
const TAIYUAN = of('太原市', 'city');

describe('whose plan is a superior’s', () => {
  it('that of the province and the State, to a city; that of the city and the province, to a county', () => {
    expect(answers(of('山西省', 'province'), TAIYUAN)).toBe(true);
    expect(answers(of(null, 'state'), TAIYUAN)).toBe(true);
    expect(answers(TAIYUAN, of('小店区', 'county'))).toBe(true);
    expect(answers(of('山西省', 'province'), of('小店区', 'county'))).toBe(true);
  });

  it('not that of another province or city, of a place below, or of one’s own place', () => {
    expect(answers(of('广东省', 'province'), TAIYUAN)).toBe(false);
    expect(answers(of('广州市', 'city'), TAIYUAN)).toBe(false);
    expect(answers(of('小店区', 'county'), TAIYUAN)).toBe(false);
    expect(answers(TAIYUAN, TAIYUAN)).toBe(false);
    expect(answers(of(null, 'state'), of(null, 'state'))).toBe(false);
  });

  it('nothing is claimed of a place that is not known', () => {
    expect(answers(of(null, 'province'), TAIYUAN)).toBe(false);
    expect(answers(of('山西省', 'province'), of(null, null))).toBe(false);
    expect(answers(of('某某省', 'province'), TAIYUAN)).toBe(false);
  });
});
