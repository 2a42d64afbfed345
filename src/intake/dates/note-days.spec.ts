import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';
import { noteDays } from './note-days.js';

const registry = loadUnitRegistry();
const HEAD = ['长治市2025年农民工工作方案', '长政办发〔2025〕12号', '2025年3月10日', '一、主要任务'];

/** What is read of the only measure of a plan of March 2025, whose note is given. */
function read(note: string, text = '开展排查。') {
  const { measures } = readPlan([...HEAD, `（一）春风行动。${text}（${note}）`].join('\n'), registry);
  const [measure] = measures;
  return {
    due: measure?.due ?? null,
    terms: measure?.conditions.map(({ kind, raw, by, end }) => [kind, raw, by ?? end ?? null]) ?? [],
    asked: measure?.deadline?.doubt ?? null,
    doubts: measure?.doubts.map(({ code }) => code) ?? ['no measure'],
    units: [...(measure?.responsible ?? []), ...(measure?.supporting ?? [])].map(({ name }) => name),
  };
}

describe('the words behind 完成时限', () => {
  it.each([
    ['6月、12月底前完成', [['deadline', '6月', '2025-06-30']]],
    ['6月30日、12月31日前', [['deadline', '6月30日', '2025-06-30']]],
  ])('are a list of days: the last is proposed with a doubt, the earlier kept as printed: %s', (words, terms) => {
    const listed = { due: '2025-12-31', terms, doubts: ['days_differ'] };
    expect(read(`责任单位：市教育局；完成时限：${words}`)).toMatchObject(listed);
    expect(read(`市教育局负责，${words}`)).toMatchObject({ due: '2025-12-31', doubts: ['days_differ'] });
  });

  it.each([
    ['4月至10月', '2025-10-31', [['window', '4月至10月', '2025-10-31']]],
    ['3–5月', '2025-05-31', [['window', '3—5月', '2025-05-31']]],
    ['11月至次年2月', '2026-02-28', [['window', '11月至次年2月', '2026-02-28']]],
    ['2025年4-9月', '2025-09-30', [['window', '2025年4-9月', '2025-09-30']]],
    ['次年3月底前', '2026-03-31', []],
    ['11月至明年2月', '2026-02-28', [['window', '11月至明年2月', '2026-02-28']]],
    ['2025.6.30', '2025-06-30', []],
    ['2025-06', '2025-06-30', []],
    ['2026年年底前', '2026-12-31', []],
    ['9月投入使用', '2025-09-30', []],
    ['3月启动，10月完成', '2025-10-31', [['deadline', '3月启动', '2025-03-31']]],
    ['上半年启动，年底前完成', '2025-12-31', [['deadline', '上半年启动', '2025-06-30']]],
    ['2025年底前（9月底前取得阶段性成果）', '2025-12-31', [['deadline', '9月底前取得阶段性成果', '2025-09-30']]],
    ['12月底前，其中清单6月底前', '2025-12-31', [['deadline', '6月底前', '2025-06-30']]],
    ['2025.6.30前', '2025-06-30', []],
    ['2025/6', '2025-06-30', []],
    ['2025年6月—2026年5月', '2026-05-31', [['window', '2025年6月—2026年5月', '2026-05-31']]],
    ['4月20日—5月20日', '2025-05-20', [['window', '4月20日—5月20日', '2025-05-20']]],
    ['5月31日前完成整改并长期坚持', '2025-05-31', []],
    ['2025年5月起', null, [['window', '2025年5月起', null]]],
    ['每年3月、9月', null, [['recurrent', '每年3月、9月', null]]],
    ['春运前', null, [['window', '春运前', null]]],
    ['一季度一次', null, [['recurrent', '一季度一次', null]]],
    ['次月5日前', null, [['recurrent', '次月5日前', null]]],
    ['收到后15日内', null, [['window', '收到后15日内', null]]],
    ['高温季节', null, [['window', '高温季节', null]]],
    ['“三夏”“三秋”', null, [['window', '“三夏”“三秋”', null]]],
    ['2025年冬至2026年春', null, [['window', '2025年冬至2026年春', null]]],
    ['长期', null, [['window', '长期', null]]],
    ['全年', null, [['window', '全年', null]]],
    ['常年坚持', null, [['window', '常年坚持', null]]],
    ['6月底前，并长期坚持', '2025-06-30', [['window', '并长期坚持', null]]],
    ['春节后复工前', null, [['window', '春节后复工前', null]]],
    ['元宵节后10个工作日内', null, [['window', '元宵节后10个工作日内', null]]],
    ['正月十五前', null, [['window', '正月十五前', '2026-03-03']]],
  ])('%s', (words, due, terms) =>
    expect(read(`责任单位：市人社局；时间要求：${words}`)).toMatchObject({ due, terms, asked: null, doubts: [] }),
  );

  it.each(['时间要求', '时间节点', '完成时间', '办理时限'])('may stand behind %s', (label) =>
    expect(read(`责任单位：市人社局；${label}：6月底前`)).toMatchObject({ due: '2025-06-30', doubts: [] }),
  );

  it('are asked about where they print a day before the plan’s own date, or figures that were not read', () => {
    expect(read('责任单位：市人社局；完成时限：2月底前')).toMatchObject({
      ...{ due: null, asked: expect.stringContaining('早于成文日期') },
    });
    expect(read('责任单位：市人社局；完成时限：2025年6底前')).toMatchObject({
      ...{ due: null, asked: expect.stringContaining('没有读全') },
    });
  });

  it.each([
    ['10月前', '也可能指10月底'],
    ['2025年10月份以前', '暂按2025-09-30理解'],
    ['2026年前', '也可能指2026年开始之前'],
  ])('are asked about where they leave open which end is meant: %s', (words, asked) =>
    expect(read(`责任单位：市人社局；完成时限：${words}`)).toMatchObject({
      ...{ due: null, asked: expect.stringContaining(asked) },
    }),
  );

  it('are asked about where several days stand side by side', () => {
    expect(read('责任单位：市人社局；完成时限：4月、9月')).toMatchObject({
      ...{ due: '2025-09-30', doubts: ['days_differ'], terms: [['deadline', '4月', '2025-04-30']] },
    });
    expect(read('市人社局负责，6月底前；市妇联负责，年底前').doubts).toContain('days_differ');
    expect(read('责任单位：市人社局；完成时限：贯穿全年，4月底前出台方案').doubts).toEqual(['days_differ']);
  });

  it('may tell when the work is going on beside the day of its end', () =>
    expect(read('牵头单位：市人社局。实施时间：2025年1-12月。完成时间：2025年12月。')).toMatchObject({
      ...{ due: '2025-12-31', doubts: [] },
    }));

  it('keep their days as they are printed where the year is not known', () =>
    expect(noteDays('6月底前启动，年底前完成', null, null)).toEqual({ due: null, interim: [], differ: false }));
});

