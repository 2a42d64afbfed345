import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const rows = (...lines: string[]) =>
  readPlan(['平阳县2025年重点任务分解表', ...lines].join('\n'), registry).measures.map(
    ({ responsible, supporting, open, due, doubts }) =>
      [
        responsible.map(({ name }) => name).join(' '),
        [...supporting.map(({ name }) => name), ...open].join(' '),
        due,
        doubts.map(({ code }) => code).join(' '),
      ].join('/'),
  );
const bar = (cells: string[]): string => `|${cells.join('|')}|`;

describe('a row whose narrow cells go on over the lines below', () => {
  const TOLD = [
    '县林业局/县发展和改革局 县财政局/2025-03-31/',
    '县交通运输局/县财政局 县自然资源局/2025-10-31/',
    '县水利局/县住房和城乡建设局/2025-12-31/',
    '县大数据发展服务中心/县教育局 等/2025-09-30/',
    '县农业农村局/县供销合作社联合社 各乡镇人民政府/2025-12-31/',
    '县发展和改革局/县人力资源和社会保障局/2025-06-30/',
  ];

  it.each(['\t', '   '])('has whole names again, several of them at once, divided by %j', (divider) => {
    const lines = [
      ['序号', '工作任务', '牵头单位', '配合单位', '完成时限'],
      ['1', '新造碳汇林2000亩，', '县林业局', '县发展和', '2025年3'],
      ['栽植乡土树种', '改革局、县财', '月底前'],
      ['3万株', '政局'],
      ['2', '新建港湾式候车亭25个', '县交通运', '县财政局、县自', '10月底前'],
      ['输局', '然资源局'],
      ['3', '整治山塘12座', '县水利局', '县住房城乡', '12月底前'],
      ['建设局'],
      ['4', '建成校园智慧平台', '县大数据发', '县教育局等', '9月底前'],
      ['展服务中心'],
      ['5', '培育茶叶合作社30家', '县农业农村局', '县供销联社、', '年底前'],
      ['各乡镇人民政府'],
      ['6', '实施以工代赈项目8个', '县发改局', '县人力资源和社', '6月底前'],
      ['会保障局'],
    ];
    expect(rows(...lines.map((row) => row.join(divider)))).toEqual(TOLD);
  });

  it('has its cells below each other between strokes', () => {
    const lines = [
      ['序号', '工作任务', '牵头单位', '配合单位', '完成时限'],
      ['1', '新造碳汇林2000亩', '县林业局', '县发展和', '3月底前'],
      ['', '', '', '改革局、县财政局', ''],
      ['2', '新建候车亭25个', '县交通运', '县财政局', '10月底前'],
      ['', '方便群众出行', '输局', '县自然资源局', ''],
    ];
    expect(rows(...lines.map(bar))).toEqual(TOLD.slice(0, 2));
  });

  it('ends where the table does: the paragraph behind it stays as it is', () => {
    const table = ['序号\t工作任务\t责任单位', '1\t整治山塘12座\t县水利局', '2\t新造碳汇林2000亩\t县林业局'];
    expect(rows(...table, '各乡镇要加强统筹，抓好落实。', '三、工作要求', '加强调度。')).toHaveLength(2);
  });
});

describe('a number that stands once for several rows', () => {
  const head = ['序号', '工作任务', '责任单位', '完成时限'];
  const body = [
    ['1', '建设老年食堂15家', '县民政局', '10月底前'],
    ['', '改造困难老人家庭200户', '县民政局、县残联', '年底前'],
    ['', '培训护理员300人次', '县人力资源社会保障局等', '9月底前'],
    ['2', '改造寄宿制学校4所', '县教育局', '8月底前'],
    ['', '选派支教教师60名', '县教育局、县委编办', '8月底前'],
    ['3', '新增停车泊位900个', '县综合行政执法局、各乡镇人民政府', '12月底前'],
  ];
  const TOLD = [
    '县民政局//2025-10-31/',
    '县民政局 县残疾人联合会//2025-12-31/',
    '县人力资源和社会保障局/等/2025-09-30/',
    '县教育局//2025-08-31/',
    '县教育局 县委机构编制委员会办公室//2025-08-31/',
    '县综合行政执法局/各乡镇人民政府/2025-12-31/',
  ];
  const left = (cells: string[]): string[] => cells.filter((text) => text !== '');

  it('keeps the units and days of each of them', () => {
    expect(rows(...[head, ...body].map((row) => row.join('\t')))).toEqual(TOLD);
    expect(rows(...[head, ...body].map((row) => left(row).join('\t')))).toEqual(TOLD);
    expect(rows(...[head, ...body].map((row) => left(row).join('   ')))).toEqual(TOLD);
    expect(rows(...[head, ...body].map(bar))).toEqual(TOLD);
  });

  it('may stand beside a task for all of them', () => {
    const wide = body.map(([number = '', ...rest], at) => [
      number,
      number && `任务${'甲乙丙丁戊己'[at] ?? ''}`,
      ...rest,
    ]);
    const lines = [['序号', '重点任务', '具体措施', '责任单位', '完成时限'], ...wide];
    expect(rows(...lines.map((row) => left(row).join('\t')))).toEqual(TOLD);
  });

  it('is in doubt where nothing but the units tells that a line is a row', () => {
    const lines = [head, ...body.toSpliced(2, 1)].map((row) => left(row.slice(0, 3)).join('\t'));
    const told = rows(...lines).map((row) => row.split('/').at(-1));
    expect(told).toEqual(['', 'table_columns', '', 'table_columns', '']);
  });
});
