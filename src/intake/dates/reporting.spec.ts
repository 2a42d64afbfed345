import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();

/** The reporting duties of a plan whose closing chapter says this. */
const duties = (said: string) =>
  readPlan(`太原市2024年进城务工人员服务工作方案\n一、总结上报\n${said}`, registry).reporting;

describe('two reports in one sentence', () => {
  it('each has the day that stands before it', () => {
    const said =
      '各县（市、区）于2024年12月10日前将情况报送市农民工办，市农民工办汇总后于2024年12月25日前报省农民工办。';
    expect(duties(said)).toMatchObject([
      { from: '各县（市、区）', to: '市农民工办', due: '2024-12-10' },
      { from: '市农民工办', to: '省农民工办', due: '2024-12-25' },
    ]);
  });

  it('the second without a day of its own is due on the day of the first', () => {
    const said = '各县（市、区）于2024年12月10日前将情况报送市农民工办，市农民工办汇总后报省农民工办。';
    expect(duties(said).map(({ due }) => due)).toEqual(['2024-12-10', '2024-12-10']);
  });
});

describe('a report', () => {
  it.each([
    ['各县（市、区）于12月10日前将总结报送市农民工工作领导小组办公室。', '市农民工工作领导小组办公室'],
    ['各责任单位每季度将落实情况报市政府督查室。', '市政府督查室'],
    ['自2024年4月起，每月5日前向市治欠办报送上月案件办理情况。', '市治欠办'],
    ['实行月调度，每月底前报送数据。', '印发单位'],
  ])('goes to whom it is sent: %s', (said, to) => expect(duties(said)).toMatchObject([{ to }]));

  it('is due on each of the days that are listed', () => {
    const said = '各部门要于6月15日、12月15日前将工作总结报送市人力资源社会保障局。';
    expect(duties(said).map(({ due }) => due)).toEqual(['2024-06-15', '2024-12-15']);
  });

  it('that is to be made at once is none with a day', () => {
    expect(duties('领导小组每年对突出问题开展督查，及时向市政府报告有关情况。')).toEqual([]);
    expect(duties('领导小组每年对突出问题开展督查，每季度及时向市政府报告有关情况。')).toHaveLength(1);
  });

  it('that comes round has a rhythm and no day', () => {
    const said = '自2024年4月起，每季度末月20日前向市治欠办报送台账。';
    expect(duties(said)).toMatchObject([{ due: null, every: '每季度末月20日前' }]);
  });
});

describe('a report that is sent in other words', () => {
  it.each([
    ['各部门6月20日、12月10日前分别报送工作总结。', ['各部门 印发单位 2024-06-20', '各部门 印发单位 2024-12-10']],
    ['各县（市、区）于12月10日前将总结统一报送。', ['各县（市、区） 印发单位 2024-12-10']],
    ['市农民工办每年1月31日前将上年情况送人社部。', ['市农民工办 人社部 每年1月31日前']],
    ['各成员单位12月5日前将总结送交市农民工办。', ['各成员单位 市农民工办 2024-12-05']],
    ['各牵头单位12月5日前将总结报市政府办公厅。', ['各牵头单位 市政府办公厅 2024-12-05']],
    ['注：各责任单位12月5日前将总结报市农民工办。', ['各责任单位 市农民工办 2024-12-05']],
    ['各地要总结经验做法，12月5日前将总结报市农民工办。', ['各地 市农民工办 2024-12-05']],
    ['各县（市、区）要明确专人，12月5日前将名单报市教育局。', ['各县（市、区） 市教育局 2024-12-05']],
  ])('%s', (said, expected) =>
    expect(duties(said).map(({ from, to, due, every }) => `${from} ${to} ${due ?? every}`)).toEqual(expected),
  );

  it.each(['6月20日前将农民工送市人民医院体检。', '12月5日前向市场推送岗位。', '每月底前组织送岗下乡。'])(
    'none where something else is sent: %s',
    (said) => expect(duties(said)).toEqual([]),
  );
});

