import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { WorkingCalendar, type CalendarTable } from '../calendar/working-days.js';
import { countColours, light } from './light.js';
import { checkRuleSet, type LightRuleSet } from './rule-set.js';
import { assess, type LightFacts } from './situation.js';

const read = (name: string): unknown => JSON.parse(readFileSync(`seeds/${name}.json`, 'utf8'));
const calendar = new WorkingCalendar(read('calendar') as CalendarTable);
const presets = (read('light-rules') as { ruleSets: LightRuleSet[] }).ruleSets;
const rules = (id: string): LightRuleSet => presets.find((set) => set.id === id)!;

/** A bureau's own duty, due at the end of October, half done at mid-year. */
const duty: LightFacts = {
  ...{ track: 'deliverable', role: 'responsible', followsLead: false, hard: true, enabledOn: '2023-01-01' },
  ...{ start: '2023-01-01', due: '2023-10-31', firstDue: '2023-10-31', duePresumed: false, internalDue: null },
  ...{ begun: true, progress: 60, curve: null, completedOn: null, closedOn: null, suspended: false },
};

const show = (facts: Partial<LightFacts>, today: string, id = 'default') =>
  light(rules(id), { ...duty, ...facts }, today, calendar);

describe('the default lights', () => {
  it('is green on track and says why, naming its rule set', () => {
    expect(show({}, '2023-06-30')).toEqual({
      colour: '绿',
      word: '正常推进',
      sentence: '应于2023年10月31日前完成，进度60%，序时进度59.5%，超前0.5个百分点。',
      rule: 'default@1',
      situation: 'onTrack',
    });
  });

  it('turns yellow from ten points behind and red beyond thirty', () => {
    expect(show({ progress: 49.5 }, '2023-06-30')).toMatchObject({ colour: '黄', situation: 'behind' });
    expect(show({ progress: 49.6 }, '2023-06-30').colour).toBe('绿');
    expect(show({ progress: 29.5 }, '2023-06-30').colour).toBe('黄');
    expect(show({ progress: 29.4 }, '2023-06-30')).toMatchObject({
      colour: '红',
      sentence: '应于2023年10月31日前完成，进度29.4%，序时进度59.5%，落后30.1个百分点。',
    });
  });

  it('turns yellow seven days before the due day, and red the day after it', () => {
    expect(show({ progress: 100 }, '2023-10-23').colour).toBe('绿');
    expect(show({ progress: 100 }, '2023-10-24')).toMatchObject({ colour: '黄', word: '临近到期' });
    expect(show({ progress: 100 }, '2023-10-31').sentence).toContain('今天到期');
    expect(show({ progress: 100 }, '2023-11-05')).toMatchObject({ colour: '红', word: '逾期' });
    expect(show({ progress: null }, '2023-11-05').sentence).toBe('应于2023年10月31日前完成，已逾期5天。');
  });

  it('is grey as long as nothing is known, and before the planned start', () => {
    expect(show({ progress: null, begun: null }, '2023-06-30')).toMatchObject({ colour: '灰', word: '待反馈' });
    expect(show({ start: '2023-09-01', progress: null }, '2023-06-30').word).toBe('未启动');
  });

  it('never turns red before the office began to work with the plan', () => {
    const early = show({ enabledOn: '2023-12-01' }, '2023-12-05');
    expect(early).toMatchObject({ colour: '灰', word: '启用前' });
    expect(early.sentence).toContain('2023年12月1日启用之前');
  });

  it('moves with a granted extension and keeps the first date on record', () => {
    const moved = show({ due: '2023-11-30', progress: 95 }, '2023-11-05');
    expect(moved.colour).toBe('绿');
    expect(moved.sentence).toContain('应于2023年11月30日前完成（原定2023年10月31日，已调整）');
  });

  it('is blue when struck off, and says so when that came late', () => {
    expect(show({ closedOn: '2023-10-30' }, '2023-12-01')).toMatchObject({ colour: '蓝', word: '已办结' });
    expect(show({ completedOn: '2023-11-03', closedOn: '2023-11-20' }, '2023-12-01').sentence).toContain('超过时限3天');
    expect(show({ completedOn: '2023-10-30', closedOn: '2023-11-20' }, '2023-12-01').situation).toBe('done');
  });

  it('shows work caught up after the due day yellow, not green', () => {
    expect(show({ completedOn: '2023-11-03' }, '2023-11-04')).toMatchObject({ colour: '黄', word: '逾期补办' });
    expect(show({ completedOn: '2023-10-31' }, '2023-11-04')).toMatchObject({ colour: '绿', word: '已完成待审' });
  });

  it('says 未按内部时间, not 逾期, after the office’s own day', () => {
    expect(show({ internalDue: '2023-10-16', progress: 100 }, '2023-10-18')).toMatchObject({
      word: '未按内部时间',
      colour: '黄',
    });
  });
});

