import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../engine/types.js';
import { FlowService } from '../flow/flow.service.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { Refusal } from '../shared/errors.js';
import { leaveFlash, SentForm, type FormMeta, type TimelineView } from '../web/index.js';
import { CalendarQueryDto, CalendarYearDto, WithdrawYearDto } from './calendar.dto.js';
import { calendarView, type CalendarGround } from './calendar.presenter.js';
import { CalendarService } from './calendar.service.js';

/** 工作日历: what days are worked, year by year. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly flow: FlowService,
  ) {}

  @Get()
  async page(@Query() { year }: CalendarQueryDto, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    response.render('pages/units/calendar', calendarView(await this.ground(year ?? null, me.actor), null, null));
  }

  @Post()
  async enter(
    @Body() form: CalendarYearDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    try {
      await this.calendar.enter({ ...form, certain: form.certain === 'yes' }, me.actor, sent.key);
      leaveFlash(
        response,
        'success',
        `已登记${form.year}年的放假安排，各项期限从现在起按此推算；请核对下面读出的日期。`,
      );
      response.redirect(303, `/calendar?year=${form.year}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'not_allowed') throw error;
      const ground = await this.ground(null, me.actor);
      response.status(422).render('pages/units/calendar', calendarView(ground, { ...form }, error));
    }
  }

  @Post(':year/withdraw')
  async withdraw(
    @Param('year', ParseIntPipe) year: number,
    @Body() { reason }: WithdrawYearDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.calendar.withdraw(year, reason.trim() || '登记有误', me.actor, sent.key);
    leaveFlash(response, 'success', `已撤销${year}年的登记，记录保留。`);
    response.redirect(303, '/calendar');
  }

  private async ground(wanted: number | null, { roles }: Actor): Promise<CalendarGround> {
    const years = await this.calendar.years();
    const shown = wanted === null ? years[0]! : await this.calendar.year(wanted);
    const keeps = roles.includes('coordinator') || roles.includes('admin');
    return { years, shown, isChosen: wanted !== null, keeps, timeline: await this.record(wanted) };
  }

  /** Who entered, corrected and took back what: of one year, or of all; null where nothing was. */
  private async record(wanted: number | null): Promise<TimelineView | null> {
    const years = (await this.calendar.recorded()).filter(({ year }) => wanted === null || year === wanted);
    const told = await Promise.all(
      years.map(async ({ year, instance }) => {
        const { entries } = await this.flow.timeline([instance], 20);
        return entries.map((entry) => ({ ...entry, what: `${entry.what}（${year}年）` }));
      }),
    );
    const entries = told.flat().sort((a, b) => b.machineTime.localeCompare(a.machineTime));
    return entries.length > 0 ? { entries } : null;
  }
}
