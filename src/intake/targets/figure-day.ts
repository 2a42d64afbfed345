import type { FoundDue } from '../dates/phrases.js';

/** 6月底前开工，建成1000套; 一季度完成选址，新建5所: by the day the work is begun or made ready, and not done. */
const STEP =
  /^，?(?:力争|确保|全面|全部|正式|陆续)*(?:(?:开工|动工|开建|启动|奠基)[^，。；\d]{0,12}|(?:完成|开展|组织)[^，。；\d]{0,12}(?:选址|立项|招标|可研|设计|勘察|征地|审批|前期工作|调查|摸底|排查|遴选|申报)|(?:出台|印发|制定|编制)[^，。；\d]{2,24}(?:方案|办法|规划|计划|意见))，(?!其中)/;

/** 十五五期间引进1万人，今年不少于1800人: the plan's own year behind a farther day. */
const OWN_YEAR = /\d[^，、；（]*[，、；（](?:其中|力争|确保)*，?[今本]年/;
/** 下半年开展1次，每季度检查1次: what comes round behind a figure has not the day of that. */
const ROUND_AGAIN = /\d[^，；]*[，；]每个?(?:季度?|月|半年|周|旬|日|天)/;

/** 6月底前清零；新增案件7日内立案: how long something may take is no matter of the day before the semicolon. */
const TERM = /^(?:日|天|小时|个?工作日)$/;

/** The last date of the same sentence before the figure; 全年 behind it begins anew, and a step of the work that is done by it has it alone. */
export function byOf(text: string, index: number, dues: readonly FoundDue[], unit = ''): string | null {
  const last = lastDue(text, index, dues);
  if (!last) return null;
  const behind = text.slice(last.index + last.raw.length, index);
  if (behind.includes('；') && TERM.test(unit)) return null;
  if (behind.includes('，全年') || OWN_YEAR.test(behind) || ROUND_AGAIN.test(behind) || STEP.test(behind)) return null;
  return /[\d元人个%][、；]全年[^、]*$/.test(behind) ? `${last.day.slice(0, 4)}-12-31` : last.day;
}

function lastDue(text: string, index: number, dues: readonly FoundDue[]): FoundDue | undefined {
  if (dues.length === 0) return undefined;
  const sentence = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index));
  return dues.findLast((due) => due.index > sentence && due.index < index && !isBase(text, due));
}

/**
 * 比2020年提高, 较2020年末, 超过2023年水平, 由2025年的60%提高到, 在2025年培训1万人的基础上: what a figure is compared with. 自5月1日起 is when
 * the work begins, and no day by which it is done.
 */
function isBase(text: string, { index, raw }: FoundDue): boolean {
  const before = text.charAt(index - 1);
  if ('比较同与'.includes(before) && before !== '') return true;
  const after = text.slice(index + raw.length, index + raw.length + BASE_REACH);
  if (/^(?:同期)?的?(?:为基|基础上|水平|同期)|^(?:起(?!草|步|跑)|开始)/.test(after)) return true;
  if (before === '在') return !/[前内]$/.test(raw) && /^[^，。；]*基础上/.test(after);
  return '由从自'.includes(before) && before !== '' && CHANGED_FROM.test(after);
}
const BASE_REACH = 24;
const CHANGED_FROM =
  /^的?[约近]?\d[\d.]*[^，。；\d]{0,8}?(?:提[高升]|上[升调]|增[加长]|扩大|下[降调]|降低|减少|压[减缩]|缩[短小]|[升降增减])[到至]/;

/** Words that turn from what was reached to what is to be. */
const ANEW = /今年|本年|全年|目标|力争|确保|计划|争取|[要须将]/;
const OPENS = /^[，。；：、（\n]?$/;

/** 截至2025年底登记12万人: how things stood then. */
export const AS_OF = /截[至止]到?$/;
export const AS_OF_REACH = 3;

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
  const before = text.slice(Math.max(0, last.index - AS_OF_REACH), last.index);
  return (
    (OPENS.test(before.slice(-1)) || AS_OF.test(before)) && !ANEW.test(text.slice(last.index + last.raw.length, index))
  );
}

/** 在2025年培训1.8万人的基础上: what was reached before, of a year that is over or of what is there. */
const ON_BASE = /^(?:以上|左右)?[^，。；\d]{0,6}的?基础上/;
const ALREADY = /去年|上年|上一年|已|现有|原有/;
const YEAR_PRINTED = /.*(20\d\d)年/;

/** Whether the figure between the words of its clause and those behind it is what others build on. */
export function isReachedBasis(
  clause: string,
  rest: string,
  { year, first = year }: { year: number | null; first?: number | null },
): boolean {
  if (!ON_BASE.test(rest)) return false;
  const printed = YEAR_PRINTED.exec(clause)?.[1];
  return ALREADY.test(clause) || (printed !== undefined && first !== null && Number(printed) < first);
}

/** 去年培训1.8万人次基础上再增加2000人次: what is to come stands behind the basis. */
export const behindBasis = (clause: string): string => clause.slice(clause.lastIndexOf('基础上') + 1);
