import type { Doubt } from '../../domain/plan/reading.js';
import { AMENDING_NOTICE } from '../../domain/plan/amending-notice.js';
import type { Paragraph } from '../lines/paragraph.js';
import type { Titles } from './titles.js';

type TitlesRead = Pick<Titles, 'title' | 'noticeTitle' | 'isWhole'>;

const CLAUSE = '第\\n?[（(]?[\\d.一二三四五六七八九十百]{1,6}[）)]?(?:部分|[条项款点段])';
const ADDED = '(?:新增|增加|增补)(?:[一二两三四五六七八九十\\d]{1,2}|以下|下列)[条项]';
const TO = '(?:修改|调整|变更|更正|改)为';
/** 将第1条“……”修改为“……”, 删除第3条, 第4条牵头单位由甲局调整为乙局, 第5条增加……, 新增一条：…… */
const INSTRUCTION = new RegExp(
  `[将把对](?:[^，。；“]{0,20}?)${CLAUSE}[\\s\\S]{0,200}?${TO}|` +
    `(?:删除|删去|取消|废止)[^，。；]{0,20}?${CLAUSE}|` +
    `${CLAUSE}[^，。；“]{0,20}?(?:由[^。；]{1,60}?${TO}|${TO}|增加|删除|删去)|` +
    `${ADDED}(?=[：:“，。；]|任务|措施|内容|工作|作为|$)`,
  'gm',
);
/** 现对……有关内容调整如下, 作如下修改. */
const ANNOUNCED =
  /(?:调整|修改|修订|变更|补充|增补|完善)(?:情况)?如下|(?:如下|以下)(?:几处|几点)?(?:调整|修改|修订|变更|补充)/;
/** One of them is in every instruction: looked for first, as most plans name no clause of another text. */
const HINT = new RegExp(`${CLAUSE}|${ADDED}`);
/** Without the announcement one such word may be the subject of a task. */
const LEAST = 2;

const CHANGE = '(?:调整|修改|修订|变更|更正|完善|补充|增补)';
const PART = '(?:部分|有关|相关|个别|若干)';
/** 关于调整《……》部分任务的通知, 关于对《……》有关内容进行修改的通知. */
const OF_PARTS = new RegExp(
  `关于(?:${CHANGE}[^。]*?${PART}|对[^。]*?${PART}[^。]*?${CHANGE})[^《》。]{0,16}的(?:补充)?(?:通知|函|决定)$`,
);
/** 关于调整《……》的通知 */
const OF_A_PAPER = new RegExp(`关于(?:${CHANGE}|对)《[^。]*》[^《》。]{0,12}的(?:补充)?(?:通知|函|决定)$`);
/** 对《……》作如下调整, 有关任务调整如下. */
const PARTS_ANNOUNCED = new RegExp(
  `[作做]出?(?:了|以下|如下)?(?:几[处点])?(?:如下|以下)?(?:几[处点])?${CHANGE}[：:]|${PART}[^。；：]{0,12}${CHANGE}如下`,
);

/**
 * The doubt that a document is a notice which changes some clauses of a text and is no full text: it says what becomes of
 * numbered clauses (将第几条……修改为, 删除第几条, 新增一条), at least as often as it assigns a task; or its title, or what
 * it announces, is a change of part of a paper, and that paper does not follow under its own title. None for any other.
 */
export function amendingNotice(measures: number, paragraphs: readonly Paragraph[], titles: TitlesRead): Doubt[] {
  const text = paragraphs.map((one) => one.text).join('\n');
  if (!changesParts(titles, text) && !tellsOfClauses(measures, text)) return [];
  const reason =
    '这是只改几条的通知，不是完整的新文本：没有提到的条款并不作废，因此不能用它并入或替代原计划；请把改动并入原文，导入改好的完整文本，再与原计划对照';
  return [{ code: AMENDING_NOTICE, reason }];
}

function tellsOfClauses(measures: number, text: string): boolean {
  if (!HINT.test(text)) return false;
  const told = [...text.matchAll(INSTRUCTION)].length;
  return told >= Math.max(measures, ANNOUNCED.test(text) ? 1 : LEAST);
}

function changesParts({ title, noticeTitle, isWhole }: TitlesRead, text: string): boolean {
  const own = noticeTitle ?? title;
  if (!own || (noticeTitle && isWhole)) return false;
  return OF_PARTS.test(own) || (OF_A_PAPER.test(own) && PARTS_ANNOUNCED.test(text));
}
