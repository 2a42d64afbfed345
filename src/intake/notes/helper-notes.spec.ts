import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) =>
  readPlan(`运城市2022年工作方案\n一、重点任务\n1.修好水渠。${lines.join('\n')}`, registry).measures.map(
    ({ mode, responsible, supporting, open, doubtful }) =>
      [
        mode,
        responsible.map(({ surface }) => surface).join(' '),
        supporting.map(({ surface }) => surface).join(' '),
        ...(open.length > 0 ? [open.join(' ')] : []),
        ...(doubtful ? ['?'] : []),
      ].join('|'),
  );

describe('who helps', () => {
  it('stands behind 会同 where 牵头 was said before', () => {
    expect(read('（市水务局牵头，市财政局、市住建局会同各地区落实）')).toEqual([
      'lead_support|市水务局|市财政局 市住建局|各地区',
    ]);
    expect(read('市水务局会同市财政局、市住建局负责。')).toEqual(['lead_support|市水务局|市财政局 市住建局']);
  });

  it('may stand in brackets behind a name', () => {
    expect(read('', '责任单位：市人社局（市医保局配合）')).toEqual(['lead_support|市人社局|市医保局']);
    expect(read('（责任单位：市水务局，市财政局、市住建局配合）')).toEqual(['lead_support|市水务局|市财政局 市住建局']);
  });

  it('without anybody to help is asked about', () => {
    expect(read('（市财政局配合）')).toEqual(['lead_support|市财政局||?']);
    expect(read('市数据局（市大数据中心配合）负责。')).toEqual(['lead_support|市数据局|市大数据中心|?']);
  });

  it('is said with what is given: support with technology, money or data', () => {
    expect(read('（市水务局牵头，汾东数联科技有限公司提供技术支持）')).toEqual([
      'lead_support|市水务局|汾东数联科技有限公司|?',
    ]);
    expect(read('（市水务局牵头，市财政局给予资金保障，市公安局、市数据局提供数据支撑）')).toEqual([
      'lead_support|市水务局|市财政局 市公安局 市数据局',
    ]);
    expect(read('（市水务局会同市住建局负责，市财政局提供经费支持。）')).toEqual([
      'lead_support|市水务局|市住建局 市财政局',
    ]);
  });

  it('follows a semicolon', () => {
    expect(read('市公安局牵头；市检察院、市司法局配合')).toEqual(['lead_support|市公安局|市检察院 市司法局']);
    expect(read('市公安局牵头；市司法局牵头，市财政局配合')).toHaveLength(2);
  });
});

describe('names', () => {
  it('with a second name in brackets behind a label are no note of their own', () => {
    expect(read('', '牵头单位：市水务局（市河长办）', '配合单位：市公安局，各县（市、区）人民政府')).toEqual([
      'lead_support|市水务局|市公安局|各县（市、区）人民政府',
    ]);
  });

  it('of zones share the committee that is printed once', () => {
    const [measure] = readPlan('运城市工作方案\n一、任务\n1.修路。（高新区、经开区管委会负责）', registry).measures;
    expect(measure?.responsible.map(({ name }) => name)).toEqual(['高新区管理委员会', '经开区管理委员会']);
    expect(measure?.doubtful).toBe(false);
  });

  it('of schools and institutes of a place are a group', () => {
    expect(read('（牵头单位：市科技局；责任单位：在运高校院所、开发区管委）')).toEqual([
      'lead_support|市科技局||在运高校院所 开发区管委',
    ]);
  });

  it('that nobody knows are read and asked about', () => {
    expect(read('村建所、环卫公司和各村（社区）负责实施。')).toEqual(['joint|村建所 环卫公司||各村（社区）|?']);
    expect(read('卫生院、文教办负责组织。')).toEqual(['joint|卫生院 文教办||?']);
    expect(read('（市经科局）')).toEqual(['lead_support|市经科局||?']);
    expect(read('由专人负责。')).toEqual([]);
    expect(read('工程队负责施工的设备由市政公司负责。')).toEqual([]);
  });
});
