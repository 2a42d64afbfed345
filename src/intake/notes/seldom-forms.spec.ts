import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const one = (note: string, head = '衢州市2023年工作要点') => {
  const [measure] = readPlan(`${head}\n一、任务\n1.办好夜校。${note}`, registry).measures;
  if (!measure) throw new Error('no measure');
  const names = (units: { name: string }[]) => units.map(({ name }) => name);
  return { ...measure, responsible: names(measure.responsible), supporting: names(measure.supporting) };
};

describe('a note with more in it than units', () => {
  it('leaves out persons behind 联系人, 项目责任人', () => {
    const note = '（责任领导：甲某；责任单位：市教育局；联系人：乙某）';
    expect(one(note)).toMatchObject({ mode: 'lead_support', responsible: ['市教育局'], doubtful: false });
  });

  it('ends where it is told how the work went', () => {
    const note = '责任单位：市公安局 项目责任人：丙某 配合单位：市城管局、市财政局 实际完成情况：已装四十套';
    expect(one(note)).toMatchObject({ responsible: ['市公安局'], supporting: ['市城市管理局', '市财政局'] });
    expect(one(note).note).not.toContain('完成情况');
  });

  it('holds a rule that others help wherever a lead is named', () => {
    const note = '（分管副省长、协管副秘书长负责，省教育厅牵头。明确牵头部门的，有关部门配合，不逐一列出，下同）';
    const measure = one(note, '安徽省2023年工作要点');
    expect(measure).toMatchObject({ responsible: ['省教育厅'], supporting: [], doubtful: false });
    expect(measure.note).toContain('下同');
  });

  it.each([
    ['（市教育局牵头，以下单位配合：市公安局、市城管局）', ['市教育局'], ['市公安局', '市城市管理局'], false],
    ['牵头单位：市教育局；下列部门参与：市公安局、市城管局。', ['市教育局'], ['市公安局', '市城市管理局'], false],
    ['第一责任单位：市教育局；第二责任单位：市公安局。', ['市教育局'], ['市公安局'], false],
    ['（市教育局、市公安局，排在首位的牵头）', ['市教育局'], ['市公安局'], true],
  ])('holds words that are no unit’s name: %s', (note, responsible, supporting, doubtful) => {
    expect(one(note)).toMatchObject({ responsible, supporting, doubtful });
  });

  it('says in a city’s plan who leads above: asked about', () => {
    expect(one('省牵头单位：省商务厅。')).toMatchObject({ doubtful: true, doubts: [{ code: 'label_above' }] });
  });
});

describe('units that keep their place', () => {
  it('are the governments of districts, also where the plan’s own place is not known', () => {
    const note = '（牵头单位：市水利局；配合单位：市财政局、越秀区政府、荔湾区人民政府、市教育局）';
    const expected = ['市财政局', '越秀区人民政府', '荔湾区人民政府', '市教育局'];
    expect(one(note, '2006年工作分工').supporting).toEqual(expected);
    expect(one(note, '广州市2006年工作分工').supporting).toEqual(expected);
  });

  it('are bureaus of a lower level than the list’s, and none of the list’s own', () => {
    const note = '（市教育局、市财政局、越秀区教育局、财政局、荔湾区教育局按职责分工负责）';
    expect(one(note, '2006年工作分工').responsible).toEqual([
      '市教育局',
      '市财政局',
      '越秀区教育局',
      '越秀区财政局',
      '荔湾区教育局',
    ]);
  });

  it('have long names too', () => {
    const county = '双江拉祜族佤族布朗族傣族自治县';
    expect(one(`（市教育局牵头，${county}教育局、市财政局配合）`, '临沧市2023年工作要点').supporting).toEqual([
      `${county}教育局`,
      '市财政局',
    ]);
  });
});

describe('groups and offices', () => {
  it('alone behind 牵头单位 have nobody who leads', () => {
    expect(one('（牵头单位：各县区政府）')).toMatchObject({
      mode: 'all',
      lead: null,
      open: ['各县区政府'],
      doubtful: false,
    });
  });

  it('may be counted: 13个街道', () => {
    expect(one('（市民政局牵头，13个街道配合）')).toMatchObject({ responsible: ['市民政局'], open: ['13个街道'] });
  });

  it('are told apart by 会 between two of them, and called by words that are verbs elsewhere', () => {
    const { responsible, supporting } = one('（责任处室：宣传处会办公室）');
    expect([...responsible, ...supporting].map((name) => name.replace(/^市/, ''))).toEqual(['宣传处', '办公室']);
    expect([responsible.length, supporting.length]).toEqual([1, 1]);
    expect(one('（责任处室：监督处、指导处）').responsible.map((name) => name.replace(/^市/, ''))).toEqual([
      '监督处',
      '指导处',
    ]);
  });
});
