import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar, type CalendarTable } from '../domain/calendar/working-days.js';
import { readSeed } from '../shared/seeds.js';
import { proposeRounds, type ProposalGround } from './round-proposals.js';

const calendar = new WorkingCalendar(readSeed<CalendarTable>('calendar'));
const taiyuan: ProposalGround = {
  ...{ year: 2023, enabledOn: '2023-05-11', rhythm: 'quarterly', calendar, existing: [] },
  reporting: [
    { from: '县（市、区）人社部门', to: '市人社局', due: '2023-12-31', what: '' },
    { from: '市人社局', to: '省人社厅', due: '2023-12-31', what: '' },
  ],
};
const guigang: ProposalGround = { ...taiyuan, year: 2021, enabledOn: '2021-05-20', reporting: [] };

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

  it('follows the rhythm alone where the plan prints no duty', () => {
    expect(proposeRounds(guigang).map((one) => [one.kind, one.due])).toEqual([
      ['季', '2021-06-30'],
      ['季', '2021-09-30'],
      ['年终', '2021-12-31'],
    ]);
    expect(proposeRounds({ ...guigang, rhythm: 'none' })).toEqual([]);
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
