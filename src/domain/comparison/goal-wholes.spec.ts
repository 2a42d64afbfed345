import { describe, expect, it } from '@jest/globals';
import { measure, plan, target } from '../../../test/cascade/compared-plans.js';
import type { ConditionReading } from '../plan/reading.js';
import type { ComparedPlan } from './clause.js';
import { goalPlaces } from './goal-wholes.js';
import { headChanges } from './head-changes.js';
import { compareWithSuperior } from './superior.js';

const WORDS: [string, ConditionReading['kind']][] = [
  ['应保尽保', 'exhaustive'],
  ['应签尽签', 'exhaustive'],
  ['建筑工地实名制管理全覆盖', 'coverage'],
  ['零拖欠', 'zero'],
];

/** The plan with goals that hold no figure, as its reader finds them. */
function withGoals(from: ComparedPlan, text: string): ComparedPlan {
  const conditions = WORDS.flatMap(([raw, kind]): ConditionReading[] => {
    const at = text.indexOf(raw);
    return at < 0 ? [] : [{ raw, kind, span: [at, at + raw.length] }];
  });
  return { ...from, text, conditions };
}

const province = (text: string) => withGoals(plan('province', []), text);
const camp = (text: string) => measure('3', '组织夏令营', text, ['市教育局']);
const city = (text: string, goals = '') => withGoals(plan('city', [camp(text)]), goals);

function told(superior: ComparedPlan, own: ComparedPlan, judged = { confirmed: [], rejected: [] }): string[] {
  const { findings } = compareWithSuperior(superior, own, judged);
  return findings
    .filter(({ kind }) => kind !== 'extra')
    .map(({ kind, certain, own: ours, sentence }) => {
      const names = ours.map(({ place }) => `${place.no}${place.title}`).join('、');
      return `${kind}${certain ? '' : '？'} ${names || '无'}：${sentence}`;
    });
}

describe('goals of the superior’s plan that hold no figure', () => {
  const insured = province('到年底，推动工程项目参加工伤保险应保尽保。');

  it('are missing where nothing of ours speaks of them', () => {
    expect(told(insured, city('暑期开办夏令营。'))).toEqual([
      'missing 无：上级总体目标要求“推动工程项目参加工伤保险应保尽保”，我方没有写。',
    ]);
  });

  it('are weaker where ours speaks of the matter without the word for the whole', () => {
    expect(told(insured, city('督促工程项目参加工伤保险，暑期开办夏令营。'))).toEqual([
      'weaker？ 3组织夏令营：上级总体目标要求“推动工程项目参加工伤保险应保尽保”，我方“3 组织夏令营”没有写“应保尽保”（请核对）。',
    ]);
  });

  it('are met by a clause, or by a goal, that says as much, also in another word or as 100%', () => {
    const met = (place: string) => [`same ${place}：疑似对应，请先核对是否同一事项；如是，未见目标降低、时限推后。`];
    expect(told(insured, city('工程项目工伤保险应保尽保。'))).toEqual(met('3组织夏令营'));
    expect(told(insured, city('工程项目工伤保险参保率达到100%。'))).toEqual(met('3组织夏令营'));
    const goal = city('暑期开办夏令营。', '全市工程项目工伤保险应保尽保。');
    expect(told(insured, goal)).toEqual(met('总体目标：全市工程项目工伤保险应保尽保'));
  });

  it('are not met by the same word of another matter', () => {
    expect(told(insured, city('乡村医生养老待遇应保尽保。'))[0]).toMatch(/^missing 无/);
  });

  it('a share of ours beside 全覆盖 is told in figures', () => {
    const named = province('建筑工地实名制管理全覆盖。');
    const share = target('建筑工地实名制管理覆盖率', 90, '%', { raw: '90%', targetKind: 'ratio' });
    const own = plan('city', [measure('3', '组织夏令营', '暑期开办夏令营。', ['市教育局'], { targets: [share] })]);
    expect(told(named, own)).toEqual([
      'weaker 3组织夏令营：上级为建筑工地实名制管理全覆盖，我方为建筑工地实名制管理覆盖率不低于90%。',
    ]);
  });

  it('零拖欠 is one of them, and each is told for itself', () => {
    const both = province('实现政府项目工资零拖欠，劳动合同应签尽签。');
    expect(told(both, city('暑期开办夏令营。')).map((line) => line.slice(0, 7))).toEqual(['missing', 'missing']);
  });

  it('a person says which clause meets one, or that it is none', () => {
    const own = city('督促工程项目参加工伤保险，暑期开办夏令营。');
    const [place] = goalPlaces(insured);
    const pair = { left: place!.key, right: 'm001' };
    const confirmed = compareWithSuperior(insured, own, { confirmed: [pair], rejected: [] }).findings[0]!;
    expect(confirmed).toMatchObject({ kind: 'weaker', certain: true, confirmed: true });
    const rejected = compareWithSuperior(insured, own, { confirmed: [], rejected: [pair] }).findings[0]!;
    expect(rejected).toMatchObject({ kind: 'missing', own: [] });
  });
});

describe('goals without a figure, in two versions', () => {
  const version = (text: string) => withGoals(plan('city', []), text);

  it('one that the new text drops or words otherwise is told', () => {
    const old = version('务工人员劳动合同应签尽签，工伤保险应保尽保。');
    const head = (text: string) => headChanges(old, version(text));
    expect(head('务工人员劳动合同应签尽签，工伤保险应保尽保。')).toEqual([]);
    const before = '务工人员劳动合同应签尽签；工伤保险应保尽保';
    expect(head('务工人员劳动合同应签尽签。')).toEqual([
      { label: '总体目标', before: expect.any(String), after: '务工人员劳动合同应签尽签' },
    ]);
    expect(head('')[0]!.before.split('；').sort()).toEqual(before.split('；').sort());
  });

  it('the year of the plan alone is no change of them', () => {
    const of = (year: number) => ({ ...version(`到${year}年工程项目工资零拖欠。`), title: `${year}年要点`, year });
    const told = headChanges(of(2025), of(2026), { left: 2025, right: 2026 });
    expect(told.map(({ label }) => label)).toEqual([]);
  });
});

describe('a goal of the superior’s plan that a clause of ours holds', () => {
  const superior = plan('province', [], { goals: [target('随迁子女在公办学校就读比例', 95, '%')] });
  const findings = (metric: string, value = 95) => {
    const clause = measure('2', '子女入学', '', ['市教育局'], { targets: [target(metric, value, '%')] });
    return compareWithSuperior(superior, plan('city', [clause])).findings.map(({ kind, sentence }) => [kind, sentence]);
  };

  it('with other words between is met, and the clause is none that was added here', () => {
    const met = [['same', '内容对应，目标没有降低，时限没有推后。']];
    expect(findings('随迁子女在公办义务教育学校就读（含政府购买学位）比例')).toEqual(met);
    expect(findings('随迁子女在公办学校就读（含政府购买学位的民办学校）的比例')).toEqual(met);
  });

  it('with many other words, but the very figure, may be met', () => {
    expect(findings('持居住证的务工人员随迁子女在公办和普惠学校就读的比例')).toEqual([
      ['same', '疑似对应，请先核对是否同一事项；如是，未见目标降低、时限推后。'],
    ]);
  });

  it('with a lower figure it is weaker', () => {
    const [goal] = findings('随迁子女在公办学校就读（含政府购买学位）比例', 90);
    expect(goal![0]).toBe('weaker');
  });
});
