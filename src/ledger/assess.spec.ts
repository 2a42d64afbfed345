import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar, type CalendarTable } from '../domain/calendar/working-days.js';
import type { LightRuleSet } from '../domain/lights/rule-set.js';
import { readSeed } from '../shared/seeds.js';
import { assess } from './assess.js';
import type { DutyRow, PlanFacts } from './duty-line.js';
import { sorted } from './sorting.js';

const calendar = new WorkingCalendar(readSeed<CalendarTable>('calendar'));
const rules = readSeed<{ ruleSets: LightRuleSet[] }>('light-rules').ruleSets[0]!;

/** The finance bureau's own part in a measure that is due at the end of October. */
const duty: DutyRow = {
  ...{
    id: 'a1',
    planId: 'p',
    planTitle: '行动方案',
    cycleId: 'p:2023',
    year: 2023,
    measureId: 'p:2023:m001',
    draftKey: 'm001',
  },
  ...{
    position: 1,
    no: '1.1',
    title: '落实补贴资金',
    content: '落实补贴资金。',
    heading: ['保障', '落实补贴资金'],
    track: 'deliverable',
  },
  ...{
    consolidator: 'office',
    leadUnit: null,
    measureState: 'implementation',
    result: null,
    closedOn: null,
    summary: null,
  },
  ...{ selfReviewed: false, unitId: 'finance', unitName: '市财政局', unitFullName: '太原市财政局', unitKind: 'bureau' },
  ...{
    role: 'responsible',
    isLead: true,
    followsLead: false,
    assignmentState: 'active',
    ackOn: null,
    due: '2023-10-31',
  },
  ...{ firstDue: '2023-10-31', dutyFrom: '2023-05-11', status: null, progress: null, text: null, issues: null },
  ...{ nextStep: null, reportedOn: null, packetId: null },
};
const facts: PlanFacts = {
  ...{
    today: '2023-11-05',
    enabledOn: '2023-05-11',
    start: '2023-05-26',
    dated: new Set(['m001']),
    windows: new Map(),
    soft: new Set(),
  },
};
const judge = (row: Partial<DutyRow>, about: Partial<PlanFacts> = {}) =>
  assess({ ...duty, ...row }, { ...facts, ...about }, rules, calendar);

describe('a row of the ledger', () => {
  it('is red and 逾期 when the printed day is past and nothing is done', () => {
    expect(judge({})).toMatchObject({ statusWord: '逾期', light: { colour: '红', rule: 'default@1' } });
  });

  it('does not turn red on a day that the plan does not print', () => {
    expect(judge({}, { dated: new Set() }).light).toMatchObject({ colour: '黄' });
    expect(judge({}, { dated: new Set() }).duePresumed).toBe(true);
    expect(judge({}).duePresumed).toBe(false);
    expect(judge({ due: '2023-12-31' }, { dated: new Set() }).duePresumed).toBe(false);
  });

  it('does not tell of an earlier day where the office set the first one after the issue', () => {
    const set = { due: '2023-09-30', firstDue: '2023-12-31' };
    expect(judge(set, { dated: new Set() }).light.sentence).not.toContain('原定');
    expect(judge(set).light.sentence).toContain('原定2023年12月31日');
  });

  it('does not turn red for a goal that is only striven for, nor for what lies before 启用', () => {
    expect(judge({}, { soft: new Set(['m001']) }).light.colour).toBe('黄');
    expect(judge({}, { enabledOn: '2023-12-01' }).light).toMatchObject({ colour: '灰', word: '启用前' });
  });

  it('is done when reported complete, by the day it was received', () => {
    const done = judge({ status: '已完成', progress: 100, reportedOn: '2023-10-20' });
    expect(done).toMatchObject({ statusWord: '已完成', light: { colour: '绿' } });
    expect(judge({ status: '已完成', progress: 100, reportedOn: '2023-11-02' }).light.word).toBe('逾期补办');
  });

  it('is struck off when the measure is closed, and waits while it is suspended', () => {
    expect(judge({ closedOn: '2023-10-30', measureState: 'closed.achieved' })).toMatchObject({
      statusWord: '已销号',
      light: { colour: '蓝' },
    });
    expect(judge({ measureState: 'implementation.suspension.suspended' }).statusWord).toBe('暂缓');
  });

  it('leaves a supporter who follows the lead grey', () => {
    expect(judge({ role: 'supporting', isLead: false, followsLead: true }).light.word).toBe('随牵头反馈');
  });
});

describe('the orders of the ledger', () => {
  const lines = [
    judge({ id: 'green', progress: 95, reportedOn: '2023-06-01' }, { today: '2023-06-30' }),
    judge({ id: 'red' }),
    judge({ id: 'early', due: '2023-09-30', firstDue: '2023-09-30', progress: 10 }),
  ];

  it('puts the gravest light first, the earliest day first, the least progress first', () => {
    expect(sorted(lines, 'light').map((line) => line.id)).toEqual(['red', 'early', 'green']);
    expect(sorted(lines, 'due').map((line) => line.id)).toEqual(['early', 'green', 'red']);
    expect(sorted(lines, 'progress').map((line) => line.id)).toEqual(['red', 'early', 'green']);
    expect(sorted(lines, 'plan')).toBe(lines);
  });
});
