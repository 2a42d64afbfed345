import { addDays, printDay } from '../../domain/calendar/day.js';
import type { DutyLine } from '../../ledger/ledger.service.js';
import { Refusal } from '../../shared/errors.js';
import type { OrderRecord, ReportData } from '../data/report-data.js';
import type { SupervisionView } from '../views.js';

/** Days that an order gives for the answer. */
const DAYS_TO_ANSWER = 10;

/**
 * The 督办单 that went out last, as it was sent; where none has, one proposed from the lights: the red rows, where there are none the yellow ones, else the work still open.
 * Refusal: nothing_to_supervise when all is done. `unitId` null: any unit's.
 */
export function supervisionView(data: ReportData, unitId: string | null = null): SupervisionView {
  const sent = data.orders.filter((order) => unitId === null || order.unitId === unitId).at(-1);
  return sent ? sentOrder(data, sent) : proposedOrder(data);
}

function sentOrder(data: ReportData, order: OrderRecord): SupervisionView {
  const titles = data.duties.filter((line) => order.measureIds.includes(line.measureId)).map((line) => line.title);
  return {
    ...{
      office: data.office.name,
      number: order.number,
      level: order.level,
      urgency: null,
      instruction: null,
      frequency: '按反馈期限',
    },
    basis: order.reason,
    plan: { title: data.plan.title, number: data.plan.number },
    matter: [...new Set(titles)].join('、') || '本单位承担的工作及报送',
    requirements: order.text.split('\n').filter(Boolean),
    lead: [data.units.get(order.unitId)?.name ?? ''],
    supporting: [],
    outcome: order.reply,
    ...{ assignedOn: order.sentOn, dueOn: order.due, date: order.sentOn },
  };
}

function proposedOrder(data: ReportData): SupervisionView {
  const { lines, grave } = gravest(data.duties);
  if (lines.length === 0) {
    throw new Refusal('nothing_to_supervise', '所有任务都已办结，没有需要督办的事项。', {
      cure: '如需督办往期事项，请指定当时的日期。',
    });
  }
  return {
    ...{
      office: data.office.name,
      number: null,
      urgency: null,
      instruction: null,
      outcome: null,
      frequency: '办结前每周一次',
    },
    level: grave ? '重点' : '一般',
    basis: data.plan.number ?? data.plan.title,
    plan: { title: data.plan.title, number: data.plan.number },
    matter: `督促落实${new Set(lines.map((line) => line.measureId)).size}项任务`,
    requirements: [...lines.map(requirement), '请查明原因、提出措施，按时限书面反馈办理情况并附佐证材料。'],
    lead: names(lines.filter((line) => line.role === 'responsible')),
    supporting: names(lines.filter((line) => line.role === 'supporting')),
    ...{ assignedOn: data.day, dueOn: addDays(data.day, DAYS_TO_ANSWER), date: data.day },
  };
}

function gravest(duties: DutyLine[]): { lines: DutyLine[]; grave: boolean } {
  const of = (colour: string): DutyLine[] => duties.filter((line) => line.light.colour === colour);
  if (of('红').length > 0) return { lines: of('红'), grave: true };
  if (of('黄').length > 0) return { lines: of('黄'), grave: false };
  return { lines: duties.filter((line) => line.closedOn === null && line.role === 'responsible'), grave: false };
}

function requirement(line: DutyLine): string {
  const last = line.reportedOn ? `最近一次报送为${printDay(line.reportedOn)}` : '尚未报送进展';
  return `${line.unitName}“${line.title}”：${line.light.sentence.replace(/。$/, '')}；${last}。`;
}

function names(lines: DutyLine[]): string[] {
  return [...new Set(lines.map((line) => line.unitName))];
}
