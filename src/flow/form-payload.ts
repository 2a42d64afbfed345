import type { Definition, PayloadField } from '../../workflows/catalogue.js';
import { addDays, isDay } from '../domain/calendar/day.js';
import { isPlain } from './offered-actions.js';
import { isOpen } from './open-events.js';
import { Refusal } from '../shared/errors.js';

type Form = Record<string, unknown>;

const DAYS_BEFORE_FIRES = ['on', 'to', 'due', 'by'];

/**
 * The payload of an event from a form whose fields are named `<event>-<field>` (or plainly). Refusal: invalid_input naming the
 * field. A deadline fires the day after the day given.
 */
export function payloadFrom(definition: Definition, type: string, form: Form): Record<string, unknown> {
  const words = definition.events[type];
  if (!words || !isPlain(words.payload) || !isOpen(definition.name, type)) {
    throw new Refusal('not_now', '没有这样的操作。', { place: type, cure: '请从页面上的按钮操作。' });
  }
  const payload: Form = {};
  for (const field of words.payload) {
    if (field.name === 'fires') continue;
    const value = fieldValue(field, form[`${type}-${field.name}`] ?? form[field.name]);
    if (value !== undefined) payload[field.name] = value;
  }
  return words.payload.some((field) => field.name === 'fires') ? { ...payload, fires: firesAfter(payload) } : payload;
}

function firesAfter(payload: Form): string | null {
  const day = DAYS_BEFORE_FIRES.map((name) => payload[name]).find((value) => typeof value === 'string' && isDay(value));
  return typeof day === 'string' ? addDays(day, 1) : null;
}

function fieldValue(field: PayloadField, sent: unknown): unknown {
  const text = typeof sent === 'string' ? sent.trim() : '';
  if (field.kind === 'flag') return sent === true || text === 'true';
  if (text === '') {
    if (field.required) throw wrong(field, '没有填写。', '请填写后再提交。');
    return undefined;
  }
  if (field.kind === 'day' && !isDay(text)) throw wrong(field, `“${text}”不是日期。`, '请按 2023-05-11 的样式填写。');
  if (field.kind === 'choice' && !(text in (field.choices ?? {})))
    throw wrong(field, `没有“${text}”这一项。`, '请从列表中选择。');
  if (field.kind === 'number' && !Number.isFinite(Number(text)))
    throw wrong(field, `“${text}”不是数。`, '请填写数字。');
  if (text.length > 5_000) throw wrong(field, '内容过长。', '请控制在 5000 字以内，详细材料作为附件。');
  return field.kind === 'number' ? Number(text) : text;
}

function wrong(field: PayloadField, message: string, cure: string): Refusal {
  return new Refusal('invalid_input', `${field.label}${message}`, { place: field.label, cure });
}
