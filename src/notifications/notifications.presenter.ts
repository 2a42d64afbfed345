import { paginationView } from '../web/index.js';
import type { NoticeLine } from './notifications.service.js';

export const PAGE_SIZE = 50;

/** Where a notice leads. */
export function pageOf({
  subjectKind,
  subject,
  planId,
}: Pick<NoticeLine, 'subjectKind' | 'subject' | 'planId'>): string {
  const pages: Record<string, string> = {
    measure: `/measures/${subject}`,
    round: `/rounds/${subject}`,
    packet: `/packets/${subject}`,
    supervision: `/supervision/${subject}`,
    document: `/plans/${planId}/year-end`,
  };
  return pages[subjectKind] ?? `/plans/${planId}`;
}

/** The page of notices: 未阅 or all, newest first. */
export function noticesView(
  found: { lines: NoticeLine[]; total: number },
  shown: { page: number; unreadOnly: boolean; unread: number },
): object {
  const { page, unreadOnly, unread } = shown;
  const address = (at: number) => `/notices?${unreadOnly ? '' : 'all=1&'}page=${at}`;
  return {
    ...{ title: '通知', nav: 'notices', back: { href: '/inbox', label: '待办' } },
    tabs: {
      label: '通知',
      tabs: [
        { label: '未阅', href: '/notices', count: unread, current: unreadOnly },
        { label: '全部', href: '/notices?all=1', count: null, current: !unreadOnly },
      ],
    },
    notices: found.lines.map(noticeView),
    upTo: unread > 0 ? (found.lines[0]?.position ?? null) : null,
    pagination: paginationView(page, PAGE_SIZE, found.total, address),
  };
}

function noticeView(line: NoticeLine): object {
  const { id, text, about, planTitle, note, actorName, noticedOn, isRead } = line;
  return {
    ...{ id, text, about, planTitle, note: note ?? '', isRead, href: pageOf(line) },
    line: `${noticedOn}　${actorName}`,
  };
}
