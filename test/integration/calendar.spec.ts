import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holidaysByLaw } from '../../src/domain/calendar/arrangement.js';
import type { PlanReading } from '../../src/domain/plan/reading.js';
import { FlowModule } from '../../src/flow/flow.module.js';
import { CalendarService, calendarOf } from '../../src/organization/calendar.service.js';
import { CalendarYear } from '../../src/organization/organization.entities.js';
import { OrganizationModule } from '../../src/organization/organization.module.js';
import { Cycle } from '../../src/plans/plans.entities.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { RoundBoards } from '../../src/rounds/round-boards.js';
import { RoundsModule } from '../../src/rounds/rounds.module.js';
import { readConfig } from '../../src/shared/config.js';
import { measure, unit } from '../cascade/compared-plans.js';
import { ADMIN, COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openPages, type TestPages } from '../support/pages.js';
import { liaison } from '../support/small-plan.js';
import { storedFiles } from '../support/stored-files.js';
import { readerOf } from '../support/plan-reader.js';

/** Made up for these tests; the real arrangement is whatever the notice says. */
const MADE_UP = `国办发明电〔2026〕99号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日至11日放假调休，共7天。2月14日（周日）上班。
三、清明节：4月3日至5日放假，共3天。
四、劳动节：5月1日至4日放假，共4天。
五、端午节：6月9日（周三）放假。六、中秋节：9月15日（周三）放假。
七、国庆节：10月1日至5日放假，共5天。`;
const year = (text = MADE_UP, more = {}) => ({
  ...{ year: 2027, source: '', text, certain: false, reason: '' },
  ...more,
});

const PLAN: PlanReading = {
  ...{ title: '2027年农民工工作要点', noticeTitle: null, docNumber: '劳函〔2027〕1号', issuers: [unit('市人社局')] },
  ...{ issuedOn: '2027-01-04', region: '太原市', level: 'city', kind: '要点', basis: [], addressees: [], phases: [] },
  ...{
    reporting: [{ from: '各成员单位', to: '市农民工办', due: '2027-11-30', what: '总结' }],
    goals: [],
    unassigned: [],
  },
  ...{ contacts: 0, rules: [], doubts: [], text: '（要点全文）' },
  measures: [measure('1', '开展技能培训', '面向务工人员开班。', ['市人社局'], { due: '2027-10-31' })],
};

const codeOf = (refused: Promise<unknown>) => refused.then(() => 'done').catch(({ code }: { code: string }) => code);

