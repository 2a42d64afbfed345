import { daysBetween, printDay, type CalendarDay } from '../calendar/day.js';
import type { WorkingCalendar } from '../calendar/working-days.js';

/** What is due and what came in. Received = the day the office got it by any channel, not the day it was entered. */
export interface Receipt {
  due: CalendarDay;
  /** The office's earlier day of its own; missing it is not lateness. */
  internalDue?: CalendarDay | null;
  receivedOn: CalendarDay | null;
}

export type ReceiptVerdict = 'onTime' | 'afterInternal' | 'late' | 'awaited' | 'internalPassed' | 'overdue';

export interface ReceiptJudgement {
  verdict: ReceiptVerdict;
  /** The words on the board: 按时报送, 未按内部时间, 逾期报送, 待报送, 逾期未报. */
  word: string;
  /** Natural days after the due day, 0 when not late. */
  daysLate: number;
  sentence: string;
}

const WORDS: Record<ReceiptVerdict, string> = {
  onTime: '按时报送',
  afterInternal: '未按内部时间',
  late: '逾期报送',
  awaited: '待报送',
  internalPassed: '未按内部时间',
  overdue: '逾期未报',
};

/** Judges 报送 by the day received; the due day itself counts as on time. Late papers are marked, never refused. */
export function judgeReceipt(receipt: Receipt, today: CalendarDay): ReceiptJudgement {
  const verdict = verdictOf(receipt, today);
  const daysLate = Math.max(0, daysBetween(receipt.due, receipt.receivedOn ?? today));
  return { verdict, word: WORDS[verdict], daysLate, sentence: sentenceOf(verdict, receipt, daysLate) };
}

/**
 * When the lower level is due on the upper one's day or after it, the lower one is proposed an earlier internal day, by
 * default ten working days before the upper's, so that the upper one can put the papers together. Null when the lower
 * day comes first anyway, or no such day is left between `notBefore` and the upper's.
 */
export function proposeInternalDay(
  upperDue: CalendarDay,
  lowerDue: CalendarDay,
  calendar: WorkingCalendar,
  options: { workingDays?: number; notBefore?: CalendarDay } = {},
): CalendarDay | null {
  if (lowerDue < upperDue) return null;
  const day = calendar.workBack(upperDue, options.workingDays ?? 10);
  return options.notBefore && day <= options.notBefore ? null : day;
}

function verdictOf({ due, internalDue, receivedOn }: Receipt, today: CalendarDay): ReceiptVerdict {
  const day = receivedOn ?? today;
  if (day > due) return receivedOn ? 'late' : 'overdue';
  if (internalDue && day > internalDue) return receivedOn ? 'afterInternal' : 'internalPassed';
  return receivedOn ? 'onTime' : 'awaited';
}

function sentenceOf(verdict: ReceiptVerdict, { due, internalDue, receivedOn }: Receipt, daysLate: number): string {
  const asked = `要求${printDay(due)}前报送`;
  const received = receivedOn ? `，${printDay(receivedOn)}收到` : '';
  if (verdict === 'late') return `${asked}${received}，逾期${daysLate}天`;
  if (verdict === 'overdue') return `${asked}，已逾期${daysLate}天`;
  const internal = internalDue && (verdict === 'afterInternal' || verdict === 'internalPassed');
  const tail = internal ? `，晚于内部时间${printDay(internalDue)}，不算逾期` : '';
  return `${asked}${received || '，尚未报送'}${tail}`;
}
