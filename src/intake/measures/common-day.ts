import type { Doubt } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { sourceSpan } from './read-measure.js';

const SIGN = /以上|上述|表[中内]|所列|本(?:次|方案|计划|要点|清单)|时间/;
/** “注：以上项目均须于12月底前完成”, “本方案各项任务于10月底前完成”. */
const FOR_ALL = new RegExp(
  '(?:以上|上述|表[中内]|所列|本次?(?:方案|计划|要点|清单|行动)(?:的|所列|确定的|明确的)?)' +
    '(?:各项|所有|全部|[一二三四五六七八九十\\d]{1,3}[项个件])?(?:重点|民生|实事){0,2}(?:项目|任务|事项|工作|实事)' +
    '[^。；，（）]{0,12}(?:\\d{1,2}月|年[底内])[^。；，（）]{0,12}(?:完成|办结|到位|建成|完工)',
);

/** “整治时间：5月10日至10月31日”, behind the words or in the paragraph below them. */
const TERM_HEAD = /^.{0,6}(?:攻坚|整治|行动|治理)时间(?:[:：。]|$)/;
const TERM =
  /(?:20\d\d年)?\d{1,2}月[^，。；（）]{0,8}(?:至|到|[-—–~～－]+)(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?|年底)/;

/** What is asked where one sentence, above or below a table or a list, sets the day of all that it holds. */
export function commonDays(paragraphs: readonly Paragraph[], from: number): Doubt[] {
  return paragraphs.slice(from).flatMap((own, index, body) => {
    if (!SIGN.test(own.text)) return [];
    const isHead = TERM_HEAD.test(own.text);
    const paragraph = isHead && !TERM.test(own.text) ? (body[index + 1] ?? own) : own;
    const found = (isHead ? TERM : FOR_ALL).exec(paragraph.text);
    if (!found) return [];
    const reason = `“${found[0]}”是各项共同的时限，没有逐条填入：请在核对时填写各条的完成时限`;
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