describe('where and how reports are asked for', () => {
  it('the covering letter asks for them too', () => {
    const text =
      '关于印发太原市2024年农民工工作方案的通知\n各县（市、区）：\n现将方案印发给你们，请各县（市、区）于12月10日前将工作总结报市农民工办。\n太原市2024年农民工工作方案\n一、重点任务\n（一）促进就业。（责任单位：市教育局）\n太原市人民政府\n2024年3月1日';
    expect(readPlan(text, registry).reporting).toMatchObject([{ from: '各县（市、区）', due: '2024-12-10' }]);
  });

  it('a rhythm and days in one sentence are each a report', () => {
    const said = '各单位每月25日前将进展报市农民工办，6月20日、12月10日前报送半年和全年总结。';
    expect(duties(said).map(({ due, every }) => due ?? every)).toEqual(['每月25日前', '2024-06-20', '2024-12-10']);
  });

  it('who reports before a semicolon reports behind it as well, where nobody else is named', () => {
    const said =
      '各牵头单位每月5日前向市农民工办报送进展；每季度首月10日前报送季度小结；半年、全年总结分别于7月10日和12月15日前报送；各县（市、区）每年1月5日前报送名单。每月20日前报送台账。';
    expect(duties(said).map(({ from, due, every }) => `${from} ${due ?? every}`)).toEqual([
      '各牵头单位 每月5日前',
      '各牵头单位 每季度首月10日前',
      '各牵头单位 2024-07-10',
      '各牵头单位 2024-12-15',
      '各县（市、区） 每年1月5日前',
      '各有关单位 每月20日前',
    ]);
  });

  it('a day of every year is a rhythm', () => {
    expect(duties('各县（市、区）每年1月10日前报省农民工办。')).toMatchObject([{ due: null, every: '每年1月10日前' }]);
  });
});

const told = (said: string): string[] =>
  duties(said).map(({ from, to, due, every }) => `${from} → ${to} ${due ?? every}`);

describe('reports that are asked for in other words', () => {
  it.each([
    ['各责任单位于12月5日前送交年度总结。', ['各责任单位 → 印发单位 2024-12-05']],
    ['年底前向领导小组提交书面报告。', ['各有关单位 → 领导小组 2024-12-31']],
    ['各镇（街道）要于8月10日前上交自查报告。', ['各镇（街道） → 印发单位 2024-08-10']],
    ['各单位每月28日前填报进展情况，由市农民工办汇总通报。', ['各单位 → 市农民工办 每月28日前']],
    ['各地、各部门12月底前将书面总结材料上报。', ['各地、各部门 → 印发单位 2024-12-31']],
    ['各县（市、区）政府要每半年向市政府专题报告一次。', ['各县（市、区）政府 → 市政府 每半年']],
    ['（九）每半年报送一次进展情况。', ['各有关单位 → 印发单位 每半年']],
    ['各级工会每月5日前向上一级工会报送数据。', ['各级工会 → 上一级工会 每月5日前']],
    ['企业于每月5日前提交工资发放情况。', []],
    ['申请人于6月30日前提交申请材料。', []],
  ])('%s', (said, expected) => expect(told(said)).toEqual(expected));
});

describe('who reports', () => {
  it.each([
    ['1.各成员单位要明确联络员，名单于3月15日前报市农民工办。', '各成员单位'],
    ['7、各责任单位要高度重视，于4月15日前报市协同办。', '各责任单位'],
    ['一是各县（市、区）要建立台账，每月25日前报市治欠办。', '各县（市、区）'],
    ['第五条 各责任单位应于5月31日前制定台账，报市商务局备案。', '各责任单位'],
    ['请各市于4月15日前将方案报省人力资源社会保障厅备案。', '各市'],
    ['各县区于6月20日前报送工作总结。', '各县区'],
    ['各街道办事处要及时总结，于11月底前将总结报区人社局。', '各街道办事处'],
    ['各乡镇人民政府、县直有关部门每月底前将进展报县农民工办。', '各乡镇人民政府、县直有关部门'],
    ['各县（区）人民政府、市政府各部门每月5日前将情况报市政府办公室。', '各县（区）人民政府、市政府各部门'],
    ['注：项目牵头单位每月25日前将进展情况报市政府督查室。', '项目牵头单位'],
    ['领导小组办公室负责汇总，于12月15日前报市政府。', '领导小组办公室'],
    ['各牵头单位要抓总，责任单位要密切配合，每月25日前将进展报市农民工办。', '各牵头单位'],
  ])('%s', (said, from) => expect(duties(said)).toMatchObject([{ from }]));

  it('a town and a bureau with one day are two', () =>
    expect(duties('各乡镇于12月5日前报送总结。各部门于12月5日前报送总结。')).toHaveLength(2));
});

