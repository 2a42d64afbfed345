import { describe, expect, it } from '@jest/globals';
import { lunarDay } from '../../src/domain/calendar/almanac.js';
import { addDays, isDay, weekday } from '../../src/domain/calendar/day.js';
import { WorkingCalendar, type CalendarTable } from '../../src/domain/calendar/working-days.js';
import { presetFor, type IndicatorPreset } from '../../src/domain/figures/indicator.js';
import { checkRuleSet, ruleName, type LightRuleSet } from '../../src/domain/lights/rule-set.js';
import type { Demonstration } from '../../src/domain/reference/demonstration.js';
import type { MembershipList } from '../../src/domain/reference/membership.js';
import { placesBelow, type PlaceTable } from '../../src/domain/reference/place.js';
import type { PlanFacts } from '../../src/domain/reference/plan-facts.js';
import { readSeed } from '../../src/shared/seeds.js';

const calendar = readSeed<CalendarTable & { sources: Record<string, string> }>('calendar');
const places = readSeed<PlaceTable>('places');
const indicators = readSeed<{ indicators: IndicatorPreset[] }>('indicators').indicators;
const lists = readSeed<{ lists: MembershipList[] }>('membership').lists;
const demo = readSeed<Demonstration>('demo');
const lights = readSeed<{ default: string; ruleSets: LightRuleSet[] }>('light-rules');

const unique = <T>(values: T[]) => new Set(values).size === values.length;

describe('the working-day calendar', () => {
  const years = Array.from(
    { length: calendar.years.to - calendar.years.from + 1 },
    (_, at) => calendar.years.from + at,
  );

  /** Weekdays of the year less the days off by law: 11, from 2025 13 (国令第644号, 第795号). */
  const byLaw = (year: number): number => {
    const extra: Record<number, number> = { 2015: 1, 2020: 2 };
    return weekdaysOf(year) - (year >= 2025 ? 13 : 11) - (extra[year] ?? 0);
  };

  const weekdaysOf = (year: number): number => {
    let count = 0;
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1))
      count += weekday(day) <= 5 ? 1 : 0;
    return count;
  };

  it.each(years)('has in %i as many working days as the law leaves', (year) => {
    const worked = new WorkingCalendar(calendar).workingDaysBetween(`${year}-01-01`, `${year}-12-31`);
    expect(worked).toBe(byLaw(year));
    expect(calendar.sources[String(year)]).toMatch(/国(办)?发明电〔20\d\d〕\d+号/);
  });

  it('lists real days, each once, in order, and works only on weekends', () => {
    for (const days of [calendar.holidays, calendar.workdays]) {
      expect(days.every(isDay) && unique(days)).toBe(true);
      expect([...days].sort()).toEqual(days);
    }
    expect(calendar.workdays.filter((day) => weekday(day) <= 5)).toEqual([]);
    expect(calendar.workdays.filter((day) => calendar.holidays.includes(day))).toEqual([]);
  });

  it('has 正月初一 of the almanac as a holiday in every year covered', () => {
    for (const year of years) expect(calendar.holidays).toContain(lunarDay(year, 1, 1));
  });
});

describe('the places', () => {
  const count = (level: string) => places.places.filter((place) => place.level === level).length;

  it('are 31 provinces, 333 prefectures and their counties, each under the right one', () => {
    const byCode = new Map(places.places.map((place) => [place.code, place]));
    expect([count('province'), count('city')]).toEqual([31, 333]);
    expect(count('county')).toBeGreaterThan(2840);
    expect(byCode.size).toBe(places.places.length);
    for (const place of places.places) {
      expect(place.code).toMatch(/^[1-6]\d{5}$/);
      const parent = place.parent === null ? undefined : byCode.get(place.parent);
      expect([place.code, parent?.code.slice(0, 2) ?? place.code.slice(0, 2)]).toEqual([
        place.code,
        place.code.slice(0, 2),
      ]);
      expect([place.code, parent === undefined]).toEqual([place.code, place.level === 'province']);
    }
  });

  it.each([
    ['140100', 10, '古交市'],
    ['450800', 5, '桂平市'],
    ['410500', 9, '林州市'],
    ['440100', 11, '从化区'],
    ['340800', 10, '宿松县'],
  ])('know 各县（市、区） of %s', (code, size, one) => {
    const below = placesBelow(places, code);
    expect(below).toHaveLength(size);
    expect(below.map((place) => place.name)).toContain(one);
  });
});

