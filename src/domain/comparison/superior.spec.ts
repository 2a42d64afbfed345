import { describe, expect, it } from '@jest/globals';
import { cityPlan, measure, plan, provincePlan, target, unit } from '../../../test/cascade/compared-plans.js';
import { compareWithSuperior, type SuperiorKind } from './superior.js';

const found = (kind: SuperiorKind, superior = provincePlan(), own = cityPlan()) =>
  compareWithSuperior(superior, own).findings.filter((finding) => finding.kind === kind);

describe('our plan against the superior’s', () => {
  it('names what is missing here', () => {
    const [missing, ...more] = found('missing');
    expect(more).toEqual([]);
    expect(missing).toMatchObject({ superior: { no: '4', title: '改善居住条件' }, own: [] });
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
    expect(ownerless).toMatchObject({ superior: { no: '3' }, own: [{ place: { no: '1' } }], confirmed: false });
    expect(ownerless!.sentence).toBe('上级由省教育厅负责，我方只写“各有关单位”，没有具体责任单位。');
  });

  it('takes a numbered clause of ours without a responsibility note for one without an owner, not for a gap', () => {
    const own = { ...cityPlan(), unassigned: ['3.2 改善居住条件'] };
    expect(found('missing', provincePlan(), own)).toEqual([]);
    const ownerless = found('ownerless', provincePlan(), own);
    expect(ownerless.map((finding) => finding.superior?.no)).toEqual(['3', '4']);
    expect(ownerless[1]).toMatchObject({ own: [], certain: false, confirmed: false });
    expect(ownerless[1]!.sentence).toBe('我方“3.2 改善居住条件”与之对应，但没有写责任单位。');
    const other = { ...cityPlan(), unassigned: ['3.2 组织文艺演出'] };
    expect(found('missing', provincePlan(), other)).toHaveLength(1);
  });

  it('names the clause that comes nearest, for a person to look at, where it is not the same matter', () => {
    const own = plan('city', [
      measure('7', '组织体检', '为高温作业人员开展体检。', ['市卫生健康委员会']),
      measure('8', '组织体检活动', '为职工开展体检活动。', ['市总工会']),
    ]);
    const superior = plan('province', [measure('5', '组织体检', '为高温作业人员开展体检。', ['省卫生健康委员会'])]);
    const judged = { confirmed: [], rejected: [{ left: 'm001', right: 'm002' }] };
    const [extra] = compareWithSuperior(superior, own, judged).findings.filter(({ kind }) => kind === 'extra');
    expect(extra).toMatchObject({ superior: null, own: [{ place: { no: '8' }, pair: null }], certain: false });
    expect(extra!.sentence).toBe('上级没有对应的条款，由本地增加；最接近的是上级“5 组织体检”，请核对是否已含在其中。');
    const turned = { confirmed: [], rejected: [{ left: 'm002', right: 'm001' }] };
    const [missing] = compareWithSuperior(own, superior, turned).findings.filter(({ kind }) => kind === 'missing');
    expect(missing).toMatchObject({ superior: { no: '8' }, own: [], certain: false });
    expect(missing!.sentence).toBe('我方没有对应的条款；最接近的是我方“5 组织体检”，请核对是否已含在其中。');
    expect(found('missing')[0]).toMatchObject({ certain: true, sentence: '我方没有对应的条款。' });
    expect(found('extra')[0]).toMatchObject({ certain: true, sentence: '上级没有对应的条款，由本地增加。' });
  });

  it('says of a clause that stayed the same whether it asks for more', () => {
    const one = (value: number, due: string | null) =>
      plan('city', [
        measure('1', '治理拖欠工资', '工程项目推行实名考勤。', ['市人社局'], {
          targets: [target('欠薪线索按期办结率', value, '%', { targetKind: 'ratio' })],
          due,
        }),
      ]);
    const [same] = found('same', one(95, '2024-10-31'), one(98, '2024-09-30'));
    expect(same!.sentence).toBe(
      '内容对应，我方要求更高或更早：上级为欠薪线索按期办结率不低于95%，我方为欠薪线索按期办结率不低于98%；上级完成时限为 2024-10-31，我方为 2024-09-30，早于上级。',
    );
    expect(found('same', one(95, null), one(95, null))[0]!.sentence).toBe('内容对应，目标没有降低，时限没有推后。');
    const [weaker, ...others] = compareWithSuperior(one(98, '2024-10-31'), one(95, '2024-09-30')).findings;
    expect(others).toEqual([]);
    expect(weaker!.sentence).toBe('上级为欠薪线索按期办结率不低于98%，我方为欠薪线索按期办结率不低于95%。');
  });

  it('a clause of ours without anybody, or led by somebody, is told apart', () => {
    const clause = (units: string[], more = {}) =>
      plan('city', [measure('1', '方便入学', '简化报名手续。', units, more)]);
    const superior = clause(['省教育厅', '省财政厅']);
    const [nobody] = found('ownerless', superior, clause([]));
    expect(nobody).toMatchObject({ certain: true, sentence: '上级由省教育厅负责，我方没有责任单位。' });
    expect(found('ownerless', superior, clause(['市教育局']))).toEqual([]);
    expect(found('ownerless', superior, clause([], { responsible: [unit('市教育局')] }))).toEqual([]);
    expect(found('ownerless', superior, clause([], { lead: unit('市教育局') }))).toEqual([]);
    expect(found('ownerless', clause([]), clause([]))).toEqual([]);
  });

  it('names what was added here', () => {
    expect(found('extra').map((finding) => finding.own[0]?.place.title)).toEqual(['办好务工者之夜']);
  });

  it('looks for the superior’s goals among all our targets', () => {
    const goals = [target('培训进城务工人员', 90, '%', { targetKind: 'ratio' }), target('欠薪线索按期办结率', 90, '%')];
    const superior = { ...plan('province', []), goals };
    const findings = compareWithSuperior(superior, { ...cityPlan(), level: 'province' }).findings;
    expect(findings.slice(0, 2).map(({ kind }) => kind)).toEqual(['missing', 'same']);
    expect(findings[0]).toMatchObject({
      superior: { key: '', no: '', chapter: '', title: '总体目标：培训进城务工人员', text: '90%以上', span: null },
      ...{ own: [], sentence: '上级有目标：培训进城务工人员不低于90%，我方没有写相应目标。' },
    });
    const lower = { ...cityPlan(), goals: [target('培训进城务工人员', 80, '%', { targetKind: 'ratio' })] };
    expect(compareWithSuperior(superior, lower).findings[0]).toMatchObject({ kind: 'weaker', certain: true });
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

/** The city's wages clause holds what the province says in two; its training is split in two. */
const WAGES = [
  measure('1', '推行实名考勤', '工程项目推行实名考勤，用工信息按日上传监管平台。', ['省住房和城乡建设厅']),
  measure('2', '清理欠薪积案', '梳理欠薪积案，逐件建立台账，办结率达到98%。', ['省人力资源和社会保障厅'], {
    targets: [target('欠薪积案办结率', 98, '%', { targetKind: 'ratio' })],
  }),
];
const JOINED = measure(
  '6',
  '推行实名考勤和清理欠薪积案',
  '工程项目推行实名考勤，用工信息按日上传监管平台；梳理欠薪积案，逐件建立台账，办结率达到98%。',
  ['市人力资源和社会保障局'],
  { targets: [target('欠薪积案办结率', 98, '%', { targetKind: 'ratio' })] },
);
const LONE = measure('9', '放映电影', '每月在广场放映露天影片。', ['市文化和旅游局']);

describe('one clause beside several', () => {
  it('one of ours answers two of theirs: neither is missing, and each line names the other', () => {
    const { findings } = compareWithSuperior(plan('province', WAGES), plan('city', [LONE, JOINED]));
    expect(findings.map(({ kind }) => kind)).toEqual(['same', 'same', 'extra']);
    expect(findings.map(({ own }) => own.map(({ place }) => place.no))).toEqual([['6'], ['6'], ['9']]);
    expect(findings[0]!.own[0]!.ground).toContain('这一条还对应上级“2 清理欠薪积案”');
    expect(findings[1]!.own[0]!.ground).toContain('这一条还对应上级“1 推行实名考勤”');
  });

  it('two of ours answer one of theirs together: what one of them says is not wanting in the other', () => {
    const { findings } = compareWithSuperior(plan('city', [JOINED, LONE]), plan('province', WAGES));
    expect(findings.map(({ kind }) => kind)).toEqual(['same', 'missing']);
    expect(findings[0]!.own.map(({ place }) => place.no)).toEqual(['1', '2']);
  });

  it('of several days of ours the latest counts; an owner of one of them is an owner', () => {
    const theirs = { ...JOINED, due: '2024-09-30' };
    const [first, second] = WAGES;
    const ours = (days: (string | null)[]) =>
      plan('province', [
        { ...first!, due: days[0]!, lead: null, responsible: [] },
        { ...second!, due: days[1]! },
      ]);
    const told = (days: (string | null)[]) => compareWithSuperior(plan('city', [theirs]), ours(days)).findings;
    expect(told(['2024-06-30', '2024-11-30']).map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ['weaker', '上级完成时限为 2024-09-30，我方为 2024-11-30，晚于上级。'],
    ]);
    expect(told([null, '2024-09-30']).map(({ kind }) => kind)).toEqual(['same']);
    expect(told([null, null])[0]!.sentence).toBe('上级完成时限为 2024-09-30，我方没有写时限。');
  });

  it('is never certain by itself; a person’s word on each pair makes it so', () => {
    const [superior, own] = [plan('province', WAGES), plan('city', [JOINED])];
    const proposed = compareWithSuperior(superior, own).findings;
    expect(proposed.map(({ confirmed }) => confirmed)).toEqual([false, false]);
    expect(proposed.filter(({ certain }) => certain).length).toBeLessThan(2);
    const confirmed = [
      { left: 'm001', right: 'm001' },
      { left: 'm002', right: 'm001' },
    ];
    const said = compareWithSuperior(superior, own, { confirmed, rejected: [] }).findings;
    expect(said.map((one) => [one.kind, one.confirmed, one.certain])).toEqual([
      ['same', true, true],
      ['same', true, true],
    ]);
    const denied = compareWithSuperior(superior, own, { confirmed: [confirmed[0]!], rejected: [confirmed[1]!] });
    expect(denied.findings.map(({ kind }) => kind)).toEqual(['same', 'missing']);
  });
});

describe('the plan of another place', () => {
  it('is nobody’s superior: it is called 对方, and its totals bind nobody', () => {
    const other = { ...provincePlan(), goals: [target('新增就业', 90_000, '人')] };
    const { findings } = compareWithSuperior(other, { ...cityPlan(), level: 'province' }, undefined, '对方');
    const said = findings.map(({ sentence }) => sentence).join('\n');
    expect(said).not.toContain('上级');
    expect(said).toContain('对方完成时限为 2024-10-31，我方为 2024-11-30，晚于对方。');
    expect(said).toContain('（总量指标，两地范围不同，请核对）');
    expect(said).toContain('对方没有对应的条款，由本地增加');
    expect(findings[0]).toMatchObject({ kind: 'missing', certain: false });
    expect(findings.find(({ kind }) => kind === 'ownerless')!.sentence).toMatch(/^对方由省教育厅负责/);
  });
});
