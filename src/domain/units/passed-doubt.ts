import { monthOf, yearOf } from '../calendar/day.js';
import type { Doubt, Successor } from '../plan/reading.js';
import type { PassedOn } from './passed-on.js';

/**
 * What a person is asked about a printed unit that was not in use on the plan's day, with those that follow it. `yearOnly`
 * is the plan's year where it prints no day and the first of that year stands for it.
 */
export function passedDoubt(
  surface: string,
  { notBefore, until, successors }: PassedOn,
  yearOnly: number | null = null,
): Doubt {
  const asked = { code: 'unit_out_of_use', field: 'responsible', successors };
  if (notBefore !== null) {
    const reason = `“${surface}”按名录自${monthWords(notBefore)}起才设立，成文时还没有，请核对成文日期和单位名称`;
    return { ...asked, reason };
  }
  const then = yearOnly === null ? '成文时' : `原文没有印成文日期，本计划${yearOnly}年年初`;
  const last = until === null ? '' : `这个名称按名录至迟用到${monthWords(until)}，${then}`;
  const gone = `“${surface}”${last}已经更名或撤并`;
  return { ...asked, reason: `${gone}；${followedWords(successors, until)}，请定由谁承担` };
}

/** Whether a doubt about a name asks about this printed one: it begins with it; others that it quotes are what that may mean. */
export const isOnName = ({ reason }: Pick<Doubt, 'reason'>, surface: string): boolean =>
  reason.startsWith(`“${surface}”`);

/** Whether a doubt asks who does the work of this printed unit. */
export const isAboutSurface = (doubt: Doubt, surface: string): boolean =>
  doubt.code === 'unit_out_of_use' && isOnName(doubt, surface);

/** A reform came to the places one after the other: an heir may have been set up before the name was gone everywhere. */
function followedWords(successors: readonly Successor[], until: string | null): string {
  if (successors.length === 0) return '名录没有写明由谁接着办';
  const isGradual = until !== null && successors.some(({ since }) => since !== null && since <= until);
  return `${isGradual ? '各地先后改由' : '改由'}${successors.map(successorWords).join('、')}${isGradual ? '接着办，早晚不一' : '接着办'}`;
}

/** 市自然资源局（2018年3月起）. */
export const successorWords = ({ name, since }: Successor): string =>
  since === null ? name : `${name}（${monthWords(since)}起）`;

const monthWords = (day: string): string => `${yearOf(day)}年${monthOf(day)}月`;