describe('what stands behind the units of a note', () => {
  const units = ['市教育局', '市财政局'];

  it.each([
    ['两节前', 'window'],
    ['随时', 'window'],
    ['次月5日前', 'recurrent'],
    ['限期整改', 'window'],
    ['全年不少于2次', 'recurrent'],
    ['视情开展', 'window'],
    ['分年度推进', 'recurrent'],
    ['学期末', 'window'],
  ])('is kept as a condition where it says when: %s', (tail, kind) =>
    expect(read(`市教育局牵头，市财政局配合，${tail}`)).toMatchObject({
      units,
      terms: [[kind, tail, null]],
      doubts: [],
    }),
  );

  it.each(['秋季开学前', '入冬前完成'])('is asked for its day where a season says by when: %s', (tail) =>
    expect(read(`市教育局牵头，市财政局配合，${tail}`)).toMatchObject({
      ...{ units, terms: [['window', tail, null]], doubts: ['deadline_unread'] },
    }),
  );

  it('is work that goes on', () =>
    expect(read('市教育局牵头，市财政局配合，需长期坚持')).toMatchObject({
      ...{ units, terms: [['window', '需长期坚持', null]], doubts: [] },
    }));

  it('is asked about where it is neither a unit nor a time, and the units are read', () =>
    expect(read('市教育局牵头，市财政局配合，联系方式另行公布')).toMatchObject({ units, doubts: ['note_tail'] }));

  it('is the task itself where a sentence without brackets goes on', () => {
    const plan = [...HEAD, '（一）学校建设。市教育局牵头，市财政局配合，学生住宿明显好转。'].join('\n');
    expect(readPlan(plan, registry).measures).toMatchObject([
      { note: '市教育局牵头，市财政局配合', text: '学生住宿明显好转。', doubts: [] },
    ]);
  });
});

it('is how often, with how many', () =>
  expect(read('市教育局牵头，每月不少于4场').terms).toEqual([['recurrent', '每月不少于4场', null]]));

it('is counted from the day of issue, and asked', () => {
  const { due, asked } = read('市教育局牵头，完成时限：印发后30日内');
  expect([due, asked]).toEqual([null, expect.stringContaining('按成文日期2025-03-10推算到2025-04-09')]);
});

describe('期限至 before a day', () => {
  it('leads up to the day of the note', () => {
    const { due, doubts } = read('市公安局牵头，市交通运输局配合，期限至2025年6月30日');
    expect([due, doubts]).toEqual(['2025-06-30', []]);
  });

  it('proposes the day of the text, which is asked about; that of a rule is none', () => {
    expect(read('市公安局牵头', '排查隐患路段，期限至2025年6月30日。').asked).toContain('请核对是否为本条的完成时限');
    expect(read('市公安局牵头', '政策执行期限至2025年6月30日。').asked).toBeNull();
  });
});
