import { describe, expect, it } from '@jest/globals';
import { readConditions } from './conditions.js';
import { readTargets } from './targets.js';

const span = (start: number, end: number): [number, number] => [start, end];
const read = (text: string) => readTargets(text, { year: 2023, by: null }, span);
const brief = (text: string): string[] => read(text).map(({ op, value, unit }) => `${op}${value}${unit ?? ''}`);

describe('figures that a plan sets', () => {
  it.each([
    ['全年培训农民工1.26万人次', ['=12600人次']],
    ['参保率达到90%以上', ['>=90%']],
    ['公办学校就读比例不低于95%', ['>=95%']],
    ['一般问题3日内清偿', ['<=3日']],
    ['失业率控制在5.5%以内', ['<=5.5%']],
    ['新增就业18万人左右', ['~180000人']],
    ['带动就业超过2000人', ['>2000人']],
    ['每人至少推荐就业3次', ['>=3次']],
    ['建设保障性住房11.3万套（间）', ['=113000套（间）']],
    ['投入资金1，200万元', ['=12000000元']],
    ['新建1000家、提升3000家，累计建成4000家', ['=1000家', '=3000家', '=4000家']],
    ['增长5%-8%', ['>=5%', '<=8%']],
    ['欠薪案件动态清零', ['=0件']],
    ['粮食产量稳定在2.5亿斤以上', ['>=250000000斤']],
    ['生猪存栏不少于50万头', ['>=500000头']],
    ['用电量1.2亿千瓦时', ['=120000000千瓦时']],
    ['PM2.5平均浓度控制在38微克/立方米以内', ['<=38微克/立方米']],
    ['优良天数达到290天以上', ['>=290天']],
    ['不超过3个工作日办结', ['<=3个工作日']],
    ['参保率达到95%', ['>=95%']],
    ['接通率达90%', ['>=90%']],
    ['规模达到20万人左右', ['~200000人']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it.each([
    '开展2022年度评选',
    '落实《行动计划（2021—2025年）》',
    '推进“10+N”专项活动',
    '拨打12333咨询',
    '0—6岁儿童',
    '正常经营1年以上',
  ])('no target: %s', (text) => expect(brief(text)).toEqual([]));

  it('reads three trends out of 三个下降', () => {
    const trends = read('拖欠案件、涉及金额、涉及人数“三个下降”');
    expect(trends.map(({ metric, op }) => `${metric} ${op}`)).toEqual([
      '拖欠案件 trend_down',
      '涉及金额 trend_down',
      '涉及人数 trend_down',
    ]);
  });

  it.each([
    ['培训农民工2000人（含脱贫劳动力500人）', ['培训农民工', '脱贫劳动力']],
    ['就业率达90%（其中省内就业60%以上）', ['就业率', '省内就业']],
    ['农民工欠薪案件实现动态清零', ['农民工欠薪案件']],
  ])('a figure is named by its own words only: %s', (text, expected) =>
    expect(read(text).map(({ metric }) => metric)).toEqual(expected),
  );

  it.each([
    ['农村劳动力转移就业3万人，力争达到3.6万人', ['农村劳动力转移就业', '农村劳动力转移就业']],
    ['6月底前新建劳务品牌5个，累计建成20个', ['新建劳务品牌', '累计建成劳务品牌']],
    ['加强“暖心驿站”建设，2023年底前，全县新建10家、提升30家', ['新建“暖心驿站”', '提升“暖心驿站”']],
    ['累计建成20个农民工驿站', ['累计建成农民工驿站']],
    ['完成投资120亿元，同比增长8%以上', ['投资', '投资增长']],
    ['技能人才占比达到30%，比2020年提高3个百分点', ['技能人才占比', '技能人才占比提高']],
    ['一是培训农民工3000人次；二是全年建设实训基地5个', ['培训农民工', '建设实训基地']],
    ['在6个城区各建成1个服务中心', ['城区', '建成服务中心']],
    ['居民收入分别增长6%和7%', ['居民收入分别增长', '居民收入分别增长']],
  ])('a figure whose clause names nothing carries over what is counted: %s', (text, expected) =>
    expect(read(text).map(({ metric }) => metric)).toEqual(expected),
  );

  it('the figure that is only striven for is a soft one, in the unit of the one before', () => {
    const [firm, soft] = read('农村劳动力转移就业3万人，力争达到3.6万人');
    expect([firm, soft]).toMatchObject([
      { value: 30000, hard: true },
      { value: 36000, unit: '人', hard: false },
    ]);
  });

  it.each([
    ['新建夜校3所。累计建成9所', ['累计建成']],
    ['培训农民工500人。力争达到60%', ['']],
    ['培训农民工500人，达到60%', ['']],
  ])('nothing is carried over from another sentence or another unit: %s', (text, expected) =>
    expect(
      read(text)
        .map(({ metric }) => metric)
        .slice(-1),
    ).toEqual(expected),
  );

  it.each([
    ['年底前开展农民工职业技能培训2万人次', '农民工职业技能培训'],
    ['2023.9.30前开展农民工职业技能培训2万人次', '农民工职业技能培训'],
    ['12月底前全市新建农民工驿站8个', '新建农民工驿站'],
    ['到2023年底，力争农民工参保率达到90%', '农民工参保率'],
    ['农民工参保率年底前达到90%', '农民工参保率'],
    ['上半年集中开展法治宣传活动6场', '法治宣传活动'],
    ['第三季度举办招聘会12场', '举办招聘会'],
    ['年轻农民工夜校培训300人', '年轻农民工夜校培训'],
    ['每年初中毕业生升学补助80人', '初中毕业生升学补助'],
    ['将职业病危害申报率提高到90%', '职业病危害申报率'],
    ['使工伤保险参保率提升至85%以上', '工伤保险参保率'],
    ['平均办理时限压缩至30日以内', '平均办理时限'],
  ])('the name is the matter without its date and its verb of beginning: %s', (text, expected) =>
    expect(read(text).map(({ metric }) => metric)).toEqual([expected]),
  );

  it('knows hard from soft, running totals, and the date before the figure', () => {
    const [soft] = read('力争2023年底前，培训2万人次');
    expect(read('确保培训2万人次')[0]).toMatchObject({ hard: true });
    expect(read('力争培训2万人次')[0]).toMatchObject({ hard: false });
    expect(read('累计建成40个')[0]).toMatchObject({ cumulative: true });
    expect(soft).toMatchObject({ by: '2023-12-31' });
  });

  it('a figure is only striven for where the words stand before its date', () => {
    expect(read('力争到2025年，技能人才占比达到30%')[0]).toMatchObject({ hard: false, by: '2025-12-31' });
  });

  it('the year that a figure is compared with is not its due date', () => {
    const [share, growth] = read('到2025年，占比达到30%，比2020年提高3个百分点');
    expect([share?.by, growth?.by]).toEqual(['2025-12-31', '2025-12-31']);
  });

  it.each([
    ['2024年、2025年分别新增公租房2000套、3000套', ['2000 2024-12-31', '3000 2025-12-31']],
    [
      '2023年、2024年和2025年分别培训农民工1万人次、1.2万人次和1.5万人次',
      ['10000 2023-12-31', '12000 2024-12-31', '15000 2025-12-31'],
    ],
  ])('years and figures listed side by side belong together: %s', (text, expected) => {
    const found = read(text);
    expect(found.map(({ value, by }) => `${value} ${by}`)).toEqual(expected);
    expect(new Set(found.map(({ metric }) => metric)).size).toBe(1);
    expect(found[0]?.metric).not.toMatch(/20\d\d|分别/);
  });

  it('a span of time is no end of the year', () => {
    expect(read('半年内培训农民工200人')[0]).toMatchObject({ by: null });
  });
});

describe('conditions without an Arabic figure', () => {
  it('are kept with their words', () => {
    const text = '实现县域全覆盖，劳动合同应签尽签，每月25日前报送，春节前后开展慰问';
    expect(readConditions(text, { year: 2023, issuedOn: null }, span).map(({ kind }) => kind)).toEqual([
      'coverage',
      'exhaustive',
      'recurrent',
      'window',
    ]);
  });

  it('cover a whole list', () => {
    const raws = (text: string) => readConditions(text, { year: 2023, issuedOn: null }, span).map(({ raw }) => raw);
    expect(raws('加强监管，推行实名制、专户、分账制全覆盖')).toEqual(['推行实名制、专户、分账制全覆盖']);
    expect(raws('围绕春耕时节返乡创业人员的实际困难、培训全覆盖')).toEqual(['培训全覆盖']);
  });

  it('measure against the year before, and stretches of the year, are kept too', () => {
    const text = '外出务工人数不低于上年，6月上旬开展督查，四季度组织验收';
    expect(readConditions(text, { year: 2023, issuedOn: null }, span).map(({ kind, raw }) => `${kind} ${raw}`)).toEqual(
      ['trend 不低于上年', 'window 6月上旬', 'window 四季度'],
    );
  });

  it.each([
    ['9月底前实现全覆盖', ['coverage 9月底前实现全覆盖', 'deadline 9月底前']],
    ['2024年12月31日前实现全覆盖', ['coverage 2024年12月31日前实现全覆盖', 'deadline 2024年12月31日前']],
    ['9月起，推动工伤保险按项目参保全覆盖', ['coverage 推动工伤保险按项目参保全覆盖']],
    ['36个镇街全覆盖', ['coverage 36个镇街全覆盖']],
    ['每年6月底前报送清单', ['recurrent 每年6月底前']],
    ['每年6月、12月底前报送清单', ['recurrent 每年6月、12月底前']],
    ['每季度首月10日前，报送进展', ['recurrent 每季度首月10日前']],
    ['每季度通报', ['recurrent 每季度']],
    ['每季度1次调度', ['recurrent 每季度']],
    ['免收担保费，执行期限至2023年12月31日', ['window 执行期限至2023年12月31日']],
    ['阶段性政策延续至2023年6月30日', ['window 延续至2023年6月30日']],
    ['第三季度组织验收', ['window 第三季度']],
    ['前三季度完成一半', ['window 前三季度']],
    ['三季度末前完成', ['deadline 三季度末前']],
  ])('are not cut into: %s', (text, expected) => {
    expect(readConditions(text, { year: 2024, issuedOn: null }, span).map(({ kind, raw }) => `${kind} ${raw}`)).toEqual(
      expected,
    );
  });

  it('have the days of a window that a calendar tells, and say by what rule or why not', () => {
    const read = (text: string, issuedOn: string | null = null) =>
      readConditions(text, { year: 2024, issuedOn }, span).map(({ kind, raw, start, end, note }) => ({
        ...{ kind, raw, start, end, note },
      }));
    expect(read('春节前后开展慰问，6月上旬督查，前三季度过半，汛期加强值守')).toEqual([
      { kind: 'window', raw: '春节前后', start: '2024-01-26', end: '2024-02-25', note: '按节日前后各15日' },
      { kind: 'window', raw: '6月上旬', start: '2024-06-01', end: '2024-06-10', note: '按公历' },
      { kind: 'window', raw: '前三季度', start: '2024-01-01', end: '2024-09-30', note: '按公历' },
      { kind: 'window', raw: '汛期', start: null, end: null, note: '起止各地不一，以当地公布的为准' },
    ]);
    expect(read('四季度验收')[0]).toMatchObject({ start: '2024-10-01', end: '2024-12-31' });
    expect(read('上半年完成')[0]).toMatchObject({ start: '2024-01-01', end: '2024-06-30' });
    expect(read('5月中旬检查，11月下旬总结')).toMatchObject([
      { start: '2024-05-11', end: '2024-05-20' },
      { start: '2024-11-21', end: '2024-11-30' },
    ]);
    expect(read('春节前全部结清', '2024-11-20')[0]).toMatchObject({ start: null, end: '2025-01-28' });
    expect(read('每年春节前后开展慰问').find(({ raw }) => raw === '春节前后')).toMatchObject({
      start: null,
      end: null,
    });
  });
});
