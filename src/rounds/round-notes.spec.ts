import { describe, expect, it } from '@jest/globals';
import { composeChase, composeNotReported } from './round-notes.js';

const facts = {
  today: '2023-07-03',
  title: '2023年第二季度调度',
  due: '2023-06-30',
  units: ['市教育局'],
  counties: ['小店区', '迎泽区'],
  incomplete: [],
};

describe('the reminder for the chat group', () => {
  it('names who has not reported, bureaus and places apart, with the day', () => {
    expect(composeNotReported(facts)).toBe(
      '截至7月3日，尚未报送“2023年第二季度调度”材料的单位：成员单位1个（市教育局）；县（市、区）2个（小店区、迎泽区）。' +
        '报送截止日为2023年6月30日，已逾期，请尽快报送，确无新情况的请作零报告。',
    );
  });

  it('asks before the due day without calling anybody late', () => {
    expect(composeNotReported({ ...facts, today: '2023-06-29' })).toContain('请于2023年6月30日前报送');
    expect(composeNotReported({ ...facts, today: '2023-06-30' })).not.toContain('逾期');
  });

  it('keeps those asked for more apart, and says so when all have reported', () => {
    expect(composeNotReported({ ...facts, incomplete: ['市财政局'] })).toContain('已报送但需补充的：市财政局');
    expect(composeNotReported({ ...facts, units: [], counties: [] })).toBe(
      '截至7月3日，“2023年第二季度调度”各单位均已报送。',
    );
  });

  it('tells a single unit that it is late only when it is', () => {
    expect(composeChase('年终报送', '2023-12-20', '2023-12-20')).not.toContain('逾期');
    expect(composeChase('年终报送', '2023-12-20', '2023-12-21')).toContain('现已逾期');
  });
});
