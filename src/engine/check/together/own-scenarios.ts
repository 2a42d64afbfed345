import type { Actor } from '../../types.js';
import { HELPER, LEAD, OFFICE, OTHER } from './people.js';
import type { Act, Scenario } from './scenario.js';
import * as it from './starts.js';

const act = (actor: Actor, instance: string, type: string, payload: Record<string, unknown> = {}): Act => {
  return { actor, instance, type, payload };
};
const reason = { reason: '按要求办理' };
const opinion = { opinion: '按要求办理' };

const evaluation = act(OFFICE, it.CYCLE, 'beginEvaluation');
const consolidation = act(LEAD, it.MEASURE, 'consolidate', { text: '全年完成情况' });
const leadReports = act(LEAD, it.LEADS_REPORT, 'submit', it.contents(it.LEADS));
const leadAccepted = act(OFFICE, it.LEADS_REPORT, 'accept', opinion);
const askedAgain = { rows: [it.LEADS], ...reason, wantedBy: null, fires: null };
const askedAgainBy = { ...askedAgain, wantedBy: '2026-10-15', fires: '2026-10-16' };

/** 销号与重新打开: whatever was going on in the units' parts. */
export const closing: Scenario = {
  title: '任务的办结、撤销与重新打开',
  day: '2026-03-02',
  starts: [...it.work],
  names: it.NAMES,
  steps: 5,
  acts: [
    evaluation,
    consolidation,
    act(OFFICE, it.MEASURE, 'closeAchieved', opinion),
    act(OFFICE, it.MEASURE, 'closeCarriedForward', opinion),
    act(OFFICE, it.MEASURE, 'reopen', reason),
    act(OFFICE, it.MEASURE, 'withdraw', reason),
    act(OFFICE, it.MEASURE, 'merge', { into: 'another', ...reason }),
    act(OFFICE, it.HELPS, 'remove', reason),
    act(OFFICE, it.LEADS, 'transfer', { toUnit: 'unit-other', ...reason }),
    act(LEAD, it.LEADS, 'requestExtension', { to: '2026-11-30', ...reason }),
    act(HELPER, it.HELPS, 'acknowledge', { kind: 'signed' }),
    { until: '2026-11-02' },
  ],
};

/** 报送、退回、请补充: in the year's last round, by which contributions are accepted. */
export const returns: Scenario = {
  title: '报送件的退回与补充',
  day: '2026-09-01',
  starts: [...it.work, ...it.round('年终')],
  names: it.NAMES,
  steps: 5,
  acts: [
    leadReports,
    act(OFFICE, it.LEADS_REPORT, 'askMore', askedAgain),
    act(OFFICE, it.LEADS_REPORT, 'askMore', askedAgainBy),
    leadAccepted,
    act(LEAD, it.LEADS_REPORT, 'withdraw', reason),
    act(HELPER, it.HELPS_REPORT, 'reportNil', { text: '无新的进展' }),
    act(OTHER, it.HELPS_REPORT, 'exempt', reason),
    act(OTHER, it.HELPS_REPORT, 'unexempt', { due: it.ROUND_DUE, fires: '2026-10-01', ...reason }),
    act(OFFICE, it.LEADS, 'returnContribution', opinion),
    act(OFFICE, it.ROUND, 'close', { note: '结束' }),
    { until: '2026-10-02' },
  ],
};

/** 汇总材料: what the lead wrote stays when it is returned, whatever stage the measure goes back to. */
export const review: Scenario = {
  title: '汇总材料的退回',
  day: '2026-09-01',
  starts: [...it.work, ...it.round('年终')],
  names: it.NAMES,
  steps: 8,
  acts: [
    leadReports,
    leadAccepted,
    evaluation,
    consolidation,
    act(OFFICE, it.MEASURE, 'returnReview', opinion),
    act(OFFICE, it.MEASURE, 'backToImplementation', reason),
    act(OFFICE, it.MEASURE, 'closeMostly', opinion),
    act(OFFICE, it.MEASURE, 'reopen', reason),
  ],
};

/** Days that people move: a unit's own, a round's, and what is granted. */
export const days: Scenario = {
  title: '期限的调整与延期',
  day: '2026-09-01',
  starts: [...it.work, ...it.round('季')],
  names: it.NAMES,
  steps: 3,
  acts: [
    act(LEAD, it.LEADS, 'requestExtension', { to: '2026-11-30', ...reason }),
    act(OFFICE, it.LEADS, 'grantExtension', { to: '2026-11-30', fires: '2026-12-01', ...opinion }),
    act(OFFICE, it.LEADS, 'refuseExtension', opinion),
    act(OFFICE, it.HELPS, 'setDue', { on: '2026-09-15', fires: '2026-09-16', ...reason }),
    act(OFFICE, it.HELPS, 'setDue', { on: '2026-12-15', fires: '2026-12-16', ...reason }),
    act(OFFICE, it.ROUND, 'extend', { due: '2026-10-10', fires: '2026-10-11', ...reason }),
    act(OFFICE, it.ROUND, 'extend', { due: '2026-09-20', fires: '2026-09-21', ...reason }),
    act(OFFICE, it.ROUND, 'close', { note: '结束' }),
    act(OFFICE, it.ROUND, 'reopen', { due: '2026-10-20', fires: '2026-10-21', ...reason }),
    act(OFFICE, it.LEADS_REPORT, 'setDue', { due: '2026-10-15', fires: '2026-10-16', ...reason }),
    act(OTHER, it.HELPS_REPORT, 'exempt', reason),
    act(OTHER, it.HELPS_REPORT, 'unexempt', { due: '2026-10-15', fires: '2026-10-16', ...reason }),
    leadReports,
    { until: '2026-10-01' },
  ],
};

/** A plan taken back with everything under it. */
export const withdrawal: Scenario = {
  title: '计划的撤回',
  day: '2026-09-01',
  starts: [...it.plan, ...it.work, ...it.round('年终')],
  names: it.NAMES,
  steps: 5,
  acts: [
    act(OFFICE, it.PLAN, 'withdraw', reason),
    leadReports,
    act(OFFICE, it.LEADS_REPORT, 'askMore', askedAgainBy),
    act(OFFICE, it.ROUND, 'close', { note: '结束' }),
    act(OFFICE, it.ROUND, 'reopen', { due: '2026-10-20', fires: '2026-10-21', ...reason }),
    evaluation,
    consolidation,
    act(OFFICE, it.MEASURE, 'closeNotAchieved', opinion),
    act(OFFICE, it.MEASURE, 'reopen', reason),
    act(OFFICE, it.HELPS, 'remove', reason),
  ],
};

export const scenarios: readonly Scenario[] = [closing, returns, review, days, withdrawal];

/** One step less of each: what a start of the server waits for. */
export const atStart: readonly Scenario[] = scenarios.map((one) => ({ ...one, steps: one.steps - 1 }));
