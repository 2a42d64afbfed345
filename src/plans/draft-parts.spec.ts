import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { calledResponsible, withOwnParts, unitRows } from './draft-parts.js';
import type { DraftMeasure } from './draft.js';

const unit = (name: string) => ({ name, surface: name });

/** A measure as it is read from a note: 人社 leads, all others support. */
function noted(note: string, supporting: string[], groups: string[] = []): DraftMeasure {
  const measure = smallDraft().measures[0]!;
  const choices = groups.map((surface) => ({ surface, role: 'supporting' as const, choice: 'undecided' as const }));
  const read = { ...measure, note, supporting: supporting.map(unit), groups: choices };
  return withOwnParts(read);
}

const parts = (measure: DraftMeasure) => unitRows(measure).map(({ name, role }) => `${name} ${role}`);

describe('牵头单位、责任单位、配合单位 printed together', () => {
  it('are three parts: who answers beside the lead is told apart from who helps', () => {
    const note = '牵头单位：市人力资源社会保障局；责任单位：市教育局、市农业农村局；配合单位：市财政局';
    expect(parts(noted(note, ['市教育局', '市农业农村局', '市财政局']))).toEqual([
      '市人力资源社会保障局 lead',
      '市教育局 responsible',
      '市农业农村局 responsible',
      '市财政局 supporting',
    ]);
  });

  it('are three parts in a sentence as well, and where the label stands over the counties', () => {
    const sentence = '市人力资源社会保障局牵头，市水利局按职责分工负责，市总工会配合';
    expect(parts(noted(sentence, ['市总工会', '市水利局'])).slice(1)).toEqual([
      '市水利局 responsible',
      '市总工会 supporting',
    ]);
    const counties = '牵头单位：市人力资源社会保障局；责任单位：各县（市、区）；配合单位：市财政局';
    expect(noted(counties, ['市财政局'], ['各县（市、区）']).groups).toMatchObject([{ role: 'responsible' }]);
  });

  it('stay lead and supporters where the paper has two of the words only', () => {
    const two = noted('牵头单位：市人力资源社会保障局；责任单位：市教育局', ['市教育局']);
    expect(parts(two)).toEqual(['市人力资源社会保障局 lead', '市教育局 supporting']);
    const said = noted('市人力资源社会保障局牵头，市教育局按职责分工负责', ['市教育局']);
    expect(parts(said)[1]).toBe('市教育局 supporting');
    expect([two, said].map(calledResponsible)).toEqual([['市教育局'], ['市教育局']]);
    const helped = noted('市人力资源社会保障局牵头，市教育局配合', ['市教育局']);
    expect(calledResponsible(helped)).toEqual([]);
  });

  it('say nothing of a measure without a lead', () => {
    const shared = { ...noted('', ['市教育局']), mode: 'joint' as const, note: '市教育局负责，市财政局配合' };
    expect(withOwnParts(shared)).toBe(shared);
  });
});
