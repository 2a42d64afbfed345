import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { WorkingCalendar, type CalendarTable } from '../calendar/working-days.js';
import { cycleYears, stageDays, stageOfName, stagesOf, type StageDates } from './phases.js';
import { judgeReceipt, proposeInternalDay } from './receipt.js';
import { rhythmRounds, type Rhythm } from './rhythm.js';
import { expectedPercent, pointsBehind } from './schedule.js';
import { statusWord } from './status-word.js';

const calendar = new WorkingCalendar(JSON.parse(readFileSync('seeds/calendar.json', 'utf8')) as CalendarTable);

describe('序时进度', () => {
  const year = { start: '2023-01-01', end: '2023-12-31' };

  it('is half when half the months are gone: 时间过半、任务过半', () => {
    expect(expectedPercent({ ...year, pace: 'months' }, '2023-06-30')).toBe(50);
    expect(expectedPercent({ ...year, pace: 'days' }, '2023-06-30')).toBe(49.6);
  });

  it('is nothing before the start and everything from the end on', () => {
    expect(expectedPercent(year, '2022-12-31')).toBe(0);
    expect(expectedPercent(year, '2023-12-31')).toBe(100);
    expect(expectedPercent(year, '2024-03-01')).toBe(100);
  });

  it('follows a planned curve for 春运: most of the work lies before the festival', () => {
    const curve = [
      { day: '2023-01-20', percent: 80 },
      { day: '2023-02-15', percent: 100 },
    ];
    const seasonal = { start: '2023-01-01', end: '2023-12-31', curve };
    expect(expectedPercent(seasonal, '2023-01-10')).toBe(40);
    expect(expectedPercent(seasonal, '2023-02-02')).toBe(90);
    expect(expectedPercent(seasonal, '2023-06-01')).toBe(100);
    expect(expectedPercent(seasonal, '2022-12-01')).toBe(0);
  });

  it('counts months begun over the turn of a year, and none before the start', () => {
    const winter = { start: '2022-11-15', end: '2023-04-30', pace: 'months' } as const;
    expect(expectedPercent(winter, '2022-11-10')).toBe(0);
    expect(expectedPercent(winter, '2022-12-01')).toBe(33.3);
    expect(expectedPercent(winter, '2023-01-10')).toBe(50);
  });

  it('counts the first day itself, and takes planned points in any order', () => {
    expect(expectedPercent(year, '2023-01-01')).toBe(0.3);
    const curve = [
      { day: '2023-02-15', percent: 100 },
      { day: '2023-01-20', percent: 80 },
    ];
    expect(expectedPercent({ ...year, curve }, '2023-01-10')).toBe(40);
    expect(expectedPercent({ ...year, curve }, '2023-01-20')).toBe(80);
  });

  it('measures the gap in 百分点', () => {
    expect(pointsBehind(38.2, 50)).toBe(11.8);
    expect(pointsBehind(60, 50)).toBe(-10);
  });
});

