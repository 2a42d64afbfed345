import { describe, expect, it } from '@jest/globals';
import { readConditions } from './conditions.js';

const read = (text: string) =>
  readConditions(text, { year: 2025, issuedOn: null }, (start, end) => [start, end]).map(({ raw, span }) => [
    raw,
    text.slice(...(span ?? [0, 0])),
  ]);

describe('a trend without a figure', () => {
  it.each([
    ['工伤保险参保人数稳步增长。', '工伤保险参保人数稳步增长'],
    ['扩大覆盖面，推动参保人数稳步增长；', '参保人数稳步增长'],
    ['欠薪案件、欠薪金额逐步下降', '欠薪案件、欠薪金额逐步下降'],
    ['持续提升服务能力。', '持续提升'],
    ['稳步提高。', '稳步提高'],
  ])('is told with what it is said of: %s', (text, raw) => expect(read(text)).toEqual([[raw, raw]]));
});
