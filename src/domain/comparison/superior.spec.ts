import { describe, expect, it } from '@jest/globals';
import { cityPlan, measure, plan, provincePlan, target } from '../../../test/cascade/compared-plans.js';
import { compareWithSuperior, type SuperiorKind } from './superior.js';

const found = (kind: SuperiorKind, superior = provincePlan(), own = cityPlan()) =>
  compareWithSuperior(superior, own).findings.filter((finding) => finding.kind === kind);

describe('our plan against the superior’s', () => {
  it('names what is missing here', () => {
    const [missing, ...more] = found('missing');
    expect(more).toEqual([]);
    expect(missing).toMatchObject({ superior: { no: '4', title: '改善居住条件' }, own: null });
    expect(missing!.sentence).toContain('我方没有对应的条款');
  });

  it('names in figures what is weaker: a lower share, a later day; of totals it says that they may be our part', () => {
    const [training, wages] = found('weaker');
    expect(wages!.sentence).toBe(
      '上级为欠薪线索按期办结率不低于98%，我方为欠薪线索按期办结率不低于95%；上级完成时限为 2024-10-31，我方为 2024-11-30，晚于上级。',
    );
    expect(wages!.certain).toBe(true);
    expect(training!.sentence).toContain(
      '18万人次，我方为培训农民工不低于2万人次（总量指标，可能是分解到本地的数，请核对）',
    );
    expect(training!.certain).toBe(false);
  });

  it('names what has no owner here: only a group where the superior names a bureau', () => {
    const [ownerless] = found('ownerless');
    expect(ownerless).toMatchObject({ superior: { no: '3' }, own: { no: '1' } });
    expect(ownerless!.sentence).toBe('上级由省教育厅负责，我方只写“各有关单位”，没有具体责任单位。');
  });

  it('takes a numbered clause of ours without a responsibility note for one without an owner, not for a gap', () => {
    const own = { ...cityPlan(), unassigned: ['3.2 改善居住条件'] };
    expect(found('missing', provincePlan(), own)).toEqual([]);
    expect(found('ownerless', provincePlan(), own).map((finding) => finding.superior?.no)).toEqual(['3', '4']);
  });

  it('names what was added here', () => {
    expect(found('extra').map((finding) => finding.own?.title)).toEqual(['办好务工者之夜']);
  });

  it('looks for the superior’s goals among all our targets', () => {
    const goals = [target('培训进城务工人员', 90, '%', { targetKind: 'ratio' }), target('欠薪线索按期办结率', 90, '%')];
    const superior = { ...plan('province', []), goals };
    const findings = compareWithSuperior(superior, { ...cityPlan(), level: 'province' }).findings;
    expect(findings.slice(0, 2).map(({ kind }) => kind)).toEqual(['missing', 'same']);
  });

  it('a plan against itself is the same throughout', () => {
    const { findings } = compareWithSuperior(provincePlan(), provincePlan());
    expect(findings.map((finding) => finding.kind)).toEqual(['same', 'same', 'same', 'same']);
  });

  it('a target that is not in our clause is looked for in the rest of our plan before it counts as missing', () => {
    const wages = (no: string, more: object) =>
      measure(no, '治理拖欠工资', '工程项目推行实名考勤与工资专户。', ['省人力资源和社会保障厅'], more);
    const share = target('欠薪线索按期办结率', 98, '%', { targetKind: 'ratio' });
    const superior = plan('city', [wages('1', { targets: [share] })]);
    const elsewhere = measure('2', '办好热线', '欠薪线索全部接转。', ['市司法局'], { targets: [share] });
    expect(found('same', superior, plan('city', [wages('1', {}), elsewhere]))).toHaveLength(1);
    const [absent] = found('weaker', superior, plan('city', [wages('1', {})]));
    expect(absent!.sentence).toBe('上级有目标：欠薪线索按期办结率不低于98%，我方没有写相应目标。');
  });
});
