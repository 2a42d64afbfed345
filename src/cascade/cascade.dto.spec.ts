import { describe, expect, it } from '@jest/globals';
import { AmendDto, carriesOf, decisionsOf } from './cascade.dto.js';

const form = (rows: [row: string, decision: string][], carries: string[] = []): AmendDto =>
  Object.assign(new AmendDto(), { rows: rows.map(([row]) => row), decisions: rows.map((one) => one[1]), carries });

describe('the choices sent with the page of an amendment', () => {
  it('are decisions by clause, and pairs where a clause is to carry a running measure on', () => {
    const sent = form([
      ['m001|m101', 'keep'],
      ['|m102', 'carry:m001'],
      ['m005|', 'carry:m104'],
    ]);
    expect(decisionsOf(sent)).toEqual({ 'm001|m101': 'keep' });
    expect(carriesOf(sent)).toEqual(['m001|m102', 'm005|m104']);
  });

  it('keep earlier pairs, but for those that a new choice takes a clause from', () => {
    const earlier = ['m001|m102', 'm007|m107', 'm008|m104'];
    const sent = form(
      [
        ['|m101', 'carry:m001'],
        ['m005|', 'carry:m104'],
      ],
      earlier,
    );
    expect(carriesOf(sent)).toEqual(['m001|m101', 'm005|m104', 'm007|m107']);
  });
});
