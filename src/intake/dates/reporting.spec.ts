import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();

/** The reporting duties of a plan whose closing chapter says this. */
const duties = (said: string) =>
  readPlan(`太原市2024年进城务工人员服务工作方案\n一、总结上报\n${said}`, registry).reporting;

describe('two reports in one sentence', () => {
  it('each has the day that stands before it', () => {
    const said =
      '各县（市、区）于2024年12月10日前将情况报送市农民工办，市农民工办汇总后于2024年12月25日前报省农民工办。';
    expect(duties(said)).toMatchObject([
      { from: '各县（市、区）', to: '市农民工办', due: '2024-12-10' },
      { from: '市农民工办', to: '省农民工办', due: '2024-12-25' },
    ]);
  });

  it('the second without a day of its own is due on the day of the first', () => {
    const said = '各县（市、区）于2024年12月10日前将情况报送市农民工办，市农民工办汇总后报省农民工办。';
    expect(duties(said).map(({ due }) => due)).toEqual(['2024-12-10', '2024-12-10']);
  });
});
