import { describe, expect, it } from '@jest/globals';
import type { DraftReading } from './draft.js';
import { proposals } from './draft-proposals.js';

const target = { metric: '', op: '>=', value: '120', unit: '场次', raw: '不少于120场次' };
const measure = { key: 'm001', title: '送课进工地', targets: [target, { ...target, metric: '培训人次' }] };
const draft = {
  goals: [],
  matters: [],
  measures: [{ ...measure, doubtful: false, accepted: true, lead: {}, leadBasis: 'stated', groups: [] }],
} as unknown as DraftReading;

describe('the proposals of a draft, taken at once', () => {
  it('name a figure of which the text does not say what it counts after its measure', () => {
    const [named] = proposals(draft).filter(({ field }) => field === 'targets');
    expect((named!.value as { metric: string }[]).map(({ metric }) => metric)).toEqual(['送课进工地', '培训人次']);
  });
});
