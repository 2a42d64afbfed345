import { describe, expect, it } from '@jest/globals';
import { measure, plan, target, unit } from '../../../test/cascade/compared-plans.js';
import type { ConditionReading, TargetReading } from '../plan/reading.js';
import type { ComparedMeasure } from './clause.js';
import { demandWords, inUnitOf, isTotal, sameMetric, SAME_ELSEWHERE, SAME_IN_CLAUSE, stanceOf } from './demand.js';
import { dutiesStay, dutyChange, dutyWords } from './duties.js';
import { headChanges } from './head-changes.js';
import { differences, targetDifference, type Elsewhere } from './weakening.js';

const here: Elsewhere = { targets: [], otherLevel: false };
const share = (value: number, more = {}) => target('按期办结率', value, '%', { targetKind: 'ratio', ...more });

describe('a demand that opens with 为', () => {
  it('is told without a second 为', () => {
    const [theirs, ours] = [300, 200].map((value) => target('为农民工提供法律援助', value, '件'));
    const [told] = targetDifference(theirs!, { targets: [ours!], due: null }, here);
    expect(told!.words).toBe('上级是为农民工提供法律援助不低于300件，我方是为农民工提供法律援助不低于200件');
  });
});

describe('a demand that has a lower and an upper end', () => {
  const towns = (value: number, raw: string, op: TargetReading['op'] = '>=') =>
    target('打造示范县', value, '个', { op, raw });
  const told = (ours: TargetReading) => targetDifference(towns(3, '3~5个'), { targets: [ours], due: null }, here);

  it('is told with both', () => {
    expect(demandWords(towns(3, '3~5个'))).toBe('打造示范县3~5个');
    expect(told(towns(2, '2至4个'))).toMatchObject([
      { weaker: true, certain: true, words: '上级为打造示范县3~5个，我方为打造示范县2至4个' },
    ]);
  });

  it('is asked about where ours begins alike and ends lower', () => {
    const words = '上级为打造示范县3~5个，我方为打造示范县3—4个（下限相同，上限不同，请核对）';
    expect(told(towns(3, '3—4个'))).toEqual([{ weaker: true, certain: false, words }]);
    expect(told(towns(3, '3个', '='))).toMatchObject([{ weaker: true, certain: false }]);
    expect(told(towns(3, '3至5个'))).toEqual([]);
    expect(told(towns(3, '3个以上'))).toEqual([]);
  });
});

describe('a demand measured in another unit', () => {
  it.each([
    ['分钟', '小时', 60],
    ['分钟', '日', 1440],
    ['分钟', '天', 1440],
    ['天', '周', 7],
    ['天', '个月', 30],
    ['天', '月', 30],
    ['天', '年', 365],
    ['平方米', '公顷', 10_000],
    ['平方米', '平方千米', 1_000_000],
    ['平方米', '平方公里', 1_000_000],
    ['公顷', '平方公里', 100],
    ['亩', '公顷', 15],
    ['米', '公里', 1000],
    ['米', '千米', 1000],
    ['公斤', '吨', 1000],
    ['千克', '吨', 1000],
    ['千克', '公斤', 1],
    ['‰', '%', 10],
    ['‰', '％', 10],
  ])('one %s goes so often into one %s', (small, large, times) => {
    const inSmall = inUnitOf(target('x', 1, small), target('x', 1, large));
    expect(inSmall?.toDecimalPlaces(6).toNumber()).toBe(times);
    const inLarge = inUnitOf(target('x', 1, large), target('x', times, small));
    expect(inLarge?.toDecimalPlaces(6).toNumber()).toBe(1);
  });

  it('counts 万 and takes bare numbers together; people and households stay apart', () => {
    expect(inUnitOf(target('x', 1, '万人次'), target('x', 11_000, '人次'))?.toNumber()).toBe(1.1);
    expect(inUnitOf(target('x', 1, null), target('x', 2, null))?.toNumber()).toBe(2);
    expect(inUnitOf(target('x', 1, '人'), target('x', 2, '名'))?.toNumber()).toBe(2);
    expect(inUnitOf(target('x', 1, null), target('x', 2, '人'))).toBeNull();
    expect(inUnitOf(target('x', 1, '人'), target('x', 2, '天'))).toBeNull();
    expect(inUnitOf(target('x', 1, '人'), target('x', null, '人'))).toBeNull();
  });
});

