import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const told = (...lines: string[]) =>
  readPlan(`运城市2024年工作方案\n一、重点任务\n${lines.join('\n')}`, registry).measures.map(({ no, title }) => [
    no,
    title,
  ]);

describe('a clause that begins with a figure', () => {
  const first = '1.摸清底数。（市民政局负责）';
  const second = '2.建好台账。（市财政局负责）';

  it('keeps its own number, which follows on the one before', () => {
    expect(told(first, second, '3.5人以上的班组配一名调解员。（市司法局负责）')).toEqual([
      ['1.1', '摸清底数'],
      ['1.2', '建好台账'],
      ['1.3', '5人以上的班组配一名调解员'],
    ]);
    expect(told(first, second, '3.1000人以上的工地设夜校。（市教育局负责）', '4.收尾。（市审计局负责）').at(2)).toEqual(
      ['1.3', '1000人以上的工地设夜校'],
    );
  });

  it('is the first of its list where nothing is numbered above it and the second comes next', () => {
    const targets = (...lines: string[]) =>
      readPlan(`运城市2024年工作方案\n一、重点任务\n${lines.join('\n')}`, registry).measures.map(({ no, targets }) =>
        [no, ...targets.map(({ metric, raw, by }) => `${metric} ${raw} ${by}`)].join(' '),
      );
    for (const dot of ['.', '．'])
      expect(
        targets(`1${dot}5月底前建成夜校10所。（市教育局负责）`, `2${dot}6月底前建成维权站5个。（市司法局负责）`),
      ).toEqual(['1.1 建成夜校 10所 2024-05-31', '1.2 建成维权站 5个 2024-06-30']);
    expect(targets('1.2024年底前建成夜校10所。（市教育局负责）', second)).toEqual([
      '1.1 建成夜校 10所 2024-12-31',
      '1.2',
    ]);
    expect(
      told('1.10所夜校建成使用。（市教育局负责）', '2.20场招聘会办好。（市司法局负责）', '3.收尾。（市审计局负责）'),
    ).toEqual([
      ['1.1', '10所夜校建成使用'],
      ['1.2', '20场招聘会办好'],
      ['1.3', '收尾'],
    ]);
    expect(targets('1.建成夜校。（市教育局负责）2.6月底前建成维权站5个。（市司法局负责）').at(1)).toBe(
      '1.2 建成维权站 5个 2024-06-30',
    );
  });

  it('has none where the number goes on nowhere, or the list counts it behind', () => {
    expect(told(first, '7.5万人受训。（市财政局负责）').map(([no]) => no)).not.toContain('1.7');
    const wrapped = told(first, second, '3.5万人受训。', '3.办好夜校。（市教育局负责）');
    expect(wrapped.at(-1)).toEqual(['1.3', '办好夜校']);
  });
});

describe('tasks that are counted by their word', () => {
  it('are clauses with their titles, in figures and in words', () => {
    expect(told('任务1：办好夜校。（市教育局负责）', '任务2：清欠薪。（市司法局负责）')).toEqual([
      ['1.1', '办好夜校'],
      ['1.2', '清欠薪'],
    ]);
    expect(told('任务一：办好夜校。（市教育局负责）', '任务二：清欠薪。（市司法局负责）').map(([no]) => no)).toEqual([
      '1.1',
      '1.2',
    ]);
    expect(told('事项1：办好夜校。（市教育局负责）', '事项2：清欠薪。（市司法局负责）').at(1)).toEqual([
      '1.2',
      '清欠薪',
    ]);
  });

  it('may be counted in brackets, or with a blank behind the number, and go on from another part', () => {
    expect(told('任务（四）办好夜校。（市教育局负责）', '任务（五）清欠薪。（市司法局负责）')).toEqual([
      ['1.4', '办好夜校'],
      ['1.5', '清欠薪'],
    ]);
    expect(told('任务五　办好夜校。（市教育局负责）', '任务6 清欠薪。（市司法局负责）')).toEqual([
      ['1.5', '办好夜校'],
      ['1.5.6', '清欠薪'],
    ]);
  });

  it('stand under 行动 and above 措施', () => {
    const rows = ['任务1：办好夜校', '措施1：添课。（市教育局负责）', '措施2：清欠薪。（市司法局负责）'];
    expect(told('专项行动1：助学行动', ...rows, '专项行动2：护薪行动', '查账。（市审计局负责）')).toEqual([
      ['1.1.1.1', '添课'],
      ['1.1.1.2', '清欠薪'],
      ['1.2', '护薪行动'],
    ]);
  });

  it('are none where another list of tasks is spoken of', () => {
    expect(told('任务（一）和任务（二）已办结。', '1.清欠薪。（市司法局负责）').map(([no]) => no)).toEqual(['1.1']);
    expect(told('1.任务分解。（市教育局负责）', '任务一览表另发。').map(([no]) => no)).toEqual(['1.1']);
  });
});