describe('the order of what a light is judged by', () => {
  const situation = (facts: Partial<LightFacts>, today: string, id = 'default') => show(facts, today, id).situation;

  it('work behind schedule shows behind, though its day is near', () => {
    expect(situation({ progress: 80 }, '2023-10-28')).toBe('behind');
    expect(situation({ progress: 95 }, '2023-10-28')).toBe('near');
  });

  it('counts what was finished on the due day as in time, and nothing standing as late', () => {
    expect(situation({ completedOn: '2023-10-31', closedOn: '2023-11-20' }, '2023-12-01')).toBe('done');
    expect(situation({ completedOn: null, closedOn: '2023-10-31' }, '2023-12-01')).toBe('done');
    const standing = { track: 'standing', due: '2023-10-31' } as const;
    expect(situation({ ...standing, closedOn: '2023-11-20' }, '2023-12-01')).toBe('done');
    expect(situation({ ...standing, completedOn: '2023-11-20' }, '2023-12-01')).toBe('completed');
  });

  it('rests while suspended, and before the day of 启用, not on it', () => {
    expect(situation({ suspended: true }, '2023-11-20')).toBe('suspended');
    expect(situation({ enabledOn: '2023-07-01' }, '2023-06-30')).toBe('beforeEnabled');
    expect(situation({ enabledOn: '2023-06-30' }, '2023-06-30')).toBe('onTrack');
    expect(situation({ enabledOn: '2023-10-31' }, '2023-11-01')).toBe('overdue');
    expect(situation({ start: '2023-06-30', progress: 5 }, '2023-06-30')).toBe('onTrack');
  });

  it('lets only supporters follow the lead', () => {
    expect(situation({ followsLead: true }, '2023-06-30')).toBe('onTrack');
  });

  it('is unknown without a due day or a start, however much is done', () => {
    expect(show({ due: null, firstDue: null, progress: 50 }, '2023-06-30')).toMatchObject({
      situation: 'unknown',
      sentence: '未定时限，尚无进度反馈。',
    });
    expect(situation({ start: null, progress: 50 }, '2023-06-30')).toBe('unknown');
  });

  it('passes the office’s own day only on the day after it', () => {
    expect(situation({ internalDue: '2023-08-16' }, '2023-08-16')).toBe('behind');
    expect(situation({ internalDue: '2023-08-16' }, '2023-08-17')).toBe('internalMissed');
    expect(situation({ internalDue: '2023-10-16' }, '2023-06-30')).toBe('onTrack');
  });

  it('follows a planned curve where there is one', () => {
    const curve = [{ day: '2023-06-30', percent: 100 }];
    expect(situation({ curve }, '2023-06-30')).toBe('farBehind');
  });

  it('says nothing of a late start where the place has no such rule or nobody has said that work is not begun', () => {
    const idle = { begun: false, progress: null } as const;
    expect(situation(idle, '2023-06-30')).toBe('unknown');
    expect(situation(idle, '2023-06-30', 'yinchuan')).toBe('veryLateStart');
    expect(situation({ ...idle, begun: null }, '2023-06-30', 'yinchuan')).toBe('unknown');
    expect(situation({ ...idle, progress: 0 }, '2023-06-30', 'yinchuan')).toBe('veryLateStart');
    expect(situation({ ...idle, start: '2023-03-01' }, '2023-05-31', 'yinchuan')).toBe('lateStart');
  });

  it('三明: ten working days over are still orange', () => {
    expect(situation({ progress: 100 }, '2023-11-14', 'sanming')).toBe('overdue');
  });

  it('a day is near by working days, however long the holiday before it', () => {
    const wide: LightRuleSet = { ...rules('sanming'), nearDays: 11 };
    const facts = { ...duty, due: '2023-10-13', progress: 100 };
    expect(light(wide, facts, '2023-09-22', calendar).situation).toBe('near');
  });

  it('counts days over only when there are any', () => {
    const days = (completedOn: string) =>
      assess(rules('default'), { ...duty, completedOn }, '2023-11-20', calendar).days;
    expect([days('2023-10-20'), days('2023-10-31'), days('2023-11-03')]).toEqual([0, 0, 3]);
  });
});

