import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';
import { type Grid, GridBuilder } from './grid.js';
import { SeenRows } from './repeated-rows.js';
import { taskTableLines } from './task-table.js';

/** Rows of texts; null continues the cell above, undefined the cell to the left. */
function gridOf(rows: (string | null | undefined)[][]): Grid {
  const builder = new GridBuilder();
  rows.forEach((row, r) =>
    row.forEach((text, c) => {
      const origin = text === null ? builder.at(r - 1, c) : text === undefined ? builder.at(r, c - 1) : undefined;
      if (origin) builder.extend(origin, r, c);
      else builder.put(r, c, text ?? '');
    }),
  );
  return builder.build();
}

const lines = (rows: (string | null | undefined)[][]) => taskTableLines(gridOf(rows))?.lines ?? null;

describe('a 任务分解表', () => {
  it('of a sheet ends with its measures: what is signed and dated below is no heading', () => {
    expect(
      lines([
        ['重点任务', '具体举措', '责任单位'],
        ['稳就业', '办招聘会。', '市人社局'],
        [null, '开专车。', '市交通局'],
        ['云岭市农民工办', '', ''],
        ['2025年3月20日', '', ''],
      ]),
    ).toEqual([
      '一、稳就业',
      '1. 办招聘会。（责任单位：市人社局）',
      '2. 开专车。（责任单位：市交通局）',
      '云岭市农民工办',
      '2025年3月20日',
    ]);
  });

  it('keeps the numbers that are printed: of a group its merged 序号, of its measures those before their words', () => {
    const head = ['序号', '重点任务', '具体举措', '责任单位'];
    const rows = [head, ['5', '稳就业', '5.1办招聘会。', '市人社局'], [null, null, '5.2开专车。', '市交通局']];
    expect(lines([...rows, ['6', '抓培训', '1.5万人次参加培训。', '市人社局']])).toEqual([
      '五、稳就业',
      '5.1办招聘会。（责任单位：市人社局）',
      '5.2开专车。（责任单位：市交通局）',
      '六、抓培训',
      '1. 1.5万人次参加培训。（责任单位：市人社局）',
    ]);
  });

  it('keeps decimal numbers under 序号, whatever stands over them, and 1.10 that a sheet shows as 1.1', () => {
    const head = ['序号', '工作任务', '责任单位'];
    const row = (number: string, at: number) => [number, `办好第${at}类夜校`, '市教育局'];
    const numbers = (rows: string[][]) => {
      const text = ['衢州市2024年任务分解表', ...(lines([head, ...rows]) ?? [])].join('\n');
      return readPlan(text, loadUnitRegistry()).measures.map(({ no, heading }) => `${no} ${heading[0]}`);
    };
    const all = ['1.1', '1.2', '2.1', '2.2'];
    expect(numbers(all.map(row))).toEqual(all.map((no, at) => `${no} 办好第${at}类夜校`));
    const under = all.map((no) => `${no} 稳就业`);
    expect(numbers([['一', '稳就业', ''], ...all.map(row)])).toEqual(under);
    const groups = [['1', '稳就业', ''], ...['1.1', '1.2'].map(row), ['2', '维权益', ''], ...['2.1', '2.2'].map(row)];
    expect(numbers(groups)).toEqual(['1.1 稳就业', '1.2 稳就业', '2.1 维权益', '2.2 维权益']);
    const ten = ['1.8', '1.9', '1.1', '1.11'];
    expect(numbers(ten.map(row)).map((one) => one.split(' ')[0])).toEqual(['1.8', '1.9', '1.10', '1.11']);
  });

  it('takes a remark across its foot for no row, whichever cells it has', () => {
    const rows = [
      ['序号', '重点任务', '要求', '责任单位', '完成时限'],
      ['1', '办夜校3所。', '达标', '市教育局', '5月底'],
    ];
    const remark = '各责任单位每季度末月25日前将进展情况报市农民工办。';
    const read = ['1. 办夜校3所。达标。（责任单位：市教育局，完成时限：5月底）', `注：${remark}`];
    const same = undefined;
    for (const foot of [
      [`注：${remark}`, same, same, same, same],
      ['', `注：${remark}`, same, same, same],
      ['2', `注：${remark}`, same, same, same],
      ['注', remark, same, same, same],
      ['注：', remark, '', '', ''],
    ])
      expect(lines([...rows, foot])).toEqual(read);
  });

  it('takes the numbers of a list inside a cell for none of its own, and keeps all days beside them', () => {
    const head = ['序号', '重点任务', '责任单位', '完成时限'];
    const rows = [
      head,
      ['1', '（1）办夜校3所；\n（2）开讲座10场。', '市教育局', '（1）5月底；\n（2）10月底'],
      ['2', '1.建驿站4个。\n2.培训1万人次。', '市人社局', '9月底'],
      ['3', '①清欠；②结案。', '市住建局', '①6月②12月'],
      ['4', '建市场6个。', '市商务局', '8月底'],
    ];
    expect(lines(rows)).toEqual([
      '1. （1）办夜校3所；（2）开讲座10场。（责任单位：市教育局，完成时限：5月底；10月底）',
      '2. （1）建驿站4个。（2）培训1万人次。（责任单位：市人社局，完成时限：9月底）',
      '3. ①清欠；②结案。（责任单位：市住建局，完成时限：6月；12月）',
      '4. 建市场6个。（责任单位：市商务局，完成时限：8月底）',
    ]);
    const measures = readPlan(
      ['衢州市2024年任务分解表', ...(lines(rows) ?? [])].join('\n'),
      loadUnitRegistry(),
    ).measures;
    expect(measures.map(({ no, doubts }) => [no, doubts.map(({ code }) => code).join()])).toEqual([
      ['1', 'days_differ'],
      ['2', ''],
      ['3', 'days_differ'],
      ['4', ''],
    ]);
  });

  it('keeps the title of a chapter that stands beside its number in a row of its own, in whichever column', () => {
    const head = ['编号', '工作任务', '工作内容', '牵头部门'];
    const rows = [head, ['一', '拓岗位', '', ''], ['（一）', '招聘', '办招聘会。', '市人社局']];
    expect(lines([...rows, ['二', '', '保权益', ''], ['（一）', '清欠', '办结欠薪案件。', '市住建局']])).toEqual([
      '一、拓岗位',
      '1. 招聘。办招聘会。（牵头部门：市人社局）',
      '二、保权益',
      '1. 清欠。办结欠薪案件。（牵头部门：市住建局）',
    ]);
  });

  it('keeps a task whose measures were left blank, by its 序号 or its title', () => {
    const head = ['序号', '工作任务', '具体措施', '牵头单位', '配合单位'];
    const rows = [head, ['1', '开展技能培训', '办班20期。', '市人社局', '市教育局']];
    const blank = ['2', '建零工市场6个', '', '市商务局', '市财政局'];
    expect(lines([...rows, blank, ['3', '治理欠薪', '结案率达到98%。', '市住建局', '']])).toEqual([
      '1. 开展技能培训。办班20期。（牵头单位：市人社局，配合单位：市教育局）',
      '2. 建零工市场6个。（牵头单位：市商务局，配合单位：市财政局）',
      '3. 治理欠薪。结案率达到98%。（牵头单位：市住建局）',
    ]);
    const plain = [head, ...rows.slice(1), blank].map((row) => row.slice(1, 4));
    expect(lines([...plain, ['治理欠薪', '排查工地。', '市住建局']])).toEqual([
      '1. 开展技能培训。办班20期。（牵头单位：市人社局）',
      '2. 建零工市场6个。（牵头单位：市商务局）',
      '3. 治理欠薪。排查工地。（牵头单位：市住建局）',
    ]);
  });

  it('keeps a task whose measures were left blank beside a goal, and one among merged tasks', () => {
    const head = ['序号', '重点任务', '主要内容', '年度目标', '责任单位'];
    const rows = [head, ['1', '开展培训', '办班20期。', '培训2万人次', '市人社局']];
    expect(lines([...rows, ['2', '建零工市场', '', '6个', '市商务局']])).toEqual([
      '1. 开展培训。办班20期。年度目标：培训2万人次。（责任单位：市人社局）',
      '2. 建零工市场。年度目标：6个。（责任单位：市商务局）',
    ]);
    const merged = [
      ['重点任务', '具体举措', '责任单位'],
      ['稳就业', '办招聘会。', '市人社局'],
      [null, '开专车。', '市交通局'],
    ];
    expect(lines([...merged, ['建零工市场6个', '', '市商务局']])).toEqual([
      '一、稳就业',
      '1. 办招聘会。（责任单位：市人社局）',
      '2. 开专车。（责任单位：市交通局）',
      '二、建零工市场6个',
      '1. 建零工市场6个。（责任单位：市商务局）',
    ]);
  });

  it('with one measure merged over the rows of its units has it once', () => {
    const head = ['序号', '工作任务', '具体措施', '责任单位'];
    expect(lines([head, ['1', '开展培训', '办班20期。', '市人社局'], [null, null, null, '市教育局']])).toEqual([
      '1. 开展培训。办班20期。（责任单位：市人社局、市教育局）',
    ]);
  });

  it('with three levels gives chapters, sections and measures', () => {
    expect(
      lines([
        ['工作类别', '重点任务', '具体举措', '责任单位'],
        ['稳就业', '拓岗位', '办招聘会。', '市人社局'],
        [null, null, '开专车。', '市交通局'],
        [null, '强服务', '建零工市场。', '市人社局'],
        ['强技能', '抓培训', '训一万人次。', '市人社局'],
      ]),
    ).toEqual([
      '一、稳就业',
      '（一）拓岗位',
      '1. 办招聘会。（责任单位：市人社局）',
      '2. 开专车。（责任单位：市交通局）',
      '（二）强服务',
      '1. 建零工市场。（责任单位：市人社局）',
      '二、强技能',
      '（一）抓培训',
      '1. 训一万人次。（责任单位：市人社局）',
    ]);
  });

  it('under whose merged projects each row has a goal and units of its own has the goals for measures', () => {
    expect(
      lines([
        ['项目名称', '序号', '年度目标', '牵头单位', '协办单位', '分管领导'],
        ['一、养老助残', '1', '新增床位50张', '区民政局', '区财政局', '周某'],
        [null, '2', '建成助残驿站8家', '区残联', '区民政局', '周某'],
      ]),
    ).toEqual([
      '一、养老助残',
      '1. 新增床位50张。（牵头单位：区民政局，协办单位：区财政局）',
      '2. 建成助残驿站8家。（牵头单位：区残联，协办单位：区民政局）',
    ]);
  });

  it('knows standards as tasks, 主体 and towns as units, and leaves out who watches or which room keeps it', () => {
    expect(
      lines([
        ['测评标准', '责任主体', '责任乡镇', '督办单位', '牵头处室'],
        ['车辆停放有序。', '区交警大队', '东门镇', '区文明办', '秩序处'],
      ]),
    ).toEqual(['1. 车辆停放有序。（责任主体：区交警大队，责任单位：东门镇）']);
  });

  it('has rooms for its units where the others only help', () => {
    expect(
      lines([
        ['任务', '责任科室', '配合单位'],
        ['复查整改。', '生态环境所', '执法队'],
      ]),
    ).toEqual(['1. 复查整改。（责任科室：生态环境所，配合单位：执法队）']);
  });

  it('keeps a rule that the head of its column states', () => {
    expect(
      lines([
        ['重点任务', '责任单位（列第一位的为牵头单位）'],
        ['建平台。', '市大数据局、市财政局'],
      ]),
    ).toEqual(['1. 建平台。（责任单位（列第一位的为牵头单位）：市大数据局、市财政局）']);
  });

  it('keeps the numbers its own texts carry, and takes a line across all columns for a chapter', () => {
    expect(
      lines([
        ['序号', '任务', '牵头单位', '配合单位'],
        ['一、稳定就业', undefined, undefined, undefined],
        ['1', '（一）办招聘会', '市人社局', '市总工会'],
        ['2', '（二）开专车', '市交通局', ''],
      ]),
    ).toEqual([
      '一、稳定就业',
      '（一）办招聘会。（牵头单位：市人社局，配合单位：市总工会）',
      '（二）开专车。（牵头单位：市交通局）',
    ]);
  });

  it('keeps the label of the column where roles stand in brackets behind the units', () => {
    const rows = [
      ['任务', '责任单位'],
      ['办夜校', '市教育局（牵头）、市财政局（配合）'],
      ['办讲座', '市总工会（牵头单位）\n市民政局'],
    ];
    expect(lines(rows)).toEqual([
      '1. 办夜校。（责任单位：市教育局（牵头）、市财政局（配合））',
      '2. 办讲座。（责任单位：市总工会（牵头单位）、市民政局）',
    ]);
    const { measures } = readPlan(['衢州市2024年任务分解表', ...(lines(rows) ?? [])].join('\n'), loadUnitRegistry());
    expect(measures.map(({ lead, supporting }) => [lead?.surface, supporting[0]?.surface])).toEqual([
      ['市教育局', '市财政局'],
      ['市总工会', '市民政局'],
    ]);
  });

  it('gives merged units to every measure they stand beside, and 同上 the units above', () => {
    expect(
      lines([
        ['任务内容', '主办单位', '协办单位', '时限'],
        ['办招聘会', '市人社局', '市妇联', '3月底前'],
        ['送岗下乡', null, '同上', '常态化'],
      ]),
    ).toEqual([
      '1. 办招聘会。（主办单位：市人社局，协办单位：市妇联，完成时限：3月底前）',
      '2. 送岗下乡。（主办单位：市人社局，协办单位：市妇联，完成时限：常态化）',
    ]);
  });

  it('leaves a measure without a unit without a note', () => {
    expect(
      lines([
        ['任务', '责任单位', '完成时限'],
        ['加强宣传', '', '全年'],
        ['办招聘会', '——', ''],
      ]),
    ).toEqual(['1. 加强宣传。完成时限：全年。', '2. 办招聘会。']);
  });

  it('reads the head once though it is printed on every page', () => {
    const head = ['任务', '责任单位'];
    expect(lines([head, ['办招聘会', '市人社局'], head, ['开专车', '市交通局']])).toEqual([
      '1. 办招聘会。（责任单位：市人社局）',
      '2. 开专车。（责任单位：市交通局）',
    ]);
  });

  it('is not seen in tables of figures, of members, or of running text', () => {
    expect(
      lines([
        ['指标名称', '单位', '目标值'],
        ['培训人次', '人次', '12600'],
      ]),
    ).toBeNull();
    expect(
      lines([
        ['序号', '单位', '姓名', '职务'],
        ['1', '市人社局', '某某', '主任'],
      ]),
    ).toBeNull();
    expect(
      lines([
        ['序号', '单位', '任务数', '其中牵头', '签收日期'],
        ['1', '市人社局', '8', '3', ''],
      ]),
    ).toBeNull();
    expect(
      lines([
        ['县区', '人数'],
        ['青禾县', '800'],
      ]),
    ).toBeNull();
  });
});

