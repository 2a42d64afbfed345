/** The heading of an annex: 附件, 附件1：重点任务分工表, 附表二. */
export interface AnnexHeading {
  /** What stands before the numbers of its parts: 附件, 附件1, 附表2. */
  label: string;
  /** Its title where the heading's line has it, '' else. */
  title: string;
}

const NUMBER = '(?:\\d{1,2}(?:[-—]\\d{1,2})?|[一二三四五六七八九十]{1,3})(?![年月日\\d%个项种])';
const HEADING = new RegExp(`^[（【[]?(附件|附表|附录|附(?=[:：]))(${NUMBER})?[）】\\]]?[:：、.]?`);
/** A list of annexes under the plan: 附件：1.任务分解表. */
const LISTED = /^\d{1,2}[.、]/;
/** 2026年度重点任务分解表: no number of the annex. */
const OF_YEAR = /^20\d{2}年[^，]*[表单账]$/;
const LONGEST = 70;
/** “附件1所列任务……。” is a sentence. */
const SENTENCE = /[。；！？]|^(?:[所中的和与及]|请|要|规定|明确)/;

/** Reads the heading of an annex; null for any other line. */
export function annexHeading(text: string): AnnexHeading | null {
  if (text.length > LONGEST) return null;
  const match = HEADING.exec(text);
  if (!match) return null;
  const title = text.slice(match[0].length);
  const listed = LISTED.test(title);
  if (SENTENCE.test(title) || (!listed && /^\d/.test(title) && !OF_YEAR.test(title))) return null;
  const label = match[1] === '附表' ? '附表' : '附件';
  return { label: label + (match[2] ?? ''), title: listed ? '' : title };
}

const TABLE_TITLE =
  /^[^。；：！？、\d（(][^。；：！？]{2,38}(?:任务|责任|分工|分解|措施|项目|事项)[^。；：，]{0,6}(?:表|清单|台账)$/;

/** The title of a further table of tasks that is printed over it without a number: 县区任务分解表. */
export const isTableTitle = (text: string): boolean => /[表单账]$/.test(text) && TABLE_TITLE.test(text);