describe('the sentence beside the light', () => {
  const due = '应于2023年10月31日前完成';
  const idle = { begun: false, progress: null, start: '2023-03-01' } as const;

  it.each<[Partial<LightFacts>, string, string, string]>([
    [{ closedOn: '2023-10-30' }, '2023-12-01', 'default', '已于2023年10月30日办结销号。'],
    [{ completedOn: '2023-10-31' }, '2023-11-04', 'default', '已于2023年10月31日报完成，待审核。'],
    [{ completedOn: '2023-11-03' }, '2023-11-04', 'default', '已于2023年11月3日报完成，超过时限3天，待审核。'],
    [{ suspended: true }, '2023-11-04', 'default', '经同意暂缓，暂停计时。'],
    [{ start: '2023-09-01', progress: null }, '2023-06-30', 'default', '计划2023年9月1日启动，尚未到时间。'],
    [{ role: 'supporting', followsLead: true }, '2023-06-30', 'default', '由牵头单位统一反馈，不单独评价。'],
    [{ track: 'standing', progress: null }, '2023-06-30', 'default', '常态工作，没有可比的进度数，长期坚持。'],
    [
      { track: 'standing', progress: null, timed: true },
      ...(['2023-06-30', 'default', '常态工作，没有可比的进度数，按季节或周期办理。'] as const),
    ],
    [{ progress: null }, '2023-06-30', 'default', `${due}，尚无进度反馈。`],
    [{ progress: null, firstDue: null }, '2023-06-30', 'default', `${due}，尚无进度反馈。`],
    [{ progress: 99 }, '2023-10-28', 'default', `${due}，还剩3天。`],
    [{ progress: 40 }, '2023-06-30', 'default', `${due}，进度40%，序时进度59.5%，落后19.5个百分点。`],
    [{ progress: 59.5 }, '2023-06-30', 'default', `${due}，进度59.5%，序时进度59.5%，与序时进度持平。`],
    [idle, '2023-03-20', 'yinchuan', '计划2023年3月1日启动，至今未启动。'],
    [idle, '2023-06-01', 'yinchuan', '计划2023年3月1日启动，超过3个月仍未启动。'],
    [{ internalDue: '2023-10-16' }, '2023-10-18', 'default', `超过内部时间2023年10月16日，${due}，不算逾期。`],
    [
      { track: 'standing' },
      '2023-06-30',
      'default',
      '本年度至2023年10月31日，进度60%，序时进度59.5%，超前0.5个百分点。',
    ],
  ])('tells what it rests on (%#)', (facts, today, id, sentence) => {
    expect(show(facts, today, id).sentence).toBe(sentence);
  });
});

describe('what never turns red by itself', () => {
  const late = '2023-11-20';

  it('holds back soft goals, presumed dates and supporters, and says why', () => {
    expect(show({ hard: false }, late)).toMatchObject({ colour: '黄', word: '需关注' });
    expect(show({ hard: false }, late).sentence).toContain('已逾期20天；属力争目标，不亮红灯。');
    expect(show({ duePresumed: true }, late).sentence).toContain('（推定）');
    expect(show({ duePresumed: true }, late).colour).toBe('黄');
    expect(show({ role: 'supporting' }, late).sentence).toContain('配合单位');
  });

  it('leaves a supporter who follows the lead grey, however late the lead is', () => {
    expect(show({ role: 'supporting', followsLead: true }, late)).toMatchObject({ colour: '灰', word: '随牵头反馈' });
  });

  it('judges a standing item by its figures only, never by a date, at most yellow', () => {
    const standing: Partial<LightFacts> = { track: 'standing', due: '2023-12-31', firstDue: '2023-12-31' };
    expect(show({ ...standing, progress: null }, '2024-01-15')).toMatchObject({ colour: '灰', word: '长期坚持' });
    expect(show({ ...standing, progress: 20 }, '2023-09-30')).toMatchObject({ colour: '黄', word: '需关注' });
    expect(show({ ...standing, progress: 90 }, '2023-09-30').colour).toBe('绿');
  });

  it('is so in every preset, for every day of the year after', () => {
    const soft: Partial<LightFacts>[] = [
      { hard: false },
      { role: 'supporting' },
      { track: 'standing' },
      { duePresumed: true },
    ];
    for (const preset of presets) {
      for (const facts of soft) {
        for (const day of ['2023-06-30', '2023-10-30', '2023-11-01', '2024-03-01', '2024-10-31']) {
          expect(show({ ...facts, progress: 0, begun: false }, day, preset.id).colour).not.toBe('红');
        }
      }
    }
  });
});

