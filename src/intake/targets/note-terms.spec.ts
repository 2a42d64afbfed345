import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const TITLE = '太原市2025年农民工工作要点';

/** Kind, words, days and what stands at the span of every condition of the only measure. */
function read(note: string, text = '开展排查。') {
  const plan = readPlan(
    [TITLE, '2025年1月6日', '一、稳定就业', `（一）春风行动。${text}（${note}）`].join('\n'),
    registry,
  );
  const [measure] = plan.measures;
  return {
    terms: measure?.conditions.map((one) => [one.kind, one.raw, one.start ?? null, one.end ?? null]),
    printed: measure?.conditions.map(({ span = [0, 0] }) => plan.text.slice(...span)),
    units: [...(measure?.responsible ?? []), ...(measure?.supporting ?? [])].map(({ name }) => name),
    due: measure?.due,
    doubts: measure?.doubts.map(({ code }) => code),
  };
}

describe('a season or a rhythm that a note prints as 完成时限', () => {
  const spring = ['window', '春节前后', '2025-01-14', '2025-02-13'];

  it.each([
    ['牵头单位：市人社局；配合单位：市妇联；完成时限：春节前后', [spring]],
    ['市人社局牵头，市妇联配合，春节前后', [spring]],
    ['市人社局牵头，市妇联配合，每月25日前', [['recurrent', '每月25日前', null, null]]],
    ['牵头单位：市人社局；配合单位：市妇联；时间：寒暑假', [['window', '寒暑假', null, null]]],
    ['牵头单位：市人社局；配合单位：市妇联；完成时限：汛期', [['window', '汛期', null, null]]],
    ['市人社局牵头，市妇联配合，汛期', [['window', '汛期', null, null]]],
    ['牵头单位：市人社局；配合单位：市妇联；完成时限：每季度1次', [['recurrent', '每季度', null, null]]],
    ['牵头单位：市人社局；配合单位：市妇联；完成时限：1次/季度', [['recurrent', '1次/季度', null, null]]],
    ['牵头单位：市人社局；配合单位：市妇联；完成时限：每季度', [['recurrent', '每季度', null, null]]],
  ])('%s', (note, terms) => {
    expect(read(note)).toEqual({
      ...{ terms, printed: terms.map(([, raw]) => raw), due: null, doubts: [] },
      units: ['市人力资源和社会保障局', '市妇女联合会'],
    });
  });

  it('so is a day of the month after', () =>
    expect(read('市人社局牵头，市妇联配合', '次月底前完成拨付。').terms).toEqual([
      ['recurrent', '次月底前', null, null],
    ]));

  it('an hour of each day in a text is a rhythm', () =>
    expect(read('市人社局牵头，市妇联配合', '每日10时前报送返岗情况。').terms).toEqual([
      ['recurrent', '每日10时前', null, null],
    ]));

  it('stands once where the text says the same', () => {
    const { terms } = read('市人社局牵头，市妇联配合，春节前后', '春节前后组织招聘。');
    expect(terms).toEqual([spring]);
  });

  it('stands in the column of a table as well', () => {
    const table = ['序号\t工作任务\t牵头单位\t配合单位\t完成时限', '1\t组织招聘\t市人社局\t市妇联\t春节前后'];
    const rest = ['2\t治理欠薪\t市住建局\t市交通局\t每月25日前', '3\t保障春运出行\t市交通局\t市公安局\t春运期间'];
    const { measures, text } = readPlan([TITLE, '', ...table, ...rest].join('\n'), registry);
    expect(measures.map(({ conditions }) => conditions.map(({ span = [0, 0] }) => text.slice(...span)))).toEqual([
      ['春节前后'],
      ['每月25日前'],
      ['春运期间'],
    ]);
  });

  it('is asked about where its words are neither a day nor known, and long-term work is not', () => {
    expect(read('牵头单位：市人社局；配合单位：市妇联；完成时限：视情况而定').doubts).toEqual(['deadline_unread']);
    expect(read('牵头单位：市人社局；配合单位：市妇联；完成时限：长期坚持').doubts).toEqual([]);
    expect(read('牵头单位：市人社局；配合单位：市妇联；完成时限：12月底前')).toMatchObject({
      ...{ due: '2025-12-31', terms: [], doubts: [] },
    });
  });
});
