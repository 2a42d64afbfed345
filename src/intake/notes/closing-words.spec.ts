import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const HEAD = ['晋城市2025年农民工工作方案', '2025年3月10日', '一、主要任务'];
const read = (words: string) => readPlan([...HEAD, `（一）关爱行动。${words}`].join('\n'), registry);

/** Who does it, who helps and what is asked of the only note. */
function parts(note: string) {
  const { measures } = read(`开展慰问。（${note}）`);
  const [measure] = measures;
  const names = (units: { surface: string }[] = []) => units.map(({ surface }) => surface).join('、');
  return [
    names(measure?.responsible),
    names(measure?.supporting),
    measure?.doubts.map(({ code }) => code).join('、') ?? 'no note',
  ];
}

describe('words by which a closing bracket says who does what', () => {
  it.each([
    ['市民政局、市残联兜底保障', '市民政局、市残联', '', ''],
    ['市交通局包干', '市交通局', '', ''],
    ['市总工会与市民政局共同组织', '市总工会、市民政局', '', ''],
    ['市总工会组织，市财政局保障经费', '市总工会', '市财政局', ''],
    ['市人社局组织；经费由市财政局列支', '市人社局', '市财政局', ''],
    ['市总工会牵头实施，市财政局安排资金', '市总工会', '市财政局', ''],
    ['市总工会包联，市民政局落实', '市总工会、市民政局', '', ''],
    ['市人社局、市医保局按险种分工', '市人社局、市医保局', '', 'role_unstated'],
    ['市总工会、市民政局按行业领域分工负责', '市总工会、市民政局', '', ''],
    ['市公安局、市交通局护航', '市公安局、市交通局', '', 'lead_missing'],
  ])('%s', (note, responsible, supporting, doubts) => expect(parts(note)).toEqual([responsible, supporting, doubts]));

  it('are told where no rule reads them', () => {
    const unread = (note: string) => read(`开展慰问。（${note}）`).doubts.map(({ code }) => code);
    expect(unread('市总工会、市民政局按区域划片')).toContain('note_unread');
    expect(unread('市总工会、团市委联合发文')).toContain('note_unread');
    expect(unread('市总工会总协调')).toContain('note_unread');
  });

  it('do not fall to the next note of the paragraph', () =>
    expect(read('路上接送。（市公安局、市交通局护航）入学登记。（市教育局负责）').measures).toMatchObject([
      { responsible: [{ surface: '市公安局' }, { surface: '市交通局' }] },
      { responsible: [{ surface: '市教育局' }] },
    ]));
});
