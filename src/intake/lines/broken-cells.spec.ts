import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const rows = (...lines: string[]) =>
  readPlan(lines.join('\n'), registry).measures.map(({ title, text, responsible, supporting, open }) => [
    (text.length < 4 ? title : text)
      .split('\n')
      .at(-1)
      ?.replace(/[。，]/g, ''),
    responsible.map(({ surface }) => surface).join(' '),
    supporting.map(({ surface }) => surface).join(' '),
    open.join('/'),
  ]);

const TITLE = '商洛市2024年重点任务分解表';

describe('a task table whose cells a page broke into lines', () => {
  it('keeps names that go on with the next line with their row, leaders printed with crosses left out', () => {
    const head = ['序号', '目标任务', '责任领导', '牵头单位', '配合单位', '完成', '时限'];
    const [first, second, third] = [
      [
        '1',
        '新建夜校六所，其中山区',
        '不少于两所',
        '李××',
        '市教育局',
        '市财政局、市农业农村局、',
        '市商务局，市政府有关部门',
        '12月底',
      ],
      ['2', '修缮村小八所', '王××', '市住建局', '各县（区）政府、商洛高新', '区管委会', '10月底'],
      ['3', '清理欠薪', '刘××', '市人社局', '市政府办（市数据局）、市', '直有关部门、市水', '利局', '长期'],
    ];
    expect(rows(TITLE, ...head, ...first!, ...second!, ...third!)).toEqual([
      ['新建夜校六所其中山区不少于两所', '市教育局', '市财政局 市农业农村局 市商务局', '市政府有关部门'],
      ['修缮村小八所', '市住建局', '商洛高新区管委会', '各县（区）政府'],
      ['清理欠薪', '市人社局', '市政府办 市水利局', '市直有关部门'],
    ]);
  });

  it('keeps a cell of units together in which some that it does not know stand behind bureaus', () => {
    const head = ['序号', '工作任务', '牵头单位', '配合单位', '时限'];
    const first = ['1', '清理欠薪', '市人社局', '市住建局、市水利局、市发', '改委、白云油田、宏远集团', '12月底'];
    const second = ['2', '新建夜校六所', '市教育局', '市财政局、市总工会', '9月底'];
    expect(rows(TITLE, ...head, ...first, ...second)).toEqual([
      ['清理欠薪', '市人社局', '市住建局 市水利局 市发改委 白云油田 宏远集团', ''],
      ['新建夜校六所', '市教育局', '市财政局 市总工会', ''],
    ]);
  });

  it('keeps a plant among governments of districts, and counties that have something in common, with their row', () => {
    const table = [
      '序号 主要任务 牵头部门 配合部门 时限',
      '1 改造管网 55 公里 市住建局 市城管局、商州区政府、山阳县政府、国能商洛热电 10月末',
      '2 封堵旧窑 市应急局 市能源局、有矿县（市、区）政府 年底',
      '3 新建夜校 市教育局 市财政局 9月底',
    ];
    expect(rows(TITLE, ...table).map(([, lead, helping, open]) => [lead, helping, open])).toEqual([
      ['市住建局', '市城管局 商州区政府 山阳县政府 国能商洛热电', ''],
      ['市应急局', '市能源局', '有矿县（市、区）政府'],
      ['市教育局', '市财政局', ''],
    ]);
  });

  it('puts counties together that a line cut in their names', () => {
    const table = [
      '序号 工作任务 牵头市领导 责任单位 完成时限',
      '1 新建夜校 6 所，修缮',
      '校舍 3 处',
      '谭×× 市教育局、市水库移民局，灵',
      '山县、浦北县、钦南区、钦北',
      '区政府',
      '6 月底',
      '2 建成驿站 5 个 黄×× 市人力资源社会保障局、中国移动',
      '钦州分公司、中国铁塔钦州分',
      '公司 10 月底',
      '3 开办食堂 赵×× 市民政局 全年',
    ];
    expect(rows('钦州市2020年重点工作分解表', ...table).map(([, own, helping]) => `${own} ${helping}`.trim())).toEqual([
      '市教育局 市水库移民局 灵山县 浦北县 钦南区 钦北区政府',
      '市人力资源社会保障局 中国移动钦州分公司 中国铁塔钦州分公司',
      '市民政局',
    ]);
  });

  it('knows villages and works parks of a town as those who help', () => {
    const table = [
      ...['项目名称', '责任部门', '配合部门', '时间节点'],
      ...['幼儿园竣工', '教管办', '建设局、金桥工业园、国裕集团', '8月'],
      ...['新增服务站2个', '民政办', '天平村、灵岩村', '9月'],
      ...['加装电梯20台', '建设局', '各社区', '12月'],
    ];
    expect(rows('木渎镇2024年实事项目分解表', ...table)).toEqual([
      ['幼儿园竣工', '教管办', '建设局 金桥工业园 国裕集团', ''],
      ['新增服务站2个', '民政办', '天平村 灵岩村', ''],
      ['加装电梯20台', '建设局', '', '各社区'],
    ]);
  });

  it('keeps a rhythm under the column of days, and groups under the one of units', () => {
    const table = [
      ...['序号', '任务', '牵头单位', '责任单位', '完成时限'],
      ...[
        '1',
        '上线监管平台',
        '县人力资源社会保障局',
        '县各行业主管部门、各乡镇人民政府、县经开区管委会',
        '每月25日前',
      ],
      ...['2', '修缮校舍', '县教育局', '县财政局', '6月底'],
      ...['3', '办好夜校', '县民政局', '县司法局', '8月底'],
    ];
    expect(rows('岳西县2022年根治欠薪任务表', ...table)).toEqual([
      ['上线监管平台', '县人力资源社会保障局', '县经开区管委会', '县各行业主管部门/各乡镇人民政府'],
      ['修缮校舍', '县教育局', '县财政局', ''],
      ['办好夜校', '县民政局', '县司法局', ''],
    ]);
  });
});

