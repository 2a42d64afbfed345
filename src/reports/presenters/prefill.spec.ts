import { describe, expect, it } from '@jest/globals';
import { duty, figure, indicator, packet, reportData } from '../../../test/support/report-data.js';
import type { ReportData } from '../data/report-data.js';
import { coverageStatement } from './coverage.js';
import { indicatorResults } from './indicator-results.js';
import { prefilled } from './prefill.js';

const textOf = (data: ReportData, heading: string): string =>
  prefilled(data, indicatorResults(data), 'year-end').find((part) => part.heading === heading)!.text;

describe('the paragraph of a heading, before the office edits it', () => {
  it('puts the units’ texts together, lead first, without repeating their 截至, and adds the figures', () => {
    const duties = [
      duty({ unitId: 'edu', text: '截至12月10日，组织宣讲20场；', packetId: 'k-edu' }),
      duty({ isLead: true }),
      duty({ unitId: 'xd', role: 'supporting', followsLead: true, status: '随牵头统一反馈', text: '不应出现' }),
    ];
    expect(textOf(reportData({ duties }), '开展技能培训')).toBe(
      '截至2023年12月20日，市人力资源和社会保障局举办培训班320期。市教育局组织宣讲20场。培训农民工1.26万人次，完成目标（培训农民工1.2万人次）的105%。',
    );
  });

  it('takes the consolidated text of the year where there is one', () => {
    const duties = [duty({ summary: '全年培训任务全面完成' })];
    expect(textOf(reportData({ duties, figures: [] }), '开展技能培训')).toBe('全年培训任务全面完成。');
  });

  it('says plainly that nobody has reported', () => {
    const duties = [duty({ text: null, status: null })];
    expect(textOf(reportData({ duties, figures: [] }), '开展技能培训')).toBe('本项尚无单位报送进展。');
  });

  it('tells of no day after the year’s end, whenever the report is made', () => {
    expect(textOf(reportData({ day: '2024-01-06' }), '开展技能培训')).toContain('截至2023年12月31日，');
  });

  it('calls an aimed-at zero 动态清零', () => {
    const wages = indicator({ name: '欠薪问题', unit: '件', op: '=', target: '0', raw: '动态清零' });
    const data = reportData({ indicators: [wages], figures: [figure({ value: '0' })] });
    expect(textOf(data, '开展技能培训')).toContain('欠薪问题动态清零（0件）');
  });
});

describe('a figure against its target', () => {
  const said = (changes: Parameters<typeof indicator>[0], value: string) =>
    textOf(
      reportData({
        duties: [duty({ text: null, status: null })],
        indicators: [indicator(changes)],
        figures: [figure({ value })],
      }),
      '开展技能培训',
    );

  it('is a share of a count, but only reached or not for a rate', () => {
    expect(said({}, '9000')).toContain('培训农民工9000人次，完成目标（培训农民工1.2万人次）的75%。');
    const rate = { name: '入学率', unit: '%', aggregation: 'ratio', target: '95', raw: '不低于95%' };
    expect(said(rate, '92.4')).toContain('入学率为92.4%（目标不低于95%，未达到）。');
  });

  it('says nothing of a trend without last year’s figure', () => {
    expect(said({ name: '欠薪案件', unit: '件', op: 'trend_down', target: null, raw: '下降' }, '98')).toContain(
      '欠薪案件98件。',
    );
  });
});

describe('the other paragraphs', () => {
  it('open with the basis, the units and how many measures stand where', () => {
    const duties = [
      duty({ result: 'achieved', closedOn: '2023-12-19' }),
      duty({ measureId: 'm2', position: 2, title: '落户' }),
    ];
    const text = textOf(reportData({ duties, packets: [packet(), packet({ unitId: 'xd' })] }), '总体情况');
    expect(text).toContain(
      '按照《农民工工作行动方案》（并人社函〔2023〕88号）部署，我办组织1个成员单位和1个县（市、区）推进落实。',
    );
    expect(text).toContain('部署的2项任务中，完成1项、正在推进1项。');
    const data = reportData({ packets: [packet(), packet({ unitId: 'xd' })] });
    expect(textOf({ ...data, plan: { ...data.plan, level: 'province' } }, '总体情况')).toContain(
      '1个成员单位和1个市推进落实',
    );
  });

  it('call no task 正在推进 that nobody signed for or reported on', () => {
    const nothing = { text: null, status: null, reportedOn: null, packetId: null };
    const duties = [
      duty({}),
      duty({ ...nothing, measureId: 'm2', position: 2, title: '落户', ackOn: null }),
      duty({ ...nothing, measureId: 'm3', position: 3, title: '入学', ackOn: '2023-06-01' }),
      duty({
        ...nothing,
        measureId: 'm4',
        position: 4,
        title: '住房',
        measureState: 'implementation.suspension.suspended',
      }),
    ];
    expect(textOf(reportData({ duties }), '总体情况')).toContain(
      '部署的4项任务中，正在推进1项、暂缓1项、已签收尚未启动1项、尚未签收1项。',
    );
  });

  it('say once what several tasks have in common, and nothing for “无”', () => {
    const duties = [
      duty({ issues: '基层力量偏紧。' }),
      duty({ measureId: 'm2', position: 2, title: '落户', issues: '基层力量偏紧' }),
      duty({ measureId: 'm3', position: 3, title: '入学', issues: '学位紧张', nextStep: '无' }),
    ];
    expect(textOf(reportData({ duties }), '存在问题')).toBe(
      '基层力量偏紧（涉及开展技能培训、落户）。\n入学方面，学位紧张。',
    );
    expect(textOf(reportData({ duties }), '下一步打算')).toBe('');
  });
});

describe('报送情况', () => {
  it('counts bureaus and places apart and names who owes, who came late, who was let off', () => {
    const packets = [
      packet({ late: true }),
      packet({ unitId: 'edu', state: 'awaited', receivedOn: null }),
      packet({ unitId: 'xd' }),
      packet({ unitId: 'lf', state: 'exempt', receivedOn: null }),
    ];
    expect(coverageStatement(reportData({ packets }))).toBe(
      '2023年年终报送情况：应报成员单位2家，已报1家，其中逾期1家，未报1家（市教育局）；' +
        '应报县（市、区）1家，已报1家，免报1家（娄烦县农民工工作领导小组办公室）。',
    );
    expect(coverageStatement(reportData({ rounds: [], packets: [] }))).toBe('本年度尚未组织集中报送。');
  });
});
