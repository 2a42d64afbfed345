import { dueAndWindows } from '../../domain/progress/due-words.js';
import type { DutyLine } from '../../ledger/ledger.service.js';
import type { ReportData } from '../data/report-data.js';
import type { LedgerClosing, LedgerRow, LedgerView, PlanMeta } from '../views.js';
import { measuresOf } from './headings.js';
import { taskRow } from './task-table.presenter.js';

/** The 台账 of a plan's year: a row per measure and unit, as of the data's day. */
export function ledgerView(data: ReportData): LedgerView {
  const rows = measuresOf(data.duties).flatMap((measure, index) => {
    const task = taskRow(data, measure, `${index + 1}`);
    return measure.lines.map((line) => ledgerRow({ ...task, ...partOf(line) }, line));
  });
  const plan = { title: data.plan.title, number: data.plan.number };
  return { plan, office: data.office.name, asOf: data.day, rows, note: noteOf(data.duties) };
}

/** The same from rows that a person filtered on the page, over one plan or several; `remarkOf`: the office's own columns. */
export function filteredLedgerView(
  lines: DutyLine[],
  plan: PlanMeta,
  office: string,
  day: string,
  remarkOf: (line: DutyLine) => string = () => '',
): LedgerView {
  const rows = lines.map((line) => ledgerRow({ ...plainTask(line), ...partOf(line), remark: remarkOf(line) }, line));
  return { plan, office, asOf: day, rows, note: noteOf(lines) };
}

function plainTask(line: DutyLine): Partial<LedgerRow> {
  const above = line.heading.at(-1) === line.title ? line.heading.slice(0, -1) : line.heading;
  const task = {
    no: line.no,
    chapter: above.at(-1) ?? '',
    task: line.title,
    action: line.content,
    goal: '',
    remark: '',
  };
  return { ...task, due: dueAndWindows(line) };
}

const NOT_CLOSED: LedgerClosing = {
  appliedOn: null,
  evidence: '',
  opinion: '',
  reviewer: '',
  closedOn: null,
  closed: false,
};
const BLANK: LedgerRow = {
  ...{
    no: '',
    chapter: '',
    task: '',
    action: '',
    goal: '',
    lead: [],
    responsible: [],
    supporting: [],
    due: '',
    remark: '',
  },
  ...{
    leader: '',
    person: '',
    contact: '',
    progress: '',
    completion: '',
    problems: '',
    next: '',
    status: '',
    light: '',
  },
  closing: NOT_CLOSED,
};

/** Each row names its own unit, in the column of its part. */
function partOf(line: DutyLine): { lead: string[]; responsible: string[]; supporting: string[] } {
  const own = [line.unitName];
  if (line.isLead) return { lead: own, responsible: [], supporting: [] };
  return line.role === 'responsible'
    ? { lead: [], responsible: own, supporting: [] }
    : { lead: [], responsible: [], supporting: own };
}

function ledgerRow(task: Partial<LedgerRow>, line: DutyLine): LedgerRow {
  return {
    ...BLANK,
    ...task,
    progress: line.text ?? (line.followsLead ? '随牵头统一反馈' : ''),
    completion: line.progress === null ? '' : `${line.progress}%`,
    problems: line.issues ?? '',
    next: line.nextStep ?? '',
    status: line.statusWord,
    light: `${line.light.colour}（${line.light.word}）`,
    closing: { ...NOT_CLOSED, closedOn: line.closedOn, closed: line.closedOn !== null },
    remark: [line.selfReviewed && '代填代审', task.remark].filter(Boolean).join('；'),
  };
}

function noteOf(lines: DutyLine[]): string {
  const rules = [...new Set(lines.map((line) => line.light.rule))].join('、');
  return `亮灯规则：${rules || '无'}；一行为一个单位在一项任务中的职责。`;
}
