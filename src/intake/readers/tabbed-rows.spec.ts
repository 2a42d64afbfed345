import { describe, expect, it } from '@jest/globals';
import { withTables } from './tabbed-rows.js';

const HEAD = '序号\t工作任务\t牵头单位\t责任单位\t完成时限';
const lines = (rows: string[]) => withTables(rows.join('\n')).text.split('\n');

describe('rows of a task table that tabs divide', () => {
  it('keep their columns where the lines of chapters stand between them without a tab', () => {
    const read = lines([
      HEAD,
      '一、扩大就业',
      '1\t建成零工驿站四处。\t市人社局\t市住建局\t6月底',
      '2\t改造用工市场一处。\t市商务局\t\t9月底',
      '二、维护权益',
      '（一）清理欠薪',
      '3\t办结欠薪线索。\t市公安局\t市人社局\t12月底',
    ]);
    expect(read.filter((line) => line.includes('市商务局'))).toEqual([expect.stringContaining('牵头单位：市商务局')]);
    expect(read.join('\n')).not.toContain('牵头单位：市人社局，责任单位：市商务局');
    for (const title of ['扩大就业', '维护权益', '清理欠薪'])
      expect(read.filter((line) => line.includes(title))).toHaveLength(1);
    expect(read.join('\n')).not.toContain('\t');
  });

  it('keep them under chapters counted 第一章, of one row each', () => {
    const read = lines([
      HEAD,
      '第一章 就业促进',
      '1\t建成零工驿站四处。\t市人社局\t市住建局\t6月底',
      '第二章 权益维护',
      '2\t发放居住证。\t市公安局\t\t长期坚持',
    ]);
    expect(read.filter((line) => line.includes('市公安局'))).toEqual([expect.stringContaining('牵头单位：市公安局')]);
    expect(read).toContain('第二章 权益维护');
  });

  it('end at a chapter behind which no row comes', () => {
    const after = ['三、工作要求', '各单位按月报送进展。'];
    const read = lines([
      HEAD,
      '1\t建成零工驿站四处。\t市人社局\t市住建局\t6月底',
      '2\t改造用工市场一处。\t市商务局\t\t9月底',
      ...after,
    ]);
    expect(read.slice(-2)).toEqual(after);
  });
});
