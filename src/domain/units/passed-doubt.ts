import { monthOf, yearOf } from '../calendar/day.js';
import type { Doubt, Successor } from '../plan/reading.js';
import type { PassedOn } from './passed-on.js';

/** What a person is asked about a printed unit that was not in use on the plan's day, with those that follow it. */
export function passedDoubt(surface: string, { notBefore, until, successors }: PassedOn): Doubt {
  const asked = { code: 'unit_out_of_use', field: 'responsible', successors };
  if (notBefore !== null) {
    const reason = `“${surface}”按名录自${monthWords(notBefore)}起才设立，成文时还没有，请核对成文日期和单位名称`;
    return { ...asked, reason };
  }
  const gone = `“${surface}”按名录到${until === null ? '成文之前' : monthWords(until)}为止，成文时已经更名或撤并`;
  return { ...asked, reason: `${gone}，${followedWords(successors)}，请定由谁承担` };
}

function followedWords(successors: readonly Successor[]): string {
  if (successors.length === 0) return '名录没有写明由谁接着办';
  return `接着办的是${successors.map(successorWords).join('、')}`;
}

/** 市自然资源局（2018年3月起）. */
export const successorWords = ({ name, since }: Successor): string =>
  since === null ? name : `${name}（${monthWords(since)}起）`;

const monthWords = (day: string): string => `${yearOf(day)}年${monthOf(day)}月`;