describe('the preset indicators', () => {
  it('say what they count, in which unit, how they add up and whose they are', () => {
    expect(indicators.length).toBeGreaterThanOrEqual(30);
    expect(unique(indicators.map((preset) => preset.id)) && unique(indicators.map((preset) => preset.name))).toBe(true);
    for (const preset of indicators) {
      expect(preset.definition.length).toBeGreaterThan(5);
      expect(preset.unit && preset.authority && preset.tags.length).toBeTruthy();
      expect(['sum', 'ratio', 'latest', 'none']).toContain(preset.aggregation);
      expect([preset.id, Boolean(preset.numerator && preset.denominator)]).toEqual([
        preset.id,
        preset.aggregation === 'ratio',
      ]);
    }
  });

  it.each([
    ['taiyuan-2023', '农民工欠薪案件', 'arrears-cases'],
    ['guigang-2021', '农民工“点对点”返岗复工', 'point-to-point'],
    ['guigang-2021', '培训农民工', 'training'],
    ['guigang-2021', '拖欠农民工工资案件', 'arrears-cases'],
    ['guigang-2021', '拖欠农民工工资涉及金额', 'arrears-amount'],
    ['guigang-2021', '拖欠农民工工资涉及人数', 'arrears-persons'],
    ['guigang-2021', '农民工随迁子女就读义务教育公办学校比例', 'children-public'],
    ['anhui-2023', '县域城镇新增就近就业创业农民工', 'local-jobs'],
    ['anhui-2023', '补贴性农民工职业技能培训', 'training'],
    ['anhui-2023', '支持农民工返乡创业', 'returnees'],
    ['anhui-2023', '农民工可支配收入增长', 'income-growth'],
    ['anhui-2023', '发展保障性租赁住房', 'rental-homes'],
    ['anhui-2023', '农业转移人口在城镇落户', 'settled'],
    ['anyang-2015', '每年开展农民工职业技能培训', 'training'],
  ])('serve the goals that %s prints: %s', (plan, metric, preset) => {
    const goals = readSeed<PlanFacts>(`plans/${plan}`).goals.map((goal) => goal.metric);
    expect(goals).toContain(metric);
    expect(presetFor(metric, indicators)?.id).toBe(preset);
  });
});

describe('the membership lists', () => {
  it('name units with their level and without place, once each, at all three levels', () => {
    expect(lists.map((list) => list.level).sort()).toEqual(['city', 'county', 'province']);
    const prefix = { province: '省', city: '市', county: '县' };
    for (const list of lists) {
      expect(unique(list.members)).toBe(true);
      const foreign = list.members.filter((name) => !name.startsWith(prefix[list.level]) && !name.startsWith('共青团'));
      expect(foreign).toEqual([]);
      expect(isDay(list.from)).toBe(true);
    }
  });
});

describe('the light rules', () => {
  it('are whole sets with unique names, the default among them', () => {
    const names = lights.ruleSets.map((set) => ruleName(checkRuleSet(set)));
    expect(unique(names)).toBe(true);
    expect(names).toContain(lights.default);
    expect(names).toEqual(expect.arrayContaining(['yinchuan@1', 'sanming@1', 'suqian@1']));
  });
});

describe('the demonstration office', () => {
  const keys = demo.units.map((unit) => unit.key);
  const usersOf = (key: string, role: string) =>
    demo.users.filter((user) => user.unit === key && user.roles.some((own) => own === role));

  it('refers only to units and lists that exist', () => {
    const parents = demo.units.map((unit) => unit.lineParent).filter((key) => key !== null);
    for (const key of [demo.office, demo.host, demo.recipient, ...parents, ...demo.users.map((user) => user.unit)]) {
      expect(keys).toContain(key);
    }
    expect(unique(keys) && unique(demo.units.map((unit) => unit.fullName))).toBe(true);
    const known = ['counties', ...lists.map((list) => list.id)];
    for (const unit of demo.units) expect(unit.lists.filter((list) => !known.includes(list))).toEqual([]);
  });

  it('has an account of every role, a liaison in every bureau and a user in every county', () => {
    const roles = ['coordinator', 'liaison', 'leader', 'county', 'superior', 'auditor', 'admin'];
    for (const role of roles) expect(demo.users.some((user) => user.roles.some((own) => own === role))).toBe(true);
    for (const unit of demo.units) {
      if (unit.kind === 'bureau') expect(usersOf(unit.key, 'liaison')).toHaveLength(1);
      if (unit.kind === 'county') expect(usersOf(unit.key, 'county')).toHaveLength(1);
    }
    expect(usersOf(demo.office, 'coordinator')).toHaveLength(2);
  });

  it('names posts, not persons, and accounts in pinyin', () => {
    for (const user of demo.users) {
      expect(user.account).toMatch(/^[a-z]+[0-9]?(-[a-z]+)?$/);
      expect(user.name).toMatch(/^(协调员|联络员|分管负责人|省厅接收人|审计员|管理员|系统管理员|安全管理员).?（.+）$/);
    }
    expect(unique(demo.users.map((user) => user.account))).toBe(true);
  });

  it('knows every unit of the Taiyuan plan and the ten counties of Taiyuan', () => {
    const plan = readSeed<PlanFacts>('plans/taiyuan-2023');
    const bureaus = demo.units.filter((unit) => unit.kind === 'bureau');
    const needed = new Set(plan.measures.flatMap((measure) => [...measure.responsible, ...measure.supporting]));
    expect([...needed].filter((name) => !bureaus.some((unit) => unit.name === name))).toEqual([]);
    expect(plan.issuers.filter((name) => !bureaus.some((unit) => unit.fullName === name))).toEqual([]);
    const counties = demo.units.filter((unit) => unit.kind === 'county').map((unit) => unit.placeCode);
    expect(counties.sort()).toEqual(placesBelow(places, demo.placeCode).map((place) => place.code));
  });
});
