import { describe, expect, it } from '@jest/globals';
import { SourceBook, type Citable } from './sources.js';
import { keyOf, numbersIn, trace, type Candidate } from './tracing.js';

const source = (key: string): Citable => ({
  ...{ text: '', href: `/packets/${key}`, mark: null, key },
  source: () => ({ unit: key, recorder: '', date: '2023-12-12', channel: '', evidence: '', href: null }),
});
const from = (printed: string, key: string): Candidate => ({ key: keyOf(printed)!, citable: source(key) });

describe('the numbers of a text', () => {
  it('are its quantities, with their units of measure; dates, document numbers and ordinals are none', () => {
    const text =
      '2023年12月，按并人社函〔2023〕88号第3条培训1.26万人次、办班320期，发放45万元，占95.5％，同比提高2个百分点。';
    expect(numbersIn(text).map((token) => token.text)).toEqual([
      '1.26万人次',
      '320期',
      '45万元',
      '95.5％',
      '2个百分点',
    ]);
  });

  it('are the same however they are written', () => {
    expect(keyOf('1.26万人次')).toBe(keyOf('12600人次'));
    expect(keyOf('12,600人次')).toBe(keyOf('12600人次'));
    expect(keyOf('12600人')).not.toBe(keyOf('12600人次'));
    expect(keyOf('若干')).toBeNull();
  });
});

describe('tracing a paragraph', () => {
  it('gives each number its source and leaves the words as they are', () => {
    const { paragraph, untraced } = trace('培训12600人次，另有7家企业。', [from('1.26万人次', 'hr')], new SourceBook());
    expect(paragraph).toEqual([
      '培训',
      { text: '12600人次', href: '/packets/hr', mark: null, source: 1 },
      '，另有7家企业。',
    ]);
    expect(untraced).toEqual(['7家']);
  });

  it('takes equal numbers of two units in their order, and the first again when there are more', () => {
    const { paragraph } = trace('甲3场，乙3场，合计后3场', [from('3场', 'a'), from('3场', 'b')], new SourceBook());
    const hrefs = paragraph.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.href]));
    expect(hrefs).toEqual(['/packets/a', '/packets/b', '/packets/a']);
  });

  it('knows the office’s own counts, which have no submission behind them', () => {
    const own: Candidate = { key: keyOf('19项')!, citable: null };
    expect(trace('部署19项任务', [own], new SourceBook())).toEqual({ paragraph: ['部署19项任务'], untraced: [] });
  });
});

describe('what was aimed at', () => {
  it('is the plan’s own number and cites nobody, even where it equals a figure', () => {
    const { paragraph, untraced } = trace(
      '宣介2次，完成目标（1次）的200%；比例92%（目标不低于95%，未达到）',
      [from('2次', 'a'), from('1次', 'b'), from('200%', 'a')],
      new SourceBook(),
    );
    const cited = paragraph.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.text]));
    expect(cited).toEqual(['2次', '200%']);
    expect(untraced).toEqual(['92%']);
  });
});

describe('the list of sources', () => {
  it('numbers each source once, a total before the parts it rests on', () => {
    const book = new SourceBook();
    const part = source('part');
    const total: Citable = {
      ...source('total'),
      source: (own) => ({
        unit: '汇总',
        recorder: '',
        date: '',
        channel: '',
        evidence: `来源${own.cite(part)}`,
        href: null,
      }),
    };
    expect([book.cite(total), book.cite(part), book.cite(total), book.cite(source('other'))]).toEqual([1, 2, 1, 3]);
    expect(book.rows().map((row) => [row.no, row.unit, row.evidence])).toEqual([
      [1, '汇总', '来源2'],
      [2, 'part', ''],
      [3, 'other', ''],
    ]);
  });
});
