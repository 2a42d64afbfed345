const COUNT = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})';
const TO = '[—–~～至到-]{1,2}';
const SPELL = [
  `第?[一二三四1-4](?:[、]|${TO})?(?:第?[一二三四1-4])?个?季度`,
  '前[一二三两23]个?季度',
  '[上下]半年',
  `${COUNT}月?(?:份)?${TO}${COUNT}月份?`,
  `${COUNT}月份?`,
].join('|');
const WORDS = '主要|重点|工作|计划|阶段|推进|进度|序时|目标|任务|指标|值|数|量|安排|内容|要求|节点|措施|举措|应?完成';
const STAGE = new RegExp(`^(?:20\\d\\d年)?(?:截至|至|到)?(?:${SPELL})(?:末|底|前)*(?:${WORDS})*$`);
/** What was reached, and words on it. */
const REACHED = /完成(?:情况|数|量|值)|实际|实绩|进展/;
const LONGEST = 20;

/**
 * Whether a head says until when a column's cells are to be done: 一季度, 第二季度目标, 1—3月, 上半年（人次）. A whole year is
 * no stage, and what was reached in one is none.
 */
export function isStage(head: string): boolean {
  if (head.length > LONGEST || !/[季月年]/.test(head)) return false;
  const label = head.replace(/\s|[（(].*?[）)]/g, '');
  return STAGE.test(label) && !REACHED.test(label);
}

/** Whether such a head says that the tasks themselves stand under it: 上半年工作任务. */
export const isStagedTask = (head: string): boolean => /任务|工作|内容|措施|举措/.test(head) && isStage(head);

/** Ends the head of a column for cells of which it cannot be told in which of several stages they stood. */
const UNTOLD = '（栏目待核）';

/** The head of a column for cells that stood somewhere in these: 一季度至四季度（栏目待核）. */
export const untoldStages = (heads: readonly string[]): string => `${heads[0]}至${heads.at(-1)}${UNTOLD}`;

/** Whether a column's cells stood in one of several stages, nobody can tell in which. */
export const isUntold = (head: string): boolean => head.endsWith(UNTOLD);