describe('a cell of units that says itself who goes along', () => {
  const head = ['序号', '工作任务', '责任单位'];
  const cells = [
    ...['1', '办好夜校', '教育部、财政部会同有关部门'],
    ...['2', '修缮校舍', '农业部会同教育部、', '民政部、全国妇联、贫困地区培训主管部门'],
    ...['3', '开办食堂', '民政部、商务部'],
  ];
  const read = [
    ['办好夜校', '教育部 财政部', '', '有关部门'],
    ['修缮校舍', '农业部', '教育部 民政部 全国妇联', '贫困地区培训主管部门'],
    ['开办食堂', '民政部 商务部', '', ''],
  ];

  it('is read with 会同 on lines of its own and on the row’s line', () => {
    expect(rows('国务院办公厅关于支持返乡创业的意见', ...head, ...cells)).toEqual(read);
    const lines = [head, cells.slice(0, 3), [...cells.slice(3, 5), cells[5]! + cells[6]!], cells.slice(7)];
    expect(rows('国务院办公厅关于支持返乡创业的意见', ...lines.map((line) => line.join(' ')))).toEqual(read);
  });
});

describe('a table that lost its line breaks', () => {
  it('keeps a second name and a branch’s place with their units', () => {
    const table =
      '序号工作任务牵头单位配合单位完成时间1清理“三无”船舶安庆海事局市农委（渔政）、市财政局2018年8月底' +
      '2整治管道市发展改革委（市能源局）市安监局、市质监局2018年底3关闭矿山12座市安监局市国土资源局2018年10月底';
    expect(rows('安庆市2018年安全生产任务分解表', table)).toEqual([
      ['清理“三无”船舶', '安庆海事局', '市农委 市财政局', ''],
      ['整治管道', '市发展改革委', '市安监局 市质监局', ''],
      ['关闭矿山12座', '市安监局', '市国土资源局', ''],
    ]);
  });
});
