import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const basisOf = (letter: string) =>
  readPlan(
    `太原市人民政府办公室关于印发太原市2024年农民工工作方案的通知\n并政办发〔2024〕12号\n市政府各部门：\n${letter}\n` +
      '太原市人民政府办公室\n2024年3月5日\n太原市2024年农民工工作方案\n一、主要任务\n（一）办好夜校。（市教育局牵头）',
    registry,
  ).basis;

describe('the documents that a plan rests on', () => {
  it('are those that it cites, not the one whose place it takes', () => {
    const cited = '根据《关于做好农民工工作的意见》（晋政办发〔2024〕10号）要求，制定本方案';
    expect(basisOf(`${cited}。原《太原市农民工工作方案》（并政办发〔2021〕3号）同时废止。`)).toEqual([
      '晋政办发〔2024〕10号',
    ]);
    expect(basisOf(`${cited}，原《太原市农民工工作方案》（并政办发〔2021〕3号）自2024年4月1日起废止。`)).toEqual([
      '晋政办发〔2024〕10号',
    ]);
    expect(basisOf(`${cited}，现印发给你们，请认真贯彻执行。`)).toEqual(['晋政办发〔2024〕10号']);
  });
});
