import type { SupervisionLevel } from '../../workflows/supervision/supervision.v1.events.js';
import { addDays } from '../domain/calendar/day.js';
import { whereKnown, type WorkingCalendar } from '../domain/calendar/working-days.js';
import { LEVELS } from './levels.js';

/** What a draft is composed from. */
export interface DraftGround {
  unitName: string;
  planTitle: string;
  reason: string;
  /** The measures in question with the sentence of their light. */
  items: { no: string; title: string; sentence: string }[];
}

/** Working days offered for the reply by level (the office's practice, to be changed on the form). */
const DAYS_TO_REPLY: Record<SupervisionLevel, number> = { normal: 10, key: 7, listed: 5, circular: 5, interview: 3 };
const NATURAL_DAYS_PER_WORKING_DAY = 1.4;

/** First wording of a 督办单; the office edits it. */
export function orderText(ground: DraftGround, level: SupervisionLevel): string {
  const { unitName, planTitle, reason } = ground;
  const matter = `《${planTitle}》由你单位承担的工作，现予${LEVELS[level]}。原因：${ended(reason)}`;
  const close = '请查明原因，明确整改措施和完成时间，在反馈期限前书面反馈办理情况，并附佐证材料。';
  return [`${unitName}：`, matter, ...listed(ground), close].join('\n');
}

/** First wording of a 商请函 to a unit that is asked, not ordered. */
export function letterText(ground: DraftGround): string {
  const { unitName, planTitle, reason } = ground;
  const matter = `为推进落实《${planTitle}》，现就下列事项商请贵单位予以支持。有关情况：${ended(reason)}`;
  return [`${unitName}：`, matter, ...listed(ground), '请将进展情况和意见在反馈期限前函告我办。'].join('\n');
}

/**
 * The day offered for the reply: working days after today by level; where the calendar has no such year, natural days to
 * the same length.
 */
export function proposeReplyDay(today: string, level: SupervisionLevel, calendar: WorkingCalendar): string {
  const days = DAYS_TO_REPLY[level];
  const reckoned = whereKnown(() => calendar.addWorkingDays(today, days));
  return reckoned ?? addDays(today, Math.ceil(days * NATURAL_DAYS_PER_WORKING_DAY));
}

function listed({ items }: DraftGround): string[] {
  return items.map(({ no, title, sentence }, at) => `${at + 1}. ${no} ${title}：${ended(sentence)}`);
}

function ended(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}
