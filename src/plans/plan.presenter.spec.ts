import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { COORDINATOR } from '../../test/support/ground.js';
import type { Assignment, Measure } from '../measures/measures.entities.js';
import type { Unit } from '../organization/organization.entities.js';
import { Refusal } from '../shared/errors.js';
import { importFault, planView, superior } from './plan.presenter.js';
import { Indicator, Plan, type Cycle } from './plans.entities.js';

const NOTHING_ENDED = { on: new Map<string, string>(), into: new Map<string, string>(), duties: new Set<string>() };
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
    expect(importFault(refusal, '通知.txt')).toBe('“通知.txt”（全文）：没有读到责任分工。请上传附件。');
    expect(importFault(refusal, null)).toBe('全文：没有读到责任分工。请上传附件。');
  });
});

describe('the page of a plan that has not been issued', () => {
  it('counts the measures and named units of the draft', () => {
    const plan = Object.assign(new Plan(), {
      ...{ id: 'p', title: '要点', state: 'draft', issuers: [], basis: [], enabledOn: null, level: 'city' },
      ...{ yearFrom: 2023, yearTo: 2023, docNumber: null, region: null, issuedOn: null, recipient: null },
    });
    const empty = { cycles: [], measures: [], assignments: [], indicators: [], units: new Map(), ended: NOTHING_ENDED };
    const flow = FLOW as unknown as Parameters<typeof planView>[2]['plan'];
    const view = planView(
      { plan, ...empty, draft: smallDraft() },
      COORDINATOR,
      { plan: flow, cycle: null },
      '2023-05-11',
    );
    const old = Object.assign(new Plan(), { ...plan, id: 'old', docNumber: '劳函〔2023〕1号', issuedOn: '2023-02-01' });
    const offered = planView(
      {
        plan,
        ...empty,
        draft: smallDraft(),
        asked: { foreign: null, revised: old, carriedOnly: false, claims: null, isPart: false },
      },
      COORDINATOR,
      { plan: flow, cycle: null },
      '2023-05-11',
    );
    expect(offered).toMatchObject({
      revised: { name: '《要点》（劳函〔2023〕1号，2023-02-01）', href: '/plans/old/compare/p?kind=version' },
    });
    expect(view).toMatchObject({ revised: null });
    const goal = (raw: string | null, hard: boolean) =>
      Object.assign(new Indicator(), { name: '参保率', raw, hard, by: null, forPlan: true });
    const indicators = [goal('99%', false), goal('98%以上', true), goal(null, false)];
    const shown = planView(
      { plan, ...empty, draft: smallDraft(), indicators },
      COORDINATOR,
      { plan: flow, cycle: null },
      '2023-05-11',
    );
    expect((shown as { goals: { raw: string }[] }).goals.map(({ raw }) => raw)).toEqual(['99%（力争）', '98%以上', '']);
    const { facts, issueForm } = view as { facts: { label: string; value: string }[]; issueForm: object };
    expect(facts).toContainEqual({ label: '年度', value: '2023 年度' });
    expect(issueForm).toMatchObject({ year: 2023 });
    expect(facts).toContainEqual({ label: '举措', value: '2 条' });
    expect(facts).toContainEqual({ label: '任务分工', value: '4 项（已点名的单位，印发后生成）' });
  });
});

describe('to whom reports go up', () => {
  const proposed = (level: string, region: string | null) =>
    superior(Object.assign(new Plan(), { level, region, recipient: null }));

  it('is the level above the plan’s place', () => {
    expect(proposed('city', '太原市')).toBe('省农民工工作领导小组办公室');
    expect(proposed('city', '贵港市')).toBe('自治区农民工工作领导小组办公室');
    expect(proposed('county', '小店区')).toBe('市农民工工作领导小组办公室');
    expect(proposed('province', '山西省')).toBe('国务院农民工工作领导小组办公室');
    expect(proposed('city', null)).toBe('省农民工工作领导小组办公室');
  });
});