const said = (text: string, conditions: [ConditionReading['kind'], string][], targets: TargetReading[] = []) =>
  measure('1', '排查欠薪', text, ['市教育局'], {
    conditions: conditions.map(([kind, raw]) => ({ kind, raw })),
    targets,
  });
const told = (theirs: ComparedMeasure, ours: ComparedMeasure) =>
  differences(theirs, ours, here).map(({ weaker, words }) => `${weaker ? '弱' : '强'} ${words}`);

describe('work that comes round', () => {
  const monthly = said('各单位每月开展一次欠薪隐患排查。', [['recurrent', '每月']]);
  const quarterly = said('各单位每季度开展一次欠薪隐患排查。', [['recurrent', '每季度']]);
  const thrice = said('各单位每季度开展三次欠薪隐患排查。', [['recurrent', '每季度']]);

  it('is weaker where it comes round less often', () => {
    expect(told(monthly, quarterly)).toEqual([
      '弱 上级要求每月开展一次欠薪隐患排查，我方为每季度开展一次欠薪隐患排查，次数少于上级',
    ]);
    expect(told(quarterly, monthly)[0]).toContain('次数多于上级');
    expect(told(monthly, thrice)).toEqual([]);
  });

  it('is no matter of other work', () =>
    expect(told(monthly, said('每季度召开联席会议。', [['recurrent', '每季度']]))).toEqual([]));

  it('counts alike once a week and four times a month, and not twice a month', () => {
    const fairs = (metric: string, value: number) => target(metric, value, '场', { op: '=', targetKind: 'norm' });
    expect(stanceOf(fairs('每周组织招聘会', 1), fairs('每月组织招聘会', 4))).toBe('equal');
    expect(stanceOf(fairs('每周组织招聘会', 1), fairs('每月组织招聘会', 2))).toBe('weaker');
    expect(stanceOf(fairs('每月组织招聘会', 4), fairs('每周组织招聘会', 1))).toBe('equal');
  });
});

describe('a share said in another way', () => {
  const covered = said('工地实名制管理全覆盖。', [['coverage', '工地实名制管理全覆盖']]);
  const share90 = target('工地实名制管理覆盖率', 90, '%', { targetKind: 'ratio' });

  it('全覆盖 is the whole', () => {
    expect(told(covered, said('覆盖率达到90%。', [], [share90]))).toEqual([
      '弱 上级为工地实名制管理全覆盖，我方为工地实名制管理覆盖率不低于90%',
    ]);
    expect(told(said('', [], [{ ...share90, value: 100 }]), covered)).toEqual([]);
    expect(told(covered, said('加强管理。', []))).toEqual([]);
  });

  it('左右 is less than 以内', () => {
    const ceiling = target('失业率', 4.5, '%', { op: '<=', targetKind: 'ratio' });
    expect(stanceOf(ceiling, { ...ceiling, op: '~' })).toBe('weaker');
    expect(stanceOf({ ...ceiling, op: '~' }, ceiling)).toBe('stronger');
    expect(stanceOf(ceiling, { ...ceiling, op: '~', value: 4.2 })).toBe('stronger');
  });

  it('of the half year is laid beside that of the half year', () => {
    const rate = (value: number, by: string) => target('投资完成率', value, '%', { by, targetKind: 'ratio' });
    const both = [rate(60, '2024-06-30'), rate(100, '2024-12-31')];
    expect(told(said('', [], both), said('', [], both))).toEqual([]);
    const [half] = differences(said('', [], [both[1]!]), said('', [], [both[0]!]), here);
    expect(half).toMatchObject({ certain: false, words: expect.stringContaining('不是同一时点') });
  });
});

