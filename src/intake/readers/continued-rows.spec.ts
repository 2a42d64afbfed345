import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';
import { readLines } from './text.js';

const HEAD = '序号\t工作任务\t牵头单位\t配合单位\t完成时限';
const pasted = (rows: string[], head = HEAD): string[] =>
  readLines(['任务台账', head, ...rows].join('\n'))
    .text.split('\n')
    .slice(1);

describe('a line that begins with empty cells', () => {
  it('carries on the row above it, cell by cell', () => {
    expect(
      pasted([
        '1\t开展春风行动，举办\t市人社局\t市妇联、市总\t春节前后',
        '\t招聘会30场\t\t工会\t',
        '2\t开展技能培训2万人次\t市人社局\t市教育局、\t12月底前',
        '\t\t\t市财政局\t',
        '3\t关爱随迁子女\t市人力资源和\t团市委\t每月25',
        '\t\t社会保障局\t\t日前',
      ]),
    ).toEqual([
      '1. 开展春风行动，举办招聘会30场。（牵头单位：市人社局，配合单位：市妇联、市总工会，完成时限：春节前后）',
      '2. 开展技能培训2万人次。（牵头单位：市人社局，配合单位：市教育局、市财政局，完成时限：12月底前）',
      '3. 关爱随迁子女。（牵头单位：市人力资源和社会保障局，配合单位：团市委，完成时限：每月25日前）',
    ]);
  });

  it('leaves the chapters below it where they stand', () => {
    expect(
      pasted([
        '1\t开展春风行动，举办\t市人社局\t市妇联、市总\t春节前后',
        '\t招聘会30场\t\t工会\t',
        '二、权益维护\t\t\t\t',
        '2\t开展检查。\t市住建局\t市人社局\t12月底前',
      ]),
    ).toEqual([
      '1. 开展春风行动，举办招聘会30场。（牵头单位：市人社局，配合单位：市妇联、市总工会，完成时限：春节前后）',
      '二、权益维护',
      '2. 开展检查。（牵头单位：市住建局，配合单位：市人社局，完成时限：12月底前）',
    ]);
  });

  it('does so too where the tabs at its end were lost', () => {
    expect(
      pasted([
        '1\t淘汰燃煤锅炉\t市生态环境局\t\t2024年',
        '\t20台\t\t\t10月',
        '2\t治理扬尘\t市住建局、市城',
        '\t\t管局',
        '3\t清理河道\t市水务局',
      ]),
    ).toEqual([
      '1. 淘汰燃煤锅炉20台。（牵头单位：市生态环境局，完成时限：2024年10月）',
      '2. 治理扬尘。（牵头单位：市住建局、市城管局）',
      '3. 清理河道。（牵头单位：市水务局）',
    ]);
  });

  it('under a group and without numbers keeps to its row', () => {
    expect(
      pasted(
        [
          '就业\t举办招聘会\t县人社局\t县总工会、县',
          '\t20场\t\t妇联',
          '\t培训2万人次\t县教育局\t县财政局',
          '养老\t建设互助幸福院10个\t县民政局\t各乡镇',
        ],
        '类别\t目标任务\t牵头单位\t责任单位',
      ),
    ).toEqual([
      '一、就业',
      '1. 举办招聘会20场。（牵头单位：县人社局，责任单位：县总工会、县妇联）',
      '2. 培训2万人次。（牵头单位：县教育局，责任单位：县财政局）',
      '二、养老',
      '1. 建设互助幸福院10个。（牵头单位：县民政局，责任单位：各乡镇）',
    ]);
  });

  it('does so too where an empty line stands behind every row', () => {
    const rows = [
      '',
      '1\t修路\t县交通局\t县财政局\t',
      '',
      '2\t建桥\t县交通局\t县水利局、\t',
      '',
      '\t\t\t县住建局\t',
      '',
      '3\t植树\t县林业局\t各乡镇\t',
    ];
    expect(pasted(rows)).toEqual([
      '1. 修路。（牵头单位：县交通局，配合单位：县财政局）',
      '2. 建桥。（牵头单位：县交通局，配合单位：县水利局、县住建局）',
      '3. 植树。（牵头单位：县林业局，配合单位：各乡镇）',
    ]);
  });

  it('may go on with the words of a group too', () => {
    expect(
      pasted(
        [
          '1\t企业开办便利\t推行一网通办，压\t市市场监管局\t市公安局\t6月底',
          '\t化\t减办理时间\t\t、市税务局\t',
          '2\t\t推广电子印章\t市数据局\t市公安局\t9月底',
        ],
        '序号\t重点任务\t具体举措\t牵头单位\t责任单位\t完成时限',
      ),
    ).toEqual([
      '一、企业开办便利化',
      '1. 推行一网通办，压减办理时间。（牵头单位：市市场监管局，责任单位：市公安局、市税务局，完成时限：6月底）',
      '2. 推广电子印章。（牵头单位：市数据局，责任单位：市公安局，完成时限：9月底）',
    ]);
  });

  it('in a table of two columns is told by the stops of its units, or by a name in a line of its own', () => {
    expect(
      pasted(
        [
          '缓缴社会保险费\t省人力资源社会保障厅',
          '省税务局',
          '对承租房屋的企业减免3个\t省国资委、省财政厅、',
          '月房租\t省机关事务管理局',
          '发放消费券\t省商务厅、各市',
          '\t人民政府',
        ],
        '政策措施\t责任部门',
      ),
    ).toEqual([
      '1. 缓缴社会保险费。（责任部门：省人力资源社会保障厅、省税务局）',
      '2. 对承租房屋的企业减免3个月房租。（责任部门：省国资委、省财政厅、省机关事务管理局）',
      '3. 发放消费券。（责任部门：省商务厅、各市人民政府）',
    ]);
  });

  it('begins with a figure and no number of a clause', () => {
    expect(
      pasted(['1\t完成清洁取暖改造\t市住建局\t\t年底', '\t2.3万户。\t\t\t', '2\t整治扬尘\t市城管局\t\t年底'])[0],
    ).toBe('1. 完成清洁取暖改造2.3万户。（牵头单位：市住建局，完成时限：年底）');
  });

  it('with a task and units that are whole is a row of its own, in doubt where other rows were cut', () => {
    const text = pasted([
      '3\t治理欠薪\t市住建局\t市交通局\t每月25',
      '\t\t\t\t日前',
      '\t建立保证金制度\t市住建局、\t\t6月底前',
      '\t\t市人社局\t\t',
      '4\t关爱随迁子女\t市教育局\t团市委\t寒暑假',
    ]);
    expect(text.slice(0, 2)).toEqual([
      '1. 治理欠薪。（牵头单位：市住建局，配合单位：市交通局，完成时限：每月25日前）（表格分行待核对）',
      '2. 建立保证金制度。（牵头单位：市住建局、市人社局，完成时限：6月底前）（表格分行待核对）',
    ]);
    const { measures } = readPlan(['太原市2024年任务台账', ...text].join('\n'), loadUnitRegistry());
    expect(measures.map(({ title, doubts }) => [title, doubts.map(({ code }) => code).join()])).toEqual([
      ['治理欠薪', 'table_columns'],
      ['建立保证金制度', 'table_columns'],
      ['关爱随迁子女', ''],
    ]);
    expect(measures[1]?.note).toBe('牵头单位：市住建局、市人社局，完成时限：6月底前');
  });

  it('with a task alone that may as well be a task of its own is joined, and in doubt', () => {
    expect(
      pasted(['1\t推进一网通办\t市数据局\t市政务办\t年底', '\t推进跨省通办\t\t\t', '2\t设立窗口\t市政务办\t\t年底'])[0],
    ).toBe(
      '1. 推进一网通办；推进跨省通办。（牵头单位：市数据局，配合单位：市政务办，完成时限：年底）（表格分行待核对）',
    );
  });

  it('leaves full rows without numbers apart, whatever figures stand in them', () => {
    expect(
      pasted(
        [
          '区教育局\t新增幼儿园学位\t1200个\t10月底前',
          '区财政局\t教育投入只增不减\t不低于4%\t全年',
          '区住建局\t完成改扩建主体\t3所\t12月底前',
        ],
        '责任主体\t主要任务\t目标值\t进度安排',
      ),
    ).toEqual([
      '1. 新增幼儿园学位。目标值：1200个。（责任主体：区教育局，完成时限：10月底前）',
      '2. 教育投入只增不减。目标值：不低于4%。（责任主体：区财政局，完成时限：全年）',
      '3. 完成改扩建主体。目标值：3所。（责任主体：区住建局，完成时限：12月底前）',
    ]);
  });

  it('leaves rows of tasks under one number as they are where nothing was cut', () => {
    expect(
      pasted([
        '1\t推进重组\t市国资委\t市总\t年底',
        '\t压缩层级\t市财政局\t市审计局\t年底',
        '2\t考核\t市国资委\t\t年底',
      ]),
    ).toEqual([
      '1. 推进重组。（牵头单位：市国资委，配合单位：市总，完成时限：年底）',
      '2. 压缩层级。（牵头单位：市财政局，配合单位：市审计局，完成时限：年底）',
      '3. 考核。（牵头单位：市国资委，完成时限：年底）',
    ]);
  });
});