describe('the page of an issued plan', () => {
  it('names units by their registered names; a stage without an end for want of a calendar says why', () => {
    const plan = Object.assign(new Plan(), {
      ...{ id: 'p', title: '要点', state: 'issued.implementation', issuers: [], basis: [], enabledOn: '2023-05-11' },
      ...{
        yearFrom: 2023,
        yearTo: 2023,
        docNumber: null,
        region: '太原市',
        level: 'city',
        issuedOn: null,
        recipient: null,
      },
    });
    const unit = (id: string, name: string) => [id, { id, name, shortName: name.slice(1) }] as [string, Unit];
    const units = new Map([unit('wj', '市卫生健康委员会'), unit('cz', '市财政局'), unit('jy', '市教育局')]);
    const duty = (unitId: string, role: string, isLead = false) =>
      ({ measureId: 'm', unitId, role, isLead, ackKind: null, state: 'duty.work.assigned' }) as Assignment;
    const measure = {
      id: 'm',
      ...{ no: '3', title: '做好义诊', content: '开展义诊。' },
      cycleId: 'c',
      heading: ['任务', '义诊'],
      leadUnit: 'wj',
      state: 'implementation',
    } as Measure;
    const open = { stage: 'mobilisation', name: '动员部署', start: '2027-01-04', end: null, origin: 'presumed' };
    const cycle = { id: 'c', year: 2023, state: 'mobilisation', phases: [open] as Cycle['phases'] } as Cycle;
    const assignments = [duty('wj', 'responsible'), duty('jy', 'responsible'), duty('cz', 'supporting')];
    const flow = { ...FLOW, actions: [] } as unknown as Parameters<typeof planView>[2]['plan'];
    const sheet = {
      plan,
      cycles: [cycle],
      measures: [measure],
      assignments,
      indicators: [],
      units,
      ended: NOTHING_ENDED,
      draft: null,
    };
    const view = planView(sheet, COORDINATOR, { plan: flow, cycle: null }, '2023-06-01');
    const [{ lines }] = (view as { chapters: [{ lines: object[] }] }).chapters;
    expect(lines).toMatchObject([{ lead: '市卫生健康委员会', responsible: '市教育局', supporting: '市财政局' }]);
    const ledByTwo = [duty('wj', 'responsible', true), duty('jy', 'responsible', true), duty('cz', 'supporting')];
    const two = planView({ ...sheet, assignments: ledByTwo }, COORDINATOR, { plan: flow, cycle: null }, '2023-06-01');
    const [{ lines: led }] = (two as { chapters: [{ lines: object[] }] }).chapters;
    expect(led).toMatchObject([{ lead: '市卫生健康委员会、市教育局', responsible: '', supporting: '市财政局' }]);
    const without = ledByTwo.map((one) => (one.unitId === 'jy' ? { ...one, state: 'removed' } : one));
    const one = planView({ ...sheet, assignments: without }, COORDINATOR, { plan: flow, cycle: null }, '2023-06-01');
    expect(one).toMatchObject({ chapters: [{ lines: [{ lead: '市卫生健康委员会', responsible: '' }] }] });
    const joined = { ...measure, state: 'merged' };
    const ended = {
      on: new Map([['m', '2023-06-01']]),
      into: new Map([['m', '3《办好零工市场》']]),
      duties: new Set<string>(),
    };
    const flows = { plan: flow, cycle: null };
    expect(planView({ ...sheet, measures: [joined], ended }, COORDINATOR, flows, '2023-06-01')).toMatchObject({
      chapters: [{ lines: [{ ended: true, state: '已并入 3《办好零工市场》（2023-06-01）' }] }],
    });
    const numbers = (view: object) =>
      (view as { chapters: { lines: { no: string }[] }[] }).chapters.flatMap(({ lines }) => lines.map(({ no }) => no));
    const taken = { ...measure, id: 'n' };
    const both = planView({ ...sheet, measures: [taken, joined], ended }, COORDINATOR, flows, '2023-06-01');
    expect(numbers(both)).toEqual(['3', '原 3']);
    const alone = planView({ ...sheet, measures: [joined], ended }, COORDINATOR, flows, '2023-06-01');
    expect(numbers(alone)).toEqual(['3']);
    expect(view).toMatchObject({
      stages: [
        { dates: '2027-01-04 至 未定', origin: '工作日历还没有该年的放假安排，结束日没有推定' },
        { origin: '推定，不自动生效' },
        { origin: '推定，不自动生效' },
      ],
    });
  });
});
