import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const TEXT = '完善返乡创业扶持办法，建立工作台账，逐月分析进度，及时解决返乡人员在场地和贷款上的困难。';

/** Eight tasks whose lines a converter cut at one width; the first has the note. */
function read(note: string, width: number) {
  const plain = Array.from({ length: 9 }, (_, at) => `${at + 2}.办好夜校。${TEXT}（市教育局负责）`);
  const lines = ['宜昌市2024年工作要点', '一、任务', `1.办好驿站。${TEXT}${note}`, ...plain];
  const cut = lines.map((line) => line.replace(new RegExp(`.{${width}}(?=.{3})`, 'g'), '$&\n')).join('\n');
  const { measures } = readPlan(cut, registry);
  const [{ responsible = [], supporting = [], due = null } = {}] = measures;
  const names = (units: { name: string }[]) => units.map(({ name }) => name).join('、');
  return { count: measures.length, parts: `${names(responsible)}|${names(supporting)}`, due };
}

const expected = { count: 10, parts: '市人力资源和社会保障局|市总工会、市财政局', due: '2024-06-30' };
const WIDTHS = Array.from({ length: 15 }, (_, at) => 22 + at);

describe('a note whose lines were cut at the width of a page', () => {
  it.each([
    '（牵头单位：市人社局。参与单位：市总工会、市财政局。完成时限：2024年6月底前）',
    '[牵头单位：市人社局；其他责任单位：市总工会、市财政局；办结时限：2024年6月底前]',
    '【市人社局为牵头单位；市总工会、市财政局参与，2024年6月底前完成】',
  ])('goes on at any width: %s', (note) => {
    for (const width of WIDTHS) expect([width, read(note, width)]).toEqual([width, expected]);
  });

  it('is the note of its own lines where it is no wrapped text', () => {
    const text = '宜昌市2024年工作要点\n一、任务\n1.办好夜校。\n责任单位：市教育局\n2.办好驿站。\n责任单位：市总工会';
    expect(readPlan(text, registry).measures.map(({ lead }) => lead?.name)).toEqual(['市教育局', '市总工会']);
  });
});

describe('short lines that page breaks left', () => {
  it('do not make the number of a document go on into its title', () => {
    const names = Array.from({ length: 10 }, (_, at) => `县农业农村局种植业管理${'甲乙丙丁戊己庚辛壬癸'[at]}科、`);
    const cut = [
      '栾农工办发〔2019〕7号',
      '关于印发《栾川县2019年农民工工作方案》的通知',
      '一、任务',
      '1.办好夜校。（',
      ...names,
    ];
    expect(readPlan(`${cut.join('\n\n— 3 —\n\n')}县教育局负责）`, registry)).toMatchObject({
      docNumber: '栾农工办发〔2019〕7号',
      title: '栾川县2019年农民工工作方案',
    });
  });
});

describe('bracketed labels without a stop, line breaks lost', () => {
  it('end where the next clause begins', () => {
    const text = `宜昌市2024年工作要点\n一、任务（一）办好驿站。${TEXT}【责任单位】市总工会、各县区（二）办好夜校。${TEXT}（市教育局负责）`;
    const read = readPlan(text, registry).measures.map(({ lead, open }) => [lead?.name, open]);
    expect(read).toEqual([
      ['市总工会', ['各县区']],
      ['市教育局', []],
    ]);
  });
});