describe('a row that only stands over others', () => {
  it.each([
    ['一\t就业创业\t\t\t', '二\t权益保障\t\t\t'],
    ['一\t就业创业', '二\t权益保障'],
    ['\t一、就业创业\t\t\t', '\t二、权益保障\t\t\t'],
  ])('%j is a heading and takes no units from above', (first, second) => {
    const rows = [first, '1\t办招聘会\t市人社局\t市妇联\t年底', second, '2\t治理欠薪\t市住建局\t市交通局\t年底'];
    expect(pasted(rows)).toEqual([
      '一、就业创业',
      '1. 办招聘会。（牵头单位：市人社局，配合单位：市妇联，完成时限：年底）',
      '二、权益保障',
      '2. 治理欠薪。（牵头单位：市住建局，配合单位：市交通局，完成时限：年底）',
    ]);
  });
});

describe('cells of several paragraphs, as a word processor copies them', () => {
  it('are put together from one number to the next', () => {
    expect(
      pasted([
        '1\t开展春风行动。',
        '举办招聘会30场。\t市人社局\t市妇联',
        '市总工会\t3月底',
        '2\t治理欠薪。\t市住建局',
        '市水务局\t市交通局\t长期',
      ]),
    ).toEqual([
      '1. 开展春风行动。举办招聘会30场。（牵头单位：市人社局，配合单位：市妇联、市总工会，完成时限：3月底）',
      '2. 治理欠薪。（牵头单位：市住建局、市水务局，配合单位：市交通局，完成时限：长期）',
    ]);
  });

  it('are put together too where the tabs behind the last cell were lost', () => {
    expect(
      pasted(['1\t开展春风行动。', '举办招聘会。\t市人社局\t市妇联', '2\t治理欠薪。\t市住建局\t市交通局\t长期']),
    ).toEqual([
      '1. 开展春风行动。举办招聘会。（牵头单位：市人社局，配合单位：市妇联）',
      '2. 治理欠薪。（牵头单位：市住建局，配合单位：市交通局，完成时限：长期）',
    ]);
  });
});

it('a head in two lines whose last cell names two columns is one head', () => {
  expect(
    pasted(
      [
        '\t\t牵头单位\t配合单位',
        '产业\t种植5万亩\t县农业农\t各乡镇',
        '\t\t村局\t',
        '人居\t改厕300户\t县住建局\t县卫健局',
      ],
      '任务\t措施\t单位',
    ),
  ).toEqual([
    '1. 产业。种植5万亩。（牵头单位：县农业农村局，配合单位：各乡镇）',
    '2. 人居。改厕300户。（牵头单位：县住建局，配合单位：县卫健局）',
  ]);
});

it('who signs under a sheet of tasks is none of its units', () => {
  const rows = ['1\t办招聘会\t市人社局\t市妇联\t年底', '2\t治理欠薪\t市住建局\t市交通局\t年底'];
  expect(
    pasted([...rows, '\t\t\t市农民工办\t', '\t\t\t2024年3月20日\t', '\t填表人：甲\t\t审核人：乙\t']).slice(1),
  ).toEqual(['2. 治理欠薪。（牵头单位：市住建局，配合单位：市交通局，完成时限：年底）', '市农民工办', '2024年3月20日']);
});
