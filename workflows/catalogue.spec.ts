import { describe, expect, it } from '@jest/globals';
import { catalogue, current, definition, definitions } from './catalogue.js';
import * as fields from './definition.js';
import { NOTICES } from './notices.js';

describe('the catalogue of workflows', () => {
  it('lists every definition under its own id', () => {
    for (const [id, one] of Object.entries(catalogue)) expect(one.id).toBe(id);
    expect(definitions().map((one) => one.name)).toContain('supervision');
  });

  it('gives the newest version to new instances, and says what it does not know', () => {
    expect(current('packet')).toBe(catalogue['packet@1']);
    expect(definition('plan@1')).toBe(catalogue['plan@1']);
    expect(() => definition('plan@99')).toThrow('plan@99');
    expect(() => current('payroll')).toThrow('payroll');
  });

  it('says of each event’s fields what they are called and whether they are needed', () => {
    const { askMore } = catalogue['packet@1'].events;
    expect(askMore?.payload).toEqual([
      { name: 'rows', label: '需补充的任务', kind: 'ids', required: true },
      { name: 'reason', label: '补充要求', kind: 'text', required: true },
      { name: 'wantedBy', label: '补报期限', kind: 'day', required: false },
      { name: 'fires', label: '到期处理日', kind: 'day', required: false },
    ]);
  });

  it('knows what kinds of things a field may hold, and by which channels a unit’s act comes in', () => {
    const { text, day, flag, number, id, ids, record, list, file, choice, optional } = fields;
    const kinds = [text, day, flag, number, id, ids, record, list, file].map((field) => field('名'));
    expect(kinds.map(({ label, kind }) => `${label} ${kind}`)).toEqual(
      ['text', 'day', 'flag', 'number', 'id', 'ids', 'record', 'list', 'file'].map((kind) => `名 ${kind}`),
    );
    const choices = { a: '甲' };
    expect(optional(choice('名', choices))).toEqual({ label: '名', kind: 'choice', choices, optional: true });
    expect(Object.entries(fields.CHANNELS)).toEqual(
      ['纸质', 'QQ', '电话', '传真', '公文系统'].map((channel) => [channel, channel]),
    );
    expect(catalogue['packet@1'].events.askMore?.approves).toEqual([]);
    expect(catalogue['packet@1'].events.accept?.approves).toContain('submit');
  });

  it('is Chinese wherever a person reads it', () => {
    const chinese = /^[^a-z]*\p{Script=Han}[^a-z]*$/u;
    const words = definitions().flatMap(({ title, started, events }) => [
      title,
      started,
      ...Object.values(events).flatMap(({ label, past, payload }) => [label, past, ...payload.map((f) => f.label)]),
    ]);
    expect([...words, ...Object.values(NOTICES)].filter((one) => !chinese.test(one))).toEqual([]);
  });
});
