import { describe, expect, it } from '@jest/globals';
import { cityPlan, measure, plan, provincePlan, target, unit } from '../../../test/cascade/compared-plans.js';
import type { TargetReading, UnassignedClause } from '../plan/reading.js';
import type { ComparedMeasure, ComparedPlan } from './clause.js';
import type { ReadClause } from './nobodys.js';
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
      '上级为欠薪线索按期办结率不低于98%，我方为欠薪线索按期办结率不低于95%；上级完成时限为 2024-10-31，我方为 2024-11-30，晚于上级；上级的配合单位省住房和城乡建设厅，我方没有对口单位（请核对）。',
    );
    expect(wages!.certain).toBe(true);
    expect(training!.sentence).toContain(
      '18万人次，我方为培训农民工不低于2万人次（上级为全省（区、市）合计，须按分解到本地的数比，请核对）',
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
    expect(ownerless[1]).toMatchObject({ own: [{ place: { no: '3.2', nobodys: 'open' } }], confirmed: false });
    expect(ownerless[1]!.sentence).toBe('上级由省住房和城乡建设厅负责，我方这一条未分办，没有责任单位。');
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
      '疑似对应，请先核对是否同一事项；如是，我方要求更高或更早：上级为欠薪线索按期办结率不低于95%，我方为欠薪线索按期办结率不低于98%；上级完成时限为 2024-10-31，我方为 2024-09-30，早于上级。',
    );
    expect(found('same', one(95, null), one(95, null))[0]!.sentence).toBe(
      '疑似对应，请先核对是否同一事项；如是，未见目标降低、时限推后。',
    );
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
      superior: { no: '', chapter: '', title: '总体目标：培训进城务工人员', text: '90%以上', span: null },
      ...{ own: [], sentence: '上级有目标：培训进城务工人员不低于90%，我方没有写相应目标。' },
    });
    const lower = { ...cityPlan(), goals: [target('培训进城务工人员', 80, '%', { targetKind: 'ratio' })] };
    expect(compareWithSuperior(superior, lower).findings[0]).toMatchObject({ kind: 'weaker', certain: true });
  });

  it('lays a goal beside what a person named for it, and no more beside what was refused', () => {
    const training = target('培训农民工', 200_000, '人次');
    const superior = { ...plan('province', []), goals: [training] };
    const ours = target('农民工职业技能培训', 20_000, '人次');
    const own = { ...plan('city', []), goals: [ours] };
    const [offered] = compareWithSuperior(superior, own).findings;
    expect(offered).toMatchObject({ kind: 'weaker', certain: false, confirmed: false });
    expect(offered!.own).toMatchObject([
      { place: { title: '总体目标：农民工职业技能培训' }, pair: { confirmed: false } },
    ]);
    const { left, right } = offered!.own[0]!.pair!;
    const judge = (confirmed: boolean) => {
      const [yes, no] = [
        { confirmed: [{ left, right }], rejected: [] },
        { confirmed: [], rejected: [{ left, right }] },
      ];
      return compareWithSuperior(superior, own, confirmed ? yes : no).findings[0]!;
    };
    expect(judge(true)).toMatchObject({ kind: 'weaker', confirmed: true, own: [{ pair: { confirmed: true } }] });
    expect(judge(true).sentence).toContain('上级为培训农民工不低于20万人次，我方为农民工职业技能培训不低于2万人次');
    expect(judge(false).own.map(({ pair }) => pair?.right)).not.toContain(right);
  });

  it('offers for a goal also what counts people instead of 人次', () => {
    const superior = { ...plan('province', []), goals: [target('培训农民工', 200_000, '人次')] };
    const own = plan('city', [
      measure('1', '开办技能班', '办好夜校。', ['市教育局'], { targets: [target('培训农民工', 20_000, '人')] }),
    ]);
    expect(compareWithSuperior(superior, own).findings[0]).toMatchObject({
      ...{ kind: 'weaker', certain: false, own: [{ place: { no: '1' } }] },
      sentence: expect.stringContaining('可能相应的有“1 开办技能班”的培训农民工不低于2万人'),
    });
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

  it('names a target of ours on what may be the same under another name, wherever it stands, and asks', () => {
    const schooling = (metric: string, word: string | null = '%', value = 90) =>
      measure('4', '方便子女入学', '简化随迁子女报名手续。', ['市教育局'], {
        targets: [target(metric, value, word, { targetKind: word === '%' ? 'ratio' : 'annual' })],
      });
    const superior = plan('city', [schooling('随迁子女就读公办学校比例', '%', 95)]);
    const [asked] = found('weaker', superior, plan('city', [schooling('公办校接收随迁学生占比')]));
    expect(asked).toMatchObject({ certain: false });
    expect(asked!.sentence).toBe(
      '上级有目标：随迁子女就读公办学校比例不低于95%，我方没有同名目标；可能相应的有“4 方便子女入学”的公办校接收随迁学生占比不低于90%，请核对。',
    );
    const unlike = plan('city', [schooling('监测覆盖比例')]);
    expect(found('weaker', superior, unlike)[0]!.sentence).toContain('我方没有写相应目标');
    const training = plan('city', [
      measure('1', '技能提升', '举办培训班。', ['市人社局'], { targets: [target('培训农民工', 18, '万人次')] }),
    ]);
    const ours = plan('city', [
      measure('1', '技能提升', '举办培训班。', ['市人社局']),
      measure('7', '返乡创业', '建立服务站。', ['市农业农村局'], { targets: [target('开展各类培训', 20_000, '人次')] }),
    ]);
    expect(found('weaker', training, ours)[0]!.sentence).toContain(
      '可能相应的有“7 返乡创业”的开展各类培训不低于2万人次',
    );
    const goals = { ...ours, goals: [target('培训务工人员', 21_000, '人次')] };
    expect(found('weaker', training, goals)[0]!.sentence).toContain(
      '可能相应的有总体目标的培训务工人员不低于2.1万人次',
    );
  });

  it('claims nothing of a pair that nobody confirmed, least of all where only the units answer each other', () => {
    const theirs = plan('province', [measure('1', '规范劳动用工', '推行电子合同。', ['省人社厅'])]);
    const ours = plan('city', [measure('5', '办好零工驿站', '设置休息座椅。', ['市人社局'])]);
    const judged = (pairs: { left: string; right: string }[], right = ours) =>
      compareWithSuperior(theirs, right, { confirmed: pairs, rejected: [] }).findings[0]!.sentence;
    const alike = plan('city', [measure('1', '规范劳动用工', '推行电子合同。', ['市人社局'])]);
    expect(judged([], alike)).toBe('疑似对应，请先核对是否同一事项；如是，未见目标降低、时限推后。');
    expect(judged([{ left: 'm001', right: 'm001' }], alike)).toBe('内容对应，目标没有降低，时限没有推后。');
    expect(judged([{ left: 'm001', right: 'm001' }])).toBe('已确认对应（两条只有单位对口），未见目标降低、时限推后。');
    const film = plan('city', [measure('1', '规范劳动用工', '每月放映影片。', ['市人社局'])]);
    expect(judged([], film)).not.toContain('内容对应');
  });
});

