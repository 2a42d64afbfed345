import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { extractPasted } from '../extract.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const measures = (rows: string[][], divider = '\t') =>
  readPlan(`山西省2026年任务清单\n${rows.map((row) => row.join(divider)).join('\n')}`, registry).measures;
const brief = (rows: string[][], divider?: string) =>
  measures(rows, divider).map(({ no, lead, supporting, due }) => [
    no,
    lead?.name,
    supporting.map(({ name }) => name).join(' '),
    due,
  ]);

describe('a row whose task begins with a figure', () => {
  it('keeps its number and the figure apart', () => {
    const rows = [
      ['序号', '重点任务', '牵头单位', '完成时限'],
      ['1', '编制规划', '省住建厅', '年底前'],
      ['2', '90%左右的行政村治理垃圾', '省农业农村厅', '年底前'],
    ];
    expect(measures(rows).map(({ no, targets }) => [no, targets[0]?.raw])).toEqual([
      ['1', undefined],
      ['2', '90%左右'],
    ]);
    const flat = measures([rows.flat()], '\n').map(({ no, targets }) => [no, targets[0]?.raw]);
    expect(flat[1]).toEqual(['2', '90%左右']);
  });
});

describe('a table whose column of days stands before the units', () => {
  it('gives every row its day, those left out none', () => {
    const rows = [
      ['序号', '重点任务', '完成时限', '责任单位'],
      ['1', '改造县道40公里', '10月底前', '省交通运输厅'],
      ['2', '补贴农机5000台', '省农业农村厅'],
      ['3', '修复湿地2万亩', '年底前', '省林业和草原局'],
    ];
    for (const divider of ['\t', '   '])
      expect(brief(rows, divider).map(([, lead, , due]) => [lead, due])).toEqual([
        ['省交通运输厅', '2026-10-31'],
        ['省农业农村厅', null],
        ['省林业和草原局', '2026-12-31'],
      ]);
  });
});

describe('a table with a line for every cell', () => {
  const text = (cells: string[], end = '') =>
    readPlan(`栾川县2026年民生实事分解表\n${cells.map((cell) => cell + end).join('\n\n')}`, registry).measures.map(
      ({ no, mode, lead, responsible, supporting }) =>
        [no, mode, lead?.name, responsible.length, ...supporting.map(({ name }) => name)].join(' '),
    );

  it('may give several lines to the units of one cell, and its lone numbers are no page numbers', () => {
    const head = ['序号', '实事', '责任单位', '完成时限'];
    const first = ['1', '整治河道。', '县水利局', '县住建局', '县护城河指挥部', '12月底前'];
    const second = ['2', '新建老年大学。', '县民政局', '9月投入使用'];
    expect(text([...head, ...first, ...second])).toEqual(['1 joint 县水利局 3', '2 lead_support 县民政局 1']);
  });

  it('gives the first line to the first column, whatever number it begins with', () => {
    const head = ['序号', '主要任务', '分管领导', '牵头单位', '协同单位', '1-10月进展'];
    const first = ['24', '改造街巷。', '甲某', '县城管局', '县市政局、环卫处、各乡镇', '完成30%。'];
    const second = ['25', '新增厢房。', '甲某', '县城管局', '各乡镇', '已进场，完成60%。'];
    expect(text([...head, ...first, ...second], ' |')).toEqual([
      '24 lead_support 县城市管理局 1 县市政局 环卫处',
      '25 lead_support 县城市管理局 1',
    ]);
  });

  it('leaves out who only gives the marks', () => {
    const head = ['考核项目', '序号', '指标', '年度目标', '责任部门', '评分部门'];
    const first = ['粮食安全', '1', '播种面积', '42', '县农业农村局', '县水利局', '市农业农村局'];
    const second = ['3', '储备规模', '0.07', '县发改局', '市发展改革委'];
    expect(text([...head, ...first, ...second])).toEqual(['1 joint 县农业农村局 2', '3 lead_support 县发展和改革局 1']);
  });
});

