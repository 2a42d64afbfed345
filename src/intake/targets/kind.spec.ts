import { describe, expect, it } from '@jest/globals';
import { readTargets } from './targets.js';

const kinds = (text: string, year = 2023): string[] =>
  readTargets(text, { year, by: null }, (start, end) => [start, end]).map(
    ({ value, unit, targetKind }) => `${value}${unit ?? ''} ${targetKind}`,
  );

describe('what kind of figure a text sets', () => {
  it.each([
    ['每个县（市、区）至少建1个零工市场', ['1个 norm']],
    ['领导小组会议每季度不少于1次', ['1次 norm']],
    ['每万名农民工配备社会工作者5名', ['5名 norm']],
    ['人均培训时间不少于40课时', ['40课时 norm']],
    ['每个乡镇要结合实际，配备2名劳动保障协理员', ['2名 norm']],
    ['对有创业意愿的返乡人员，提供1次开业指导，推荐不少于3个项目', ['1次 norm', '3个 norm']],
    ['向每名求职者推荐岗位3次，培训后再推荐2次', ['3次 norm', '2次 norm']],
    ['建设救援队伍，每队不少于30人', ['30人 norm']],
    ['工资发放情况检查不少于2次/月', ['2次/月 norm']],
  ])('what each one gets or gives is a norm: %s', (text, expected) => expect(kinds(text)).toEqual(expected));

  it.each([
    ['一般欠薪线索3日内办结', ['3日 parameter']],
    ['打造15分钟服务圈', ['15分钟 parameter']],
    ['创业担保贷款最高额度提高到30万元', ['300000元 parameter']],
    ['标的额30万以下的案件快立快办', ['300000元 parameter']],
    ['按工程造价的1.5%缴存工资保证金', ['1.5% parameter']],
    ['对符合条件的给予一次性补贴5000元', ['5000元 parameter']],
    ['对两级基地分别给予100万元、50万元奖励', ['1000000元 parameter', '500000元 parameter']],
    ['分别奖励20万元、10万元和5万元', ['200000元 parameter', '100000元 parameter', '50000元 parameter']],
  ])('how something is done is a parameter: %s', (text, expected) => expect(kinds(text)).toEqual(expected));

  it.each([
    ['组织结对地区所属的99个县（区）开展劳务协作', ['99个 scope']],
    ['在全省16个市开展排查', ['16个 scope']],
    ['协调12个成员单位联合检查', ['12个 scope']],
    ['在6个城区各建成1个服务中心', ['6个 scope', '1个 norm']],
    ['在10个县区各新建零工市场2个', ['10个 scope', '2个 norm']],
  ])('how far something reaches is a scope: %s', (text, expected) => expect(kinds(text)).toEqual(expected));

  it.each([
    ['全年培训农民工1.2万人次', ['12000人次 annual']],
    ['每年培训农民工2万人次以上', ['20000人次 annual']],
    ['全年发放补贴300万元、贷款2亿元', ['3000000元 annual', '200000000元 annual']],
    ['给予最高500万元补助，全年发放贷款2000万元', ['5000000元 parameter', '20000000元 annual']],
    ['每月调度一次，全年办结案件500件', ['500件 annual']],
    ['为每名困难职工建档，举办招聘会120场', ['120场 annual']],
    ['每个县明确专人负责，全市新建驿站6家', ['6家 annual']],
    ['发放创业担保贷款5亿元', ['500000000元 annual']],
    ['发放补贴资金3000万元', ['30000000元 annual']],
    ['新建100个村级服务站', ['100个 annual']],
    ['惠及农民工家庭，服务覆盖5000人次', ['5000人次 annual']],
    ['参保率达到90%以上', ['90% ratio']],
    ['入学比例保持在95%以上', ['95% standing']],
    ['到2025年底，培训10万人次', ['100000人次 multi_year']],
    ['新增地下管网50公里', ['50公里 annual']],
    ['重污染天数控制在5天以内', ['5天 annual']],
  ])('what is asked for in rounds stays so: %s', (text, expected) => expect(kinds(text)).toEqual(expected));

  it('a yearly figure of a plan of several years is asked for every year', () => {
    const [target] = readTargets('每年培训2.5万人次', { year: 2015, by: '2020-12-31' }, (a, b) => [a, b]);
    expect(target).toMatchObject({ targetKind: 'annual', by: '2020-12-31' });
  });
});
