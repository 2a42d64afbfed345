import { Controller, Get, Query, Redirect, Res } from '@nestjs/common';
import type { Response } from 'express';
import { current } from '../../workflows/catalogue.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { InboxQueries, type Inbox, type InboxItem } from './inbox.queries.js';

type Tab = keyof Inbox;

const TABS: { key: Tab; label: string }[] = [
  { key: 'todo', label: '待办' },
  { key: 'doing', label: '在办' },
  { key: 'done', label: '已办' },
];

/** The first page after signing in: what waits for this person. */
@Controller()
export class InboxController {
  constructor(private readonly inbox: InboxQueries) {}

  @Get()
  @Redirect('/inbox')
  front(): void {}

  @Get('inbox')
  async page(@Query('tab') asked: string | undefined, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const inbox = await this.inbox.of(me.actor);
    const tab = TABS.find(({ key }) => key === asked)?.key ?? 'todo';
    const items = tab === 'done' ? inbox.done.map(doneItem) : inbox[tab];
    const tabs = TABS.map(({ key, label }) => ({
      label,
      href: `/inbox?tab=${key}`,
      count: inbox[key].length,
      current: key === tab,
    }));
    response.render('pages/inbox/inbox', {
      title: '待办',
      nav: 'inbox',
      tabs: { label: '办件', tabs },
      items: items.map(itemView),
    });
  }
}

/** A line of 已办 in words: what was done to what. */
function doneItem(item: InboxItem): InboxItem {
  const definition = current(item.due ?? 'plan');
  const detail = definition.events[item.detail]?.past ?? item.detail;
  return { ...item, title: item.title || definition.title, detail, due: null };
}

function itemView(item: InboxItem): object {
  return { ...item, due: item.due ?? '', signPlan: item.signPlan ?? null };
}
