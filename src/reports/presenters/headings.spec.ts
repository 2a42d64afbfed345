import { describe, expect, it } from '@jest/globals';
import { duty } from '../../../test/support/report-data.js';
import { headingsOf, measuresOf } from './headings.js';

const measure = (id: string, position: number, heading: string[]) =>
  duty({ measureId: id, position, heading, title: heading.at(-1)! });

describe('the headings of a report', () => {
  it('are the plan’s own, in its order, without the root that stands over everything', () => {
    const duties = [
      measure('m2', 2, ['任务举措', '提升技能', '岗前培训']),
      measure('m1', 1, ['任务举措', '提高就业', '劳务输出']),
      measure('m3', 3, ['任务举措', '提升技能', '补贴政策']),
    ];
    const headings = headingsOf(measuresOf(duties));
    expect(headings.map(({ level, heading }) => `${level} ${heading}`)).toEqual([
      '1 提高就业',
      '2 劳务输出',
      '1 提升技能',
      '2 岗前培训',
      '2 补贴政策',
    ]);
    expect(headings.map(({ measures }) => measures.map(({ id }) => id))).toEqual([[], ['m1'], [], ['m2'], ['m3']]);
  });

  it('hold several measures where the plan puts several under one', () => {
    const headings = headingsOf(
      measuresOf([
        measure('m1', 1, ['举措', '促进就业']),
        measure('m2', 2, ['举措', '促进就业']),
        measure('m3', 3, ['举措', '落户']),
      ]),
    );
    expect(headings.map(({ heading, measures }) => [heading, measures.length])).toEqual([
      ['促进就业', 2],
      ['落户', 1],
    ]);
  });

  it('keep at least one level, and stand once when the plan takes a chapter up again', () => {
    expect(headingsOf(measuresOf([measure('m1', 1, ['唯一任务'])])).map(({ heading }) => heading)).toEqual([
      '唯一任务',
    ]);
    const again = [measure('m1', 1, ['甲', '一']), measure('m2', 2, ['乙', '二']), measure('m3', 3, ['甲', '三'])];
    expect(headingsOf(measuresOf(again)).map(({ heading }) => heading)).toEqual(['甲', '一', '三', '乙', '二']);
    expect(headingsOf([])).toEqual([]);
  });
});

describe('a measure’s units', () => {
  it('stand lead first, then the responsible, the supporting, the places below', () => {
    const lines = [
      duty({ unitId: 'xd', unitKind: 'county' }),
      duty({ unitId: 'edu', role: 'supporting' }),
      duty({ unitId: 'fin' }),
      duty({ unitId: 'hr', isLead: true }),
    ];
    expect(measuresOf(lines)[0]!.lines.map((line) => line.unitId)).toEqual(['hr', 'fin', 'edu', 'xd']);
  });
});
