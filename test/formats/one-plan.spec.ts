import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { extractDocument } from '../../src/intake/extract.js';
import { projectRoot } from '../../src/shared/paths.js';

const LINES = [
  '云岭市2025年农民工服务重点任务分解表',
  '一、稳定就业',
  '1. 办好返乡专场招聘。工作目标：全年50场。（牵头单位：市人社局，配合单位：市总工会、市妇联，完成时限：11月底前）',
  '2. 开行务工返岗专车。工作目标：全年60趟。（牵头单位：市交通运输局，配合单位：市公安局，完成时限：3月底前）',
  '二、维护权益',
  '3. 清理拖欠工资线索。工作目标：办结率95%以上。（牵头单位：市住建局，配合单位：市司法局，完成时限：12月底前）',
  '4. 开设法律援助窗口。工作目标：新设8个。（牵头单位：市司法局，配合单位：市总工会，完成时限：9月底前）',
  '云岭市农民工办',
  '2025年3月20日',
];

/** One page in HTML with a table of eight columns, and what an office program saves it as. */
describe('one plan as an office program saves it', () => {
  it.each(['html', 'docx', 'doc', 'pdf', 'xlsx'])('reads the same as .%s', async (ending) => {
    const { text, notes, rows } = await extractDocument(
      join(projectRoot, `test/fixtures/one-plan/plan.${ending}`),
      `方案.${ending}`,
    );
    expect(text.split('\n').filter((line) => line !== '')).toEqual(LINES);
    expect(notes).toEqual([]);
    expect(rows).toEqual([
      { line: LINES.find((line) => line.startsWith('1. ')), own: [{ column: '备注', text: '按季调度' }] },
    ]);
  });
});
