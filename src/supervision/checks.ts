import { CHANNELS } from '../../workflows/definition.js';
import { isDay } from '../domain/calendar/day.js';
import { Refusal } from '../shared/errors.js';
import { LEVELS } from './levels.js';
import type { ReceiptInput } from './supervision.types.js';

const LONGEST = 5_000;

/** A refusal that names one field of the form. */
export function fault(field: string, message: string, cure = '请修改后再提交。'): Refusal {
  return new Refusal('invalid_input', `${message}。`, { place: field, cure, facts: { fields: [{ field, message }] } });
}

/** A text that must be there; trimmed. */
export function needText(field: string, label: string, value: string): string {
  const text = value.trim();
  if (text === '') throw fault(field, `请填写${label}`);
  if (text.length > LONGEST) throw fault(field, `${label}超过 ${LONGEST} 字，详细材料请作为附件`);
  return text;
}

/** A day for the reply: real, and not before `earliest`. */
export function needDueDay(field: string, value: string, earliest: string): string {
  const day = needDay(field, '反馈期限', value);
  if (day < earliest) throw fault(field, `反馈期限 ${day} 早于 ${earliest}，对方无法按期反馈`, '请填写更晚的日期。');
  return day;
}

/** A day on which something happened: real, not before `from` and not after today. */
export function needPastDay(field: string, label: string, value: string, today: string, from = ''): string {
  const day = needDay(field, label, value);
  if (day > today) throw fault(field, `${label} ${day} 晚于今天（${today}）`);
  if (day < from) throw fault(field, `${label} ${day} 早于督办发出的日期（${from}）`);
  return day;
}

/** The channel as given. Refuses a field that names none of CHANNELS. */
export function needChannel(field: string, value: string): string {
  if (!Object.hasOwn(CHANNELS, value)) throw fault(field, '请选择渠道');
  return value;
}

/** Refuses a field that names no level of 督办. */
export function needLevel(field: string, value: string): void {
  if (!Object.hasOwn(LEVELS, value)) throw fault(field, '请选择督办级别');
}

/** How a unit's act came in: a known channel, a day between sending and today. */
export function checkReceipt({ channel, receivedOn }: ReceiptInput, today: string, sentOn: string | null): void {
  needChannel('channel', channel);
  needPastDay('receivedOn', '收到日期', receivedOn, today, sentOn ?? '');
}

function needDay(field: string, label: string, value: string): string {
  const day = value.trim();
  if (!isDay(day)) throw fault(field, `${label}请按 2023-06-30 的样式填写`);
  return day;
}
