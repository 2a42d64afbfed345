import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';
import { blankContacts } from './contacts.js';

describe('contact persons', () => {
  it('are counted and blanked, line for line, at the same length', () => {
    const source =
      '联系人及联系方式：\n1. 市人社局农民工科\n甲某 0351-5551234 13012345678\n2. 市教育局\n乙某 0351-5555678\n附件：方案';
    const { text, contacts } = blankContacts(source);
    expect(contacts).toBe(2);
    expect(text).toHaveLength(source.length);
    expect(text).not.toMatch(/甲某|乙某|0351|130/);
    expect(text).toContain('市人社局农民工科');
  });

  it('are found behind the label, several at once', () => {
    const { text, contacts } = blankContacts('（联系人：甲某、乙某，联系电话：0371-12345678）');
    expect(contacts).toBe(2);
    expect(text).not.toMatch(/甲某|乙某|12345678/);
  });

  it('are taken out of a line that also says who does the work', () => {
    const line = '牵头单位：市人社局 甲某 13000000000 监督电话：0570-1234567';
    const { text } = blankContacts(line);
    expect(text).toMatch(/^牵头单位：市人社局/);
    expect(text).not.toMatch(/甲某|1300|0570/);
  });

  it('leave no number behind, with an area code or without', () => {
    const { text } = blankContacts('（责任单位：市教育局；联系人：甲某；电话：5555555）');
    expect(text).toContain('责任单位：市教育局');
    expect(text).not.toMatch(/甲某|5555/);
  });

  const LONG = `办好夜校5所，培训7654321人次，${'深入村庄社区开展政策宣讲，'.repeat(6)}做好服务。`;
  it.each([
    ['（市教育局负责；联系人：甲某，5555555）', '（市教育局负责；）'],
    [
      '（牵头单位：市教育局，联系人：甲某，55555555；配合单位：市公安局）',
      '（牵头单位：市教育局，；配合单位：市公安局）',
    ],
    ['（市教育局负责；联系人：甲某，电话：0351-5555555，邮箱：jm@city.cn）', '（市教育局负责；邮箱：）'],
    [`${LONG}联系人：甲某，5555555，a-b@city.cn。`, `${LONG}，。`],
  ])('take a number without area code and an address with them: %s', (line, kept) => {
    const { text, contacts } = blankContacts(line);
    expect(text.replace(/ /g, '')).toBe(kept);
    expect(text).toHaveLength(line.length);
    expect(contacts).toBe(1);
  });

  it('an address with its label goes also where nobody is named', () => {
    expect(blankContacts('报送邮箱：jm@city.cn').text.trim()).toBe('报送');
  });

  it('are not seen in hotlines and document numbers', () => {
    const source = '拨打12333热线，落实国发〔2014〕40号。';
    expect(blankContacts(source)).toEqual({ text: source, contacts: 0 });
  });

  const DUTY = '各单位要明确分管领导和联络员，于每季度末月25日前将进展情况报市农民工办';

  it.each([
    [`${DUTY}。联系人：李敏，电话：0351-5551234`, `${DUTY}。`],
    [`${DUTY}（联系人：李敏，电话：0351-5551234）。`, `${DUTY}。`],
    [`${DUTY}，联系人：李敏，电话：0351-5551234，邮箱：lm@city.cn。`, `${DUTY}，。`],
    [`${DUTY}李敏，电话：0351-5551234。`, `${DUTY}，。`],
    [`${DUTY}。如有疑问请与李敏联系。电话：0351-5551234。`, `${DUTY}。`],
    [`联系人：李敏，电话：0351-5551234。${DUTY}。`, `${DUTY}。`],
  ])('leave the sentence beside them: %s', (line, kept) => {
    const { text, contacts } = blankContacts(line);
    expect(text.replace(/ /g, '')).toBe(kept);
    expect(text).toHaveLength(line.length);
    expect(contacts).toBe(1);
  });

  it('do not take the reporting duty with them', () => {
    const plan = `太原市2027年农民工工作要点\n一、工作要求\n${DUTY}。联系人：李敏，电话：0351-5551234`;
    expect(readPlan(plan, loadUnitRegistry()).reporting).toMatchObject([
      { to: '市农民工办', every: '每季度末月25日前' },
    ]);
  });
});
