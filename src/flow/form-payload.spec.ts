import { describe, expect, it } from '@jest/globals';
import { current } from '../../workflows/catalogue.js';
import { payloadFrom } from './form-payload.js';

describe('what a plain button may send', () => {
  it('takes the form’s fields and fires a deadline the day after the day given', () => {
    const form = { 'grantExtension-to': '2023-12-20', 'grantExtension-opinion': '同意' };
    const payload = payloadFrom(current('assignment'), 'grantExtension', form);
    expect(payload).toEqual({ to: '2023-12-20', opinion: '同意', fires: '2023-12-21' });
  });

  it('names the field that is missing or malformed', () => {
    const extension = (form: object) => () => payloadFrom(current('assignment'), 'requestExtension', { ...form });
    expect(extension({ to: '2023-12-20' })).toThrow(/没有填写/);
    expect(extension({ to: '12月底', reason: '资金下达较晚' })).toThrow(/不是日期/);
  });

  it.each([
    ['plan', 'issue'],
    ['plan', 'moveClock'],
    ['packet', 'correctFigure'],
    ['packet', 'accept'],
    ['round', 'cancel'],
    ['account', 'changeRoles'],
    ['measure', 'nothingLikeIt'],
  ])('does not know %s.%s: its feature composes it with checks of its own', (machine, type) => {
    expect(() => payloadFrom(current(machine), type, {})).toThrow('没有这样的操作');
  });
});
