import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';
import { deadlinesIn, proposedDeadline } from './deadlines.js';

const days = (text: string) => deadlinesIn(text, 2023, '2023-03-01').map(({ day }) => day);
const proposed = (text: string) => proposedDeadline(deadlinesIn(text, 2023, '2023-03-01'));

describe('two days of one sentence whose 前 stands behind the last alone', () => {
  it.each([
    ['3月和9月底前分别办结积案。', ['2023-03-31', '2023-09-30'], ['3月和9月底前', '9月底前']],
    ['6月、12月底前各完成一次检查。', ['2023-06-30', '2023-12-31'], ['6月、12月底前', '12月底前']],
    [
      '2023年6月30日、12月31日前各完成一半。',
      ['2023-06-30', '2023-12-31'],
      ['2023年6月30日、12月31日前', '12月31日前'],
    ],
    ['三月和九月底前分别办结积案。', ['2023-03-31', '2023-09-30'], ['三月和九月底前', '九月底前']],
    ['在4、8、12月底前各办结一批。', ['2023-04-30', '2023-08-31', '2023-12-31'], undefined],
  ])('are both read, the last proposed and asked about: %s', (text, expected, raws) => {
    const found = deadlinesIn(text, 2023, '2023-03-01');
    expect(found.map(({ day }) => day)).toEqual(expected);
    if (raws) expect(found.map(({ raw }) => raw)).toEqual(raws);
    expect(proposed(text)).toMatchObject({
      day: expected.at(-1),
      doubt: expect.stringContaining('建议取最晚的一个，请核对') as unknown,
    });
  });

  it.each([
    ['1—3月、9月底前完成整改。', ['2023-09-30']],
    ['每年3月和9月底前完成一次检查。', []],
    ['4、12月底前完成整改。', ['2023-12-31']],
  ])('but not the end of a stretch, and none that come round: %s', (text, expected) =>
    expect(days(text)).toEqual(expected),
  );

  it('give each of the figures behind them its day', () => {
    const plan = '太原市2023年工作要点\n一、任务\n1.3月和9月底前分别建成驿站2处、3处。（市人社局负责）';
    const [measure] = readPlan(plan, loadUnitRegistry()).measures;
    expect(measure?.targets.map(({ value, by }) => [value, by])).toEqual([
      [2, '2023-03-31'],
      [3, '2023-09-30'],
    ]);
  });
});

describe('a day of the year after', () => {
  it.each([
    ['开展考核，翌年4月15日前完成。', '2024-04-15', '翌年4月15日前'],
    ['次年1月10日前完成兑付。', '2024-01-10', '次年1月10日前'],
    ['第二年一季度完成验收。', '2024-03-31', '第二年一季度'],
    ['下一年度2月底前完成兑付。', '2024-02-29', '下一年度2月底前'],
    ['次年底前建成驿站。', '2024-12-31', '次年底前'],
    ['今年12月开工，第三年10月底建成。', '2025-10-31', '第三年10月底'],
  ])('is proposed and asked about: %s', (text, day, raw) =>
    expect(proposed(text)).toMatchObject({
      ...{ day, raw, index: text.indexOf(raw) },
      doubt: `正文印有“${raw}”，暂按${day}理解，请核对年份`,
    }),
  );

  it('is told from one of this year', () => {
    expect(proposed('当年12月底前完成。')).toMatchObject({ day: '2023-12-31', doubt: null });
    const note = '太原市2023年工作要点\n一、任务\n1.开展考核。（市人社局负责，翌年4月15日前完成）';
    expect(readPlan(note, loadUnitRegistry()).measures[0]).toMatchObject({ due: '2024-04-15', doubts: [] });
  });
});