describe('the target that counts the same', () => {
  it('is the most alike one that is alike enough', () => {
    const half = target('培训农户数', 10, '人');
    const close = target('农民工培训', 10, '人');
    expect(sameMetric(target('培训农民工', 1, '人'), [half, close], SAME_IN_CLAUSE)).toBe(close);
    expect(sameMetric(target('培训农民工', 1, '人'), [half], SAME_IN_CLAUSE)).toBe(half);
    expect(sameMetric(target('培训农民工', 1, '人'), [close], SAME_ELSEWHERE)).toBe(close);
    expect(sameMetric(target('培训农民工', 1, '人'), [half], SAME_ELSEWHERE)).toBeNull();
    expect(sameMetric(target('培训农民工', 1, '人'), [], SAME_IN_CLAUSE)).toBeNull();
  });

  it('may be a trend without a figure, and needs a name that says what is counted elsewhere', () => {
    const trend = target('培训农民工', null, null, { op: 'trend_up' });
    expect(sameMetric(target('培训农民工', 1, '人'), [trend], SAME_IN_CLAUSE)).toBe(trend);
    expect(sameMetric(trend, [target('培训农民工', 1, '人')], SAME_IN_CLAUSE)?.value).toBe(1);
    const school = target('新建校舍', 3, '所');
    expect(sameMetric(school, [school], SAME_ELSEWHERE)).toBe(school);
    const short = target('新建', 3, '所');
    expect(sameMetric(short, [short], SAME_ELSEWHERE)).toBeNull();
  });
});

describe('how two demands stand to each other', () => {
  it('trends are equal when they go one way, and a figure is no less than a trend', () => {
    const up = target('培训', null, null, { op: 'trend_up' });
    expect(stanceOf(up, up)).toBe('equal');
    expect(stanceOf(up, { ...up, op: 'trend_down' })).toBe('unlike');
    expect(stanceOf(up, target('培训', 5, '人'))).toBe('equal');
  });

  it('a limit and a least figure cannot be compared, a plain figure can with either', () => {
    expect(stanceOf(share(5, { op: '<=' }), share(5, { op: '>=' }))).toBe('unlike');
    expect(stanceOf(share(5, { op: '=' }), share(4, { op: '>=' }))).toBe('weaker');
    expect(stanceOf(share(5, { op: '=' }), share(4, { op: '<=' }))).toBe('weaker');
    expect(stanceOf(share(5, { op: '<=' }), share(6, { op: '=' }))).toBe('weaker');
    expect(stanceOf(share(5, { op: '<' }), share(6, { op: '<' }))).toBe('weaker');
    expect(stanceOf(share(5, { op: '<' }), share(4, { op: '<' }))).toBe('stronger');
  });

  it('at the same figure 力争 weighs more than 左右', () => {
    expect(stanceOf(share(95, { op: '~' }), share(95, { hard: false }))).toBe('weaker');
    expect(stanceOf(share(95, { hard: false }), share(95, { op: '~' }))).toBe('stronger');
  });

  it('only a yearly or several years’ figure is a total', () => {
    expect(isTotal(target('培训', 10, '人', { targetKind: 'multi_year' }))).toBe(true);
    expect(isTotal(target('培训', 0, '人'))).toBe(false);
    expect(isTotal(target('培训', 10, '人', { targetKind: 'norm' }))).toBe(false);
  });

  it('is printed with the sign in words', () => {
    const signs = ['=', '>=', '>', '<=', '<', '~'] as const;
    expect(signs.map((op) => demandWords(share(95, { op })))).toEqual([
      '按期办结率95%',
      '按期办结率不低于95%',
      '按期办结率高于95%',
      '按期办结率不超过95%',
      '按期办结率低于95%',
      '按期办结率95%左右',
    ]);
    const trend = target('案件', null, null, { op: 'trend_down', raw: '持续下降' });
    expect(demandWords(trend)).toBe('案件“持续下降”');
    expect(demandWords({ ...trend, raw: '“三个下降”' })).toBe('案件“三个下降”');
  });
});

