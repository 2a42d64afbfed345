import type { FoundDue } from '../dates/phrases.js';

/** 6月底前开工，建成1000套; 一季度完成选址，新建5所: by the day the work is begun or made ready, and not done. */
const STEP =
  /^，?(?:力争|确保|全面|全部|正式|陆续)*(?:(?:开工|动工|开建|启动|奠基)[^，。；\d]{0,12}|(?:完成|开展|组织)[^，。；\d]{0,12}(?:选址|立项|招标|可研|设计|勘察|征地|审批|前期工作|调查|摸底|排查|遴选|申报)|(?:出台|印发|制定|编制)[^，。；\d]{2,24}(?:方案|办法|规划|计划|意见))，(?!其中)/;

/** The last date of the same sentence before the figure; 全年 behind it begins anew, and a step of the work that is done by it has it alone. */
export function byOf(text: string, index: number, dues: readonly FoundDue[]): string | null {
  const last = lastDue(text, index, dues);
  if (!last) return null;
  const behind = text.slice(last.index + last.raw.length, index);
  if (behind.includes('，全年') || STEP.test(behind)) return null;
  return /[\d元人个%][、；]全年[^、]*$/.test(behind) ? `${last.day.slice(0, 4)}-12-31` : last.day;
}

function lastDue(text: string, index: number, dues: readonly FoundDue[]): FoundDue | undefined {
  if (dues.length === 0) return undefined;
  const sentence = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index));
  return dues.findLast((due) => due.index > sentence && due.index < index && !isBase(text, due));
}

/** 比2020年提高, 较2020年末, 超过2023年水平: what a figure is compared with. */
function isBase(text: string, { index, raw }: FoundDue): boolean {
  return (
    /[比较同与]/.test(text[index - 1] ?? '') ||
    /^(?:同期)?的?(?:为基|基础上|水平|同期)/.test(text.slice(index + raw.length, index + raw.length + 5))
  );
}

/** Words that turn from what was reached to what is to be. */
const ANEW = /今年|本年|全年|目标|力争|确保|计划|争取|[要须将]/;
const OPENS = /^[，。；：、（\n]?$/;

/** 2023年培训8000人 in a plan of 2024; not 2023年底前, 落实2023年资金. */
export function isReachedBefore(
  text: string,
  index: number,
  dues: readonly FoundDue[],
  { year, first = year }: { year: number | null; first?: number | null },
): boolean {
  if (first === null || !dues.some(({ day }) => Number(day.slice(0, 4)) < first)) return false;
  const last = lastDue(text, index, dues);
  if (!last || Number(last.day.slice(0, 4)) >= first || !/^20\d\d/.test(last.raw) || /[前内]$/.test(last.raw))
    return false;
  return OPENS.test(text[last.index - 1] ?? '') && !ANEW.test(text.slice(last.index + last.raw.length, index));
}
