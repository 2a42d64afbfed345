import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { PlaceTable } from '../reference/place.js';
import { relatedPlan, type Relatable } from './related-plan.js';

const table = JSON.parse(readFileSync('seeds/places.json', 'utf8')) as PlaceTable;
const plan = (id: string, title: string, more: Partial<Relatable> = {}): Relatable => ({
  ...{ id, title, region: '太原市', level: 'city', state: 'draft', docNumber: null, basis: [] },
  ...{ yearFrom: 2025, yearTo: 2025, ...more },
});
const province = (id: string, title: string, more: Partial<Relatable> = {}) =>
  plan(id, title, { region: '山西省', level: 'province', ...more });
const OWN = plan('own', '太原市2025年农民工工作要点', { state: 'issued' });
const told = (others: Relatable[], own = OWN) => {
  const found = relatedPlan(own, others, table);
  return found && `${found.plan.id} ${found.kind}`;
};

describe('the plan that another is proposed to be compared with', () => {
  it('is the paper called its revision, not another draft of the same title', () => {
    const namesake = plan('namesake', OWN.title);
    const revision = plan('revision', '太原市2025年农民工工作要点（修订）', { state: 'confirmed' });
    expect(told([namesake, revision])).toBe('revision version');
    expect(told([namesake])).toBe('namesake version');
    expect(told([namesake, plan('another', OWN.title)])).toBeNull();
  });

  it('is what the basis names, by number or title', () => {
    const superior = province('a', '山西省农民工工作要点', {
      docNumber: '晋农工办发〔2025〕1号',
      yearFrom: 2024,
      yearTo: 2024,
    });
    const own = plan('own', OWN.title, { state: 'issued', basis: ['《省办工作要点》（晋农工办发[2025]1号）'] });
    expect(told([province('b', '山西省2025年农民工工作要点'), superior], own)).toBe('a superior');
  });

  it('is else the nearest superior’s of the same year and matter', () => {
    const here = province('a', '山西省2025年农民工工作要点');
    const state = plan('s', '国务院农民工工作领导小组2025年农民工工作要点', { region: null, level: 'state' });
    expect(told([here, province('old', '山西省2024年农民工工作要点', { yearFrom: 2024, yearTo: 2024 }), state])).toBe(
      'a superior',
    );
    expect(told([province('b', '河北省2025年农民工工作要点', { region: '河北省' })])).toBeNull();
    expect(told([province('c', '山西省2025年安全生产工作要点')])).toBeNull();
  });

  it('is none where nothing or more than one thing speaks for it', () => {
    expect(told([plan('other', '大同市2025年农民工工作要点', { region: '大同市' })])).toBeNull();
    expect(told([province('a', '山西省2025年农民工工作要点'), province('b', '山西省2025年农民工工作方案')])).toBeNull();
    expect(told([])).toBeNull();
  });
});