describe('a day printed in the measure’s own text', () => {
  it.each([
    ['各县区开展普查，6月底前完成建档立卡。', '2023-06-30', '6月底前'],
    ['新的培训中心2024年底前建成。', '2024-12-31', '2024年底前'],
    ['各县区汇总后，9月20日前报市农民工办。', '2023-09-20', '9月20日前'],
    ['上半年出台工资支付办法。', '2023-06-30', '上半年'],
    ['在年底前实现平台对接。', '2023-12-31', '年底前'],
    ['10月底完成验收。', '2023-10-31', '10月底'],
    ['5月20日18时前完成报送。', '2023-05-20', '5月20日18时前'],
    ['9月30日24:00前完成整改。', '2023-09-30', '9月30日24:00前'],
    ['年底前存量隐患全部清零。', '2023-12-31', '年底前'],
    ['9月底前完成离校未就业毕业生登记。', '2023-09-30', '9月底前'],
    ['年底前存量机构全部达标。', '2023-12-31', '年底前'],
    ['8月底前已下达额度基本使用到位。', '2023-08-31', '8月底前'],
    ['6月底前已拨付的补助资金全部兑付。', '2023-06-30', '6月底前'],
    ['9月1日前起始年级班额达标。', '2023-09-01', '9月1日前'],
    ['10月底前新建夜市公厕6座。', '2023-10-31', '10月底前'],
    ['镇上的工厂6月底前提供实习岗位不少于90个。', '2023-06-30', '6月底前'],
    ['2023.9.30前完成清欠。', '2023-09-30', '2023.9.30前'],
    ['各区2023-10-15前完成清欠。', '2023-10-15', '2023-10-15前'],
    ['夜校教室2023/11/5完成布置。', '2023-11-05', '2023/11/5'],
    ['2023.9底前建成驿站。', '2023-09-30', '2023.9底前'],
    ['明年6月底前完成系统改造。', '2024-06-30', '明年6月底前'],
    ['新校区9月建成投用。', '2023-09-30', '9月'],
    ['2023年10月完成建设。', '2023-10-31', '2023年10月'],
    ['明年6月竣工验收。', '2024-06-30', '明年6月'],
    ['2024年3月开工，9月建成。', '2024-09-30', '9月'],
    ['到9月，完成全部教室改造。', '2023-09-30', '9月'],
  ])('is the day by which it is done: %s', (text, day, raw) => {
    expect(proposed(text)).toMatchObject({ day, raw, index: text.indexOf(raw), doubt: null });
  });

  it.each([
    ['stands on both sides of a day', '10月1日前后集中完成督查。'],
    ['comes round', '每月25日前报送用工情况。'],
    ['comes round', '每年6月底前完成一次排查。'],
    ['is another year’s', '次年1月底前报送总结。'],
    ['tells a state', '截至2022年底，全市建成服务站30个。'],
    ['is what others are measured by', '拖欠案件较2022年末下降。'],
    ['tells whom a rule concerns', '对2000年底前建成的小区逐一排查。'],
    ['tells whom a rule concerns', '为6月底前登记注册的企业减免费用。'],
    ['says what follows a failure', '9月底前未整改的，依法处罚。'],
    ['is part of a document’s name', '落实《2023年底前重点任务清单》。'],
    ['is a year that is over', '2022年全面完成改造任务。'],
    ['is the year alone', '2023年完成培训1万人次。'],
    ['is a day on which something is', '4月15日开展宣传，上半年组织三次检查。'],
    ['says how long a rule holds', '政策实施期限延长至2023年12月31日，2023年至2025年继续扩大范围。'],
    ['is counted from an event', '离校2年内的毕业生都可申请。'],
    ['is the year of a figure', '到2025年，培训5万人次。'],
    ['is when something begins', '2023年6月底起执行新标准。'],
    ['is counted from another document', '《欠薪处置规程》印发后30日内、省级方案印发后30日内对照修订。'],
    ['is a month of the past', '去年9月建成投用，2022年10月完成验收。'],
    ['is a month in which something is held', '9月开展宣传，10月实施专项行动。'],
    ['ends a stretch of figures', '1—6月完成投资30亿元。'],
    ['is what a year’s figure is reached in', '全年完成投资60亿元，2024年建成校舍30栋。'],
    ['is counted from an event', '收到申请后，3个月内完成审批。'],
    ['stands on both sides of a feast', '春节前后完成走访。'],
    ['comes round with a feast', '每年春节前完成清欠。'],
    ['is a feast before which something is held', '国庆节前开展检查。'],
    ['is a figure', '占地2023.5亩，投资2023.56万元。'],
  ])('is no due day where it %s: %s', (_, text) => expect(days(text)).toEqual([]));

  it.each([
    ['到2025年，形成服务网络。', '2025-12-31', '远期目标'],
    ['2025年基本实现设施全覆盖。', '2025-12-31', '没有写明到年内哪一天'],
    ['到2025年底，打造服务站40个。', '2025-12-31', '没有写明是完成'],
    ['6月至9月底，开展集中宣传。', '2023-09-30', '一段时间的结束'],
    ['抽水蓄能电站下半年开工。', '2023-12-31', '开工、启动的时间'],
    ['新校区9月开工建设。', '2023-09-30', '开工、启动的时间'],
    ['8月底前启动招生。', '2023-08-31', '没有写明是完成'],
    ['上半年完成投资过半。', '2023-06-30', '只是完成一部分'],
    ['6月底前完成任务的60%。', '2023-06-30', '只是完成一部分'],
    ['2月底前完成摸底。', '2023-02-28', '早于成文日期'],
    ['10月前完成改造。', '2023-09-30', '也可能指10月底'],
    ['三季度前完成验收。', '2023-09-30', '也可能指三季度开始之前'],
    ['2025年前建成服务网络。', '2025-12-31', '也可能指2025年开始之前'],
    ['2023年2月30日前完成清欠。', '2023-02-28', '日历上没有这一天'],
    ['11月31日完成清欠。', '2023-11-30', '“11月31日”，日历上没有'],
    ['2月30日前完成摸底，年底前完成整改。', '2023-12-31', '其中“2月30日前”日历上没有'],
    ['4月底前完成摸底，年底前完成整改。', '2023-12-31', '几个日期'],
    ['6月完成方案编制，10月完成验收。', '2023-10-31', '几个日期（“6月”、“10月”）'],
    ['4月底前开工，2024年5月建成。', '2024-05-31', '几个日期'],
    ['年内完成主体工程，2024年6月通车。', '2024-06-30', '几个日期'],
    ['2023年启动，2024年建成，2025年全面应用。', '2025-12-31', '几个日期'],
    ['全年完成投资60亿元，上半年完成30亿元以上。', '2023-12-31', '几个日期（“全年”、“上半年”）'],
    ['上半年完成培训3000人，下半年培训不少于2500人。', '2023-12-31', '几个日期'],
    ['6月底前完成清单梳理，下半年开展集中整治。', '2023-12-31', '几个日期'],
    ['三季度末完成立项，四季度开工建设。', '2023-12-31', '几个日期'],
    ['6月底前完成立项，10月开工建设。', '2023-10-31', '几个日期'],
    ['8月底前完成主体，国庆节前投用。', '2023-09-30', '几个日期'],
    ['5月底前，各县区完成自查；6月下旬，市级组织抽查。', '2023-06-30', '几个日期'],
    ['国庆节前完成亮化。', '2023-09-30', '按节日前一日'],
    ['“五一”前完成亮化。', '2023-04-30', '“五一前”'],
    ['春节前完成清欠。', '2024-02-09', '按下一年推算'],
    ['一年内完成整改。', '2024-03-01', '没有写明从哪一天算起'],
    ['两年内基本消除。', '2025-03-01', '没有写明从哪一天算起'],
    ['半年内完成整改，1年内建成投用。', '2024-03-01', '几个日期'],
    ['11月底前（最迟12月10日）完成系统改造。', '2023-12-10', '“11月底前”、“12月10日”'],
    ['2023.2.30前完成清欠。', '2023-02-28', '日历上没有这一天'],
    ['2023.9前完成清欠。', '2023-08-31', '也可能指2023.9底'],
    ['本通知印发后三十日内完成摸底。', '2023-03-31', '按成文日期2023-03-01推算'],
    ['印发之日起30日内，出台实施细则。', '2023-03-31', '印发日期'],
    ['文件印发后一个月内建立台账。', '2023-04-01', '推算到2023-04-01'],
    ['方案印发后15个工作日内完成部署。', '2023-03-22', '没有除去节假日'],
    ['自本意见下发之日起两周内完成动员。', '2023-03-15', '推算到2023-03-15'],
  ])('is proposed and doubted: %s', (text, day, why) => {
    expect(proposed(text)).toMatchObject({ day, doubt: expect.stringContaining(why) });
  });

  it('has the year of the day before it in the sentence, where that is ahead', () => {
    expect(days('2024年6月底前下达、8月底前拨付到位。')).toEqual(['2024-06-30', '2024-08-31']);
    expect(days('2024年9月底前下达、6月底前摸底完成。')).toEqual(['2024-09-30', '2023-06-30']);
    expect(days('资金2024年6月底前下达。8月底前全部开工。')).toEqual(['2024-06-30', '2023-08-31']);
    expect(days('2022年6月底前已下达的，8月底前全部开工。')).toEqual(['2023-08-31']);
    const unsaid = deadlinesIn('2024年6月底前下达、8月底前拨付到位。', null, null);
    expect(unsaid.map(({ day }) => day)).toEqual(['2024-06-30', '2024-08-31']);
  });

  it('is not in doubt where the same day is printed twice', () => {
    expect(proposed('年底前建成平台。年底前完成验收。')).toMatchObject({ day: '2023-12-31', doubt: null });
  });

  it('is nothing where the year is not known', () => expect(deadlinesIn('6月底前完成。', null, null)).toEqual([]));
});

