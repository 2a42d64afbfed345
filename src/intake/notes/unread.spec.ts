import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const plan = (...clauses: string[]) =>
  readPlan(
    `运城市2022年工作方案\n一、重点任务\n${clauses.map((words, index) => `${index + 1}.${words}`).join('\n')}`,
    registry,
  );
const unread = (...clauses: string[]) => {
  const { doubts, text } = plan(...clauses);
  return doubts.filter(({ code }) => code === 'note_unread').map(({ span }) => text.slice(...(span ?? [0, 0])));
};

describe('a label with its colon', () => {
  it('is told of where what stands behind it could not be read as units', () => {
    const note = '配合单位：东片西片合计新辟线路年度目标十二条以上';
    expect(unread(`新辟公交线路。${note}`)).toEqual([expect.stringContaining('配合单位：东片西片')]);
    expect(unread('新辟公交线路。责任单位：市公安局、市交通运输局')).toEqual([]);
  });
});

describe('a bracket that holds nothing but offices of one department', () => {
  it('is told of, since nobody knows them; other brackets are not', () => {
    const text =
      '关于2007年目标分解的通知\n一、目标\n5.居民收入增长9%。（工资处、就业管理中心）下一步再定。\n6.办好夜校（含分校）。';
    const told = readPlan(text, loadUnitRegistry()).doubts.filter(({ code }) => code === 'note_unread');
    expect(told.map(({ reason }) => reason)).toEqual([expect.stringContaining('（工资处、就业管理中心）')]);
  });
});

describe('what looks like a note and was not read', () => {
  it('is told to a person with its place', () => {
    expect(unread('清理河道。（市生长改造委牵头卖力）')).toEqual(['（市生长改造委牵头卖力）']);
    expect(unread('整治厂区。经济办和引进办负责组织各厂矿实施。')).toEqual(['经济办和引进办负责组织各厂矿实施。']);
    expect(unread('清扫校园。各小学负责打扫（初中由镇中统筹）。')).toEqual(['各小学负责打扫（初中由镇中统筹）。']);
    expect(unread('到年底.建成监测网，市水务局牵头 市农业局.市林业局配合、')).toEqual([
      '市水务局牵头 市农业局.市林业局配合',
    ]);
  });

  it('is nothing where all notes were read, and no word of a sentence', () => {
    const told = unread(
      '办好夜校。（市教育局牵头，市财政局配合）',
      '健全市级部门牵头抓总、县级配合的机制（县融媒体中心负责）等。',
      '本方案由市人社局负责解释。',
    );
    expect(told).toEqual([]);
  });

  it('is listed forty times at most', () => {
    expect(unread(...Array.from({ length: 60 }, () => '清理。（市生长改造委牵头卖力）'))).toHaveLength(40);
  });
});

describe('full stops where commas should stand', () => {
  it('leave a doubt with every note of their paragraph', () => {
    const { measures } = plan('年底前完成、市水务局牵头。市财政局。市农业局。市林业局等配合。管委会负责落实。');
    expect(measures.length).toBeGreaterThan(0);
    expect(measures.every(({ doubts }) => doubts.some(({ code }) => code === 'stops_unsure'))).toBe(true);
  });
});

describe('a closing bracket full of units that no rule reads', () => {
  it('is told of', () => {
    expect(unread('清扫校园。（市教育局蹲守，市公安局值守）')).toEqual(['（市教育局蹲守，市公安局值守）']);
    expect(unread('清扫校园。（市教育局蹲守）')).toEqual(['（市教育局蹲守）']);
    expect(unread('清扫校园。【市教育局蹲守】')).toEqual(['【市教育局蹲守】']);
  });

  it('is none where it says where words come from, or stands inside a sentence', () => {
    expect(unread('按办法执行。（市教育局印发）', '向窗口（市教育局二楼）递交材料。')).toEqual([]);
  });
});