describe('a table with a line for every row', () => {
  const head = ['序号', '任务类别', '主要任务', '牵头单位', '配合单位', '完成时间'];
  const rows = [
    head,
    ['1', '建设平台', '建成 CMOS 试验线。', '省科技厅', '省财政厅，太原市政府', '2026年9月'],
    ['2', '建设平台', '推广新工艺，培训人才。', '省工信厅、省科技厅按职责分工负责', '晋源实验室', '持续推进'],
    ['5', '开放数据', '完善制度。', '省数据局', '无', '2026年6月'],
    ['9', '开放数据', '制定标准。', '省市场监管局（省知识产权局）', '省电力公司', '2026年12月'],
  ];
  const expected = [
    ['1', '省科学技术厅', '省财政厅 太原市人民政府', '2026-09-30'],
    ['2', '省工业和信息化厅', '晋源实验室', null],
    ['5', '省数据局', '', '2026-06-30'],
    ['9', '省市场监督管理局', '省电力公司', '2026-12-31'],
  ];

  it('is read by its columns, whatever stands in the cells, and keeps numbers that were left out', () => {
    expect(brief(rows)).toEqual(expected);
  });

  it('is the same with upright strokes and a line of dashes under its head', () => {
    const marked = rows.map((row) => ['', ...row, ''].join(' | ').trim());
    marked.splice(1, 0, '|---|---|---|---|---|---|');
    const read = readPlan(`山西省2026年任务清单\n${marked.join('\n')}`, registry).measures;
    expect(read.map(({ lead }) => lead?.name)).toEqual(expected.map(([, lead]) => lead));
  });

  const merged = [
    ['工作要点', '具体任务', '市级负责同志', '责任单位', '牵头处室', '建设时序'],
    ['稳增长', '引进大项目20个。', '甲某某', '市商务局、各县（市、区）', '经济处', '3—11月'],
    ['开展百日招商。', '甲某某', '同上', '经济处', '年底'],
    ['惠民生', '改造棚户区。', '乙某', '市住建局', '社会处', '10月底'],
    ['提高低保标准。', '乙某', '市民政局', '社会处', '年底'],
  ];

  it.each(['|', '　　', '\t'])(
    'with “%s” between cells keeps rows that a merged cell stands over to their columns',
    (mark) => {
      const { text } = extractPasted(`长治市2026年工作分工\n${merged.map((row) => row.join(mark)).join('\n')}`);
      const read = readPlan(text, registry).measures.map(({ responsible, supporting, open, due, doubtful }) => [
        responsible.map(({ name }) => name).join(' '),
        supporting.length,
        open.length,
        due?.slice(5),
        doubtful,
      ]);
      expect(read).toEqual([
        ['市商务局', 0, 1, '11-30', false],
        ['市商务局', 0, 1, '12-31', false],
        ['市住房和城乡建设局', 0, 0, '10-31', false],
        ['市民政局', 0, 0, '12-31', false],
      ]);
    },
  );

  it('asks where a row fits its columns in more ways than one', () => {
    const head = ['工作要点', '具体任务', '牵头单位', '配合单位'];
    const first = ['稳增长', '引进大项目20个。', '市商务局', '市财政局'];
    const read = measures([head, first, ['开展百日招商。', '市商务局']], '|');
    expect(read.map(({ doubtful }) => doubtful)).toEqual([false, true]);
  });

  it('gives the rule in the head of a column to each of its rows', () => {
    const head = ['编号', '重点任务', '责任单位（列第一位的为牵头单位）'];
    const rows = [head, ['1', '建平台。', '省数据局、省财政厅'], ['2', '管数据。', '省公安厅、省司法厅']];
    expect(brief(rows)).toEqual([
      ['1', '省数据局', '省财政厅', null],
      ['2', '省公安厅', '省司法厅', null],
    ]);
  });

  it('is led by the rooms of an office where only helpers have a column beside theirs', () => {
    const head = ['序号', '任务内容', '责任科室', '配合单位', '时限'];
    const rows = [
      head,
      ['1', '完成整改65处', '规划处', '省林业厅', '2026年6月底'],
      ['2', '推广标准', '人事处', '省公安厅', '全年'],
    ];
    expect(brief(rows)).toEqual([
      ['1', '规划处', '省林业厅', '2026-06-30'],
      ['2', '人事处', '省公安厅', null],
    ]);
  });

  it('points at the source of its units', () => {
    const text = `山西省2026年任务清单\n${rows.map((row) => row.join('\t')).join('\n')}`;
    const [first] = readPlan(text, registry).measures;
    const [from, to] = first?.noteSpan ?? [0, 0];
    expect(text.slice(from, to)).toContain('省科技厅\t省财政厅，太原市政府');
  });
});