describe('to whom and when', () => {
  it.each([
    ['各部门每月5日前将情况报市政府办公室、市发展改革委。', ['市政府办公室、市发展改革委 每月5日前']],
    ['各单位每年6月底和12月底前向市委、市政府报告。', ['市委、市政府 每年6月底和12月底前']],
    ['各部门于每季度结束后5日内报省农民工办。', ['省农民工办 每季度结束后5日内']],
    ['各部门要于4月15日前将细化方案报国务院。', ['国务院 2024-04-15']],
    ['各部门每月5日前将进展报市政府督查办（督查一科）。', ['市政府督查办 每月5日前']],
    ['各部门每月最后一个工作日前报市人社局。', ['市人社局 每月最后一个工作日前']],
    ['各部门每季度第一个月10日前报市人社局。', ['市人社局 每季度第一个月10日前']],
    ['市农民工办汇总后，于次年1月15日前报市政府。', ['市政府 2025-01-15']],
    ['市农民工办于次年2月底前报市政府。', ['市政府 2025-02-28']],
    ['各部门于7月10日和次年1月10日前向市政府报告。', ['市政府 2024-07-10', '市政府 2025-01-10']],
    ['各部门于5月、9月底前分别向市政府报告。', ['市政府 2024-05-31', '市政府 2024-09-30']],
    [
      '各部门每月3日前将上月情况、每年12月5日前将全年总结报送市人社局。',
      ['市人社局 每月3日前', '市人社局 每年12月5日前'],
    ],
  ])('%s', (said, expected) =>
    expect(duties(said).map(({ to, due, every }) => `${to} ${due ?? every}`)).toEqual(expected),
  );
});

describe('several terms in one sentence', () => {
  it.each([
    [
      '各县（市、区）于4月15日前将方案、每季度末将进展、11月底前将总结报市农民工办。',
      ['市农民工办 2024-04-15', '市农民工办 每季度末', '市农民工办 2024-11-30'],
    ],
    [
      '各部门4月15日前报送方案、每季度末报送进展、11月底前报送总结。',
      ['印发单位 2024-04-15', '印发单位 每季度末', '印发单位 2024-11-30'],
    ],
    [
      '各部门每月25日前将进展、6月20日和12月20日前将总结报送市农民工办。',
      ['市农民工办 每月25日前', '市农民工办 2024-06-20', '市农民工办 2024-12-20'],
    ],
    ['各县区4月15日前将方案，于12月15日前将总结报市人社局。', ['市人社局 2024-04-15', '市人社局 2024-12-15']],
    [
      '各单位7月10日前（上半年）、次年1月10日前（全年）将总结报市人社局。',
      ['市人社局 2024-07-10', '市人社局 2025-01-10'],
    ],
    ['各县区5月10日前将自查情况报市住建局并于10月31日前报送整改情况。', ['市住建局 2024-05-10', '市住建局 2024-10-31']],
    [
      '各单位每季度首月5日前报上季度进展，次年1月5日前报全年总结。',
      ['印发单位 每季度首月5日前', '印发单位 2025-01-05'],
    ],
    ['各单位每季度向市农民工办报送一次，半年向市政府报告一次。', ['市农民工办 每季度', '市政府 半年']],
  ])('%s', (said, expected) =>
    expect(duties(said).map(({ to, due, every }) => `${to} ${due ?? every}`)).toEqual(expected),
  );

  it.each([
    ['各单位5月10日前完成自查并于10月31日前报送市住建局。', '2024-10-31'],
    ['各县区每月调度并于12月10日前将总结报市人社局。', '2024-12-10'],
    ['各单位12月10日前将1月至11月工作情况报市人社局。', '2024-12-10'],
    ['各单位12月10日前将截至11月底的进展报市人社局。', '2024-12-10'],
  ])('only the term of the report itself counts: %s', (said, due) => expect(duties(said)).toMatchObject([{ due }]));
});

describe('rhythms of days and hours', () => {
  it.each([
    ['各单位每日17时前报送数据。', '每日17时前'],
    ['各区县每日16:00前向市卫生健康委报告情况。', '每日16：00前'],
    ['各乡镇每周五下午17:00前将进展报县人社局。', '每周五下午17：00前'],
    ['各乡镇每月20日、25日前报送数据。', '每月20日、25日前'],
    ['各单位每季度首月（1月、4月、7月、10月）5日前将情况报市人社局。', '每季度首月（1月、4月、7月、10月）5日前'],
    ['各成员单位每年年底前将总结报市人社局。', '每年年底前'],
    ['专项行动结束后5日内报送总结。', '专项行动结束后5日内'],
  ])('%s', (said, every) => expect(duties(said)).toMatchObject([{ due: null, every }]));

  it('an addressee may hold brackets', () =>
    expect(told('各乡镇于12月10日前将总结报县（市、区）农民工办（设在县人社局）。')).toEqual([
      '各乡镇 → 县（市、区）农民工办 2024-12-10',
    ]));
});

