import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { COORDINATOR } from '../../test/support/ground.js';
import { Refusal } from '../shared/errors.js';
import { importFault, planView } from './plan.presenter.js';
import { Plan } from './plans.entities.js';

const FLOW = { state: 'draft', revision: 1, actions: [] };
const cures = (words: string): number => words.split('另存').length - 1;

describe('a document that is refused', () => {
  it('is named, and its cure is said once, also where the refusal already ends with it', () => {
    const cure = '请另存为 .docx 再上传';
    const told = importFault(new Refusal('format_unsupported', `不能读取这种文件。${cure}。`, { cure }), '表.wps');
    expect(told).toBe('“表.wps”：不能读取这种文件。请另存为 .docx 再上传。');
    expect(cures(told)).toBe(1);
  });

  it('is named with place and cure where the refusal says them apart', () => {
    const refusal = new Refusal('no_note', '没有读到责任分工。', { place: '全文', cure: '请上传附件。' });
    expect(importFault(refusal, '通知.txt')).toBe('“通知.txt”：没有读到责任分工。（全文）请上传附件。');
    expect(importFault(refusal, null)).toBe('没有读到责任分工。（全文）请上传附件。');
  });
});

describe('the page of a plan that has not been issued', () => {
  it('counts the measures and named units of the draft', () => {
    const plan = Object.assign(new Plan(), {
      ...{ id: 'p', title: '要点', state: 'draft', issuers: [], basis: [], enabledOn: null, level: 'city' },
      ...{ yearFrom: 2023, yearTo: 2023, docNumber: null, region: null, issuedOn: null, recipient: null },
    });
    const empty = { cycles: [], measures: [], assignments: [], indicators: [], units: new Map() };
    const flow = FLOW as unknown as Parameters<typeof planView>[2]['plan'];
    const view = planView(
      { plan, ...empty, draft: smallDraft() },
      COORDINATOR,
      { plan: flow, cycle: null },
      '2023-05-11',
    );
    const { facts } = view as { facts: { label: string; value: string }[] };
    expect(facts).toContainEqual({ label: '举措', value: '2 条' });
    expect(facts).toContainEqual({ label: '任务分工', value: '4 项（已点名的单位，印发后生成）' });
  });
});
