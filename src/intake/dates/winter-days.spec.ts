import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';
import { deadlinesIn } from './deadlines.js';
import { noteDays } from './note-days.js';

const AUTUMN = '2025-10-15';
const days = (text: string, issuedOn: string | null = AUTUMN) =>
  deadlinesIn(text, 2025, issuedOn).map(({ day, doubt }) => [day, doubt]);

describe('a day in January of a paper dated in autumn', () => {
  it('is the coming January’s where the clause speaks of the winter, of next year or of the Spring Festival', () => {
    for (const said of ['今冬明春开展清欠行动', '春节前走访困难农民工', '为明年春运做好准备'])
      expect(days(`${said}，1月20日前办结欠薪案件。`)).toContainEqual(['2026-01-20', null]);
    expect(days('今冬明春开展清欠行动，2月底前办结，3月10日前完成总结。').map(([day]) => day)).toEqual([
      '2026-02-28',
      '2026-03-10',
    ]);
  });

  it('is the coming one’s elsewhere too, and asked about', () => {
    expect(days('1月20日前办结欠薪案件。')).toEqual([
      ['2026-01-20', '正文印有“1月20日前”，本年的这一天早于成文日期，暂按次年2026-01-20理解，请核对年份'],
    ]);
    expect(noteDays('1月20日前', 2025, AUTUMN).due).toEqual({
      day: '2026-01-20',
      raw: '1月20日前',
      doubt: '责任分工印有“1月20日前”，本年的这一天早于成文日期，暂按次年2026-01-20理解，请核对年份',
    });
  });

  it('stays where its year is printed, in a paper of spring, and in one that is of next year', () => {
    expect(days('2025年1月20日前办结欠薪案件。')[0]?.[1]).toContain('早于成文日期');
    expect(days('今冬明春开展清欠行动，1月20日前办结。', '2025-03-01')[0]?.[0]).toBe('2025-01-20');
    expect(deadlinesIn('1月20日前办结欠薪案件。', 2026, AUTUMN)[0]).toMatchObject({ day: '2026-01-20', doubt: null });
  });

  it('is that of the figures which it dates', () => {
    const plan = '太原市2025年农民工工作方案\n并农工办发〔2025〕12号\n2025年10月15日\n一、重点任务\n';
    const clause = '1.走访慰问。今冬明春1月20日前走访困难农民工500人。（市人社局牵头）\n';
    const [measure] = readPlan(plan + clause, loadUnitRegistry()).measures;
    expect(measure!.targets.map(({ value, by }) => [value, by])).toEqual([[500, '2026-01-20']]);
  });

  it('is the last of the days in a note that go over the turn of the year', () => {
    expect(noteDays('12月底前完成排查，春节前、1月20日前全部办结', 2025, AUTUMN).due?.day).toBe('2026-01-20');
  });
});
