import type { SendCommand, StartCommand } from '../../types.js';

export const PLAN = 'plan';
export const CYCLE = 'cycle';
export const MEASURE = 'measure';
export const LEADS = 'duty-lead';
export const HELPS = 'duty-help';
export const ROUND = 'round';
export const LEADS_REPORT = 'report-lead';
export const HELPS_REPORT = 'report-help';

/** How stories call them. */
export const NAMES: Readonly<Record<string, string>> = {
  [PLAN]: '计划',
  [CYCLE]: '年度',
  [MEASURE]: '任务',
  [LEADS]: '牵头单位的分工',
  [HELPS]: '配合单位的分工',
  [ROUND]: '调度',
  [LEADS_REPORT]: '牵头单位的报送件',
  [HELPS_REPORT]: '配合单位的报送件',
};

/** The day the work is due, and the day before which a round asks for reports. */
export const DUE = '2026-10-31';
export const ROUND_DUE = '2026-09-30';

const start = (machine: string, id: string, input: Record<string, unknown>): StartCommand => {
  return { kind: 'start', machine, id, scope: PLAN, input };
};
const send = (instance: string, type: string, payload: Record<string, unknown> = {}): SendCommand => {
  return { kind: 'send', instance, type, payload };
};

const READING = {
  ...{ title: '计划', noticeTitle: null, docNumber: null, issuers: [], issuedOn: '2026-01-05', region: null },
  ...{ level: null, kind: null, basis: [], addressees: [], reporting: [], measures: [], phases: [], goals: [] },
};

/** An issued plan. */
export const plan = [
  start('plan', PLAN, { title: '计划', demo: false, reading: READING, source: { sha256: '', name: '计划' } }),
  send(PLAN, 'confirm'),
  send(PLAN, 'issue', {
    ...{ issuedOn: '2026-01-05', enabledOn: '2026-01-05', clockOffset: 0 },
    ...{ recipient: null, counties: [], indicators: [] },
  }),
];

const duty = { planId: PLAN, cycleId: CYCLE, measureId: MEASURE, dutyFrom: '2026-01-05' };
const day = { due: DUE, duePresumed: false, fires: '2026-11-01' };

/** A year under way, with one measure, its lead and its supporting unit. */
export const work = [
  start('cycle', CYCLE, { planId: PLAN, year: 2026, phases: [] }),
  start('measure', MEASURE, {
    ...{ planId: PLAN, cycleId: CYCLE, draftKey: 'm001', position: 1, no: '1', title: '任务', heading: [], note: '' },
    ...{ mode: 'lead', track: 'standing', content: '', leadUnit: 'unit-lead', leadBasis: 'named', leadGround: null },
    ...{ consolidator: 'lead', openGroups: [], conditions: [], due: DUE, duePresumed: false, spanStart: 0, spanEnd: 0 },
  }),
  start('assignment', LEADS, {
    ...{ ...duty, unitId: 'unit-lead', role: 'responsible', isLead: true, position: 1, followsLead: false, ...day },
  }),
  start('assignment', HELPS, {
    ...{ ...duty, unitId: 'unit-help', role: 'supporting', isLead: false, position: 2, followsLead: false, ...day },
  }),
  send(CYCLE, 'beginImplementation'),
];

const asked = { planId: PLAN, roundId: ROUND, due: ROUND_DUE, fires: '2026-10-01' };

/** A round that asks both units. */
export const round = (kind: string): StartCommand[] => [
  start('round', ROUND, {
    ...{ planId: PLAN, cycleId: CYCLE, kind, title: '调度', asOf: ROUND_DUE, due: ROUND_DUE, fires: '2026-10-01' },
    ...{ basis: null, parts: ['text'], indicatorIds: [] },
  }),
  start('packet', LEADS_REPORT, { ...asked, unitId: 'unit-lead' }),
  start('packet', HELPS_REPORT, { ...asked, unitId: 'unit-help' }),
];

/** What a unit hands in about its part. */
export function contents(assignmentId: string): Record<string, unknown> {
  const row = { assignmentId, measureId: MEASURE, text: '已完成排查', status: '推进中', progress: 60 };
  const texts = [{ summary: '总体进展顺利', typicalCase: null }];
  return { rows: [{ ...row, issues: null, nextStep: null }], figures: [], texts, files: [] };
}
