import type { CalendarDay } from '../calendar/day.js';

/** A dated list of member units of one level (seeds/membership.json); names carry the level and no place (市财政局). */
export interface MembershipList {
  id: string;
  name: string;
  /** Group names in plans that this list fills: 各部门, 相关部门, 领导小组各成员单位. */
  surfaces: string[];
  level: 'province' | 'city' | 'county';
  from: CalendarDay;
  /** Last day it held; null while it holds. */
  to: CalendarDay | null;
  members: string[];
}

/** The list of a level in force on a day, the newest first; null when none covers the day. */
export function listInForce(
  lists: MembershipList[],
  level: MembershipList['level'],
  day: CalendarDay,
): MembershipList | null {
  const covering = lists.filter(
    (list) => list.level === level && list.from <= day && (list.to === null || day <= list.to),
  );
  return covering.sort((a, b) => b.from.localeCompare(a.from))[0] ?? null;
}

/** Whether a group's name in a plan means this list (…领导小组成员单位, 各部门). */
export function fills(list: MembershipList, surface: string): boolean {
  return list.surfaces.some((own) => surface === own || surface.endsWith(own)) || /领导小组各?成员单位$/.test(surface);
}