describe('several 任务分解表 in one document', () => {
  const HEAD = ['序号', '重点任务', '具体举措', '责任单位'];
  const JOBS = ['1', '稳就业', '办好八十场招聘会，服务五千人。', '市人社局、市总工会'];
  const SKILLS = ['2', '强技能', '培训一万人次。', '市人社局'];
  const BUSES = ['3', '强技能', '开专车。', '市交通局'];

  it('of which one repeats rows of another give each measure once', () => {
    const seen = new SeenRows();
    const all = taskTableLines(
      gridOf([['全市任务分解表', undefined, undefined, undefined], HEAD, JOBS, SKILLS, BUSES]),
      seen,
    );
    const one = taskTableLines(
      gridOf([['任务清单（市人社局）', undefined, undefined, undefined], HEAD, JOBS, SKILLS]),
      seen,
    );
    const renumbered = taskTableLines(gridOf([HEAD, ['1', ...BUSES.slice(1)], ['2', ...JOBS.slice(1)]]), seen);
    expect(all?.lines).toHaveLength(6);
    expect(one?.lines).toEqual([]);
    expect(one?.notes).toEqual(['表“任务清单（市人社局）”有2行与前面的表相同，没有重复读入。']);
    expect(renumbered?.lines).toEqual(['1. 强技能。开专车。（责任单位：市交通局）']);
  });

  it('keep what is another unit’s under the same words, and what only stands twice in one table', () => {
    const seen = new SeenRows();
    taskTableLines(gridOf([HEAD, JOBS, SKILLS]), seen);
    const other = [HEAD, ['5', ...JOBS.slice(1, 3), '市教育局'], ['6', ...JOBS.slice(1, 3), '市教育局']];
    expect(taskTableLines(gridOf(other), seen)?.lines).toHaveLength(3);
  });
});

