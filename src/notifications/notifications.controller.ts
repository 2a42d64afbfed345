import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { leaveFlash } from '../web/index.js';
import { noticesView, PAGE_SIZE, pageOf } from './notifications.presenter.js';
import { NotificationsService } from './notifications.service.js';

const asNumber = ({ value }: { value: unknown }): unknown => Number(value);

class NoticesQueryDto {
  @IsOptional() @Transform(asNumber) @IsInt() @Min(1) page = 1;
  @IsOptional() all = '';
}

class ReadAllDto {
  @Transform(asNumber) @IsInt({ message: '请刷新页面后再试。' }) upTo: number;
}

/** 通知 of the signed-in person. */
@Controller('notices')
export class NotificationsController {
  constructor(private readonly notices: NotificationsService) {}

  @Get()
  async page(@Query() { page, all }: NoticesQueryDto, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const unreadOnly = all === '';
    const window = { unreadOnly, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const found = await this.notices.list(me.actor, window);
    const unread = await this.notices.unreadCount(me.actor);
    response.render('pages/notifications/notices', noticesView(found, { page, unreadOnly, unread }));
  }

  @Post('read-all')
  async readAll(@Body() { upTo }: ReadAllDto, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const count = await this.notices.markAllRead(me.actor, upTo);
    leaveFlash(response, 'success', `已将 ${count} 条通知标为已阅。`);
    response.redirect(303, '/notices');
  }

  /** Opens what the notice is about; it counts as read from then on. */
  @Post(':id/open')
  async open(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const notice = await this.notices.one(id, me.actor);
    await this.notices.markRead(id, me.actor);
    response.redirect(303, pageOf(notice));
  }

  @Post(':id/read')
  async markRead(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    await this.notices.markRead(id, me.actor);
    response.redirect(303, '/notices');
  }
}