describe('cells of units', () => {
  const told = (text: string) =>
    readPlan(text, registry).measures.map(({ responsible, supporting, due, doubtful }) => {
      const names = (units: { name: string }[]) => units.map(({ name }) => name).join(' ');
      return [names(responsible), names(supporting), due?.slice(5), doubtful ? '疑' : ''].join('|');
    });
  const pasted = (rows: string[][], divider: string, end = '\n') =>
    told(extractPasted(`平凉市2022年任务清单\n${rows.map((row) => row.join(divider)).join(end)}`).text);

  it.each(['|', '　　', '\t', '\n'])('divided by “%s” lose the persons behind their names', (divider) => {
    const rows = [
      ['序号', '主要措施', '牵头单位及责任人', '配合单位及责任人', '完成期限'],
      ['1', '发放消费券。', '市商务局 李某某', '市工信局 赵某某、市文旅局 马某', '8月底'],
      ['2', '举办节会20场。', '市文旅局 柳某某', '市体育局', '12月底'],
    ];
    expect(pasted(rows, divider)).toEqual(['市商务局|市工业和信息化局 市文旅局|08-31|', '市文旅局|市体育局|12-31|']);
  });

  it.each(['|', '\n'])('divided by “%s” may number their names', (divider) => {
    const rows = [
      ['类别', '工作任务', '牵头单位', '责任单位'],
      ['交通', '淘汰老旧车辆。', '①市生态环境局', '①市交通局；②市公安局'],
      ['扬尘', '创建示范工地。', '①市住建局', '①市水利局'],
    ];
    expect(pasted(rows, divider)).toEqual(['市生态环境局|市交通运输局 市公安局||', '市住房和城乡建设局|市水利局||']);
  });

  const merged = (rest: string[]) => [
    ['序号', '工作任务', '责任单位', '配合单位', '完成时限'],
    ['1', '编制预案。', '市住建局', '市财政局', '5月底前'],
    ['2', '清掏雨水管网。', ...rest],
    ['3', '储备物资。', '市应急局', '市商务局', '6月底前'],
  ];

  it('that stand empty in one row may be covered by the row above: asked, never taken over where their place is kept', () => {
    const read = ['市住房和城乡建设局|市财政局|05-31|', '市应急管理局|市商务局|06-30|'];
    const [first, last] = read;
    expect(pasted(merged(['', '', '']), '\t')).toEqual([first, last]);
    expect(pasted(merged(['', '', '']), '|')).toEqual([first, last]);
    expect(pasted(merged([]), '\n')).toEqual([first, '市住房和城乡建设局|市财政局||疑', last]);
  });

  const clipboard = (rows: string[][], above = '平凉市2022年任务清单') =>
    readPlan(extractPasted(`${above}\n${rows.map((row) => row.join('\t')).join('\n')}`).text, registry);

  it('that a clipboard left empty leave their row without units, with those above it to choose from', () => {
    const [head = [], first = [], second = [], [, ...last] = []] = merged(['', '', '6月']);
    const rows = [head, first, second, ['3', '检修泵站12座。', '', '', ''], ['4', ...last]];
    const { measures, unassignedClauses, text } = clipboard(rows);
    expect(measures.map(({ no }) => no)).toEqual(['1', '4']);
    const above = '责任单位：市住建局，配合单位：市财政局';
    expect(unassignedClauses?.map((clause) => [clause.title, clause.above, clause.named])).toEqual([
      ['清掏雨水管网', above, undefined],
      ['检修泵站12座', above, undefined],
    ]);
    expect(text).toContain('完成时限：6月');
  });

  it('that a clipboard left empty are asked for in an annex behind chapters too', () => {
    const body = '一、总体要求\n做好防汛。\n二、重点任务\n（一）排查险段。（责任单位：市水利局）\n附件\n任务分解表';
    const { unassignedClauses } = clipboard(merged(['', '', '']), `平凉市2022年防汛方案\n${body}`);
    expect(unassignedClauses?.map(({ title }) => title)).toEqual(['清掏雨水管网']);
  });

  it.each(['', '|'])(
    'that strokes keep the place of are empty (ended by “%s”): their row is asked for with its day',
    (end) => {
      const rows = merged(['', '', '6月']).map((row) => end + row.join('|') + end);
      const { measures, unassignedClauses } = readPlan(`平凉市2022年任务清单\n${rows.join('\n')}`, registry);
      expect(measures.map(({ no }) => no)).toEqual(['1', '3']);
      expect(unassignedClauses?.map(({ title, text, above }) => [title, text, above])).toEqual([
        ['清掏雨水管网', '完成时限：6月。', '责任单位：市住建局，配合单位：市财政局'],
      ]);
    },
  );

  it('that are gone with their line are taken from the row above, in a doubt that names the row', () => {
    const cells = merged(['6月']).flat().join('\n');
    const [, second] = readPlan(`平凉市2022年任务清单\n${cells}`, registry).measures;
    expect(second?.doubts.map(({ code }) => code)).toEqual(['table_columns']);
    expect(second?.doubts[0]?.reason).toMatch(/^“2.清掏雨水管网”这一行的单位栏空着，暂取上一行的单位/);
  });

  it('that say 同上 are those above', () => {
    expect(pasted(merged(['同上', '同上', '']), '\t')[1]).toBe('市住房和城乡建设局|市财政局||');
  });

  it('of which one alone stands empty have a doubt that names the one above', () => {
    const [, second] = clipboard(merged(['', '市水利局', '6月底前'])).measures;
    const doubt = second?.doubts.find(({ code }) => code === 'units_above');
    expect(doubt?.reason).toContain('上一行是“责任单位：市住建局”');
    expect(second?.note).not.toContain('市住建局');
  });

  it('stay where a telephone number stands in their row', () => {
    const rows = [
      ['序号', '保障事项', '牵头部门', '配合部门', '联络员及电话'],
      ['1', '协调防疫物资。', '市商务局', '市财政局', '巴某 0906-6180001'],
      ['2', '组织返岗。', '市人社局', '市交通局', '阿某 0906-6180002'],
    ];
    for (const divider of ['|', '　　', ' ', '\t']) {
      const { text, contacts } = readPlan(
        `平凉市2022年任务清单\n${rows.map((row) => row.join(divider)).join('\n')}`,
        registry,
      );
      expect([text.includes('6180'), contacts]).toEqual([false, 2]);
      expect(pasted(rows, divider)).toEqual(['市商务局|市财政局||', '市人力资源和社会保障局|市交通运输局||']);
    }
  });
});

