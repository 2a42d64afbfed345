import { conditionsWords, windowsWords } from '../domain/plan/condition-words.js';
import { definition } from '../../workflows/catalogue.js';
import { ownWords } from '../domain/plan/own-columns.js';
import { printedTarget, yearsMark } from '../domain/figures/striven.js';
import { leadBasisWords } from '../domain/plan/lead-basis.js';
import type { OpenGroup } from '../domain/plan/reading.js';
import { dueWords } from '../domain/progress/due-words.js';
import { stateWords } from '../engine/step.js';
import type { FlowView } from '../flow/flow.service.js';
import type { OpenDispute } from './disputes.js';
import type { Assignment, Measure } from './measures.entities.js';
import type { MeasureSheet } from './measure.queries.js';

const MODES: Record<string, string> = {
  lead_support: '牵头与配合',
  joint: '共同负责',
  separate: '分别负责',
  all: '成员单位共同承担',
};
const ACKS: Record<string, string> = { signed: '已签收', deemed: '视同签收', exempt: '免签' };

/** The measure page: text, duties with their last reports, and what this person may do. */
export function measureView(sheet: MeasureSheet, flow: FlowView, duties: Map<string, FlowView>): object {
  const { measure } = sheet;
  return {
    title: `${measure.no} ${measure.title}`,
    nav: 'plans',
    subtitle: measure.heading.slice(0, -1).join(' / '),
    back: { href: `/plans/${measure.planId}`, label: '计划' },
    ...{
      id: measure.id,
      content: measure.content,
      note: measure.note,
      state: flow.words,
      actions: actionsOf(flow, sheet),
    },
    facts: measureFacts(measure, sheet),
    summary: measure.summary ?? '',
    selfReviewed: measure.selfReviewed,
    silent: silentUnits(sheet),
    duties: dutyViews(sheet, duties),
  };
}

/** The state with an open 职责争议 in it, in whatever stage, and who raised it why. */
export function disputeView(words: string, dispute: OpenDispute | null): { state: string; dispute: string } {
  if (!dispute) return { state: words, dispute: '' };
  const { raisedBy, raisedOn, reason } = dispute;
  const state = words.includes('职责争议') ? words : `${words}，职责争议中`;
  return { state, dispute: `${raisedBy} ${raisedOn} 提出${reason && `：${reason}`}` };
}

/** Units that owe their own word on this measure and have said nothing: told before anybody closes it. */
function silentUnits({ measure, assignments, units }: MeasureSheet): string {
  if (!measure.state.startsWith('evaluation')) return '';
  const silent = assignments.filter(
    (one) => one.lastReportOn === null && !one.followsLead && !/removed|transferred/.test(one.state),
  );
  return silent.map((one) => units.get(one.unitId)?.name ?? '').join('、');
}

function measureFacts(measure: Measure, sheet: MeasureSheet): { label: string; value: string }[] {
  return [
    { label: '分工方式', value: MODES[measure.mode] ?? measure.mode },
    { label: '牵头单位', value: (leadNames(sheet) || '无') + basisWords(sheet) },
    { label: '汇总', value: measure.consolidator === 'office' ? '我办汇总' : '牵头单位汇总' },
    { label: '类型', value: measure.track === 'standing' ? '常态型' : '办结型' },
    { label: '完成时限', value: measureDue(sheet) },
    { label: '未点名的单位', value: measure.openGroups.map((group) => group.surface).join('、') || '无' },
    { label: '要求', value: conditionsWords(measure.conditions) || '无' },
    ...(sheet.targets.length > 0 ? [{ label: '指标', value: targetsWords(sheet.targets) }] : []),
    ...(sheet.own.length > 0 ? [{ label: '原表其他栏目', value: ownWords(sheet.own) }] : []),
  ];
}

/** What the plan demands in figures, with the years that each has them. */
const targetsWords = (targets: MeasureSheet['targets']): string =>
  targets.map((target) => printedTarget(target) + yearsMark(target)).join('；');

/** All that lead, the one that consolidates first; removed ones no more. */
function leadNames({ measure, assignments, units }: MeasureSheet): string {
  const leads = assignments.filter(({ isLead, state }) => isLead && !/removed|transferred/.test(state));
  const ids = [...(measure.leadUnit ? [measure.leadUnit] : []), ...leads.map(({ unitId }) => unitId)];
  return [...new Set(ids)].map((id) => units.get(id)?.fullName ?? '').join('、');
}

