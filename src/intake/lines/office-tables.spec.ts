import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (title: string, ...lines: string[]) =>
  readPlan([title, ...lines].join('\n'), registry).measures.map(({ responsible, supporting, open, doubtful }) => [
    responsible.map(({ surface }) => surface).join(' '),
    supporting.map(({ surface }) => surface).join(' '),
    open.join('/'),
    doubtful ? '疑' : '',
  ]);

describe('a flattened table whose units are offices or stations', () => {
  it('may say in brackets what else its column holds, and give museums and teams a task', () => {
    const head = ['序号', '指标', '任务', '时限', '责任领导', '责任股室', '（单位）', '备注'];
    const first = ['1', '阅读', '全年办读书会20场。', '12月底前', '甲某某', '群文股', '图书馆'];
    const second = ['2', '文物', '修缮古塔。', '10月底前', '乙某某', '塔山博物馆', '3', '市场', '巡查影院。'];
    expect(told('汤阴县文化局2024年任务分解表', ...head, ...first, ...second, '9月底前', '甲某某', '稽查大队')).toEqual(
      [
        ['群文股 图书馆', '', '', '疑'],
        ['塔山博物馆', '', '', '疑'],
        ['稽查大队', '', '', '疑'],
      ],
    );
  });

  it('may call its column a list of duties, blanks between the stations', () => {
    const head = '建设任务 | 工作事项 | 任务清单 | 责任清单 | 时限清单 |';
    const first = '排涝 | 检修泵站 | 备足油料 | 农技站 工业办 | 4月 |';
    const second = '巡查水库 | 划定网格 | 党政办 水管站 村（社区） | 5月 |';
    expect(told('柳河镇2024年防汛清单', head, first, second)).toEqual([
      ['农技站 工业办', '', '', '疑'],
      ['党政办 水管站', '', '村（社区）', '疑'],
    ]);
  });

  it('counts a column of figures behind the units, and takes no task there for a unit', () => {
    const head = ['序号', '项目名称', '责任单位', '数量', '任务/项目所在地'];
    const rows = ['1', '驻村帮扶', '县民政局', '1', '选派驻村工作队', '2', '资产收益', '县财政局', '9', '柳河镇'];
    expect(told('汤阴县2024年民生项目分解表', ...head, ...rows)[0]).toEqual(['县民政局', '', '', '']);
  });

  it('reads a single row, its leads on lines of their own and those who help as one list', () => {
    const head = ['序号', '重点工作', '牵头单位', '配合单位', '进度安排'];
    const leads = ['7', '办好夜校，年内开班。', '省教育厅', '省国防科工办', '民政厅'];
    const help = ['省财政厅、公安厅、商务厅等', '全年完成。其中：', '一季度：选址。'];
    expect(told('浙江省2024年重点工作分工表', ...head, ...leads, ...help)).toEqual([
      ['省教育厅 省国防科工办 民政厅', '省财政厅 公安厅 商务厅', '等', '疑'],
    ]);
  });
});
