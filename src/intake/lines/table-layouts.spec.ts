import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (title: string, ...lines: string[]) => readPlan([title, ...lines].join('\n'), registry).measures;
const told = (title: string, ...lines: string[]) =>
  read(title, ...lines).map(({ responsible, supporting, open, due, doubtful }) => {
    const names = (units: { name: string }[]) => units.map(({ name }) => name).join(' ');
    return [names(responsible), names(supporting), open.join('/'), due, doubtful ? '疑' : ''];
  });

describe('a task table with a line for every cell', () => {
  const HEAD = ['序号', '工作任务', '牵头部门', '相关责任部门', '完成时间'];

  it('keeps the supporting cell where it ends in a group, and a lead nobody registers', () => {
    const first = ['1', '办好社区食堂', '民政局', '财政局等相关部门，12个街道、镇', '2023年'];
    const second = ['2', '修缮校舍', '房地局', '教育局、财政局', '2023年'];
    expect(told('长宁区2023年重点工作分解表', ...HEAD, ...first, ...second)).toEqual([
      ['区民政局', '区财政局', '等/12个街道、镇', '2023-12-31', ''],
      ['区房地局', '区教育局 区财政局', '', '2023-12-31', '疑'],
    ]);
  });

  it('of a single row is a table where all its columns of units are filled', () => {
    const row = ['1', '地区生产总值', '区发展改革局', '区财政局、区统计局、各街道办事处', '年底前'];
    expect(told('长宁区2023年目标任务分解表', ...HEAD, ...row)).toMatchObject([
      ['区发展和改革局', '区财政局 区统计局', '各街道办事处', '2023-12-31', ''],
    ]);
  });

  it('takes no number inside a cell for a row’s number, and keeps the year of a day that blanks divide', () => {
    const first = ['1', '完善体制', '市民政局', '市财政局', '方案印发后 2 个月完成'];
    const second = ['2', '编制规划', '市水利局', '市财政局', '2024 年底前'];
    const rows = told('衢州市2023年任务表', ...[...HEAD, ...first, ...second].map((cell) => `${cell}\n|`));
    expect(rows.map(([lead, , , due]) => [lead, due])).toEqual([
      ['市民政局', null],
      ['市水利局', '2024-12-31'],
    ]);
  });

  it('goes on behind a line that stands over the next rows', () => {
    const rows = ['（一）甲副市长牵头的工作', '1', '稳定粮食生产', '市农业农村局', '市财政局', '年底前'];
    const more = ['（二）乙副市长牵头的工作', '2*', '扩大消费', '市商务局', '市文旅局', '年底前'];
    const head = HEAD.map((cell) => (cell === '工作任务' ? '工作任务（本市2项牵头工作）' : cell));
    expect(read('衢州市2023年任务表', ...head, ...rows, ...more).map(({ lead }) => lead?.name)).toEqual([
      '市农业农村局',
      '市商务局',
    ]);
  });

  it('leaves out who leads above, in doubt', () => {
    const head = ['序号', '重点工作任务', '责任单位'];
    const first = ['1', '稳定粮食生产', '市农业农村局、市商务局', '省牵头单位：省农业农村厅'];
    const second = ['2', '扩大消费', '市商务局、市发展改革委'];
    expect(told('衢州市2023年任务表', ...head, ...first, ...second)).toMatchObject([
      ['市农业农村局 市商务局', '', '', null, '疑'],
      ['市商务局 市发展和改革委员会', '', '', null, ''],
    ]);
  });

  it('is in doubt where the units of another row stand among a row’s words', () => {
    const first = ['1', '摸底建档。市民政局、财政局，各街道2023年3月', '处置存量', '市民政局', '市财政局', '年底前'];
    const second = ['2', '修缮校舍', '市教育局', '市财政局', '年底前'];
    expect(told('衢州市2023年任务表', ...HEAD, ...first, ...second).map((row) => row.at(-1))).toEqual(['疑', '']);
  });

  it('is in doubt where a cell behind the units may name more of them', () => {
    const first = ['1', '办好食堂', '民政局', '甲乙丙街道和其他方面等部门', '年底前'];
    const second = ['2', '修缮校舍', '教育局', '财政局', '年底前'];
    expect(told('长宁区2023年任务表', ...HEAD, ...first, ...second).map((row) => row.at(-1))).toEqual(['疑', '']);
  });
});

describe('a task table with months behind its units', () => {
  it('does not take the month for the next row', () => {
    const rows = [
      '1 推行一日办结 市市场监管局 市公安局 6月底前',
      '2 推广电子保函 市住建局 市财政局 2月底前',
      '3 清理证明 市司法局 市教育局 年底前',
    ];
    expect(
      told('衢州市2022年任务表', '序号 任务内容 牵头单位 责任单位 完成时限', ...rows).map(([lead, , , due]) => [
        lead,
        due,
      ]),
    ).toEqual([
      ['市市场监督管理局', '2022-06-30'],
      ['市住房和城乡建设局', '2022-02-28'],
      ['市司法局', '2022-12-31'],
    ]);
  });
});

describe('a task table of the offices inside one department', () => {
  it('names them in doubt, since no register has them', () => {
    const rows = ['1 | 公开预算决算 | 财务处 | 长期推进 |', '2 | 清理文件 | 政策法规处、监督处 | 8月底前 |'];
    expect(told('广东省某厅2021年任务台账', '序号 | 工作任务 | 责任处室 | 完成时限 |', ...rows)).toMatchObject([
      [expect.stringMatching(/财务处$/), '', '', null, '疑'],
      [expect.stringMatching(/政策法规处 .*监督处$/), '', '', '2021-08-31', '疑'],
    ]);
  });
});

describe('a table between strokes whose merged cells were left out', () => {
  it('is read by where the units stand, with the lines over its rows as chapters', () => {
    const rows = [
      '一、财政公开|',
      '1.公开预算。|市财政局|',
      '2.公开决算。|市财政局||',
      '二、招生公开|',
      '3.公开学区。|市教育局|',
    ];
    const measures = read('衢州市2021年公开要点分工', '工作任务|具体要求|责任部门|', ...rows);
    expect(measures.map(({ no, lead, doubtful }) => [no, lead?.name, doubtful])).toEqual([
      ['1.1', '市财政局', false],
      ['1.2', '市财政局', false],
      ['2.3', '市教育局', false],
    ]);
  });
});