describe('stages of a cycle', () => {
  const taiyuan = [
    { name: '动员部署', start: null, end: '2023-05-15' },
    { name: '推进落实', start: '2023-05-11', end: '2023-12-31' },
    { name: '总结评估', start: null, end: '2023-12-31' },
  ];

  it('puts the printed stages of Taiyuan one after another and opens evaluation with the year-end round', () => {
    const stages = stagesOf(taiyuan, '2023-05-11', 2023, calendar);
    expect(stages.map(({ start, end, origin }) => [start, end, origin])).toEqual([
      [null, '2023-05-15', 'printed'],
      ['2023-05-16', '2023-12-31', 'printed'],
      [null, '2023-12-31', 'printed'],
    ]);
  });

  it('offers proposals, marked 推定, where Guigang prints nothing', () => {
    const stages = stagesOf([], '2021-05-20', 2021, calendar);
    expect(stages.map(({ start, end }) => [start, end])).toEqual([
      ['2021-05-20', '2021-06-03'],
      ['2021-06-04', '2021-11-30'],
      ['2021-12-01', '2021-12-31'],
    ]);
    expect(new Set(stages.map((stage) => stage.origin))).toEqual(new Set(['presumed']));
    expect(stages.map(({ stage, name }) => [stage, name])).toEqual([
      ['mobilisation', '动员部署'],
      ['implementation', '推进落实'],
      ['evaluation', '总结评估'],
    ]);
  });

  it('keeps the order for a plan issued late in November', () => {
    const [mobilisation, implementation, evaluation] = stagesOf([], '2015-11-20', 2015, calendar);
    expect(mobilisation.end).toBe('2015-12-04');
    expect(implementation.end! >= implementation.start!).toBe(true);
    expect(evaluation.start! > implementation.end!).toBe(true);
    expect(evaluation.end).toBe('2015-12-31');
  });

  it('starts every later year of Anyang on the first of January', () => {
    expect(cycleYears('2015-11-20', '2020-12-31')).toEqual([2015, 2016, 2017, 2018, 2019, 2020]);
    expect(stagesOf([], '2015-11-20', 2017, calendar)[0]).toMatchObject({ start: '2017-01-01', end: '2017-01-16' });
  });

  it('cuts a stage of several years to the year and proposes what the year lacks', () => {
    const printed = [
      { name: '全面实施阶段', start: '2015-12-01', end: '2020-10-31' },
      { name: '总结验收阶段', start: '2020-11-01', end: '2020-12-31' },
    ];
    const stages = stagesOf(printed, '2015-11-20', 2017, calendar);
    expect(stages.map(({ start, end, origin }) => [start, end, origin])).toEqual([
      ['2017-01-01', '2017-01-01', 'presumed'],
      ['2017-01-02', '2017-12-31', 'printed'],
      [null, '2017-12-31', 'presumed'],
    ]);
  });

  it('leaves out a stage that ended in an earlier year, and one that has not come', () => {
    const printed = [
      { name: '动员部署', start: '2015-11-20', end: '2015-12-31' },
      { name: '推进落实', start: '2016-01-01', end: '2019-12-31' },
      { name: '总结评估', start: '2020-06-01', end: null },
    ];
    const of = (year: number) =>
      stagesOf(printed, '2015-11-20', year, calendar).map(({ start, end, origin }) => [start, end, origin]);
    expect(of(2017)).toEqual([
      ['2017-01-01', '2017-01-01', 'presumed'],
      ['2017-01-02', '2017-12-31', 'printed'],
      [null, '2017-12-31', 'presumed'],
    ]);
    expect(of(2020).at(-1)).toEqual(['2020-06-01', null, 'printed']);
    expect(of(2021).map(([, , origin]) => origin)).toEqual(['presumed', 'presumed', 'presumed']);
  });

  it('puts printed phases of one stage together: from the first start to the last end, if all have one', () => {
    const phases = [
      { name: '摸底', start: '2023-04-01', end: '2023-05-31' },
      { name: '宣传发动', start: '2023-03-01', end: '2023-03-31' },
    ];
    const mobilisation = (printed: typeof phases) => stagesOf(printed, '2023-02-20', 2023, calendar)[0];
    expect(mobilisation(phases)).toMatchObject({ name: '摸底、宣传发动', start: '2023-03-01', end: '2023-05-31' });
    const undated = [{ name: '安排', start: '2023-03-01', end: null }, phases[0]];
    const open = [{ name: '安排', start: null, end: '2023-03-31' }, phases[1]];
    expect(stagesOf(undated, '2023-02-20', 2023, calendar)[0].end).toBe('2023-05-31');
    expect(stagesOf(open, '2023-02-20', 2023, calendar)[0].start).toBeNull();
  });

  it('lets a stage that is not printed run until the next printed start', () => {
    const around = [
      { name: '动员部署', start: '2023-05-11', end: '2023-05-31' },
      { name: '总结评估', start: '2023-12-01', end: '2023-12-31' },
    ];
    expect(stagesOf(around, '2023-05-11', 2023, calendar)[1]).toMatchObject({ start: '2023-06-01', end: '2023-11-30' });
    const first = stagesOf(
      [{ name: '动员部署', start: '2023-05-11', end: '2023-05-31' }],
      '2023-05-11',
      2023,
      calendar,
    );
    expect(first.map(({ start, end }) => [start, end])).toEqual([
      ['2023-05-11', '2023-05-31'],
      ['2023-06-01', null],
      [null, '2023-12-31'],
    ]);
  });

  it('mobilises for ten working days unless work is printed to begin before they are over', () => {
    const mobilisedUntil = (start: string) =>
      stagesOf([{ name: '推进落实', start, end: '2023-11-30' }], '2023-05-11', 2023, calendar)[0].end;
    expect(mobilisedUntil('2023-07-01')).toBe('2023-05-25');
    expect(mobilisedUntil('2023-05-25')).toBe('2023-05-24');
    expect(mobilisedUntil('2023-05-18')).toBe('2023-05-17');
    const byName = [{ name: '总结评估', start: null, end: '2023-12-31' }];
    expect(stagesOf(byName, '2023-05-11', 2023, calendar)[0].end).toBe('2023-05-25');
  });

  it('starts a stage on its last day when the stage before it lasts longer', () => {
    const printed = [
      { name: '动员部署', start: '2023-05-11', end: '2023-06-30' },
      { name: '推进落实', start: '2023-05-20', end: '2023-06-15' },
    ];
    expect(stagesOf(printed, '2023-05-11', 2023, calendar)[1]).toMatchObject({
      start: '2023-06-15',
      end: '2023-06-15',
    });
  });

  it('tells stages by the trade’s words and leaves foreign ones to the office', () => {
    expect(stageOfName('宣传发动阶段')).toBe('mobilisation');
    expect(stageOfName('组织实施')).toBe('implementation');
    expect(stageOfName('考核验收')).toBe('evaluation');
    expect(stageOfName('其他')).toBeNull();
  });
});

