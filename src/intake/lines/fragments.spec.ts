import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const measures = (text: string) => readPlan(text, registry).measures;
const notes = (text: string) =>
  measures(text).map(({ no, lead, supporting }) => [no, lead?.name, ...supporting.map(({ name }) => name)].join(' '));

describe('a piece cut out of a plan', () => {
  const lines = [
    '二、提高能力',
    '（五）办好夜校。全年开班十期。落实单位：市教育局、市总工会',
    '（六）办好赛事。由市人社局牵头，市妇联配合。',
    '三、改善居住',
    '（七）建设公寓。全市筹集八百套。（住建局负责）',
  ];
  const expected = ['2.5 市教育局', '2.6 市人力资源和社会保障局 市妇女联合会', '3.7 市住房和城乡建设局'];

  it('begins with any chapter, has no title, and keeps all its notes', () => {
    const reading = readPlan(lines.join('\n'), registry);
    expect(reading.title).toBeNull();
    expect(notes(lines.join('\n'))).toEqual(expected);
  });

  it('is cut at its numbers though its line breaks are lost', () => {
    expect(notes(lines.join(''))).toEqual(expected);
    expect(notes(lines.join(' '))).toEqual(expected);
  });

  it('takes the level of its units from how it speaks of its place', () => {
    expect(notes('（七）建设公寓。全县筹集八百套。（住建局负责）')).toEqual(['7 县住房和城乡建设局']);
    expect(notes('（七）建设公寓。由我省统筹。（住房城乡建设厅负责）')).toEqual(['7 省住房和城乡建设厅']);
  });

  it('asks whose unit it is where nothing tells the level', () => {
    const [measure] = measures('（七）建设公寓。筹集八百套。（住建局负责）');
    expect(measure?.doubts.map(({ code }) => code)).toEqual(['level_unknown']);
    expect(measures('（七）建设公寓。（市住建局负责）')[0]?.doubtful).toBe(false);
  });
});

describe('a digest without stops', () => {
  it('has each list of bodies with its duty on a line of its own', () => {
    const text = [
      '就业政策摘编',
      '扩大就业规模',
      '支持企业吸纳毕业生，按规定给予社会保险补贴',
      '教育部、财政部、人民银行等按职责分工负责',
      '落实实名服务',
      '做好离校前后信息衔接，持续跟进落实有关政策',
      '人力资源社会保障部牵头，教育部等按职责分工负责',
    ].join('\n');
    expect(measures(text).map(({ lead, responsible }) => [lead?.name, responsible.length])).toEqual([
      ['教育部', 3],
      ['人力资源和社会保障部', 1],
    ]);
  });
});

describe('a title', () => {
  it('is never looked for behind the first note', () => {
    const text = '（二）重点工作\n1、清理河道。（县水利局负责）\n2、植树造林。（县林业局负责）\n一、保障措施';
    expect(notes(text)).toEqual(['2.1 县水利局', '2.2 县林业局']);
  });
});
