import { definition } from '../../workflows/catalogue.js';
import { printDay } from '../domain/calendar/day.js';
import { formatFigure } from '../domain/figures/format.js';
import { judgeReceipt } from '../domain/progress/receipt.js';
import { stateWords } from '../engine/step.js';
import type { Sent, StateView, TimelineView } from '../web/index.js';
import { packetActs } from './packet-acts.js';
import type { PacketForm } from './packet-forms.js';
import { OWED } from './packet.types.js';
import type { Figure, Packet, Round } from './rounds.entities.js';

const TONES: Record<string, StateView['tone']> = {
  ...{ awaited: 'waiting', drafted: 'active', approved: 'active', submitted: 'active', incomplete: 'attention' },
  ...{ accepted: 'done', exempt: 'neutral', cancelled: 'neutral' },
};

/** A packet's state as one word with its tone. */
export function packetState(state: string): StateView {
  return { word: stateWords(definition('packet@1'), state), tone: TONES[state] ?? 'neutral' };
}

/** The packet's own page: what was sent, how it came in, what may be done with it, its record. */
export function packetView(form: PacketForm, timeline: TimelineView, sent: Sent | null): object {
  const { packet, round, plan, unit, offers } = form;
  return {
    ...{ title: `${unit.fullName}：${round.title}`, nav: 'rounds', subtitle: plan.title },
    back: backOf(form),
    state: packetState(packet.state),
    marks: marksOf(packet),
    facts: factsOf(form),
    ask: packet.askReason && packet.state === 'incomplete' ? packet.askReason : null,
    canFill: form.side === 'unit' && offers.events.includes('submit') ? `/packets/${packet.id}/form` : null,
    canRecord: form.side === 'office' && offers.events.includes('record') ? `/packets/${packet.id}/record` : null,
    acts: packetActs(form, sent),
    ...contentsOf(form),
    timeline,
  };
}

/** People of a unit come from their list, the office from the round's board. */
export function backOf({ round, side }: Pick<PacketForm, 'round' | 'side'>): { href: string; label: string } {
  return side === 'unit' ? { href: '/rounds', label: '调度' } : { href: `/rounds/${round.id}`, label: round.title };
}

function marksOf(packet: Packet): string[] {
  const marks: [boolean, string][] = [
    [packet.late, '逾期报送'],
    [packet.nil, '零报告'],
    [packet.onBehalf, '代填'],
    [packet.onBehalf && packet.proof === null, '待补证'],
    [packet.selfReviewed, '代填代审'],
  ];
  return marks.filter(([holds]) => holds).map(([, word]) => word);
}

function factsOf({ packet, round, today }: PacketForm): { label: string; value: string }[] {
  const judged = judgeReceipt({ due: packet.due, receivedOn: packet.receivedOn }, today);
  const facts: [string, string | null][] = [
    ['数据截至', printDay(round.asOf)],
    [
      '时限',
      packet.state === 'exempt' ? `免报：${packet.exemptReason ?? ''}` : judged.sentence + ownDayNote(packet, round),
    ],
    ['报送依据', round.basis],
    ['报送人', packet.submittedBy && `${packet.submittedBy}${packet.onBehalf ? '（代填）' : ''}`],
    ['报送渠道', packet.channel],
    ['签发人', packet.signer && [packet.signer, packet.post].filter(Boolean).join('，')],
    ['单位审签', packet.approval && `${packet.approval.signer}，${printDay(packet.approval.on)}`],
    ['接收', packet.acceptedBy && `${packet.acceptedBy}，${printDay(packet.acceptedOn ?? today)}`],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1])).map(([label, value]) => ({ label, value }));
}

/** A day of this unit's own, beside that of all others. */
function ownDayNote(packet: Packet, round: Round): string {
  return packet.due === round.due ? '' : `（本次调度为${printDay(round.due)}前，本单位已单独调整）`;
}

function contentsOf(form: PacketForm): object {
  const { packet, record, rows } = form;
  const isSent = packet.submittedOn !== null;
  const byId = new Map(rows.map((row) => [row.assignmentId, row]));
  const shown = record.rows.map((row) => {
    const duty = byId.get(row.assignmentId);
    const previous = duty?.previous?.text ?? '';
    return {
      ...{
        id: `r-${row.assignmentId}`,
        title: record.titles.get(row.assignmentId) ?? '',
        status: row.status ?? '',
      },
      ...{
        progress: row.progress === null ? '' : `${row.progress}%`,
        text: row.text ?? '',
        issues: row.issues ?? '',
        nextStep: row.nextStep ?? '',
      },
      ...{
        askedAgain: row.askedAgain,
        same: row.text !== null && row.text === previous,
        order: duty ? rows.indexOf(duty) : rows.length,
      },
      href: `/measures/${row.measureId}`,
    };
  });
  const missing = rows.filter(
    (row) => !row.followsLead && !record.rows.some((one) => one.assignmentId === row.assignmentId),
  );
  const kept = packet.files.map((file) => ({ ...file, href: `/packets/${packet.id}/files/${file.sha256}` }));
  return {
    rows: shown.sort((a, b) => a.order - b.order),
    missing: isSent && !packet.nil ? missing.map((row) => `${row.no} ${row.title}`) : [],
    figures: figureLines(form),
    ...{ isSent, summary: packet.summary ?? '', typicalCase: packet.typicalCase ?? '', files: kept },
    proof: packet.proof ? `/packets/${packet.id}/files/${packet.proof}` : null,
    owed: OWED.includes(packet.state) && !isSent,
  };
}

function figureLines({ record, figures }: PacketForm): object[] {
  const order = figures.map(({ indicator }) => indicator.id);
  const byId = new Map(figures.map(({ indicator }) => [indicator.id, indicator]));
  const sorted = [...record.figures].sort((a, b) => order.indexOf(a.indicatorId) - order.indexOf(b.indicatorId));
  return sorted.map((figure) => {
    const indicator = byId.get(figure.indicatorId);
    const own = record.corrections.filter((one) => one.figureId === figure.id);
    return {
      ...{ id: `f-${figure.indicatorId}`, name: indicator?.name ?? figure.indicatorId, printed: figure.printed },
      value: formatFigure(figure.value, baseOf(indicator?.unit ?? null), 'exact'),
      ...{
        parts: partsOf(figure),
        valueStatus: figure.valueStatus,
        remark: figure.remark ?? '',
        source: figure.sourcePosition,
      },
      corrections: own.map((one) => ({
        ...{
          old: one.oldValue ?? '待公布',
          now: one.newValue,
          reason: one.reason,
          by: one.correctedBy,
          on: one.correctedOn,
        },
        agreedBy: one.agreedBy ?? '',
      })),
    };
  });
}

function partsOf({ numerator, denominator }: Figure): string {
  return numerator !== null && denominator !== null ? `${numerator} ÷ ${denominator}` : '';
}

/** Values are kept in the base unit: 万元 counts yuan. */
function baseOf(unit: string | null): string | null {
  return unit?.replace(/^(万亿|千万|百万|十万|亿|万)/, '') ?? null;
}