describe('other places’ habits', () => {
  it('银川: a task not begun is yellow in the planned month and red after three', () => {
    const idle: Partial<LightFacts> = { begun: false, progress: null, start: '2023-03-01' };
    expect(show(idle, '2023-03-20', 'yinchuan')).toMatchObject({ colour: '黄', rule: 'yinchuan@1' });
    expect(show(idle, '2023-06-01', 'yinchuan')).toMatchObject({ colour: '红', word: '久未启动' });
    expect(show({ ...idle, start: '2022-11-30' }, '2023-02-28', 'yinchuan').colour).toBe('红');
    expect(show({ ...idle, start: '2022-11-30' }, '2023-02-27', 'yinchuan').colour).toBe('黄');
  });

  it('三明: blue reminds, orange (shown yellow) warns, red after ten working days', () => {
    expect(show({ progress: 100 }, '2023-10-27', 'sanming')).toMatchObject({ colour: '蓝', word: '提醒（蓝牌）' });
    expect(show({ progress: 100 }, '2023-11-10', 'sanming').word).toBe('警告（橙牌）');
    expect(show({ progress: 100 }, '2023-11-15', 'sanming')).toMatchObject({
      colour: '红',
      sentence: '应于2023年10月31日前完成，已逾期11个工作日。',
    });
  });

  it('三明: a day far off in a year without a calendar stops nobody, a near one asks for the calendar', () => {
    const next: Partial<LightFacts> = { due: '2027-06-30', firstDue: '2027-06-30', progress: null };
    expect(show(next, '2026-11-22', 'sanming').word).toBe('待反馈');
    expect(() => show({ ...next, due: '2027-01-05' }, '2026-12-30', 'sanming')).toThrow(
      expect.objectContaining({ code: 'calendar_year_missing' }),
    );
  });

  it('宿迁: a blue slip near the day, a yellow one behind schedule, a red one overdue', () => {
    expect(show({ progress: 95 }, '2023-10-28', 'suqian').word).toBe('蓝单（临近时限）');
    expect(show({ progress: 10 }, '2023-09-30', 'suqian').word).toBe('黄单（落后序时）');
    expect(show({ progress: 95 }, '2023-11-01', 'suqian').word).toBe('红单（逾期）');
  });
});

describe('a rule set an office makes itself', () => {
  it('is refused when it leaves a situation without a light or would paint the held ones red', () => {
    const faces = { ...rules('default').faces, overdue: { colour: '红', word: '' } };
    expect(() => checkRuleSet({ ...rules('default'), faces: faces as LightRuleSet['faces'] })).toThrow('overdue');
    expect(() => checkRuleSet({ ...rules('default'), held: { colour: '红', word: '红' } })).toThrow(
      expect.objectContaining({ code: 'light_rules_invalid' }),
    );
    expect(() => checkRuleSet({ ...rules('default'), behindPoints: 40 })).toThrow('百分点');
    for (const preset of presets) expect(checkRuleSet(preset)).toBe(preset);
  });

  it('may warn only on the day itself and call every lag grave, but not count days backwards or forget a light', () => {
    const strict = { ...rules('default'), behindPoints: 0, farBehindPoints: 0, nearDays: 0 };
    expect(checkRuleSet(strict)).toBe(strict);
    expect(light(strict, { ...duty, progress: null }, '2023-06-30', calendar).situation).toBe('unknown');
    expect(() => checkRuleSet({ ...strict, nearDays: -1 })).toThrow('天数不能为负');
    const { near: _near, ...faces } = strict.faces;
    const refusal = expect.objectContaining({ code: 'light_rules_invalid' });
    expect(() => checkRuleSet({ ...strict, faces: faces as LightRuleSet['faces'] })).toThrow(refusal);
  });

  it('counts the colours of a board', () => {
    expect(countColours([{ colour: '红' }, { colour: '灰' }, { colour: '红' }])).toEqual({
      红: 2,
      黄: 0,
      绿: 0,
      蓝: 0,
      灰: 1,
    });
  });
});