describe("the office's own columns", () => {
  const kept = (rows: (string | null | undefined)[][]) =>
    taskTableLines(gridOf(rows))?.rows.map(({ line, own }) => [
      line.split('。')[0],
      own.map((one) => Object.values(one)),
    ]);

  it('stay with the line of their row, a merged cell with every row that it covers, dashes nowhere', () => {
    const rows = [
      ['序号', '任务内容', '责任单位', '考核分值', '一季度', '备注'],
      ['1', '举办招聘会', '市人社局', '5', '2场', '重点\n纳入考核'],
      ['2', '开行专车', '市交通局', '3', '—', null],
      ['3', '走访慰问', '市总工会', '', '', ''],
    ];
    expect(kept(rows)).toEqual([
      [
        '1. 举办招聘会',
        [
          ['考核分值', '5'],
          ['一季度', '2场'],
          ['备注', '重点；纳入考核'],
        ],
      ],
      [
        '2. 开行专车',
        [
          ['考核分值', '3'],
          ['备注', '重点；纳入考核'],
        ],
      ],
    ]);
  });

  it('are those of stages too, also under one cell 进度安排 or headed 一季度目标; what a whole year is to reach is a goal', () => {
    const upper = ['序号', '任务内容', '责任单位', '进度安排', undefined];
    const stacked = [upper, [null, null, null, '上半年', '下半年'], ['1', '举办招聘会', '市人社局', '8场', '累计20场']];
    expect(kept(stacked)).toEqual([
      [
        '1. 举办招聘会',
        [
          ['上半年', '8场'],
          ['下半年', '累计20场'],
        ],
      ],
    ]);
    const goals = [
      ['序号', '任务内容', '年度目标', '一季度目标', '责任单位'],
      ['1', '举办招聘会', '20场', '4场', '市人社局'],
    ];
    expect(kept(goals)).toEqual([['1. 举办招聘会', [['一季度目标', '4场']]]]);
    expect(lines(goals)).toEqual(['1. 举办招聘会。年度目标：20场。（责任单位：市人社局）']);
  });

  it('are who filled it in and when: no unit and no day of the task; the person who did is left out, and told', () => {
    const head = ['序号', '任务内容', '责任单位', '填报日期', '填报单位', '填报人', '备注'];
    const row = ['1', '举办招聘会', '市人社局', '2026年3月5日', '市就业中心', '王晓明', '请联系王晓明13800000000'];
    expect(kept([head, row])).toEqual([
      [
        '1. 举办招聘会',
        [
          ['填报日期', '2026年3月5日'],
          ['填报单位', '市就业中心'],
          ['备注', '请联系（姓名、号码略）'],
        ],
      ],
    ]);
    expect(lines([head, row])).toEqual(['1. 举办招聘会。（责任单位：市人社局）']);
    expect(taskTableLines(gridOf([head, row]))?.notes).toEqual(['任务分解表的栏目“填报人”涉及个人信息，未读入。']);
  });

  it('go on below their row; what stands beside no task is told', () => {
    const head = ['序号', '任务内容', '责任单位', '备注'];
    const rows = [head, ['1', '举办招聘会', '市人社局', '分两次办，'], ['', '', '', '各半年一次']];
    expect(kept(rows)).toEqual([['1. 举办招聘会', [['备注', '分两次办，各半年一次']]]]);
    const before = taskTableLines(gridOf([head, ['', '', '', '电话13800000000'], ['1', '举办招聘会', '市人社局', '']]));
    expect(before?.notes).toEqual(['第2行“备注”没有对应的任务，未读入：电话（号码略）']);
  });
});