describe('where our clause asks for less', () => {
  it('says what the superior has and we have not, but only of what shows progress', () => {
    const absent = (kind: 'annual' | 'ratio' | 'standing' | 'multi_year' | 'norm' | 'scope', otherLevel = false) =>
      targetDifference(
        target('培训农民工', 10, '人', { targetKind: kind }),
        { targets: [], due: null },
        { targets: [], otherLevel },
      );
    expect(absent('annual')).toEqual([
      { weaker: true, absent: true, certain: true, words: '上级有目标：培训农民工不低于10人，我方没有写相应目标' },
    ]);
    expect(absent('annual', true)[0]?.certain).toBe(false);
    expect(absent('standing', true)[0]?.certain).toBe(true);
    expect([absent('ratio'), absent('multi_year'), absent('norm'), absent('scope')].map((one) => one.length)).toEqual([
      1, 1, 0, 0,
    ]);
  });

  it('tells lower from higher, and doubts a total that may be our part of it', () => {
    const people = (value: number) => target('培训农民工', value, '人');
    const compare = (own: number, otherLevel: boolean) =>
      targetDifference(people(100), { targets: [people(own)], due: null }, { targets: [], otherLevel });
    expect(compare(100, true)).toEqual([]);
    expect(compare(90, false)).toEqual([
      { weaker: true, certain: true, words: '上级为培训农民工不低于100人，我方为培训农民工不低于90人' },
    ]);
    expect(compare(90, true)).toMatchObject([
      { certain: false, words: expect.stringContaining('（上级为总量指标，须按分解到本地的数比，请核对）') },
    ]);
    expect(compare(110, true)).toEqual([
      { weaker: false, certain: true, words: '上级为培训农民工不低于100人，我方为培训农民工不低于110人' },
    ]);
    const shares = targetDifference(share(98), { targets: [share(95)], due: null }, { targets: [], otherLevel: true });
    expect(shares).toMatchObject([{ weaker: true, certain: true }]);
    expect(targetDifference(share(5, { op: '<=' }), { targets: [share(5)], due: null }, here)).toEqual([]);
  });

  it('notices a later day of the same target, by its own day or the clause’s', () => {
    const superior = share(98, { by: '2024-10-31' });
    const later = (own: object, due: string | null) =>
      targetDifference(superior, { targets: [share(98, own)], due }, here);
    expect(later({ by: '2024-11-30' }, '2024-10-01')).toEqual([
      { weaker: true, certain: true, words: '按期办结率上级要求 2024-10-31 前完成，我方为 2024-11-30' },
    ]);
    expect(later({}, '2024-11-30')).toHaveLength(1);
    expect([later({}, '2024-10-31'), later({}, null), later({ by: '2024-10-01' }, '2024-11-30')]).toEqual([[], [], []]);
    expect(targetDifference(share(98), { targets: [share(98)], due: '2024-11-30' }, here)).toEqual([]);
  });

  it('does not say that a clause without a unit has no day: its text was not read for days', () => {
    const theirs = measure('1', '治欠', '治理拖欠工资', ['省人社厅'], { due: '2024-12-31' });
    const told = (words: string) => differences(theirs, { targets: [], due: null, words, unread: true }, here);
    expect(told('各县于12月31日前上报')).toEqual([]);
    expect(told('各县及时上报')).toEqual([
      { weaker: true, certain: false, words: '上级完成时限为 2024-12-31，我方这一条未分办，时限未读取，请核对' },
    ]);
  });

  it('compares the days of the clauses', () => {
    const clause = (due: string | null) => measure('1', '治欠', '治理拖欠工资', ['省人社厅'], { due });
    const days = (superior: string | null, own: string | null) => differences(clause(superior), clause(own), here);
    expect([days(null, '2024-10-31'), days('2024-10-31', '2024-10-31')]).toEqual([[], []]);
    expect(days('2024-10-31', null)).toEqual([
      { weaker: true, certain: true, words: '上级完成时限为 2024-10-31，我方没有写时限' },
    ]);
    expect(days('2024-10-31', '2024-11-01')).toEqual([
      { weaker: true, certain: true, words: '上级完成时限为 2024-10-31，我方为 2024-11-01，晚于上级' },
    ]);
    expect(days('2024-10-31', '2024-09-30')).toEqual([
      { weaker: false, certain: true, words: '上级完成时限为 2024-10-31，我方为 2024-09-30，早于上级' },
    ]);
  });
});