describe('the days on which stages end', () => {
  const stage = (name: StageDates['stage'], start: string | null, end: string | null, origin: StageDates['origin']) =>
    ({ ...{ stage: name, name, start, end }, origin }) as StageDates;

  it('are those after a printed or set end; implementation ends where evaluation begins', () => {
    const stages = [
      stage('mobilisation', null, '2023-05-31', 'printed'),
      stage('implementation', '2023-06-01', '2023-11-30', 'printed'),
      stage('evaluation', '2023-12-01', '2023-12-31', 'set'),
    ];
    expect(stageDays(stages)).toEqual({
      ...{ mobilisationEnd: '2023-06-01', implementationEnd: '2023-12-01', evaluationEnd: '2024-01-01' },
    });
  });

  it('are none where a stage is only presumed, or has no end', () => {
    const presumed = [
      stage('mobilisation', '2023-05-11', '2023-05-25', 'presumed'),
      stage('evaluation', null, null, 'printed'),
    ];
    expect(stageDays(presumed)).toEqual({ mobilisationEnd: null, implementationEnd: null, evaluationEnd: null });
    expect(stageDays([])).toEqual({ mobilisationEnd: null, implementationEnd: null, evaluationEnd: null });
  });
});

describe('报送 judged by the day received', () => {
  it('counts the due day itself as on time and a late paper as late, never refused', () => {
    expect(judgeReceipt({ due: '2023-12-31', receivedOn: '2023-12-31' }, '2024-01-20').word).toBe('按时报送');
    const late = judgeReceipt({ due: '2023-12-31', receivedOn: '2024-01-03' }, '2024-01-20');
    expect(late).toMatchObject({ verdict: 'late', daysLate: 3 });
    expect(late.sentence).toBe('要求2023年12月31日前报送，2024年1月3日收到，逾期3天');
  });

  it('says 未按内部时间, not late, between the internal day and the printed one', () => {
    const receipt = { due: '2023-12-31', internalDue: '2023-12-15', receivedOn: '2023-12-20' };
    expect(judgeReceipt(receipt, '2024-01-01')).toMatchObject({ word: '未按内部时间', daysLate: 0 });
    expect(judgeReceipt({ ...receipt, receivedOn: null }, '2023-12-16').verdict).toBe('internalPassed');
  });

  it('tells what is still awaited from what is overdue', () => {
    expect(judgeReceipt({ due: '2023-12-31', receivedOn: null }, '2023-12-31').word).toBe('待报送');
    expect(judgeReceipt({ due: '2023-12-31', receivedOn: null }, '2024-01-05').sentence).toContain('已逾期5天');
  });

  it.each([
    ['按时报送', null, '2023-12-20', '2024-01-05', '，2023年12月20日收到'],
    [
      '未按内部时间',
      '2023-12-15',
      '2023-12-20',
      '2024-01-05',
      '，2023年12月20日收到，晚于内部时间2023年12月15日，不算逾期',
    ],
    ['逾期报送', '2023-12-15', '2024-01-03', '2024-01-05', '，2024年1月3日收到，逾期3天'],
    ['按时报送', '2023-12-15', '2023-12-15', '2024-01-05', '，2023年12月15日收到'],
    ['待报送', '2023-12-15', null, '2023-12-15', '，尚未报送'],
    ['未按内部时间', '2023-12-15', null, '2023-12-16', '，尚未报送，晚于内部时间2023年12月15日，不算逾期'],
    ['逾期未报', '2023-12-15', null, '2024-01-01', '，已逾期1天'],
  ])('says %s (internal day %s, received %s, seen on %s)', (word, internalDue, receivedOn, today, tail) => {
    const judged = judgeReceipt({ due: '2023-12-31', internalDue, receivedOn }, today);
    expect(judged.word).toBe(word);
    expect(judged.sentence).toBe(`要求2023年12月31日前报送${tail}`);
  });

  it('proposes an internal day only after the day from which there is time', () => {
    const proposed = (notBefore: string) => proposeInternalDay('2023-12-31', '2023-12-31', calendar, { notBefore });
    expect(proposed('2023-12-14')).toBe('2023-12-15');
    expect(proposed('2023-12-15')).toBeNull();
    expect(proposeInternalDay('2023-12-31', '2023-12-31', calendar, { workingDays: 5 })).toBe('2023-12-22');
  });

  it('proposes the counties an earlier day when county and city both owe the province by 31 December', () => {
    expect(proposeInternalDay('2023-12-31', '2023-12-31', calendar)).toBe('2023-12-15');
    expect(proposeInternalDay('2023-12-31', '2023-12-20', calendar)).toBeNull();
    expect(proposeInternalDay('2023-12-29', '2023-12-31', calendar)).toBe('2023-12-15');
    expect(proposeInternalDay('2023-12-31', '2023-12-31', calendar, { notBefore: '2023-12-18' })).toBeNull();
  });
});

