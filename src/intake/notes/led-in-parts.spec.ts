import { describe, expect, it } from '@jest/globals';
import { proposals } from '../../plans/draft-proposals.js';
import { applyChanges } from '../../plans/draft-changes.js';
import { openQuestions, toDraft } from '../../plans/draft.js';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const planOf = (note: string) =>
  readPlan(`衢州市农民工办\n衢州市2023年工作要点\n一、任务\n1.清理欠薪。排查在建项目。${note}`, registry);
const one = (note: string) => {
  const [measure] = planOf(note).measures;
  if (!measure) throw new Error('no measure');
  const names = (units: { name: string }[]) => units.map(({ name }) => name);
  return { ...measure, responsible: names(measure.responsible), supporting: names(measure.supporting) };
};

describe('a measure of which several units lead a part each', () => {
  const LEADS = ['市住房和城乡建设局', '市交通运输局'];

  it.each([
    ['（市住建局牵头负责房建项目，市交通局牵头负责公路项目）', []],
    ['（市住建局牵头房建项目；市交通局牵头公路项目，市人社局配合）', ['市人力资源和社会保障局']],
  ])('has them all as leads, and asks with both parts and the cure: %s', (note, supporting) => {
    const measure = one(note);
    expect(measure).toMatchObject({ mode: 'lead_support', responsible: LEADS, supporting });
    expect(measure.doubts).toEqual([
      expect.objectContaining({
        code: 'leads_divided',
        reason: expect.stringMatching(/市住建局（房建项目）、市交通局（公路项目）.*拆成几条.*或选定其中一家牵头/),
      }),
    ]);
  });

  it('is not one where the lead is said to work with others', () => {
    const { supporting, doubts } = one('（市住建局牵头会同共青团中央，市交通局负责）');
    expect(supporting).toEqual(['共青团中央', '市交通运输局']);
    expect(doubts.map(({ code }) => code)).not.toContain('leads_divided');
  });

  it('is left to a person where all proposals are taken', () => {
    const draft = toDraft(planOf('（市住建局牵头负责房建项目，市交通局牵头负责公路项目）'));
    const taken = applyChanges(draft, proposals(draft));
    expect(openQuestions(taken).flatMap(({ reasons }) => reasons)).toContainEqual(
      expect.stringContaining('牵头是分开写的'),
    );
  });

  it('is not one where a single unit leads and another is in charge of a part', () => {
    const { responsible, doubts } = one('（市住建局牵头负责房建项目，市交通局负责公路项目）');
    expect(responsible).toEqual(LEADS.slice(0, 1));
    expect(doubts.map(({ code }) => code)).toEqual(['divided_work']);
  });
});

describe('双牵头', () => {
  it('is said of two units; of one alone the other is asked for', () => {
    expect(one('（市住建局、市人社局双牵头，市交通局配合）')).toMatchObject({
      ...{ mode: 'lead_support', doubts: [], supporting: ['市交通运输局'] },
      responsible: ['市住房和城乡建设局', '市人力资源和社会保障局'],
    });
    expect(one('（市住建局双牵头）').doubts).toEqual([
      expect.objectContaining({ code: 'leads_double', reason: expect.stringContaining('只读到市住建局') }),
    ]);
  });
});

describe('a building company of the State', () => {
  it('keeps its own name, and is asked about like any unit that is in no list', () => {
    const { responsible, supporting, doubts } = one('（市住建局、中铁三局负责，中建八局配合）');
    expect([...responsible, ...supporting]).toEqual(['市住房和城乡建设局', '中铁三局', '中建八局']);
    expect(doubts.filter(({ code }) => code === 'unit_unknown')).toHaveLength(2);
  });
});
