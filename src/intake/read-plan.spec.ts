import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPlan } from './read-plan.js';
import { loadUnitRegistry } from './registry.js';

const registry = loadUnitRegistry();
const read = (text: string) => readPlan(text, registry);

const CITY = `宜昌市农民工工作领导小组办公室
宜农办〔2024〕3号
关于印发《宜昌市2024年农民工
服务保障工作方案》的通知
各县（市、区）农民工工作领导小组，市直有关单位：
现将《宜昌市2024年农民工服务保障工作方案》印发给你们，请遵照执行。
宜昌市农民工工作领导小组办公室
2024年3月8日
宜昌市2024年农民工
服务保障工作方案
根据《湖北省2024年工作安排》（鄂农办〔2024〕1号）要求，制定本方案。
一、工作目标
到2024年底，全市新增返乡创业1200人以上，培训农民工2.5万人次。
二、重点任务
（一）抓好就业服务
1. 摸清底数。建立台账，每季度更新。（市人社局牵头，市数据局、各县（市、区）政府配合）
2. 组织培训。开展订单培训，确保年底前培训2万人次。（责任单位：市人社局，配合单位：市财政局、市总工会等）
（二）维护合法权益（市住建局、市交通局、市水利局分别负责）
全面落实实名制，欠薪案件动态清零。
（三）加强关心关爱。开展走访慰问。
三、实施步骤
（一）动员部署阶段（2024年3月底前）
制定细则。
（二）组织实施阶段（2024年4月-11月）
抓好落实。
（三）总结评估阶段（2024年12月）
各县（市、区）农民工办于2024年12月10日前将工作总结报市农民工办。
四、保障措施
（一）加强领导。健全机制。
（二）强化督查。每月25日前，各成员单位将进展情况报送市农民工办。`;

describe('a city plan with everything in its place', () => {
  const plan = read(CITY);

  it('is known by its head', () => {
    expect(plan).toMatchObject({
      title: '宜昌市2024年农民工服务保障工作方案',
      noticeTitle: '关于印发《宜昌市2024年农民工服务保障工作方案》的通知',
      docNumber: '宜农办〔2024〕3号',
      issuedOn: '2024-03-08',
      region: '宜昌市',
      level: 'city',
      kind: '工作方案',
      basis: ['鄂农办〔2024〕1号'],
      addressees: ['各县（市、区）农民工工作领导小组', '市直有关单位'],
    });
    expect(plan.issuers.map(({ name }) => name)).toEqual(['宜昌市农民工工作领导小组办公室']);
  });

  it('has a measure for each note, numbered by its path', () => {
    expect(plan.measures.map(({ no, title, mode }) => [no, title, mode])).toEqual([
      ['2.1.1', '摸清底数', 'lead_support'],
      ['2.1.2', '组织培训', 'lead_support'],
      ['2.2', '维护合法权益', 'separate'],
    ]);
    expect(plan.measures[0]?.heading).toEqual(['重点任务', '抓好就业服务', '摸清底数']);
    expect(plan.measures[2]).toMatchObject({
      text: '全面落实实名制，欠薪案件动态清零。',
      opens: '全面落实实名制，欠薪案件',
    });
  });

  it('keeps figures, dates and standing demands apart', () => {
    expect(plan.goals.map(({ op, value, by }) => [op, value, by])).toEqual([
      ['>=', 1200, '2024-12-31'],
      ['=', 25000, '2024-12-31'],
    ]);
    expect(plan.measures[1]?.targets).toMatchObject([{ value: 20000, unit: '人次', by: '2024-12-31', hard: true }]);
    expect(plan.measures[0]?.conditions).toMatchObject([{ kind: 'recurrent', raw: '每季度' }]);
  });

  it('has its phases, duties to report, and clauses without an owner', () => {
    expect(plan.phases.map(({ name, start, end }) => [name, start, end])).toEqual([
      ['动员部署阶段', null, '2024-03-31'],
      ['组织实施阶段', '2024-04-01', '2024-11-30'],
      ['总结评估阶段', '2024-12-01', '2024-12-31'],
    ]);
    expect(plan.reporting).toMatchObject([
      { from: '各县（市、区）农民工办', to: '市农民工办', due: '2024-12-10' },
      { to: '市农民工办', due: null, every: '每月25日前' },
    ]);
    expect(plan.unassigned).toEqual(['2.3 加强关心关爱', '4.1 加强领导', '4.2 强化督查']);
  });

  it('points every measure back at its characters', () => {
    for (const { span, noteSpan, responsible } of plan.measures) {
      expect(plan.text.slice(noteSpan[0], noteSpan[1])).toMatch(/^（.*）$/s);
      expect(span[1]).toBeGreaterThan(span[0]);
      for (const unit of responsible) expect(plan.text.slice(...(unit.span ?? [0, 0]))).toBe(unit.surface);
    }
  });
});

