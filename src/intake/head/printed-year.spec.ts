import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const MEASURE = '一、稳定就业\n（一）举办专场招聘会，9月底前完成。（责任单位：市人社局）\n';
const read = (head: string, body = MEASURE) => readPlan(`${head}\n${body}`, loadUnitRegistry());
const dayOf = (head: string, body?: string) => {
  const { measures, doubts } = read(head, body);
  const asked = doubts.map(({ code }) => code).filter((code) => code.startsWith('year'));
  return [measures[0]?.deadline?.day, ...asked];
};

describe('the year of a plan that is printed neither in its title nor as date or number', () => {
  it('is that of its notice, or of a heading that no kind of paper ends', () => {
    expect(dayOf('某市人民政府办公室关于印发2026年《政府工作报告》主要任务分解的通知')).toEqual(['2026-09-30']);
    expect(dayOf('木兰镇2026年惠民实事项目一览表')).toEqual(['2026-09-30']);
    expect(dayOf('木兰区惠企举措（2026版）')).toEqual(['2026-09-30']);
  });

  it('is that of a number whose figure is left open, or that stands beside a web page’s words', () => {
    expect(dayOf('某市稳就业工作分工方案\n某政办发〔2026〕××号')).toEqual(['2026-09-30']);
    const { docNumber } = read('某市稳就业实施意见\n某政办发〔2026〕4号[日期：2026-02-12][来源：市政府办公室]');
    expect(docNumber).toBe('某政办发〔2026〕4号');
  });

  it('is asked about where only the web page’s date, or the days of the text, tell it', () => {
    expect(dayOf('某市稳就业若干措施\n2026-02-09 15:21 某市人民政府门户网站 分享到：')).toEqual([
      '2026-09-30',
      'year_presumed',
    ]);
    const dated = MEASURE.replace('9月底前', '2026年6月底前落实资金、9月底前全部');
    expect(dayOf('某市稳就业若干措施', dated)).toEqual(['2026-09-30', 'year_presumed']);
  });

  it('stays open where the days are of several years, or only tell what was', () => {
    const [several] = dayOf(
      '某市稳就业若干措施',
      `${MEASURE}（二）2026年6月底前开工，2027年6月底前建成。（责任单位：市住建局）`,
    );
    expect(several).toBeUndefined();
    const [past] = dayOf('某市稳就业若干措施', `${MEASURE}（二）截至2025年12月底前登记的企业。（责任单位：市住建局）`);
    expect(past).toBeUndefined();
  });
});
