import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const HEAD = [
  '衢州市人民政府办公室关于印发衢州市助企纾困若干政策的通知',
  '各县（市、区）人民政府，市政府各部门：',
  '现印发给你们，请认真落实。',
  '衢州市人民政府办公室',
  '2022年5月21日',
  '衢州市助企纾困若干政策',
  '为帮助企业渡过难关，制定本政策。',
];
const lines = (...body: string[]): string => [...HEAD, ...body].join('\n');
const told = (text: string) =>
  readPlan(text, registry).measures.map(({ no, title, text: words, lead }) => [no, title, words, lead?.name]);

const ARTICLES = [
  '第一条　缓缴社保费。符合条件的可缓缴半年。（责任单位：市人社局、市税务局）',
  '第二条 减免房租。（市国资委负责）',
  '第三条、稳住外贸。按照《办法》第五条规定给予支持。（市商务局负责）',
];
const READ = [
  ['1', '缓缴社保费', '符合条件的可缓缴半年。', '市人力资源和社会保障局'],
  ['2', '减免房租', '减免房租。', '市人民政府国有资产监督管理委员会'],
  ['3', '稳住外贸', '按照《办法》第五条规定给予支持。', '市商务局'],
];

describe('a policy in articles', () => {
  it('has its clauses by their articles, with line breaks and without', () => {
    expect(told(lines(...ARTICLES))).toEqual(READ);
    expect(told([...HEAD, ...ARTICLES].join(''))).toEqual(READ);
  });

  it('has sections and numbered parts below an article, and articles below a chapter', () => {
    const body = [
      '一、稳市场主体',
      '第一条 降低成本。',
      '1.降低电价。（市发展改革委负责）',
      '2.降低物流费用。（市交通运输局负责）',
      '二、稳就业',
      '第二条 发放补贴。（市人社局负责）',
    ];
    expect(told(lines(...body)).map(([no]) => no)).toEqual(['1.1.1', '1.1.2', '2.2']);
  });

  it('takes no article behind the title of a law for one of its own', () => {
    const body = ['三、任务分工', '根据《安全生产法》第三条并结合实际落实分工。', '1.排查隐患。（市应急局负责）'];
    expect(told(lines(...body)).map(([no]) => no)).toEqual(['3.1']);
    expect(told([...HEAD, ...body].join('')).map(([no]) => no)).toEqual(['3.1']);
    const wrapped = [body[0] ?? '', '根据《安全生产法》', '第三条并结合实际落实分工。', body[2] ?? ''];
    expect(told(lines(...wrapped)).map(([no]) => no)).toEqual(['3.1']);
  });

  it('takes no article of another document for one of its own', () => {
    const body = [
      '一、稳就业',
      '1.发放补贴。依照',
      '第四条的规定执行。（市人社局负责）',
      '2.办好夜校。（市教育局负责）',
    ];
    expect(told(lines(...body)).map(([no, title]) => [no, title])).toEqual([
      ['1.1', '发放补贴'],
      ['1.2', '办好夜校'],
    ]);
  });
});

describe('a text without line breaks', () => {
  it('begins a clause behind whatever bracket closed the note before it', () => {
    const text =
      HEAD.join('') +
      '一、稳就业（一）发放补贴。〔市人社局负责〕（二）办好夜校。[市教育局负责]二、稳外贸（三）办好展会。（市商务局负责）';
    expect(told(text).map(([no, title]) => [no, title])).toEqual([
      ['1.1', '发放补贴'],
      ['1.2', '办好夜校'],
      ['2.3', '办好展会'],
    ]);
  });
});

describe('a policy in numbered measures that lost its line breaks', () => {
  it('begins behind the salutation', () => {
    const text =
      '衢州市人民政府办公室关于支持小微企业若干措施的通知各县（市、区）人民政府，市政府各部门：' +
      '1、加强财政支持。专项资金比上年增长一成，优先支持吸纳就业多的企业。（市财政局负责）2、降低税费。（市税务局负责）3．缓解融资难。（市金融办负责）' +
      '4、推动数字化转型。建设一批公共服务平台，培育服务商，为小微企业免费诊断，降低上云用云的费用。（市工信局负责）' +
      '5、加强服务。开展送政策上门活动，及时兑现各项扶持资金，畅通诉求办理渠道，定期回访办理结果，年底前逐户核对一次政策享受情况。（市工信局负责）' +
      '6、抓好落实。各单位每季度报送进展，由市工信局汇总后报市政府，办理不力的予以通报。（市工信局负责）';
    expect(told(text).map(([no, title]) => [no, title])).toEqual([
      ['1', '加强财政支持'],
      ['2', '降低税费'],
      ['3', '缓解融资难'],
      ['4', '推动数字化转型'],
      ['5', '加强服务'],
      ['6', '抓好落实'],
    ]);
  });

  it('a mark that is printed otherwise and goes on counting is one more of them', () => {
    const body = [
      '1、加强财政支持。（市财政局负责）',
      '2．降低税费。（市税务局负责）',
      '（3）缓解融资难。（市金融办负责）',
    ];
    expect(told(lines(...body, '4 简化流程。（市数据局负责）')).map(([no, title]) => [no, title])).toEqual([
      ['1', '加强财政支持'],
      ['2', '降低税费'],
      ['3', '缓解融资难'],
      ['4', '简化流程'],
    ]);
    const own = ['1.减税降费。（1）减免房租。（市财政局负责）', '（2）缓缴社保。（市人社局负责）'];
    expect(told(lines('一、任务', ...own)).map(([no]) => no)).toEqual(['1.1.1', '1.1.2']);
  });
});