describe('documents out of shape', () => {
  it('one line without breaks: head, chapters and clauses are found again', () => {
    const plan = read(
      '云南省人民政府关于做好农民工服务工作的实施意见 各州（市）人民政府，省直各委、办、厅、局：为做好工作，提出如下意见。' +
        '一、稳定就业（一）增加岗位。发展产业。（省发展改革委会同省教育厅、财政厅负责）（二）强化服务。健全平台。（省人力资源社会保障厅负责）' +
        '二、维护权益（三）规范用工。推广合同。（省人力资源社会保障厅、总工会分别负责）',
    );
    expect(plan).toMatchObject({
      title: '云南省人民政府关于做好农民工服务工作的实施意见',
      region: '云南省',
      level: 'province',
    });
    expect(plan.measures.map(({ no, title }) => `${no} ${title}`)).toEqual([
      '1.1 增加岗位',
      '1.2 强化服务',
      '2.3 规范用工',
    ]);
    expect(plan.measures[0]?.supporting.map(({ name }) => name)).toEqual(['省教育厅', '省财政厅']);
  });

  it('labels on lines of their own belong together, a second 牵头单位 begins the next clause', () => {
    const plan = read(
      '栾川县2022年重点工作方案\n一、主要任务\n1.扩大培训规模。\n牵头单位：县人社局\n责任单位：县财政局，各乡镇\n' +
        '2.开展创业服务。\n牵头单位：县商务局\n责任单位：县税务局\n完成时限：2022年10月底',
    );
    expect(
      plan.measures.map(({ lead, supporting, due }) => [lead?.name, supporting.map(({ name }) => name), due]),
    ).toEqual([
      ['县人力资源和社会保障局', ['县财政局'], null],
      ['县商务局', ['县税务局'], '2022-10-31'],
    ]);
  });

  it('a rule said once holds for the plan: the first of each list leads, all counties take part', () => {
    const plan = read(
      '太原市2021年工作方案\n一、任务\n（一）抓培训。落实补贴。（市人社局、市财政局负责，列第一位者为牵头单位，下同）\n' +
        '（二）抓维权。畅通渠道。（市司法局、市总工会负责。以下均需各县（市、区）政府负责，不再列出）\n（三）抓宣传。做好解读。（市文旅局、市广播电视台负责）',
    );
    expect(plan.measures.map(({ mode, lead, supporting }) => [mode, lead?.surface, supporting.length])).toEqual([
      ['lead_support', '市人社局', 1],
      ['lead_support', '市司法局', 1],
      ['lead_support', '市文旅局', 1],
    ]);
    expect(plan.measures.map(({ open }) => open)).toEqual([[], ['各县（市、区）政府'], ['各县（市、区）政府']]);
    expect(plan.rules).toHaveLength(2);
  });

  it('several notes in one paragraph each govern the text since the one before', () => {
    const plan = read(
      '安徽省工作方案\n一、举措\n（一）促进就业。落实政策。（责任单位：省人社厅）推进以工代赈（责任单位：省发改委）',
    );
    expect(plan.measures.map(({ no, text }) => `${no} ${text}`)).toEqual(['1.1.1 落实政策。', '1.1.2 推进以工代赈']);
  });

  it('tags left by a copy from a web page are no text', () => {
    const plan = read(
      '<p>太原市工作方案</p><p>一、任务</p><p>（一）抓培训。落实&nbsp;补贴。<b>（市人社局负责）</b></p>',
    );
    expect(plan.title).toBe('太原市工作方案');
    expect(plan.measures[0]?.text).toBe('落实补贴。');
  });

  it('a text without any note says so first', () => {
    expect(read('今天天气很好。').doubts.map(({ code }) => code)).toContain('no_notes');
    expect(read('').measures).toEqual([]);
  });
});

describe('altered texts', () => {
  const noise = fc.string({
    unit: fc.constantFrom(...'（）()【】《》“”、，。；：\n 一二（一）1.市局负责牵头单位：2023年12月％%'),
    maxLength: 12,
  });

  it('never break the reading, and spans stay inside the text', () => {
    const altered = fc
      .tuple(fc.nat(CITY.length), fc.nat(40), noise)
      .map(([at, cut, more]) => CITY.slice(0, at) + more + CITY.slice(at + cut));
    fc.assert(
      fc.property(altered, (text) => {
        const { measures, text: kept } = read(text);
        expect(kept).toHaveLength(text.length);
        for (const { span, noteSpan } of measures) {
          expect(Math.max(span[1], noteSpan[1])).toBeLessThanOrEqual(text.length);
          expect(Math.min(span[0], noteSpan[0])).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the head of a plan', () => {
  it('names the innermost place, wherever in the title it stands', () => {
    const place = (title: string) => read(`${title}\n一、任务\n1.办好夜校。（区教育局负责）`).region;
    expect(place('关于印发佛山市南海区2014年重点工作任务的通知')).toBe('南海区');
    expect(place('长三角一体化发展浙江省嘉兴市实施方案')).toBe('嘉兴市');
  });

  it('takes no other paper that its title quotes for the plan', () => {
    const notice = '衢州市人民政府办公室关于印发2021年《政府工作报告》主要指标和重点任务分工方案的通知';
    expect(read(`${notice}\n一、任务\n1.办好夜校。（市教育局负责）`).title).toBe(
      '2021年《政府工作报告》主要指标和重点任务分工方案',
    );
  });

  it('ends before the first mark where the line breaks were lost', () => {
    const task = '办好夜校，延长开放时间，增加课程和教师，方便职工就近学习。（市教育局负责）';
    const more = `${task}2.${task}3.${task}4.${task}5.${task}6.${task}7.${task}`;
    for (const [title, mark] of [
      ['衢州市2024年促进消费实施方案', '1.'],
      ['衢州市2024年民生实事责任清单', '1、'],
      ['衢州市人民政府关于促进消费工作的通知', '（一）'],
    ] as const)
      expect(read(title + mark + more).title).toBe(title);
  });
});
