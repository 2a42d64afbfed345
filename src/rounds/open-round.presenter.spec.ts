import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../plans/plans.entities.js';
import { openRoundView, type OpenRoundGround } from './open-round.presenter.js';
import type { RoundProposal } from './round-proposals.js';

describe('the form for opening a round', () => {
  const proposal = (due: string): RoundProposal => ({
    ...{ kind: '专项', title: '按计划报送', asOf: due, due, basis: '计划中的报送要求' },
    ...{ units: 'all', source: 'printed', earlier: null },
  });
  const shown = (due: string) => {
    const ground = {
      ...{ plan: { id: 'p', title: '要点' } as Plan, today: '2026-11-23', proposals: [proposal(due)] },
      ...{ lacking: [], indicators: [], units: [] },
    } satisfies OpenRoundGround;
    const view = openRoundView(ground, { at: 0, earlier: false }, null, []) as {
      fields: { name: string; value: string }[];
      proposals: { note: string }[];
    };
    return [view.fields.find(({ name }) => name === 'due')?.value, view.proposals[0]?.note];
  };

  it('takes the day of the plan, but not one that has passed: that is for the office to set', () => {
    expect(shown('2026-11-23')).toEqual(['2026-11-23', '计划规定，报送截止2026年11月23日']);
    expect(shown('2026-03-31')).toEqual(['', '计划规定，报送截止2026年3月31日（已过，请另定截止日）']);
  });
});