describe('tables without end', () => {
  it('cost no more per line than short ones', () => {
    const heads = (count: number): string => '序号\n任务\n牵头单位\n7\n'.repeat(count);
    const cells = (count: number): string => `序号\n任务\n牵头单位\n1\n${'说明\n5\n'.repeat(count)}`;
    const spaced = (count: number): string => '序号 任务 牵头单位\n'.repeat(count);
    const labels = (count: number): string => '工作任务：说明\n责任单位：市教育局\n'.repeat(count);
    for (const text of [heads, cells, spaced, labels]) {
      const before = process.cpuUsage();
      readPlan(text(4000), registry);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(10_000);
    }
  });
});

describe('a row of a table that goes on over the lines of one of its cells', () => {
  const table = [
    '序号\t重点工作\t责任单位\t完成时限',
    '一、稳住就业',
    '1\t新增就业三千人。\t牵头单位：省人社厅',
    '配合单位：省财政厅、省教育厅\t年底前',
    '2\t办好三场招聘会\t牵头单位：省人社厅',
    '配合单位：省工信厅，',
    '省总工会\t10月31日前',
    '二、改善民生',
    '3\t改造管网。\t省住建厅\t9月底',
  ].join('\n');
  const title = '山西省2026年任务清单\n';

  it.each([
    ['as printed', title + table],
    ['as pasted', extractPasted(title + table).text],
  ])('keeps who leads, who helps and the day together (%s)', (_, text) => {
    const rows = readPlan(text, registry).measures.map(({ no, lead, supporting, due, doubts }) =>
      [no, lead?.name, supporting.length, due, doubts.length].join(' '),
    );
    expect(rows).toEqual([
      '1.1 省人力资源和社会保障厅 2 2026-12-31 0',
      '1.2 省人力资源和社会保障厅 2 2026-10-31 0',
      '2.3 省住房和城乡建设厅 0 2026-09-30 0',
    ]);
  });
});
