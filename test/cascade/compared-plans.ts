import type { ComparedMeasure, ComparedPlan } from '../../src/domain/comparison/clause.js';
import type { TargetReading, UnitRef } from '../../src/domain/plan/reading.js';

export const unit = (name: string): UnitRef => ({ name, surface: name });

/** A target of the current year; whatever else it needs is given. */
export function target(
  metric: string,
  value: number | null,
  word: string | null,
  more: Partial<TargetReading> = {},
): TargetReading {
  const kind = word === '%' ? 'ratio' : 'annual';
  const base = { metric, op: '>=', value, unit: word, by: null, targetKind: kind, hard: true } as const;
  return { ...base, raw: `${value ?? ''}${word ?? ''}以上`, ...more };
}

/** A measure led by the first unit, the others supporting. */
export function measure(
  no: string,
  title: string,
  text: string,
  units: string[],
  more: Partial<ComparedMeasure> = {},
): ComparedMeasure {
  const [lead = null, ...supporting] = units.map(unit);
  return {
    ...{ no, heading: ['重点任务', title], title, text, opens: text.slice(0, 12), ends: text.slice(-12) },
    ...{ note: `（${units.join('、')}）`, mode: 'lead_support', lead, leadBasis: lead ? 'stated' : null },
    ...{ responsible: lead ? [lead] : [], supporting, open: [], openGroups: [], targets: [], conditions: [] },
    ...{ due: null, span: [0, 0], noteSpan: [0, 0], confidence: 1, doubtful: false, doubts: [] },
    ...more,
  };
}

export function plan(
  level: 'province' | 'city',
  measures: ComparedMeasure[],
  more: Partial<ComparedPlan> = {},
): ComparedPlan {
  const head = {
    title: '农民工工作要点',
    docNumber: null,
    issuedOn: '2024-03-01',
    goals: [],
    phases: [],
    reporting: [],
  };
  return { ...head, unassigned: [], level, measures, ...more };
}

/** A province's plan: training, wages, schooling, housing. */
export function provincePlan(): ComparedPlan {
  return plan('province', [
    measure(
      '1',
      '开展技能培训',
      '面向进城务工人员开办缝纫、电工、护理等实用技能班，全年培训18万人次以上。',
      ['省人力资源和社会保障厅', '省财政厅'],
      {
        targets: [target('培训农民工', 180_000, '人次', { raw: '18万人次以上', by: '2024-12-31' })],
      },
    ),
    measure(
      '2',
      '治理拖欠工资',
      '工程项目推行实名考勤与工资专户，欠薪线索按期办结率达到98%以上，10月底前完成排查。',
      ['省人力资源和社会保障厅', '省住房和城乡建设厅'],
      {
        targets: [target('欠薪线索按期办结率', 98, '%', { raw: '98%以上', targetKind: 'ratio' })],
        due: '2024-10-31',
      },
    ),
    measure('3', '方便子女入学', '简化随迁子女报名手续，公办学校接收比例不低于95%。', ['省教育厅'], {
      targets: [target('公办学校接收比例', 95, '%', { raw: '不低于95%', targetKind: 'ratio' })],
    }),
    measure('4', '改善居住条件', '筹集宿舍型保障房源，优先配租给环卫与建筑工人。', ['省住房和城乡建设厅']),
  ]);
}

/** A city's plan made after it: training divided, wages weaker, schooling without an owner, no housing, one of its own. */
export function cityPlan(): ComparedPlan {
  return plan('city', [
    measure('1', '保障随迁子女就学', '简化随迁子女报名手续，公办学校接收比例达到95%以上。', [], {
      mode: 'all',
      open: ['各有关单位'],
      openGroups: [{ surface: '各有关单位', role: 'responsible' }],
      targets: [target('公办学校接收比例', 95, '%', { raw: '95%以上', targetKind: 'ratio' })],
    }),
    measure(
      '2',
      '推进技能培训',
      '面向进城务工人员开办电工、护理等实用技能班，全年培训2万人次以上。',
      ['市人力资源和社会保障局', '市财政局'],
      {
        targets: [target('培训农民工', 20_000, '人次', { raw: '2万人次以上', by: '2024-12-31' })],
      },
    ),
    measure(
      '3',
      '治理拖欠工资',
      '工程项目推行实名考勤，欠薪线索按期办结率达到95%以上，11月底前完成排查。',
      ['市人力资源和社会保障局'],
      {
        targets: [target('欠薪线索按期办结率', 95, '%', { raw: '95%以上', targetKind: 'ratio' })],
        due: '2024-11-30',
      },
    ),
    measure('4', '办好务工者之夜', '每月放映露天电影并组织歌咏会，邀请外来建设者登台。', ['市文化和旅游局']),
  ]);
}
