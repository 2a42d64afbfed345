import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const plan = (...lines: string[]) => readPlan(['宁海县2023年重点任务分解表', ...lines].join('\n'), registry);
const told = (...lines: string[]) =>
  plan(...lines).measures.map(({ text, responsible, supporting, doubtful }) =>
    [
      text,
      ...[responsible, supporting].map((units) => units.map(({ name }) => name).join(' ')),
      doubtful ? '疑' : '',
    ].join('|'),
  );

describe('a table whose cells a PDF broke in the middle of words', () => {
  it('is put together again, line by line', () => {
    const head = ['序号', '重点任务', '牵头单位', '配合单位', '完成时限'];
    const first = [
      '1',
      '开展工资支付专项检',
      '查，覆盖在建项目',
      '县人力资源和',
      '社会保障局',
      '县住房和城乡',
      '建设局、县水',
    ];
    const second = ['2', '新建农村公路80', '公里', '县交通运输局', '县财政局、各乡镇', '人民政府', '12月底前'];
    expect(told(...head, ...first, '利局', '6月底前', ...second)).toEqual([
      '开展工资支付专项检查，覆盖在建项目。|县人力资源和社会保障局|县住房和城乡建设局 县水利局|',
      '新建农村公路80公里。|县交通运输局|县财政局|疑',
    ]);
  });
});

describe('a table whose units stand before its tasks', () => {
  it('is read by its columns', () => {
    const head = ['责任主体', '主要任务', '目标值', '责任领导', '进度安排'];
    const rows = ['县教育局', '新增学位', '1200个', '王某某', '10月底前', '县财政局', '保障经费', '4%', '李某', '全年'];
    expect(told(...head, ...rows).map((row) => row.split('|')[1])).toEqual(['县教育局', '县财政局']);
  });
});

describe('a table that lost everything between its cells', () => {
  it('is cut where units, days and numbers begin, in doubt', () => {
    const first = '1呼兰河湿地整治，清理垃圾12处杨某某县水利局县城市管理局、各街道10月末';
    const second = '2城镇新增就业4300人张某县人力资源和社会保障局县总工会12月末';
    const run = `序号工作任务牵头领导牵头部门配合部门完成时限${first}${second}`;
    expect(told(run).map((row) => row.split('|').slice(1).join('|'))).toEqual([
      '县水利局|县城市管理局|疑',
      '县人力资源和社会保障局|县总工会|疑',
    ]);
  });
});