it('a day of next year is asked where the plan was issued in another year than its own, or on an unknown day', () => {
  const text = '明年6月底前完成系统改造。';
  for (const issuedOn of ['2022-12-20', null])
    expect(proposedDeadline(deadlinesIn(text, 2023, issuedOn))).toMatchObject({
      day: '2024-06-30',
      doubt: '正文印有“明年6月底前”，暂按2024-06-30理解，请核对年份',
    });
});

describe('a measure’s proposed day', () => {
  const read = (...clauses: string[]) =>
    readPlan(
      `太原市2023年工作要点\n一、任务\n${clauses.map((one, at) => `${at + 1}.${one}`).join('\n')}`,
      loadUnitRegistry(),
    );

  it('stands where its words are printed, in the text or in the title’s sentence', () => {
    const { text, measures } = read(
      '办好夜校。各 区 6月底前 完成师资入库。（市教育局负责）',
      '年底前建成培训中心。开展实训。（市人社局负责）',
    );
    const shown = measures.map(({ deadline }) => deadline && [deadline.day, text.slice(...deadline.span)]);
    expect(shown).toEqual([
      ['2023-06-30', '6月底前'],
      ['2023-12-31', '年底前'],
    ]);
  });

  it('is asked where it is counted from the day of issue and that is not printed', () => {
    const [measure] = read('办好夜校。本通知印发后三十日内完成选址。（市教育局负责）').measures;
    expect(measure?.deadline).toBeNull();
    expect(measure?.doubts.map(({ reason }) => reason)).toEqual([
      '正文印有“本通知印发后三十日内”，没有读出成文日期，没有推算：请填写本条的完成时限',
    ]);
  });

  it('gives way to the day in the note', () => {
    const [measure] = read('办好夜校。6月底前完成入库。（市教育局负责，9月底前完成）').measures;
    expect([measure?.due, measure?.deadline]).toEqual(['2023-09-30', null]);
  });

  it('is asked about where no calendar has it: in the text, in the note, and in a report', () => {
    const { measures, reporting, doubts } = readPlan(
      [
        '太原市2027年工作要点',
        '一、任务',
        '1.清理欠薪。2027年2月30日前完成。（市人社局负责）',
        '2.办好夜校。开展培训。（市教育局负责，11月31日前完成）',
        '二、报送',
        '各县（市、区）于6月31日前将情况报送市农民工办。',
      ].join('\n'),
      loadUnitRegistry(),
    );
    expect(measures.map(({ due }) => due)).toEqual([null, null]);
    expect(measures.map(({ deadline }) => [deadline?.day, deadline?.doubt])).toEqual([
      ['2027-02-28', '正文印有“2027年2月30日前”，日历上没有这一天，请核对原文后填写'],
      ['2027-11-30', '责任分工印有“11月31日前”，日历上没有这一天，请核对原文后填写'],
    ]);
    expect(reporting).toEqual([]);
    const told = doubts.filter(({ code }) => code === 'day_impossible').map(({ reason }) => reason);
    expect(told).toHaveLength(3);
    expect(told[2]).toContain('6月31日前将情况报送');
  });

  it('is no day of issue where no calendar has it', () => {
    const plan = '太原市2027年工作要点\n2027年2月30日\n一、任务\n1.清理欠薪。（市人社局负责）';
    expect(readPlan(plan, loadUnitRegistry()).issuedOn).toBeNull();
    expect(readPlan(plan.replace('30日', '28日'), loadUnitRegistry()).issuedOn).toBe('2027-02-28');
  });
});

it('a day that comes again in the year after is asked about', () =>
  expect(proposed('7月10日前、次年1月10日前分别通报进展。')?.doubt).toContain('次年还有一次'));
