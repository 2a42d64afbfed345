import { describe, expect, it } from '@jest/globals';
import type { TargetReading } from '../plan/reading.js';
import { askedTargets, demandOf, mattersOf, reportersOf, type CountedPlan, type MatterChoice } from './asked.js';

const target = (metric: string, value: number | null, unit: string | null, more: Partial<TargetReading> = {}) =>
  ({
    ...{ metric, value, unit, op: '>=', raw: `${value}${unit}`, by: null, hard: true, targetKind: 'annual' },
    ...more,
  }) as TargetReading;

const trained = target('培训农民工', 12_000, '人次');
const helped = target('法律援助服务', 300, '件');
const measures = [
  {
    key: 'm001',
    no: '1',
    targets: [target('建成驿站', 6, '家'), target('开展培训', 12_000, '人次', { by: '2024-10-31' })],
  },
  { key: 'm002', no: '2.1', targets: [target('办理援助', 300, '件')] },
];
const plan = (goals: TargetReading[], matters: MatterChoice[] = []): CountedPlan<object> => ({
  goals,
  measures,
  matters,
});
const said = (same: boolean) => [{ id: mattersOf(plan([helped]))[0]!.id, same, words: '' }];

describe('the matters of a plan', () => {
  it('are its goals that a measure’s target repeats; where it is not sure, a person decides', () => {
    expect(mattersOf(plan([helped, trained]))).toEqual([
      {
        ...{ goal: 0, key: 'm002', target: 0, isOne: false, open: true },
        id: 'm002|法律援助服务 >=300件|办理援助 >=300件',
        words: '总体目标“法律援助服务”与 2.1“办理援助”',
      },
      {
        ...{ goal: 1, key: 'm001', target: 1, isOne: true, open: false },
        id: 'm001|培训农民工 >=12000人次|开展培训 >=12000人次',
        words: '总体目标“培训农民工”与 1“开展培训”',
      },
    ]);
    expect(mattersOf(plan([]))).toEqual([]);
    expect(mattersOf({ goals: [helped], measures })).toHaveLength(1);
  });

  it('are one or two as the person said, who is asked no more', () => {
    expect(mattersOf(plan([helped], said(true)))).toMatchObject([{ isOne: true, open: false }]);
    expect(mattersOf(plan([helped], said(false)))).toMatchObject([{ goal: 0, key: 'm002', isOne: false, open: false }]);
    const both = mattersOf(plan([trained, helped], said(false)));
    expect(both.map(({ goal, isOne }) => [goal, isOne])).toEqual([
      [0, true],
      [1, false],
    ]);
  });

  it('are other matters once a figure was corrected: what was said of the old one is not said of the new', () => {
    const corrected = {
      ...plan([{ ...helped, value: 310 }], said(true)),
      measures: [{ ...measures[1]!, targets: [target('办理援助', 310, '件')] }],
    };
    expect(mattersOf(corrected)).toMatchObject([{ isOne: false, open: true }]);
  });

  it('with trends, which have no figure, are told by their words', () => {
    const down = { op: 'trend_down' } as const;
    const goals = [target('欠薪案件', null, null, down)];
    const [one] = mattersOf({
      goals,
      measures: [{ key: 'k', no: '3', targets: [target('欠薪案件', null, null, down)] }],
    });
    expect(one!.id).toBe('k|欠薪案件 trend_down|欠薪案件 trend_down');
  });
});

describe('what a plan asks to be counted', () => {
  const brief = (asked: ReturnType<typeof askedTargets>) =>
    asked.map(({ target: { metric }, key, forPlan }) => `${metric} ${key} ${forPlan ? 'plan' : 'measure'}`);

  it('goals first, one of them with its measure, then the targets that are no goals', () => {
    expect(brief(askedTargets(plan([helped, trained])))).toEqual([
      '法律援助服务 null plan',
      '培训农民工 m001 plan',
      '建成驿站 m001 measure',
      '办理援助 m002 measure',
    ]);
    expect(brief(askedTargets(plan([helped], said(true))))).toEqual([
      '法律援助服务 m002 plan',
      '建成驿站 m001 measure',
      '开展培训 m001 measure',
    ]);
  });

  it('is asked as firmly, and by the day, that either says', () => {
    const soft = { ...trained, hard: false };
    expect(askedTargets(plan([soft]))[0]!.target).toMatchObject({ metric: '培训农民工', hard: true, by: '2024-10-31' });
    const dated = { ...trained, by: '2024-06-30' };
    expect(askedTargets(plan([dated]))[0]!.target.by).toBe('2024-06-30');
  });

  it('leaves out norms and parameters, of the plan or of a measure', () => {
    const norm = target('办结时限', 15, '日', { targetKind: 'norm' });
    const asked = askedTargets({ goals: [norm, helped], measures: [{ key: 'k', no: '1', targets: [norm] }] });
    expect(brief(asked)).toEqual(['法律援助服务 null plan']);
  });
});

describe('who is asked for a target', () => {
  const named = {
    goals: [helped],
    measures: [
      {
        ...measures[1]!,
        title: '法律援助服务',
        text: '提供援助。',
        responsible: [{ name: '市司法局', surface: '司法局' }],
      },
    ],
  };
  const units = {
    idOf: (name: string) => `id of ${name}`,
    responsible: (key: string) => [`a of ${key}`, `b of ${key}`],
  };

  it('the measure’s responsible units, or the one unit that is nearest to a goal', () => {
    const ask = (key: string | null) => reportersOf(named, { target: helped, key, forPlan: true }, units);
    expect(ask('m002')).toEqual(['a of m002', 'b of m002']);
    expect(ask(null)).toEqual(['id of 市司法局']);
    expect(reportersOf({ goals: [], measures: [] }, { target: helped, key: null, forPlan: true }, units)).toEqual([]);
  });
});

describe('what of an indicator its target says', () => {
  it('its name, unit and demand; shares are ratios, all else is summed', () => {
    expect(demandOf({ ...trained, by: '2024-12-31' })).toEqual({
      ...{ name: '培训农民工', unit: '人次', aggregation: 'sum', op: '>=', raw: '12000人次', hard: true },
      ...{ targetKind: 'annual', by: '2024-12-31', target: '12000' },
    });
    expect(demandOf(target('参保率', 95, '%')).aggregation).toBe('ratio');
    expect(demandOf(target('参保面', 95, null, { targetKind: 'ratio' })).aggregation).toBe('ratio');
    expect(demandOf(target('案件', null, null)).target).toBeNull();
  });
});
