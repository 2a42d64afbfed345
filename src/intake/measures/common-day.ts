import type { Doubt } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { sourceSpan } from './read-measure.js';

const SIGN = /以上|上述|表[中内]|所列/;
/** “注：以上项目均须于12月底前完成”. */
const FOR_ALL =
  /(?:以上|上述|表[中内]|所列)(?:各项|所有|全部|[一二三四五六七八九十\d]{1,3}[项个件])?(?:重点|民生|实事){0,2}(?:项目|任务|事项|工作|实事)[^。；，（）]{0,12}(?:\d{1,2}月|年[底内])[^。；，（）]{0,12}(?:完成|办结|到位|建成|完工)/;

/** What is asked where one sentence below a table, or a list, sets the day of all that stands above it. */
export function commonDays(paragraphs: readonly Paragraph[], from: number): Doubt[] {
  return paragraphs.slice(from).flatMap((paragraph) => {
    const found = SIGN.test(paragraph.text) ? FOR_ALL.exec(paragraph.text) : null;
    if (!found) return [];
    const reason = `“${found[0]}”是以上各项共同的时限，没有逐条填入：请在核对时填写各条的完成时限`;
    return [
      {
        code: 'common_day',
        reason,
        field: 'due',
        span: sourceSpan(paragraph, found.index, found.index + found[0].length),
      },
    ];
  });
}