describe('the working calendar, before and after next year’s notice', () => {
  let ground: TestGround;
  let plans: PlansService;
  let calendar: CalendarService;
  let pages: TestPages;
  let plan: string;

  const issued = async (reading: PlanReading, name: string): Promise<string> => {
    const id = await plans.enter(reading, { sha256: name.padEnd(64, '0'), name }, COORDINATOR);
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    const days = { issuedOn: '2027-01-04', enabledOn: '2027-01-04' };
    await plans.issue(id, { ...days, recipient: null, moveClock: false }, COORDINATOR);
    return id;
  };
  const stages = async (planId: string) => {
    const cycle = (await ground.database.reader.manager.findOneBy(Cycle, { planId }))!;
    return cycle.phases.map(({ stage, start, end }) => `${stage} ${start ?? '—'} ${end ?? '—'}`);
  };
  const proposed = async () => {
    const rounds = await new RoundBoards(ground.database, ground.engine).proposals(plan);
    return rounds.map(({ title, due }) => `${title} ${due}`);
  };

  beforeAll(async () => {
    ground = await openGround('2027-01-04');
    const { database, engine, ids, clock, folder } = ground;
    const reader = readerOf(
      () => Promise.resolve({ text: '' }),
      () => PLAN,
    );
    const config = readConfig({ DATA_DIR: folder });
    plans = new PlansService(database, engine, storedFiles(ground), reader, ids, clock, config);
    calendar = new CalendarService(database, engine);
    const people = { office: COORDINATOR, admin: ADMIN, edu: liaison('edu') };
    pages = await openPages(ground, people, [OrganizationModule, RoundsModule, FlowModule]);
  });
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('a plan for a year without one is issued: its own days stand, no working day is guessed', async () => {
    plan = await issued(PLAN, 'before');
    expect(await stages(plan)).toEqual([
      'mobilisation 2027-01-04 —',
      'implementation — 2027-11-30',
      'evaluation 2027-12-01 2027-12-31',
    ]);
    expect(await proposed()).toEqual(['2027年年终报送 2027-11-30']);
    expect(await pages.text(`/plans/${plan}/rounds/new`, 'office')).toContain('工作日历还没有2027年的放假安排');
    const reckoned = calendarOf(ground.database.reader).then((one) => one.addWorkingDays('2027-01-04', 10));
    await expect(reckoned).rejects.toMatchObject({
      code: 'calendar_year_missing',
      message: expect.stringContaining('qiantou calendar enter'),
    });
  });

  it('is entered by the office or the administrator from the notice as published; nobody else may', async () => {
    expect(await codeOf(calendar.enter(year(), liaison('edu')))).toBe('not_allowed');
    await calendar.enter(year(), ADMIN, 'calendar-key-1');
    await calendar.enter(year(), ADMIN, 'calendar-key-1');
    expect(await ground.database.reader.manager.find(CalendarYear)).toMatchObject([
      { year: 2027, source: '国办发明电〔2026〕99号', workdays: ['2027-02-14'], enteredBy: ADMIN.name },
    ]);
    expect((await calendar.years())[0]).toMatchObject({ year: 2027, entered: { on: '2027-01-04' } });
  });

  it('is used by everything that reckons with working days, at once', async () => {
    const after = await issued({ ...PLAN, docNumber: '劳函〔2027〕2号', title: '2027年农民工服务要点' }, 'after');
    expect((await stages(after))[0]).toBe('mobilisation 2027-01-04 2027-01-18');
    expect(await proposed()).toEqual([
      '2027年第一季度调度 2027-03-31',
      '2027年第二季度调度 2027-06-30',
      '2027年第三季度调度 2027-09-30',
      '2027年年终报送 2027-11-30',
    ]);
    expect(await pages.text(`/plans/${plan}/rounds/new`, 'office')).not.toContain('calendar-lacking');
  });

  it('is corrected when the State Council changes it; every change is in the record, with who and why', async () => {
    const changed = MADE_UP.replace('2月5日至11日放假调休，共7天', '2月5日至12日放假调休，共8天');
    expect(await codeOf(calendar.enter(year(changed), COORDINATOR))).toBe('calendar_unbalanced');
    await calendar.enter(year(changed, { certain: true, reason: '通知延长春节假期' }), COORDINATOR);
    const working = await calendarOf(ground.database.reader);
    expect(working.isWorkingDay('2027-02-12')).toBe(false);
    const rows = await ground.database.reader.all<{ type: string; actor: string; body: string }>(
      `SELECT type, actor, body FROM event WHERE instance_id = 'calendar:2027' ORDER BY seq`,
    );
    expect(rows.map(({ type, actor }) => `${type} ${actor}`)).toEqual(['start u-admin', 'amend u-office']);
    expect(rows[1]!.body).toContain('通知延长春节假期');
    expect((await ground.verify()).faults).toEqual([]);
  });

  it('is not corrected without a reason; the page tells who entered and corrected what, and why', async () => {
    expect(await codeOf(calendar.enter(year(), COORDINATOR))).toBe('reason_missing');
    const unreasoned = { year: '2027', source: '', text: MADE_UP, certain: '', reason: ' ' };
    const refused = await (await pages.post('/calendar', 'office', unreasoned)).text();
    expect(refused).toMatch(/2027年已经登记过[^]*href="#reason"|href="#reason"[^]*2027年已经登记过/);
    for (const path of ['/calendar', '/calendar?year=2027']) {
      const told = await pages.text(path, 'office');
      expect(told).toMatch(/更正了放假安排（2027年）[^]*通知延长春节假期[^]*登记了放假安排（2027年）/);
    }
  });

  it('refuses a year out of turn, one without a source, and days that cannot be', async () => {
    const enter = (given: object) => codeOf(calendar.enter({ ...year(), ...given }, COORDINATOR));
    expect(await enter({ year: 2029, source: '一号', text: textOf(2029), certain: true })).toBe('calendar_gap');
    expect(await enter({ text: MADE_UP.split('\n').slice(1).join('\n') })).toBe('invalid_input');
    expect(await enter({ text: MADE_UP.replace('10月1日至5日', '10月3日至5日').replace('共5天', '共3天') })).toBe(
      'calendar_invalid',
    );
    expect(await enter({ text: MADE_UP.replace('（周五）', '（周四）') })).toBe('calendar_unread');
  });

  it('on its page: the years, the form filled in by a chosen one, a fault beside its field', async () => {
    const seen = await pages.text('/calendar', 'office');
    expect(seen).toContain('现应登记2028年');
    expect(seen).toContain('2027-10-01（周五）至2027-10-05（周二）');
    expect(await pages.text('/calendar?year=2027', 'admin')).toContain('2027-02-14 上班');
    expect(await pages.text('/calendar', 'edu')).not.toContain('id="calendar-form"');
    expect(await pages.text('/units', 'edu')).toContain('href="/calendar"');
    expect(await pages.text('/calendar?year=2040', 'office')).toMatch(/^422[\s\S]*工作日历中没有2040年/);
    const form = { year: '2028', source: '一号', text: '1月1日至3日', certain: '', reason: '' };
    const sent = async (fields: Record<string, string>) => {
      const answer = await pages.post('/calendar', 'office', fields);
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await sent(form)).toMatch(/^422[\s\S]*2028-01-01 没有写明是“放假”还是“上班”[\s\S]*>1月1日至3日<\/textarea>/);
    const odd = { ...form, year: '2027', text: MADE_UP.replace('2月14日（周日）上班', '') };
    const asked = await sent(odd);
    expect(asked).toContain('勾选“已对照通知核对，确认无误”再登记');
    expect(asked).toMatch(/type="checkbox"[^>]*name="certain"[^]*已对照通知核对，确认无误/);
  });

  it('taken back, the year is missing again; the record stays, and it can be entered anew', async () => {
    expect(await codeOf(calendar.withdraw(2026, '试', COORDINATOR))).toBe('unknown_year');
    await pages.post('/calendar/2027/withdraw', 'office', { reason: '登记错了' });
    expect((await calendar.years())[0]!.year).toBe(2026);
    expect(await pages.text('/calendar', 'office')).toMatch(/撤销了放假安排（2027年）[^]*登记错了/);
    await calendar.enter(year(), COORDINATOR);
    expect((await calendar.years())[0]!.workdays).toEqual(['2027-02-14']);
    expect((await ground.verify()).faults).toEqual([]);
  });
});

/** The holidays of a year by law, written as the form takes them. */
function textOf(ofYear: number): string {
  return [...holidaysByLaw(ofYear).keys()].map((day) => `${day} 放假`).join('\n');
}
