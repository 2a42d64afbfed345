import { printDay } from '../../domain/calendar/day.js';
import { Refusal } from '../../shared/errors.js';
import type { PacketRecord, ReportData } from '../data/report-data.js';
import type { ReceiptView, ReminderView } from '../views.js';
import { reportingRound, roundBalance } from './coverage.js';

/**
 * The 催办函 to those who owe their packet of the latest round, or to one of them. Refusals: no_round when nothing was
 * ever asked for, nothing_to_remind when everybody has reported.
 */
export function reminderView(data: ReportData, unitId: string | null): ReminderView {
  const round = reportingRound(data);
  if (!round)
    throw new Refusal('no_round', '本年度还没有发起过调度，没有可催报的内容。', { cure: '请先发起一次调度。' });
  const owing = roundBalance(data, round).owing.filter((packet) => unitId === null || packet.unitId === unitId);
  if (owing.length === 0) {
    throw new Refusal('nothing_to_remind', `${round.title}各单位均已报送，不需要催办。`, {
      cure: '如需当时的催办函，请指定更早的日期。',
    });
  }
  return {
    ...{
      office: data.office.name,
      number: null,
      round: round.title,
      dueOn: round.due,
      asOf: data.day,
      time: 1,
      copies: null,
    },
    recipient: owing.map((packet) => unitName(data, packet)).join('、'),
    plan: { title: data.plan.title, number: data.plan.number },
    items: owing.flatMap((packet) => missingItems(data, packet, printDay(round.due))),
    replyBy: null,
    date: data.day,
  };
}

function unitName(data: ReportData, packet: PacketRecord): string {
  return data.units.get(packet.unitId)?.name ?? '';
}

/** The unit's own tasks, those that follow the lead left out; a unit without tasks owes its packet as a whole. */
function missingItems(data: ReportData, packet: PacketRecord, due: string): ReminderView['items'] {
  const own = data.duties.filter((line) => line.unitId === packet.unitId && !line.followsLead);
  const name = unitName(data, packet);
  if (own.length === 0) return [{ task: '本地区（单位）落实情况', missing: `${name}：正式报告及附表`, due }];
  return own.map((line) => ({ task: line.title, missing: `${name}：进展情况及数据`, due }));
}

/** The 回执 that goes out with the plan, for one unit or to be filled in by hand. */
export function receiptView(data: ReportData, unitId: string | null): ReceiptView {
  const { title, number, issuers, issuedOn } = data.plan;
  const line = data.duties.find((one) => one.unitId === unitId && one.ackOn !== null);
  return {
    office: data.office.name,
    document: { title, number, issuer: issuers.join('、') || data.office.name, date: issuedOn ?? data.day },
    unit: unitId === null ? null : (data.units.get(unitId)?.fullName ?? null),
    receivedOn: line?.ackOn ?? null,
    ...{ receiver: null, opinion: null, returnBy: null },
  };
}
