import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (title: string, lines: readonly string[]) =>
  readPlan([title, '一、重点任务', ...lines].join('\n'), registry);
const rows = (title: string, lines: readonly string[]): string[] =>
  read(title, lines).measures.map(
    ({ mode, lead, supporting, open }) =>
      `${mode} | ${lead?.name ?? ''} | ${supporting.map(({ name }) => name).join(' ')} | ${open.join(' ')}`,
  );

const REGION = '新疆维吾尔自治区2018年转移就业工作方案\n2018年3月5日';
const CLAUSE = [
  '（一）组织转移。转移就业3000人。',
  '自治区教育厅牵头，自治区财政厅配合。',
  '（二）接收就业。接收就业300人。',
];

describe('who does it, on a clause’s last line without brackets', () => {
  it.each([
    ['新疆生产建设兵团负责，自治区扶贫办做好对接。', 'lead_support | 新疆生产建设兵团 | 自治区扶贫开发办公室 | '],
    ['自治区教育厅负责，自治区扶贫办做好衔接工作。', 'lead_support | 自治区教育厅 | 自治区扶贫开发办公室 | '],
    ['自治区扶贫办、四地州负责。', 'lead_support | 自治区扶贫开发办公室 |  | 四地州'],
    ['自治区扶贫办牵头，南疆四地州落实。', 'lead_support | 自治区扶贫开发办公室 |  | 南疆四地州'],
    ['转出地、转入地人民政府（行署）负责。', 'all |  |  | 转出地 转入地人民政府（行署）'],
    ['输出地和输入地人民政府负责。', 'all |  |  | 输出地和输入地人民政府'],
  ])('is read as a note: %s', (note, expected) => {
    expect(rows(REGION, [...CLAUSE, note])[1]).toBe(expected);
  });

  it('leaves a sentence of the task alone that ends alike', () => {
    const { measures } = read(REGION, [
      ...CLAUSE.slice(0, 2),
      '（二）办好招聘。提前与企业做好对接。',
      '自治区总工会负责。',
    ]);
    expect(measures[1]?.note).toBe('自治区总工会负责。');
    expect(measures).toHaveLength(2);
  });
});

describe('the departments of a body, together with all the places', () => {
  it('are groups that share the work', () => {
    const lines = ['1.接种疫苗。摸底排查。（国务院联防联控机制相关部门及各地方按职责分工负责）'];
    const title = '国务院办公厅关于印发帮扶政策措施的通知';
    expect(rows(title, lines)).toEqual(['all |  |  | 国务院联防联控机制相关部门 各地方']);
    expect(read(title, lines).doubts.map(({ code }) => code)).not.toContain('note_unread');
  });
});
