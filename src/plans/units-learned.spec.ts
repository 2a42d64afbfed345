import { describe, expect, it } from '@jest/globals';
import type { UnitRef } from '../domain/plan/reading.js';
import { smallDraft } from '../../test/support/small-plan.js';
import type { DraftReading } from './draft.js';
import { applyLearned, doubtedNames } from './units-learned.js';

const printed = (surface: string): UnitRef => ({ name: surface, surface });
const doubt = (surface: string) => ({ code: 'unit_unknown', reason: `“${surface}”不在单位名录中，请核对` });

/** The small plan with 市工信委 leading its first measure, unknown, beside 市信访联席办, unknown too. */
function reading(): DraftReading {
  const draft = smallDraft();
  const [first, ...rest] = draft.measures;
  const lead = printed('市工信委');
  const doubts = [doubt('市工信委'), doubt('市信访联席办')];
  const units = { lead, responsible: [lead, printed('市信访联席办')], doubts, doubtful: true, confidence: 0.6 };
  return { ...draft, measures: [{ ...first!, ...units }, ...rest] };
}

describe('names that the office has decided on', () => {
  it('are read so everywhere, the lead too, and the doubt is settled; other doubts stay', () => {
    const [first] = applyLearned(reading(), [{ surface: '市工信委', name: '市工业和信息化局' }]).measures;
    expect(first!.lead).toEqual({ name: '市工业和信息化局', surface: '市工信委' });
    expect(first!.doubts.map(({ reason }) => reason)).toEqual([doubt('市信访联席办').reason]);
    expect(first).toMatchObject({ doubtful: true, confidence: 0.6 });
  });

  it('leave no doubt when all are decided, and the later decision counts', () => {
    const learned = [
      { surface: '市工信委', name: '市经济委员会' },
      { surface: '市工信委', name: '市工业和信息化局' },
      { surface: '市信访联席办', name: '市信访局' },
    ];
    const [first] = applyLearned(reading(), learned).measures;
    expect(first!.responsible.map(({ name }) => name)).toEqual(['市工业和信息化局', '市信访局']);
    expect(first).toMatchObject({ doubtful: false, doubts: [], confidence: 1 });
  });

  it('are counted by the measures they stand in, not by the questions about them', () => {
    const draft = reading();
    const [first, second, ...rest] = draft.measures;
    const near = { code: 'unit_near', reason: '“市工信委”不在单位名录中，与“市工信局”相近，请核对是否同一单位' };
    const both = { ...first!, doubts: [...first!.doubts, near] };
    expect(doubtedNames({ measures: [both, second!, ...rest] })[0]).toMatchObject({ surface: '市工信委', times: 1 });
    const alike = { ...first!, key: 'm900' };
    expect(doubtedNames({ measures: [both, alike] })[0]).toMatchObject({ surface: '市工信委', times: 2 });
  });

  it('are asked of the unknown name, and of no known one that stands beside it and that it may mean', () => {
    const [first, ...rest] = smallDraft().measures;
    const responsible = [printed('市公安局'), printed('市公安厅')];
    const reason = '“市公安厅”不在单位名录中，与“市公安局”相近（只是词尾不同），请核对是否同一单位';
    const doubts = [{ code: 'unit_near', reason }];
    const draft = { measures: [{ ...first!, responsible, supporting: [], doubts, doubtful: true }, ...rest] };
    expect(doubtedNames(draft)).toMatchObject([{ surface: '市公安厅', name: '市公安厅' }]);

    const [kept] = applyLearned(draft, [{ surface: '市公安局', name: '市公安局' }]).measures;
    expect(kept!.doubts).toEqual(doubts);
    const [one] = applyLearned(draft, [{ surface: '市公安厅', name: '市公安局' }]).measures;
    expect(one!.responsible).toEqual([printed('市公安局')]);
    expect(one!.doubts).toEqual([]);
  });

  it('make one unit of two surfaces, at its higher part', () => {
    const [first] = applyLearned(reading(), [{ surface: '市工信委', name: '市教育局' }]).measures;
    expect(first!.responsible[0]!.name).toBe('市教育局');
    expect(first!.supporting.map(({ name }) => name)).toEqual(['市财政局']);
  });

  it('change nothing in a plan that does not print them', () => {
    const draft = smallDraft();
    expect(applyLearned(draft, [{ surface: '市工信委', name: '市工业和信息化局' }])).toEqual(draft);
  });

  it('are asked for once a surface', () => {
    expect(doubtedNames(reading()).map(({ surface, times }) => [surface, times])).toEqual([
      ['市工信委', 1],
      ['市信访联席办', 1],
    ]);
  });
});
