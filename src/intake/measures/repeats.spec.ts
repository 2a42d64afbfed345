import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const BODY = `乌海市2025年农民工工作要点
一、拓宽就业渠道
（一）办好零工驿站。新建零工驿站6个，登记灵活就业人员9000人。（市人社局牵头，市住建局配合）
（二）组织劳务协作。开行返岗包车40趟。（市交通局牵头，市人社局配合）
二、加强组织实施
（一）加强督促检查。按季通报进度。（市人社局负责）
附件：2025年农民工工作任务分解表
一、拓宽就业渠道
`;
const asked = (rows: string) =>
  readPlan(BODY + rows, registry).measures.flatMap(({ no, doubts }) =>
    doubts.filter(({ code }) => code === 'repeats_clause').map(({ reason }) => [no, reason]),
  );

describe('a row of an annexed 任务分解表', () => {
  it('that repeats a clause of the body is read, and asked about with the clause’s number and title', () => {
    const rows = '1. 办好零工驿站。（牵头单位：市人社局，配合单位：市住建局，完成时限：10月底）\n';
    expect(asked(rows)).toEqual([
      [
        '附件.1.1',
        '与第1.1条“办好零工驿站”任务相同，单位也相同；这里印有完成时限2025-10-31，该条没有，移出前请补到该条，请核对；确是重复的，建议移出（理由：重复）',
      ],
    ]);
  });

  it('is told apart by its units where those are others', () => {
    const [row] = asked('1. 组织劳务协作。目标：返岗包车40趟。（牵头单位：市交通局，配合单位：市商务局）\n');
    expect(row?.[1]).toContain(
      '与第1.2条“组织劳务协作”任务相同，单位不尽相同（该条没有市商务局；这里没有市人力资源和社会保障局），请核对',
    );
  });

  it('has the units of its clause where both name the places below, one their governments', () => {
    const again = (places: string) => `（市教育局牵头，${places}配合）`;
    const plan = `乌海市2025年农民工工作要点
一、公共服务
（一）保障随迁子女就学。新增学位600个。${again('各县（市、区）人民政府')}
附件：2025年农民工工作任务分解表
1. 保障随迁子女就学。新增学位600个。${again('各县（市、区）')}
`;
    expect(readPlan(plan, registry).measures[1]!.doubts.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('单位也相同'),
    ]);
  });

  it('that has other words, figures and units under the same title is a task of its own', () => {
    expect(asked('1. 加强督促检查。抽查工地200处。（牵头单位：市住建局，配合单位：市水利局）\n')).toEqual([]);
  });

  it('that says only the figure of a clause under another title is asked about with the figure', () => {
    const [row] = asked('1. 零工驿站建设。目标：新建零工驿站6个。（牵头单位：市人社局，配合单位：市住建局）\n');
    expect(row?.[1]).toContain('与第1.1条“办好零工驿站”指标相同（6个），单位也相同，请核对');
    const [bare] = asked('1. 新建零工驿站6个。（牵头单位：市人社局）\n');
    expect(bare?.[1]).toContain('指标相同（6个），单位不尽相同（这里没有市住房和城乡建设局）');
  });

  it('that names the matter of the figure by more of its words is asked about', () => {
    const [row] = asked('1. 劳务专线开行返岗包车40趟。（牵头单位：市交通局，配合单位：市人社局）\n');
    expect(row?.[1]).toContain('与第1.2条“组织劳务协作”指标数值相同（40趟）、名称略有不同，单位也相同');
    expect(asked('1. 劳务专线开行返岗包车40趟。（牵头单位：市住建局）\n')).toEqual([]);
    expect(asked('1. 劳务专线开行返岗包车50趟。（牵头单位：市交通局）\n')).toEqual([]);
  });

  it('that has another figure, says more or is another unit’s is a task of its own', () => {
    expect(asked('1. 零工驿站建设。目标：新建零工驿站8个。（牵头单位：市人社局）\n')).toEqual([]);
    expect(asked('1. 零工驿站建设。新建零工驿站6个，落实运行经费和管理人员。（牵头单位：市人社局）\n')).toEqual([]);
    expect(asked('1. 零工驿站建设。目标：新建零工驿站6个。（牵头单位：市水利局）\n')).toEqual([]);
  });

  it('that says a clause again in other words is asked about where figure, day and unit agree', () => {
    const again = (day: string, unit: string, figure = '30个') =>
      readPlan(
        `乌海市2025年农民工工作要点
一、拓宽就业渠道
（一）建好零工驿站。6月底前在城区新建零工驿站30个，配齐设施。（市总工会牵头，市人社局配合）
附件：2025年农民工工作任务分解表
1. 驿站提质。城区新建零工驿站${figure}并投入使用。（牵头单位：${unit}，完成时限：${day}）
`,
        registry,
      ).measures[1]!.doubts.flatMap(({ code, reason }) => (code === 'repeats_clause' ? [reason] : []));
    expect(again('6月底', '市总工会')).toEqual([
      expect.stringMatching(
        /^与第1\.1条“建好零工驿站”指标和时限相同（30个）、文字略有不同，单位不尽相同（这里没有市人力资源和社会保障局），请核对/,
      ),
    ]);
    expect(again('9月底', '市总工会')).toEqual([]);
    expect(again('6月底', '市住建局')).toEqual([]);
    expect(again('6月底', '市总工会', '20个')).toEqual([]);
  });

  it('with a title of its own is none', () => {
    expect(asked('1. 开设夜校。新建零工驿站6个。（牵头单位：市人社局，配合单位：市住建局）\n')).toEqual([]);
  });
});

describe('two notes of one clause', () => {
  it('repeat nothing', () => {
    const twice =
      '1. 整治拖欠工资。核查线索。（牵头单位：市人社局）督办欠薪案件。（牵头单位：市人社局，配合单位：市公安局）\n';
    expect(asked(twice)).toEqual([]);
  });
});
