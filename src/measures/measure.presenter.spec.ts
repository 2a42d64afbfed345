import { describe, expect, it } from '@jest/globals';
import type { FlowView } from '../flow/flow.service.js';
import type { Unit } from '../organization/organization.entities.js';
import { measureView } from './measure.presenter.js';
import type { MeasureSheet } from './measure.queries.js';
import type { Assignment, Measure } from './measures.entities.js';

const flow: FlowView = { state: '', words: '', revision: 1, actions: [] };

function sheet(state: string, ...duties: Partial<Assignment>[]): MeasureSheet {
  const measure = {
    no: '1',
    title: '开展培训',
    heading: [],
    openGroups: [],
    conditions: [],
    state,
  } as unknown as Measure;
  const blank = { state: 'duty.work.assigned', lastReportOn: null, followsLead: false };
  const assignments = duties.map((duty) => ({ ...blank, ...duty }) as Assignment);
  const units = new Map(['教育局', '财政局', '商务局'].map((shortName) => [shortName, { shortName } as Unit]));
  return { measure, assignments, units };
}

describe('who has said nothing, told before a measure is closed', () => {
  const duties = [
    { id: 'a', unitId: '教育局', lastReportOn: '2023-12-10' },
    { id: 'b', unitId: '财政局' },
    { id: 'c', unitId: '商务局', followsLead: true },
  ];

  it('names the silent, not those who reported or follow the lead', () => {
    expect(measureView(sheet('evaluation.unitTexts', ...duties), flow, new Map())).toMatchObject({ silent: '财政局' });
  });

  it('says nothing before the evaluation', () => {
    expect(measureView(sheet('implementation', ...duties), flow, new Map())).toMatchObject({ silent: '' });
  });
});
