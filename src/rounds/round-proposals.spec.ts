import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../domain/calendar/day.js';
import { WorkingCalendar, type CalendarTable } from '../domain/calendar/working-days.js';
import { readSeed } from '../shared/seeds.js';
import { proposeRounds, type ProposalGround } from './round-proposals.js';
import { upwardNote } from './upward.js';

const calendar = new WorkingCalendar(readSeed<CalendarTable>('calendar'));
const taiyuan: ProposalGround = {
  ...{ year: 2023, enabledOn: '2023-05-11', rhythm: 'quarterly', calendar, existing: [] },
  reporting: [
    { from: '县（市、区）人社部门', to: '市人社局', due: '2023-12-31', what: '' },
    { from: '市人社局', to: '省人社厅', due: '2023-12-31', what: '' },
  ],
};
const guigang: ProposalGround = { ...taiyuan, year: 2021, enabledOn: '2021-05-20', reporting: [] };

const isYearsReport = (round: { kind: string; due: string }, day: string) =>
  round.kind === '年终' && day >= '2023-11-01' && day <= round.due;

describe('rounds that the office may open with one click', () => {
  it('takes the printed year-end day of Taiyuan instead of the rhythm’s, and everybody reports', () => {
    const proposals = proposeRounds(taiyuan);
    expect(proposals.map(({ kind, due, source, units }) => [kind, due, source, units])).toEqual([
      ['季', '2023-06-30', 'rhythm', 'all'],
      ['季', '2023-09-28', 'rhythm', 'all'],
      ['年终', '2023-12-31', 'printed', 'all'],
    ]);
  });

  it('proposes an earlier day where the office itself owes the province on the same day', () => {
    expect(proposeRounds(taiyuan).at(-1)!.earlier).toBe('2023-12-15');
    expect(proposeRounds({ ...taiyuan, reporting: taiyuan.reporting.slice(0, 1) }).at(-1)!.earlier).toBeNull();
  });

  it('proposes it also where the plan wants the office’s own report first, and to the year-end round of the rhythm', () => {
    const [lower, upper] = taiyuan.reporting;
    const first = { ...upper!, due: '2023-12-20' };
    expect(proposeRounds({ ...taiyuan, reporting: [lower!, first] }).at(-1)!.earlier).toBe('2023-12-06');
    expect(proposeRounds({ ...taiyuan, reporting: [first] }).at(-1)).toMatchObject({
      ...{ kind: '年终', source: 'rhythm', earlier: '2023-12-06' },
    });
  });

  it('never leaves counties and units with a day on or after the city’s, whatever days a plan prints', () => {
    const days = fc.integer({ min: 0, max: 364 }).map((count) => addDays('2023-01-01', count));
    fc.assert(
      fc.property(fc.array(days, { maxLength: 4 }), fc.array(days, { maxLength: 3 }), (below, above) => {
        const [county, city] = taiyuan.reporting;
        const own = above.map((due) => ({ ...city!, due }));
        const reporting = [...below.map((due) => ({ ...county!, due })), ...own];
        for (const one of proposeRounds({ ...taiyuan, enabledOn: '2023-01-01', reporting })) {
          const uppers = own.filter(({ due }) => due === one.due || isYearsReport(one, due));
          for (const { due } of uppers) expect((one.earlier ?? one.due) < due).toBe(true);
          if (uppers.length === 0) expect(one.earlier).toBeNull();
        }
      }),
    );
  });

  it('marks a round that the office nevertheless opens on the city’s own day or later', () => {
    expect(upwardNote(taiyuan.reporting, { kind: '年终', due: '2023-12-31' })).toContain(
      '不早于本级上报日2023年12月31日',
    );
    expect(upwardNote(taiyuan.reporting, { kind: '年终', due: '2023-12-15' })).toBe('');
    expect(upwardNote(taiyuan.reporting, { kind: '季', due: '2023-09-28' })).toBe('');
  });

  it('follows the rhythm alone where the plan prints no duty', () => {
    expect(proposeRounds(guigang).map((one) => [one.kind, one.due])).toEqual([
      ['季', '2021-06-30'],
      ['季', '2021-09-30'],
      ['年终', '2021-12-31'],
    ]);
    expect(proposeRounds({ ...guigang, rhythm: 'none' })).toEqual([]);
  });

  it('asks those whom the printed duty is of: the leads, the places below, or everybody where two are due together', () => {
    const asked = (...froms: string[]) => {
      const duty = { to: '市农民工办', due: '2021-10-15', what: '' };
      const reporting = froms.map((from) => ({ ...duty, from }));
      return proposeRounds({ ...guigang, reporting }).find(({ source }) => source === 'printed')?.units;
    };
    expect(asked('各牵头单位')).toBe('leads');
    expect(asked('各项任务牵头部门')).toBe('leads');
    expect(asked('各牵头单位、各责任单位')).toBe('all');
    expect(asked('各县（市、区）')).toBe('counties');
    expect(asked('各牵头单位', '各县（市、区）')).toBe('all');
  });

  const monthly = (every: string, from = '各县（市、区）、各成员单位') =>
    proposeRounds({ ...guigang, reporting: [{ from, to: '市农民工办', due: null, every, what: '' }] });

  it.each([
    ['每季度末月25日前', ['2021-06-25 季', '2021-09-25 季', '2021-12-25 年终']],
    ['每季度末25日前', ['2021-06-25 季', '2021-09-25 季', '2021-12-25 年终']],
    ['每半年末月20日前', ['2021-06-20 半年', '2021-12-20 年终']],
    ['每季度末', ['2021-06-30 季', '2021-09-30 季', '2021-12-31 年终']],
    ['每季度次月15日前', ['2021-07-15 季', '2021-10-15 季', '2022-01-15 年终']],
    ['每季度首月5日前', ['2021-07-05 季', '2021-10-05 季', '2022-01-05 年终']],
    ['每季度', ['2021-06-30 季', '2021-09-30 季', '2021-12-31 年终']],
  ])('on the plan’s own day: %s', (every, days) => {
    expect(monthly(every).map(({ kind, due }) => `${due} ${kind}`)).toEqual(days);
  });

  it('every month on the plan’s own day, with the figures up to it; in the first days those of the month before', () => {
    const [first, second] = monthly('每月25日前');
    expect(first).toMatchObject({ kind: '月', title: '2021年5月调度', due: '2021-05-25', asOf: '2021-05-25' });
    expect(first).toMatchObject({ source: 'printed', basis: '计划中的报送要求（每月25日前）', units: 'all' });
    expect(second).toMatchObject({ title: '2021年6月调度', due: '2021-06-25' });
    expect(monthly('每月5日前')[0]).toMatchObject({ title: '2021年5月调度', due: '2021-06-05', asOf: '2021-05-31' });
    expect(monthly('每月31日前')[1]).toMatchObject({ due: '2021-06-30' });
    expect(monthly('每月25日前', '各县（市、区）')[0]).toMatchObject({ units: 'counties' });
  });

  it('on the plan’s day for the year’s end where it prints one, and of its own reports upwards makes no round', () => {
    const reporting = [
      { from: '各单位', to: '市农民工办', due: null, every: '每季度末月25日前', what: '' },
      { from: '各单位', to: '市农民工办', due: '2021-12-10', what: '' },
    ];
    expect(proposeRounds({ ...guigang, reporting }).map(({ due }) => due)).toEqual([
      '2021-06-25',
      '2021-09-25',
      '2021-12-10',
    ]);
    const upward = [{ from: '市农民工办', to: '省农民工办', due: null, every: '每季度末月25日前', what: '' }];
    expect(proposeRounds({ ...guigang, reporting: upward }).map(({ due }) => due)).toEqual([
      '2021-06-30',
      '2021-09-30',
      '2021-12-31',
    ]);
  });

  it('on the plan’s days for the last quarter and, early in the next year, for the year’s summary', () => {
    const to = '市农民工办';
    const reporting = [
      { from: '各单位', to, due: null, every: '每季度末月20日前', what: '各单位报送进展情况' },
      { from: '各单位', to, due: '2022-01-10', what: '报送总结' },
    ];
    const ground = { ...guigang, enabledOn: '2021-11-02', reporting };
    const brief = (one: ProposalGround) => proposeRounds(one).map(({ kind, title, due }) => `${due} ${kind} ${title}`);
    expect(brief(ground)).toEqual(['2021-12-20 季 2021年第四季度调度', '2022-01-10 年终 2021年年终报送']);
    expect(brief({ ...ground, existing: [{ kind: '年终', asOf: '2021-12-31', due: '2022-01-10' }] })).toHaveLength(1);
    expect(brief({ ...ground, year: 2022 }).some((one) => one.startsWith('2022-01-10'))).toBe(false);
  });

  it('none again for a period that has its round, whatever its day', () => {
    const existing = [{ kind: '季', asOf: '2021-06-30', due: '2021-06-28' }];
    const reporting = [{ from: '各单位', to: '市农民工办', due: null, every: '每季度末月25日前', what: '' }];
    expect(proposeRounds({ ...guigang, reporting, existing })[0]).toMatchObject({ due: '2021-09-25' });
  });

  it('leaves out what there is already, whatever day was chosen for the year’s end', () => {
    const existing = [
      { kind: '季', asOf: '2023-06-30', due: '2023-07-05' },
      { kind: '年终', asOf: '2023-12-15', due: '2023-12-10' },
    ];
    expect(proposeRounds({ ...taiyuan, existing }).map((one) => one.due)).toEqual(['2023-09-28']);
  });

  it('makes a round of its own of a printed duty in the course of the year', () => {
    const reporting = [{ from: '各县（市、区）', to: '市农民工办', due: '2023-07-15', what: '' }];
    expect(proposeRounds({ ...taiyuan, reporting, rhythm: 'none' })).toEqual([
      expect.objectContaining({ kind: '专项', due: '2023-07-15', units: 'counties', source: 'printed' }),
    ]);
  });
});
