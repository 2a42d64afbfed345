import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) =>
  readPlan(`云岭市助企纾困任务分工表\n${lines.join('\n')}`, registry).measures.map(({ responsible, doubts }) => [
    responsible.map(({ name }) => name).join(' '),
    doubts.some(({ code }) => code === 'table_columns'),
  ]);

describe('a row whose words hold the rest of another cell', () => {
  it('is in doubt, and so is the row above, where a cell begins with a stop', () => {
    const rows = read(
      '政策措施 责任部门',
      '对小微企业实行阶段性缓缴社保费 市人社局',
      '的政策 、市税务局',
      '对承租国有房屋的减免租金 市国资委',
      '发放消费券1亿元 市商务局',
    );
    expect(rows.slice(0, 2).every(([, doubted]) => doubted)).toBe(true);
  });

  it('is in doubt where a list of units stands in its words', () => {
    const rows = read(
      '序号 工作任务 牵头单位 责任单位',
      '1 供水接入，市水务集团、市燃气公司，上门服务 市城管局 市财政局',
      '2 纳税便利 市税务局 市财政局',
    );
    expect(rows[0]?.[1]).toBe(true);
  });

  it('is none where the task itself speaks of units', () => {
    const rows = read(
      '序号 工作任务 牵头单位 责任单位',
      '1 由市水务局、市财政局核定水价，报市政府审定 市发改委 市财政局',
      '2 纳税便利 市税务局 市财政局',
    );
    expect(rows).toEqual([
      ['市发展和改革委员会', false],
      ['市税务局', false],
    ]);
  });
});
