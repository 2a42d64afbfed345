import { describe, expect, it } from '@jest/globals';
import { target } from '../../test/cascade/compared-plans.js';
import type { FlowView } from '../flow/flow.service.js';
import type { Unit } from '../organization/organization.entities.js';
import { measureView } from './measure.presenter.js';
import type { MeasureSheet } from './measure.queries.js';
import type { Assignment, Measure } from './measures.entities.js';

const flow: FlowView = { state: '', words: '', revision: 1, actions: [] };

const unitOf = (short: string) => ({ shortName: short, name: `市${short}`, fullName: `太原市${short}` }) as Unit;

function sheet(state: string, ...duties: Partial<Assignment>[]): MeasureSheet {
  const measure = {
    no: '1',
    title: '开展培训',
    heading: [],
    ...{ openGroups: [], note: '', leadBasis: null },
    conditions: [],
    state,
  } as unknown as Measure;
  const blank = { state: 'duty.work.assigned', lastReportOn: null, followsLead: false };
  const assignments = duties.map((duty) => ({ ...blank, ...duty }) as Assignment);
  const units = new Map(['教育局', '财政局', '商务局'].map((short) => [short, unitOf(short)]));
  return { measure, assignments, units, own: [], targets: [] };
}

describe('who has said nothing, told before a measure is closed', () => {
  const duties = [
    { id: 'a', unitId: '教育局', lastReportOn: '2023-12-10' },
    { id: 'b', unitId: '财政局' },
    { id: 'c', unitId: '商务局', followsLead: true },
  ];

  it('names the silent, not those who reported or follow the lead', () => {
    expect(measureView(sheet('evaluation.unitTexts', ...duties), flow, new Map())).toMatchObject({
      silent: '市财政局',
    });
  });

  it('says nothing before the evaluation', () => {
    expect(measureView(sheet('implementation', ...duties), flow, new Map())).toMatchObject({ silent: '' });
  });
});

describe("what the office's own columns of the task table say", () => {
  it('stands among the facts of its measure', () => {
    const shown = { ...sheet('implementation'), own: [{ column: '备注', text: '纳入考核' }] };
    const facts = { label: '原表其他栏目', value: '备注：纳入考核' };
    expect(measureView(shown, flow, new Map())).toMatchObject({ facts: expect.arrayContaining([facts]) });
    expect(JSON.stringify(measureView(sheet('implementation'), flow, new Map()))).not.toContain('原表');
  });
});

describe('what the plan demands of a measure in figures', () => {
  it('stands among its facts, with the years that each has it', () => {
    const yearly = target('新建驿站', 6, '家', { raw: '6家', years: [2025, 2027] });
    const shown = { ...sheet('implementation'), targets: [yearly] };
    const facts = { label: '指标', value: '新建驿站6家（2025—2027年每年）' };
    expect(measureView(shown, flow, new Map())).toMatchObject({ facts: expect.arrayContaining([facts]) });
  });
});

describe('where the page says that the lead comes from', () => {
  const factsOf = (measure: Partial<Measure>, ...duties: Partial<Assignment>[]) => {
    const shown = sheet('implementation', ...duties);
    const led = { leadUnit: '教育局', leadBasis: 'stated', leadGround: null, mode: 'lead_support', ...measure };
    const view = measureView({ ...shown, measure: { ...shown.measure, ...led } as Measure }, flow, new Map());
    return (view as { facts: { label: string; value: string }[] }).facts;
  };
  const lead = { id: 'a', unitId: '教育局', role: 'responsible', isLead: true };

  it('says 文件印明 only of a lead that is printed as one', () => {
    const helper = { id: 'b', unitId: '财政局', role: 'supporting', isLead: false };
    const printed = factsOf({ note: '（市教育局牵头，市财政局配合）' }, lead, helper);
    expect(printed).toContainEqual({ label: '牵头单位', value: '太原市教育局（文件印明）' });
  });

  it('names every unit that leads, the one that consolidates first', () => {
    const second = { id: 'b', unitId: '商务局', role: 'responsible', isLead: true };
    const gone = { id: 'c', unitId: '财政局', role: 'responsible', isLead: true, state: 'removed' };
    const two = factsOf({ note: '牵头单位：市教育局、市商务局' }, second, lead, gone);
    expect(two).toContainEqual({ label: '牵头单位', value: '太原市教育局、太原市商务局（文件印明）' });
  });

  it('says of the one unit named beside the counties that only it is named', () => {
    const county = { id: 'b', unitId: '商务局', role: 'responsible', isLead: false };
    const openGroups = [{ surface: '各县区政府', role: 'responsible' as const }];
    const said = factsOf({ note: '责任单位：市教育局、各县区政府', openGroups }, lead, county);
    expect(said.find(({ label }) => label === '牵头单位')?.value).toMatch(
      /^太原市教育局（.*点名的只有这一家，其余是“各县区政府”，按点名的这一家牵头认定）$/,
    );
  });
});

describe('a day that the office sets after the issue', () => {
  const presumed = { due: '2023-12-31', duePresumed: true, track: 'standing' } as Partial<Measure>;
  const viewOf = (measure: Partial<Measure>, ...duties: Partial<Assignment>[]) => {
    const shown = sheet('implementation', ...duties);
    const all = { ...shown, measure: { ...shown.measure, ...measure } as Measure };
    return measureView(all, flow, new Map()) as {
      facts: { label: string; value: string }[];
      duties: { due: string }[];
    };
  };
  const dueFact = (view: { facts: { label: string; value: string }[] }) =>
    view.facts.find(({ label }) => label === '完成时限')?.value;
  const asIssued = { due: '2023-12-31', firstDue: '2023-12-31', duePresumed: true, role: 'responsible' };
  const set = { ...asIssued, due: '2023-09-30', duePresumed: false };

  it('stands in the page’s head, without an earlier day that nobody had given', () => {
    const view = viewOf(presumed, { id: 'a', unitId: '教育局', ...set });
    expect(dueFact(view)).toBe('2023-09-30（印发后由我办设定）');
    expect(view.duties[0]!.due).toBe('2023-09-30');
  });

  it('is told by unit where it was not set for all', () => {
    const others = [
      { id: 'b', unitId: '财政局', ...asIssued },
      { id: 'c', unitId: '商务局', ...set, state: 'removed' },
    ];
    const view = viewOf(presumed, { id: 'a', unitId: '教育局', ...set }, ...others);
    expect(dueFact(view)).toBe('2023-12-31（推定）；印发后由我办设定：市教育局 2023-09-30');
  });

  it('leaves a printed day on record as the one first given', () => {
    const printed = { due: '2023-06-30', duePresumed: false, track: 'deliverable' } as Partial<Measure>;
    const view = viewOf(printed, { id: 'a', unitId: '教育局', ...set, firstDue: '2023-06-30' });
    expect(dueFact(view)).toBe('2023-06-30');
    expect(view.duties[0]!.due).toBe('2023-09-30（原定 2023-06-30）');
  });
});
