import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../intake/registry.js';
import { readPlan } from '../intake/read-plan.js';
import { committeesAsked } from './committees-asked.js';

const registry = loadUnitRegistry();
function asked(place: string, units: string[], { registered = [] as string[], year = 2026 } = {}): string[] {
  const clauses = units.map((unit, at) => `${at + 1}.办理第${at + 1}件事。（${unit}牵头，市财政局配合）`);
  const text = [`${place}${year}年农民工工作要点`, `${year}年3月5日`, '一、重点任务', ...clauses].join('\n');
  const reading = { ...readPlan(text, registry), issuedOn: `${year}-03-05` };
  const { measures } = committeesAsked(reading, place, { registered, registry });
  return measures.flatMap(({ doubts }) => doubts.map(({ reason }) => reason));
}

describe('a 委 that places of its level usually call 局', () => {
  const FARMS = '“市农业农村委”不在单位名录中，与“市农业农村局”相近（同级单位一般称“局”），请核对是否同一单位';

  it('is asked about once a plan where it is in no register', () => {
    expect(asked('太原市', ['市农业农村委', '市农业农村委'])).toEqual([FARMS]);
    expect(asked('太原市', ['市农业农村委'], { registered: ['市农业农村委员会'] })).toEqual([]);
  });

  it('is one question for all where the whole text says 委', () => {
    expect(asked('太原市', ['市农业农村委', '市商务委', '市交通运输委'])).toEqual([
      `${FARMS}（“市商务委”、“市交通运输委”同样称“委”，请一并核对）`,
    ]);
  });

  it('is the usual name in a city under the central government, in older papers and of 卫生健康委', () => {
    expect(asked('重庆市', ['市农业农村委', '市商务委'])).toEqual([]);
    expect(asked('太原市', ['市商务委'], { year: 2015 })).toEqual([]);
    expect(asked('太原市', ['市卫生健康委', '市发展改革委'])).toEqual([]);
  });
});
