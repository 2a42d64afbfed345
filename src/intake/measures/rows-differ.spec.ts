import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const BODY = `乌海市2025年农民工工作要点
一、维护权益
（一）清查欠薪。线索按期办结率达到99%，11月底前完成联合检查。（市人社局牵头，市住建局配合）
附件：2025年农民工工作任务分解表
`;
const asked = (row: string) =>
  readPlan(`${BODY}1. ${row}\n`, loadUnitRegistry()).measures.flatMap(({ no, doubts }) =>
    doubts.filter(({ code }) => code === 'row_differs').map(({ reason }) => `${no} ${reason}`),
  );

describe('a row of an annexed table on the matter of a clause', () => {
  it('is asked about where its figure and its day are others', () => {
    expect(asked('治欠工作机制。线索按期办结率98%。（牵头单位：市人社局，完成时限：10月底）')).toEqual([
      expect.stringMatching(
        /^附件\.1 附表与正文不一致：与第1\.1条“清查欠薪”像是同一事项，“线索按期办结率”这里是98%，该条是99%；完成时限这里是2025-10-31，该条是2025-11-30/,
      ),
    ]);
  });

  it('is a task of its own where the unit or the matter is another', () => {
    expect(asked('治欠工作机制。线索按期办结率98%。（牵头单位：市教育局，完成时限：10月底）')).toEqual([]);
    expect(asked('治欠工作机制。合同签订率98%。（牵头单位：市人社局，完成时限：10月底）')).toEqual([]);
  });
});