describe('a pair for which only the units speak', () => {
  const theirs = plan('province', [
    measure('1', '推行电子劳动合同', '引导农民工较多的用工企业签订电子劳动合同，建立合同台账。', [
      '省人力资源和社会保障厅',
    ]),
  ]);
  const ours = plan('city', [
    measure('4', '组织农民工返乡专列', '春节前为农民工联系返乡列车，建立乘车台账。', ['市人力资源和社会保障局']),
  ]);
  const compared = (confirmed: { left: string; right: string }[] = []) =>
    compareWithSuperior(theirs, ours, { confirmed, rejected: [] });

  it('fills no gap: the superior’s clause is missing, ours our own addition, and each names the other as possible', () => {
    expect(compared().pairing.pairs).toMatchObject([{ left: 'm001', right: 'm001', certain: false }]);
    const [missing, extra] = compared().findings;
    expect(missing).toMatchObject({ kind: 'missing', certain: false });
    expect(missing!.sentence).toBe(
      '我方没有对应的条款；可能对应我方“4 组织农民工返乡专列”，但除常用的话外，文字、标题和指标都不相近，请核对，确认对应后才算有。',
    );
    expect(missing!.own).toMatchObject([{ place: { no: '4' }, pair: { confirmed: false }, hint: true }]);
    expect(missing!.own[0]!.ground).toBe(
      '都提到“建立”“台账”；单位对口：省人力资源和社会保障厅与市人力资源和社会保障局',
    );
    expect(extra).toMatchObject({ kind: 'extra', certain: false });
    expect(extra!.sentence).toContain('可能对应上级“1 推行电子劳动合同”');
  });

  it('counts once a person has confirmed it', () => {
    const { findings } = compared([{ left: 'm001', right: 'm001' }]);
    expect(findings.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ['same', '已确认对应（两条只有单位对口），未见目标降低、时限推后。'],
    ]);
  });

  it('a title on the same matter in other words is more than units', () => {
    const titled = plan('city', [
      measure('2', '全面推行电子劳动合同制度', '逐户上门帮办签约，年内不留空白。', ['市人力资源和社会保障局']),
    ]);
    const { findings } = compareWithSuperior(theirs, titled);
    expect(findings.map(({ kind }) => kind)).toEqual(['same']);
    expect(findings[0]!.own[0]!.ground).toContain('标题相近');
  });

  it('is no more for a stretch of words that any clause says', () => {
    const said = (no: string, title: string, text: string, unit: string) =>
      measure(no, title, `进一步加强农民工工作，${text}`, [unit]);
    const [one, other] = [
      plan('province', [said('1', '规范电子合同', '逐户帮办签约。', '省人力资源和社会保障厅')]),
      plan('city', [said('4', '组织返乡专列', '春节前联系列车。', '市人力资源和社会保障局')]),
    ];
    expect(compareWithSuperior(one, other).findings[0]).toMatchObject({
      kind: 'missing',
      own: [{ place: { no: '4' }, hint: true, ground: expect.stringContaining('除常用的话外没有相同的词') }],
    });
  });

  it('nor for a stretch that many clauses of a plan repeat', () => {
    const ending = '并于每季度末报送进展台账';
    const repeated = (no: string, title: string, text: string, unit: string) =>
      measure(no, title, `${text}，${ending}。`, [unit]);
    const province = plan('province', [
      repeated('1', '规范电子合同', '逐户帮办签约', '省人力资源和社会保障厅'),
      repeated('2', '开办工地书屋', '购置图书', '省文化和旅游厅'),
      repeated('3', '组织健康体检', '联系医院', '省卫生健康委员会'),
    ]);
    const city = plan('city', [repeated('4', '组织返乡专列', '春节前联系列车', '市人力资源和社会保障局')]);
    const { findings } = compareWithSuperior(province, city);
    expect(findings.map(({ kind }) => kind)).toEqual(['missing', 'missing', 'missing', 'extra']);
    expect(findings.flatMap(({ own }) => own.map(({ ground }) => ground)).join()).not.toContain('季度');
  });

  it('is nothing beside a pair that counts', () => {
    const both = plan('city', [
      ...ours.measures,
      measure('5', '推行电子劳动合同', '引导农民工较多的用工企业签订电子劳动合同。', ['市人力资源和社会保障局']),
    ]);
    const { findings } = compareWithSuperior(theirs, both);
    expect(findings.map(({ kind, own }) => [kind, own[0]!.place.no])).toEqual([
      ['same', '5'],
      ['extra', '4'],
    ]);
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

  it('of several days of ours the latest counts; an owner of one of them is an owner, and the other is named', () => {
    const theirs = { ...JOINED, due: '2024-09-30' };
    const [first, second] = WAGES;
    const ours = (days: (string | null)[]) =>
      plan('province', [
        { ...first!, due: days[0]!, lead: null, responsible: [] },
        { ...second!, due: days[1]! },
      ]);
    const told = (days: (string | null)[]) => compareWithSuperior(plan('city', [theirs]), ours(days)).findings;
    expect(told(['2024-06-30', '2024-11-30']).map(({ kind, sentence }) => [kind, sentence])).toEqual([
      [
        'weaker',
        '上级完成时限为 2024-09-30，我方为 2024-11-30，晚于上级；其中我方“1 推行实名考勤”没有具体责任单位（请核对）。',
      ],
    ]);
    expect(told([null, '2024-09-30']).map(({ kind }) => kind)).toEqual(['same']);
    expect(told([null, null])[0]!.sentence).toContain('上级完成时限为 2024-09-30，我方没有写时限；');
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

/** 加强宣传 as the office's draft holds a clause for which the text names nobody. */
const publicity = (text = '在车站和工地张贴维权须知，全年发放不少于3万份。'): UnassignedClause => ({
  ...{ no: '5', title: '加强宣传', heading: ['保障措施', '加强宣传'], text, span: [10, 60] },
});

describe('clauses that nobody was given', () => {
  const without = (more: Partial<ComparedPlan> = {}) =>
    plan('city', [LONE], { unassignedClauses: [publicity()], unassigned: ['5 加强宣传'], ...more });

  it('are compared like any other: left at 不分办 on both sides, they are the same and not lost', () => {
    const { findings } = compareWithSuperior(without(), without({ clauses: [{ id: 'c001' }] }));
    expect(findings.map(({ kind }) => kind)).toEqual(['same', 'same']);
    const [, clause] = findings;
    expect([clause!.superior!.nobodys, clause!.own[0]!.place.nobodys]).toEqual(['open', 'left']);
    expect(clause!.own[0]!.pair).toMatchObject({ left: 'c001', right: 'c001', certain: true });
  });

  it('one that the superior hands out is 无主 here, and its figure is not called missing where our text has it', () => {
    const told = target('发放维权须知', 30_000, '份', { raw: '不少于3万份' });
    const theirs = measure('7', '加强宣传', publicity().text, ['省总工会'], { targets: [told] });
    const superior = plan('province', [theirs]);
    const sentences = (own: ComparedPlan) =>
      compareWithSuperior(superior, own).findings.map(({ kind, sentence }) => `${kind} ${sentence}`);
    const [ownerless, ...more] = sentences(without());
    expect(ownerless).toBe('ownerless 上级由省总工会负责，我方这一条未分办，没有责任单位。');
    expect(more).toHaveLength(1);
    const lower = without({ unassignedClauses: [publicity('在车站和工地张贴维权须知，全年发放2万份。')] });
    const [unread] = compareWithSuperior(superior, lower).findings;
    expect(unread).toMatchObject({ kind: 'weaker', certain: false });
    expect(unread!.sentence).toContain('我方这一条未分办，数值未读取，请核对');
  });

  it('is asked by its figures where they were read: less than asked, or softer, is weaker', () => {
    const rate = target('合同签订率', 95, '%', { raw: '95%' });
    const theirs = measure('7', '加强宣传', publicity().text, ['省总工会'], { targets: [rate] });
    const told = (targets: TargetReading[]) => {
      const clauses: ReadClause[] = [{ ...publicity(), targets }];
      return compareWithSuperior(plan('province', [theirs]), without({ unassignedClauses: clauses })).findings[0];
    };
    const soft = { ...rate, hard: false };
    expect(told([soft])).toMatchObject({ kind: 'weaker', certain: true });
    expect(told([soft])!.sentence).toContain('我方为合同签订率不低于95%（力争）');
    expect(told([rate])).toMatchObject({ kind: 'ownerless' });
    expect(told([])!.sentence).toContain('我方没有写相应目标');
  });

  it('one that only we have is our own addition, one that only they have is missing', () => {
    const none = plan('city', [LONE]);
    const [, extra] = compareWithSuperior(none, without()).findings;
    expect(extra).toMatchObject({ kind: 'extra', own: [{ place: { title: '加强宣传', nobodys: 'open' } }] });
    const [, missing] = compareWithSuperior(without(), none).findings;
    expect(missing).toMatchObject({ kind: 'missing', superior: { title: '加强宣传', nobodys: 'open' } });
  });

  it('one that was entered as a measure is compared as that measure alone', () => {
    const entered = measure('5', '加强宣传', publicity().text, ['市总工会'], { fromClause: 'c001' });
    const own = without({ measures: [LONE, entered] });
    const { findings } = compareWithSuperior(without(), own);
    expect(findings.flatMap((one) => one.own.map(({ place }) => place.nobodys))).toEqual([null, null]);
  });

  it('stand at their place in the text', () => {
    const placed = { ...LONE, span: [100, 120] as [number, number] };
    const { findings } = compareWithSuperior(without({ measures: [placed] }), without());
    expect(findings.map(({ superior }) => superior!.title)).toEqual(['加强宣传', '放映电影']);
  });
});

describe('plans of two years', () => {
  const ofYear = (year: number, more: Partial<ComparedMeasure> = {}, level: 'province' | 'city' = 'city') =>
    plan(
      level,
      [
        measure('1', '清理欠薪积案', `${year}年10月底前清完积案，${year}年底前回访。`, ['市人社局'], {
          due: `${year}-10-31`,
          targets: [target('积案办结率', 98, '%', { by: `${year}-12-31`, targetKind: 'ratio' })],
          ...more,
        }),
      ],
      { title: `${year}年农民工工作要点`, issuedOn: `${year}-03-01` },
    );
  const kinds = (superior: ComparedPlan, own: ComparedPlan) =>
    compareWithSuperior(superior, own).findings.map(({ kind, sentence }) => `${kind} ${sentence}`);

  it('the year alone makes no day later and no target weaker; it is told once', () => {
    const compared = compareWithSuperior(ofYear(2025), ofYear(2026));
    expect(compared.years).toEqual({ left: 2025, right: 2026 });
    expect(kinds(ofYear(2025), ofYear(2026))).toEqual([
      'same 疑似对应，请先核对是否同一事项；如是，未见目标降低、时限推后。',
    ]);
    expect(kinds(ofYear(2026), ofYear(2025))).toEqual([
      'same 疑似对应，请先核对是否同一事项；如是，未见目标降低、时限推后。',
    ]);
    expect(compareWithSuperior(ofYear(2025), ofYear(2025)).years).toBeNull();
  });

  it('a day that moved further is told with the day as printed and as it is laid beside ours', () => {
    expect(kinds(ofYear(2025), ofYear(2026, { due: '2026-11-30' }))).toEqual([
      'weaker 上级完成时限为 2025-10-31（相差1年，折合 2026-10-31），我方为 2026-11-30，晚于上级。',
    ]);
    const later = { targets: [target('积案办结率', 98, '%', { by: '2027-06-30', targetKind: 'ratio' })] };
    expect(kinds(ofYear(2025), ofYear(2026, later))).toEqual([
      'weaker 积案办结率上级要求 2025-12-31 前完成（相差1年，折合 2026-12-31），我方为 2027-06-30。',
    ]);
  });
});