describe('rounds of the office’s rhythm', () => {
  it('holds a round each quarter, due on its last working day, the last one for the year', () => {
    const rounds = rhythmRounds({ start: '2023-05-11', end: '2023-12-31' }, calendar);
    expect(rounds.map(({ kind, due, asOf }) => [kind, due, asOf])).toEqual([
      ['季', '2023-06-30', '2023-06-30'],
      ['季', '2023-09-28', '2023-09-30'],
      ['年终', '2023-12-29', '2023-12-31'],
    ]);
    expect(rounds.map((round) => round.title)).toEqual(['2023年第二季度调度', '2023年第三季度调度', '2023年年终报送']);
  });

  it('asks nothing for a month that was over before the plan, and nothing at all without a rhythm', () => {
    const monthly = rhythmRounds({ start: '2023-10-31', end: '2023-12-10' }, calendar, 'monthly');
    expect(monthly.map((round) => round.due)).toEqual(['2023-10-31', '2023-11-30', '2023-12-08']);
    expect(rhythmRounds({ start: '2023-01-01', end: '2023-12-31' }, calendar, 'none')).toEqual([]);
    const late = rhythmRounds({ start: '2023-09-30', end: '2023-12-31' }, calendar, 'monthly');
    expect(late.map((round) => round.asOf)).toEqual(['2023-10-31', '2023-11-30', '2023-12-31']);
  });

  it('names each rhythm’s rounds in the office’s words', () => {
    const year = { start: '2023-01-01', end: '2023-12-31' };
    const named = (rhythm: Rhythm) => rhythmRounds(year, calendar, rhythm).map(({ kind, title }) => `${kind} ${title}`);
    expect(named('halfYearly')).toEqual(['半年 2023年上半年调度', '年终 2023年年终报送']);
    expect(named('yearly')).toEqual(['年终 2023年年终报送']);
    expect(named('monthly').slice(-2)).toEqual(['月 2023年11月调度', '年终 2023年年终报送']);
  });
});

describe('status words of the ledger', () => {
  const row = {
    track: 'deliverable',
    begun: true,
    completed: false,
    closed: false,
    suspended: false,
    due: '2023-10-31',
  } as const;

  it('follows the office’s decisions before the calendar', () => {
    expect(statusWord(row, '2023-10-31')).toBe('推进中');
    expect(statusWord(row, '2023-11-01')).toBe('逾期');
    expect(statusWord({ ...row, begun: false }, '2023-10-31')).toBe('未启动');
    expect(statusWord({ ...row, due: null }, '2023-11-01')).toBe('推进中');
    expect(statusWord({ ...row, suspended: true }, '2023-11-01')).toBe('暂缓');
    expect(statusWord({ ...row, completed: true }, '2023-11-01')).toBe('已完成');
    expect(statusWord({ ...row, closed: true }, '2023-11-01')).toBe('已销号');
  });

  it('never calls a standing item 逾期', () => {
    expect(statusWord({ ...row, track: 'standing' }, '2023-11-01')).toBe('长期坚持');
    expect(statusWord({ ...row, track: 'standing', timed: true }, '2023-11-01')).toBe('推进中');
    expect(statusWord({ ...row, track: 'standing', begun: false }, '2023-11-01')).toBe('未启动');
  });
});

describe('stages without a published calendar', () => {
  it('needs no working days where everything is printed, and leaves open what would have to be guessed', () => {
    const printed = [
      { name: '动员部署', start: '2027-01-04', end: '2027-01-31' },
      { name: '推进落实', start: null, end: '2027-11-30' },
      { name: '总结评估', start: null, end: '2027-12-31' },
    ];
    expect(stagesOf(printed, '2027-01-04', 2027, calendar)[1].start).toBe('2027-02-01');
    const proposed = stagesOf([], '2027-01-04', 2027, calendar).map(({ start, end }) => [start, end]);
    expect(proposed).toEqual([
      ['2027-01-04', null],
      [null, '2027-11-30'],
      ['2027-12-01', '2027-12-31'],
    ]);
  });

  it('takes stages printed by name alone as without dates', () => {
    const named = [{ name: '动员部署', start: null, end: null }];
    expect(stagesOf(named, '2021-05-20', 2021, calendar)[0]).toMatchObject({ end: '2021-06-03', origin: 'presumed' });
  });
});