describe('who does it', () => {
  const duty = (more: Partial<ComparedMeasure>) => measure('1', '培训', '办班', [], more);

  it('is told unit by unit: joined, left, changed; groups in quotes', () => {
    const old = duty({
      lead: unit('市人社局'),
      leadBasis: 'stated',
      responsible: [unit('市人社局')],
      supporting: ['市财政局', '市民政局'].map((name) => ({ ...unit(name), own: true })),
    });
    const now = duty({
      ...{ lead: unit('市人社局'), leadBasis: 'stated', supporting: [unit('市民政局'), unit('市教育局')] },
      openGroups: [{ surface: '各县（市、区）', role: 'responsible' }],
    });
    const change = dutyChange(old, now);
    expect(dutyWords(change)).toBe(
      '新增市教育局（配合）、“各县（市、区）”；不再承担：市财政局（责任）；市民政局由责任改为配合',
    );
    expect(dutiesStay(change)).toBe(false);
    expect(dutiesStay(dutyChange(old, old))).toBe(true);
    expect(dutyWords(dutyChange(old, old))).toBe('');
    expect(dutiesStay({ joined: [{ name: '甲', role: 'lead' }], left: [], changed: [] })).toBe(false);
    expect(dutiesStay({ joined: [], left: [], changed: [{ name: '甲', from: 'lead', to: 'group' }] })).toBe(false);
  });

  it('takes nobody for the lead who is only first in the list', () => {
    const stated = duty({ lead: unit('市人社局'), leadBasis: 'stated', responsible: [unit('市人社局')] });
    const listed = { ...stated, leadBasis: 'first_listed' } as const;
    expect(dutyWords(dutyChange(stated, listed))).toBe('市人社局由牵头改为责任');
    expect(dutyChange(listed, { ...listed, lead: null })).toEqual({ joined: [], left: [], changed: [] });
    const chosen = { ...stated, mode: 'joint', lead: unit('市教育局'), leadBasis: 'chosen' } as const;
    expect(dutyWords(dutyChange(stated, chosen))).toBe('新增市教育局（牵头）；市人社局由牵头改为责任');
  });

  it('calls every lead of several 牵头', () => {
    const one = duty({ lead: unit('市人社局'), leadBasis: 'stated', responsible: [unit('市人社局')] });
    const two = { ...one, responsible: [unit('市人社局'), unit('市教育局')] };
    expect(dutyWords(dutyChange(one, two))).toBe('新增市教育局（牵头）');
  });
});

