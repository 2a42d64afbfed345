import { describe, expect, it } from '@jest/globals';
import { duty, figure, owed, packet, reportData } from '../../../test/support/report-data.js';
import type { Paragraph } from '../views.js';
import { reportView, type ReportChoices } from './report.presenter.js';

const choices: ReportChoices = {
  kind: 'year-end',
  genre: '报告',
  draft: false,
  edited: new Map(),
  number: null,
  signer: null,
};
const view = (data = reportData(), more: Partial<ReportChoices> = {}) => reportView(data, { ...choices, ...more });
const plain = (paragraphs: Paragraph[]): string =>
  paragraphs
    .flat()
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');

describe('the view of a year-end report', () => {
  it('has the head of a paper that goes up, and the plan’s own headings', () => {
    expect(view()).toMatchObject({
      ...{
        genre: '报告',
        recipient: '省农民工工作领导小组办公室',
        mark: '太原市农民工工作领导小组办公室',
        asOf: '2023-12-20',
      },
      title: '太原市农民工工作领导小组办公室关于2023年度《农民工工作行动方案》落实情况的报告',
    });
    expect(view().sections.map(({ heading, level }) => `${level}${heading}`)).toEqual(['1开展技能培训']);
  });

  it('says the year once when the plan’s title bears it', () => {
    const data = reportData();
    const titled = { ...data, plan: { ...data.plan, title: '2023年行动方案' } };
    expect(view(titled).title).toBe('太原市农民工工作领导小组办公室关于《2023年行动方案》落实情况的报告');
    expect(view(data, { kind: 'half-year' }).title).toContain('关于2023年以来《');
  });

  it('prints the office’s paragraph in place of the units’, its figures still traced', () => {
    const edited = new Map([['h:开展技能培训', '培训1.26万人次。\n另培训9人次。']]);
    const { sections, sources } = view(reportData(), { edited });
    expect(sections[0]!.paragraphs).toEqual([
      ['培训', { text: '1.26万人次', href: '/packets/k-hr#f-i1', mark: null, source: 1 }, '。'],
      ['另培训9人次。'],
    ]);
    expect(sources[0]).toMatchObject({ no: 1, unit: '太原市人力资源和社会保障局' });
  });

  it('keeps sources, corrections, entries on behalf and the units’ own texts to the 底稿', () => {
    const correction = {
      figureId: 'f',
      old: '12000',
      new: '12600',
      reason: '补报',
      by: '联络员',
      agreedBy: null,
      on: '2023-12-18',
    };
    const data = reportData({
      packets: [packet({ onBehalf: true, channel: '传真', selfReviewed: true }), owed('edu')],
      figures: [figure({ corrections: [correction] })],
    });
    const edited = new Map([['h:开展技能培训', '另有7家企业参与。']]);
    expect(view(data, { edited }).draftAnnexes).toEqual([]);
    expect(view(data, { edited, draft: true }).annexes).toEqual([]);
    const annexes = view(data, { edited, draft: true }).draftAnnexes!;
    expect(annexes.map((annex) => annex.title)).toEqual([
      '引用数已更正情况表',
      '代填代审情况表',
      '正文中未对应来源的数据',
      '各单位报送原文',
    ]);
    expect(plain(annexes[1]!.table!.rows[0]!)).toContain('代填代审');
    expect(plain(annexes[2]!.table!.rows[0]!)).toBe('开展技能培训7家');
  });

  it('lists in the 底稿 on what a lead rests that the plan does not name', () => {
    const ground = '会议：领导小组第3次会议';
    const designations = [{ measureKey: 'm001', title: '开展技能培训', unitId: 'hr', ground }];
    const annexes = view(reportData({ designations }), { draft: true }).draftAnnexes!;
    const table = annexes.find((annex) => annex.title === '指定牵头单位依据表')!;
    expect(plain(table.table!.rows[0]!)).toBe('开展技能培训市人力资源和社会保障局会议：领导小组第3次会议');
  });

  it('sends up what the places reported as a whole, and says who did not', () => {
    const packets = [
      packet(),
      packet({ unitId: 'xd', summary: '全区培训3000人次', typicalCase: '设立零工驿站' }),
      owed('lf'),
    ];
    const { annexes, coverage } = view(reportData({ packets }));
    expect(annexes.map((annex) => annex.title)).toEqual(['县（市、区）落实情况表', '典型案例']);
    expect(annexes[0]!.table!.rows.map((row) => plain(row))).toEqual([
      '1小店区2023年12月12日全区培训3000人次',
      '2娄烦县未报',
    ]);
    expect(coverage).toContain('未报1家（娄烦县农民工工作领导小组办公室）');
  });

  it('shows in the table of results the figure against its target, or the first sentence', () => {
    const duties = [
      duty({ result: 'achieved' }),
      duty({
        measureId: 'm2',
        draftKey: 'm002',
        position: 2,
        title: '落户',
        text: '办理落户40户。其余从略。',
        selfReviewed: true,
      }),
    ];
    const { measures } = view(reportData({ duties }));
    expect(measures.map(({ no, target, state, remark }) => [no, target, state, remark])).toEqual([
      ['1', '培训农民工1.2万人次', '完成', ''],
      ['2', '', '长期坚持', ''],
    ]);
    expect(plain([measures[0]!.result])).toBe('培训农民工1.26万人次，完成105%');
    expect(plain([measures[1]!.result])).toBe('办理落户40户。');
  });

  it('is the same view for the same record', () => {
    expect(JSON.stringify(view(reportData(), { draft: true }))).toBe(
      JSON.stringify(view(reportData(), { draft: true })),
    );
  });
});