describe('reports of a plan that prints no year', () => {
  it('are kept without their days', () => {
    const said = '各部门每月5日前报送进展，6月20日、12月20日前将总结报市人社局，次年1月10日前报市政府。';
    const { reporting } = readPlan(`太原市农民工工作方案\n一、总结上报\n${said}`, registry);
    expect(reporting.map(({ due, every }) => due ?? every ?? null)).toEqual(['每月5日前', null, null, null]);
  });
});

describe('who reports behind the day', () => {
  it.each([
    [
      '12月15日前各单位报送工作总结，市农民工办汇总后于12月底前报省人社厅。',
      ['各单位 → 市农民工办 2024-12-15', '市农民工办 → 省人社厅 2024-12-31'],
    ],
    ['12月12日前，各县区报送全年总结。', ['各县区 → 印发单位 2024-12-12']],
    ['每季度末月25日前由各责任单位填报进展情况。', ['各责任单位 → 印发单位 每季度末月25日前']],
    ['各单位12月11日前将总结报联席会议办公室。', ['各单位 → 联席会议办公室 2024-12-11']],
  ])('%s', (said, expected) => expect(told(said)).toEqual(expected));

  it.each(['12月12日前，企业提交申请材料。', '6月30日前各类人员报送志愿。'])(
    'none where nobody in office does: %s',
    (said) => expect(told(said)).toEqual([]),
  );
});

describe('a report for the time that is over', () => {
  it.each([
    ['各县（市、区）每季度次月15日前报送进展情况。', '每季度次月15日前'],
    ['各单位每季度末月25日前将进展报市农民工办。', '每季度末月25日前'],
    ['各单位于次月5日前将台账报送市人社局。', '次月5日前'],
    ['各单位每季度结束后次月10日前将台账报送市人社局。', '每季度结束后次月10日前'],
    ['各单位每半年向市政府报告一次工作情况。', '每半年'],
  ])('is due by its day in each: %s', (said, every) => expect(duties(said)).toMatchObject([{ due: null, every }]));
});

describe('the words of what is sent', () => {
  it.each([
    ['3.各单位于12月10日前将全年工作总结报市农民工办。', '各单位将全年工作总结报市农民工办'],
    ['（二）市农民工办每季度首月10日前汇总报送市政府办公室。', '市农民工办汇总报送市政府办公室'],
    ['各部门要于6月15日、12月15日前将工作总结报送市人社局。', '各部门要将工作总结报送市人社局'],
    ['各县区4月15日前将方案、每季度末将进展报市人社局。', '各县区4月15日前将方案、每季度末将进展报市人社局'],
  ])('are without a number and without the day: %s', (said, what) => expect(duties(said)[0]?.what).toBe(what));
});

describe('reports of one sentence', () => {
  const told = (said: string) =>
    duties(said).map(({ to, what, due, every }) => [to, what, due ?? every ?? ''].join(' | '));

  it('go on to the same receiver, each with its paper and its term', () => {
    const said =
      '各成员单位于4月10日前将实施方案报市人社局，6月25日、12月5日前分别报送半年和全年工作总结，重大事项24小时内报告。';
    expect(told(said)).toEqual([
      '市人社局 | 各成员单位将实施方案报市人社局 | 2024-04-10',
      '市人社局 | 报送半年工作总结 | 2024-06-25',
      '市人社局 | 报送全年工作总结 | 2024-12-05',
      '市人社局 | 重大事项报告 | 24小时内',
    ]);
  });

  it('have the part of the month with their rhythm', () => {
    expect(told('各成员单位每年1月、7月中旬前各报送一次总结。')).toEqual([
      '印发单位 | 各成员单位各报送一次总结 | 每年1月、7月中旬前',
    ]);
  });

  it('of another sender go where that sends them', () => {
    const said = '各县（市、区）于11月20日前将总结报市人社局，各成员单位于12月5日前报送总结。';
    expect(duties(said).map(({ to }) => to)).toEqual(['市人社局', '印发单位']);
  });
});

describe('a report whose verb is 报', () => {
  it('has each of its days, also with 分别 before it', () =>
    expect(duties('各县（市、区）6月20日和12月20日前分别报半年、全年总结。').map(({ due }) => due)).toEqual([
      '2024-06-20',
      '2024-12-20',
    ]));

  it('that puts together what all units sent is the office’s own', () =>
    expect(duties('各单位报送总结，12月底前形成全市报告报省农民工办。').at(-1)).toMatchObject({
      from: '印发单位',
      to: '省农民工办',
      due: '2024-12-31',
    }));

  it('is of those named behind a bracket', () =>
    expect(duties('每月3日前（遇节假日顺延）由各县区农民工办汇总后报市农民工办。')).toMatchObject([
      { from: '各县区农民工办', to: '市农民工办' },
    ]));
});