describe('the head of a plan', () => {
  it('is compared fact by fact', () => {
    const old = plan('city', []);
    const now = {
      ...{ ...old, title: '农民工工作要点（修订）', docNumber: '并农办〔2024〕3号', issuedOn: '2024-05-01' },
      goals: [share(98), share(90, { hard: false })],
      phases: [
        { name: '动员部署', start: null, end: '2024-03-31' },
        { name: '推进落实', start: '2024-04-01', end: null },
      ],
      reporting: [
        { from: '各单位', to: '市农民工办', due: '2024-06-30', what: '小结' },
        { from: '各县', to: '市农民工办', due: null, every: '每月25日前', what: '进展' },
        { from: '市', to: '省', due: null, what: '总结' },
      ],
    };
    expect(headChanges(old, now)).toEqual([
      { label: '标题', before: '农民工工作要点', after: '农民工工作要点（修订）' },
      { label: '发文字号', before: '', after: '并农办〔2024〕3号' },
      { label: '成文日期', before: '2024-03-01', after: '2024-05-01' },
      { label: '总体目标', before: '', after: '按期办结率不低于98%；按期办结率不低于90%（力争）' },
      { label: '阶段', before: '', after: '动员部署（至2024-03-31），推进落实（2024-04-01至）' },
      {
        label: '向上报送',
        before: '',
        after: '各单位→市农民工办（2024-06-30）；各县→市农民工办（每月25日前）；市→省（未定）',
      },
    ]);
    expect(headChanges({ ...old, title: null, issuedOn: null }, old).map(({ before }) => before)).toEqual(['', '']);
  });
});

describe('figures that only look higher', () => {
  const laid = (theirs: TargetReading, ours: TargetReading) =>
    targetDifference(theirs, { targets: [ours], due: null }, here).map(
      ({ weaker, certain, words }) => `${weaker ? '弱' : '强'}${certain ? '' : '？'} ${words}`,
    );
  const term = (metric: string, value: number, word: string, op: TargetReading['op'] = '=') =>
    target(metric, value, word, { op, targetKind: 'parameter' });
  const norm = (metric: string, value: number, word: string) => target(metric, value, word, { targetKind: 'norm' });

  it('a term that is cut down to 3天 is longer than one cut down to 60小时', () => {
    expect(laid(term('办理时间', 60, '小时'), term('办理时间', 3, '天'))).toEqual([
      '弱 上级为办理时间60小时，我方为办理时间3天',
    ]);
    expect(laid(term('办理时间', 60, '小时'), term('办理时间', 2, '天'))).toEqual([
      '强 上级为办理时间60小时，我方为办理时间2天',
    ]);
    expect(laid(term('免收租金', 6, '个月'), term('免收租金', 3, '个月'))[0]).toMatch(/^弱 /);
  });

  it('a working day cannot be laid beside hours', () => {
    expect(laid(term('响应', 4, '小时', '<='), term('响应', 1, '个工作日', '<='))).toEqual([
      '弱？ 上级为响应不超过4小时，我方为响应不超过1个工作日（单位不同，请核对）',
    ]);
  });

  it('what each county has cannot be laid beside a total', () => {
    expect(laid(norm('每个县区新建驿站', 2, '家'), target('新建驿站', 10, '家'))).toEqual([
      '弱？ 上级为每个县区新建驿站不低于2家，我方为新建驿站不低于10家（一方为每地的数，一方不是，请核对）',
    ]);
  });

  it('twice a month is less than once a week', () => {
    expect(laid(norm('每周巡查', 1, '次'), norm('每月巡查', 2, '次'))[0]).toMatch(/^弱 上级为每周巡查.*我方为每月巡查/);
    expect(laid(norm('每周巡查', 1, '次'), norm('每月巡查', 4, '次'))).toEqual([]);
  });

  it('a later first day is told, and an earlier one', () => {
    const starts = (theirs: string, ours: string) => told(said(theirs, []), said(ours, []));
    const [july, october] = ['新标准自7月1日起施行。', '新标准自10月1日起施行。'];
    expect(starts(july, october)).toEqual(['弱 上级自7月1日起施行，我方自10月1日起施行，晚于上级']);
    expect(starts(october, july)).toEqual(['强 上级自10月1日起施行，我方自7月1日起施行，早于上级']);
    expect(starts(july, '新标准自2026年10月1日起施行。')).toEqual([]);
  });
});
