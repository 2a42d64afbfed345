import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const rows = (text: string) =>
  readPlan(text, registry).measures.map(({ responsible, supporting }) => [
    responsible.map(({ name }) => name),
    supporting.map(({ name }) => name),
  ]);

describe('a head over two lines', () => {
  it('is put together, and the broken rows below it are read by their columns', () => {
    const text =
      '永济市2023年清欠任务清单\n序 重点任务 工作内容 牵头 配合单位\n号 单位\n1 工地管理 在建工地实名率100% 市住建局 市交通运输局、市水务和\n湖泊局、市人社局\n' +
      '2 资金监管 工资与工程款分账管理 市人社\n局 市住建局、市财政局\n3 政府项目 不得拖欠项目工程款 市发改局 市财政局、市审计局、市国\n资局\n4 专项督查 开展冬季督导 市政府督查室 /';
    expect(rows(text).map(([leads]) => leads)).toEqual([
      ['市住房和城乡建设局'],
      ['市人力资源和社会保障局'],
      ['市发展和改革局'],
      ['市人民政府督查室'],
    ]);
  });

  it('is none where the first line is whole', () => {
    const text = '永济市任务清单\n序号 重点任务 牵头单位 配合单位\n1 工地 市住建局 市水务局\n2 资金 市财政局 市公安局';
    expect(rows(text)).toHaveLength(2);
  });
});

describe('a table without breaks', () => {
  it('is read though a head is spread out in letters and a task ends in 全年', () => {
    const text =
      '永济市实事分解表序号项 目 名 称主要内容牵头单位配合单位完成时限1道路升级改建公路120公里。市交通运输局市财政局、市水务局12月底' +
      '2校园安全新建幼儿园3所。市教育局市住建局全年3公厕改建公厕12座。市城管局市卫生健康委12月底';
    expect(rows(text)).toEqual([
      [['市交通运输局'], ['市财政局', '市水务局']],
      [['市教育局'], ['市住房和城乡建设局']],
      [['市城市管理局'], ['市卫生健康委员会']],
    ]);
  });

  it('has no row in a note below it, and each of its lines once', () => {
    const text =
      '永济市任务分解表\n序号工作任务牵头部门配合部门\n1整治黑臭水体市水务局市财政局\n2维修道路市住建局市公安局\n3新增就业4300人市人社局市总工会\n' +
      '注：各部门每月将进展情况报市政府督查室';
    expect(rows(text)).toHaveLength(3);
  });
});