/** （我办指定，依据会议：…）: on what the lead rests. */
function basisWords({ measure, assignments }: MeasureSheet): string {
  const { leadBasis, leadGround, note, openGroups } = measure;
  const fromGroups = new Set(openGroups.map(({ role }) => role));
  const isNamed = ({ role, isLead }: Assignment): boolean => isLead || !fromGroups.has(role as OpenGroup['role']);
  const isAlone = assignments.filter(isNamed).length === 1;
  const words = leadBasisWords({ leadBasis, leadGround, note, isAlone, groups: openGroups });
  return words && `（${words}）`;
}

/** The day as printed; where none is, days that the office gave to its duties after the issue, by unit unless all have one. */
function measureDue({ measure, assignments, units }: MeasureSheet): string {
  const windows = windowsWords(measure.conditions);
  const asIssued = dueWords({ ...measure, presumed: measure.duePresumed, windows });
  const going = assignments.filter(({ state }) => !/removed|transferred/.test(state));
  const set = going.filter(({ duePresumed }) => !duePresumed);
  if (!measure.duePresumed || set.length === 0) return asIssued;
  const days = new Set(set.map(({ due }) => due));
  if (days.size === 1 && set.length === going.length) return `${[...days].join('')}（印发后由我办设定）`;
  const told = set.map(({ unitId, due }) => `${units.get(unitId)?.name ?? ''} ${due ?? '未定'}`).join('、');
  return `${asIssued}；印发后由我办设定：${told}`;
}

/** Buttons stand open where they concern one unit only; beside many units they are folded, so that the list can be read. */
function dutyViews(sheet: MeasureSheet, flows: Map<string, FlowView>): object[] {
  const withActions = sheet.assignments.filter(({ id }) => flows.get(id)?.actions.length);
  return sheet.assignments.map((assignment) => ({
    ...dutyView(assignment, sheet, flows.get(assignment.id)),
    folded: withActions.length > 1 && assignment.extension?.state !== 'requested',
  }));
}

/** The text to consolidate begins with what the units wrote, each under its name. */
function actionsOf(flow: FlowView, sheet: MeasureSheet): FlowView['actions'] {
  const value = unitTexts(sheet);
  return flow.actions.map((action) =>
    action.type === 'consolidate'
      ? {
          ...action,
          fields: action.fields.map((field) =>
            field.name === 'consolidate-text' ? { ...field, value, rows: 8 } : field,
          ),
        }
      : action,
  );
}

function unitTexts({ measure, assignments, units }: MeasureSheet): string {
  if (measure.summary) return measure.summary;
  const texts = assignments.filter((one) => one.lastText);
  return texts.map((one) => `${units.get(one.unitId)?.name ?? ''}：${one.lastText}`).join('\n');
}

function dutyView(assignment: Assignment, sheet: MeasureSheet, flow: FlowView | undefined): object {
  const ack = assignment.ackKind ? `${ACKS[assignment.ackKind]}（${assignment.ackOn}）` : '待签收';
  const state = stateWords(definition('assignment@1'), assignment.state);
  return {
    id: assignment.id,
    unit: sheet.units.get(assignment.unitId)?.fullName ?? '',
    role: assignment.isLead ? '牵头' : assignment.role === 'responsible' ? '责任' : '配合',
    follows: assignment.followsLead ? '随牵头统一反馈' : '',
    standing: ack === state ? ack : `${ack}；${state}`,
    progress: progressWords(assignment),
    text: assignment.lastText ?? '',
    reportedOn: assignment.lastReportOn ?? '',
    packet: assignment.lastPacketId,
    due: dutyDue(assignment, sheet.measure),
    actions: flow ? ownIds(assignment.id, flow.actions) : [],
  };
}

/** Several units' forms stand on one page: each field gets an id of its own, so that its label leads to it. */
function ownIds(of: string, actions: FlowView['actions']): FlowView['actions'] {
  return actions.map((action) => ({
    ...action,
    of,
    fields: action.fields.map((field) => ({ ...field, id: `${of}-${field.name}` })),
  }));
}

function progressWords({ status, progress }: Assignment): string {
  return [status, progress === null ? null : `${progress}%`].filter(Boolean).join(' ') || '尚未反馈';
}

/** A day that was only presumed before the office set one is not told as 原定. */
function dutyDue({ due, firstDue, duePresumed, extension }: Assignment, measure: Measure): string {
  const moved = firstDue && firstDue !== due && !measure.duePresumed ? `（原定 ${firstDue}）` : '';
  const asked = extension?.state === 'requested' ? `，申请延至 ${extension.to}` : '';
  return `${dueWords({ track: measure.track, due, presumed: duePresumed, windows: windowsWords(measure.conditions) })}${moved}${asked}`;
}
