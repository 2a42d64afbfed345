import { describe, expect, it } from '@jest/globals';
import { figure, indicator, packet, reportData } from '../../../test/support/report-data.js';
import { indicatorResults } from './indicator-results.js';
import { SourceBook } from './sources.js';

const counties = [packet({ unitId: 'xd' }), packet({ unitId: 'lf', state: 'awaited', receivedOn: null })];
const training = indicator({ reporters: ['xd', 'lf'] });

describe('a figure in a report', () => {
  it('leads back to the one unit that reported it', () => {
    const [result] = indicatorResults(reportData());
    const book = new SourceBook();
    expect(book.place(result!.figure!)).toEqual({
      text: '1.26万人次',
      source: 1,
      href: '/packets/k-hr#f-i1',
      mark: null,
    });
    expect(book.rows()).toEqual([
      {
        ...{
          no: 1,
          unit: '太原市人力资源和社会保障局',
          recorder: '联络员（市人力资源和社会保障局）',
          date: '2023-12-12',
        },
        ...{ channel: '系统填报', evidence: '系统报送件', href: '/packets/k-hr#f-i1', remark: '登记号41' },
      },
    ]);
    expect(result!.completion).toMatchObject({ percent: '105', met: true });
  });

  it('names who recorded a unit’s paper, by which channel and with what proof', () => {
    const behalf = packet({
      onBehalf: true,
      channel: '纸质',
      recorder: '统筹员（市农民工办）',
      papers: ['盖章件.pdf'],
      selfReviewed: true,
    });
    const book = new SourceBook();
    book.cite(indicatorResults(reportData({ packets: [behalf] }))[0]!.figure!);
    expect(book.rows()[0]).toMatchObject({
      recorder: '统筹员（市农民工办）',
      channel: '纸质',
      evidence: '盖章件.pdf',
      remark: '登记号41；代填代审',
    });
    const bare = new SourceBook();
    bare.cite(indicatorResults(reportData({ packets: [{ ...behalf, papers: [] }] }))[0]!.figure!);
    expect(bare.rows()[0]!.evidence).toBe('待补证');
  });

  it('adds up the places, says how many have reported, and lists every part', () => {
    const both = reportData({
      indicators: [training],
      packets: [packet({ unitId: 'xd' }), packet({ unitId: 'lf' })],
      figures: [figure({ unitId: 'xd', value: '3000' }), figure({ unitId: 'lf', value: '1500' })],
    });
    const [result] = indicatorResults(both);
    const book = new SourceBook();
    expect(book.place(result!.figure!)).toMatchObject({
      text: '4500人次',
      source: 1,
      href: '/reports/p/figures/i1?asOf=2023-12-20',
    });
    expect(result!.coverage).toBeNull();
    expect(book.rows().map((row) => [row.no, row.unit, row.evidence])).toEqual([
      [1, '2个单位汇总', '来源2、3'],
      [2, '小店区农民工工作领导小组办公室', '系统报送件'],
      [3, '娄烦县农民工工作领导小组办公室', '系统报送件'],
    ]);
  });

  it('never counts a missing place as zero', () => {
    const [result] = indicatorResults(
      reportData({ indicators: [training], packets: counties, figures: [figure({ unitId: 'xd', value: '3000' })] }),
    );
    expect(result!.coverage).toBe('2个县（市、区）中1个已报，缺：娄烦县农民工工作领导小组办公室');
    expect(indicatorResults(reportData({ figures: [], packets: [] }))[0]).toMatchObject({ figure: null, value: null });
  });

  it('does not miss a unit that was let off', () => {
    const exempt = packet({ unitId: 'lf', state: 'exempt', receivedOn: null });
    const data = reportData({
      indicators: [training],
      packets: [counties[0]!, exempt],
      figures: [figure({ unitId: 'xd', value: '3000' })],
    });
    expect(indicatorResults(data)[0]!.coverage).toBeNull();
  });

  it('counts a running total once, by each unit’s latest', () => {
    const figures = [figure({ id: 'old', asOf: '2023-09-30', value: '9000' }), figure({ id: 'new', value: '12600' })];
    const [cumulative] = indicatorResults(reportData({ figures }));
    expect([cumulative!.value, cumulative!.parts.length]).toEqual(['12600', 1]);
    const [period] = indicatorResults(reportData({ figures, indicators: [indicator({ accumulation: 'period' })] }));
    expect([period!.value, period!.parts.length]).toEqual(['21600', 2]);
  });

  it('bears the mark of its least firm part, and the correction in its source', () => {
    const correction = {
      figureId: 'f',
      old: '12000',
      new: '12600',
      reason: '补报',
      by: '联络员',
      agreedBy: '王某',
      on: '2023-12-18',
    };
    const [result] = indicatorResults(
      reportData({ figures: [figure({ valueStatus: '预计', corrections: [correction] })] }),
    );
    const book = new SourceBook();
    expect(book.place(result!.figure!).mark).toBe('预计全年');
    expect(book.rows()[0]!.remark).toContain('引用数已更正：原报1.2万人次，现报1.26万人次（王某同意）');
  });
});
