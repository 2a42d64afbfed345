import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (...lines: string[]) =>
  readPlan(['汤阴县2015年政府工作报告任务分解', ...lines].join('\n'), registry).measures.map((measure) => [
    measure.text,
    measure.responsible.map(({ surface }) => surface).join(' '),
    measure.doubts.map(({ code }) => code).join(),
  ]);

describe('rows that lost their table', () => {
  it('have their units behind a blank, in doubt', () => {
    expect(told('1.建成住房1200套 县住建局', '2.完成供水工程12处　县水利局 县财政局、县审计局')).toEqual([
      ['建成住房1200套。', '县住建局', 'table_columns'],
      ['完成供水工程12处。', '县水利局 县财政局 县审计局', 'table_columns'],
    ]);
  });

  it('are not seen where a sentence goes on, where nobody is known or nothing is numbered', () => {
    expect(told('1.把名单送到 县住建局', '2.办好夜校，会同 县财政局', '3.新建 县图书办', '建成住房 县住建局')).toEqual(
      [],
    );
  });
});
