import { Refusal } from '../shared/errors.js';
import type { ReportData } from './data/report-data.js';
import { FORMATS_OF, MIME_TYPES, PAPER_NAMES, type PaperFormat, type PaperKind } from './kinds.js';
import {
  CLEAN,
  DRAFT,
  DRAFT_PREVIEW,
  ledgerHtml,
  ledgerWorkbook,
  paperDocx,
  paperPage,
  PREVIEW,
  receiptHtml,
  reminderHtml,
  reportHtml,
  selfCheckHtml,
  selfCheckWorkbook,
  supervisionHtml,
  taskTableHtml,
  taskTableWorkbook,
  unitTaskWorkbook,
} from './papers/index.js';
import { ledgerView } from './presenters/ledger.presenter.js';
import { receiptView, reminderView } from './presenters/letters.presenter.js';
import { reportView, type ReportChoices } from './presenters/report.presenter.js';
import { selfCheckView } from './presenters/self-check.presenter.js';
import { supervisionView } from './presenters/supervision.presenter.js';
import { taskTableView } from './presenters/task-table.presenter.js';
import type { TaskTableView } from './views.js';

/** What is wanted of a paper, beside the data. */
export interface PaperWish extends Pick<ReportChoices, 'edited' | 'genre' | 'number' | 'signer'> {
  kind: PaperKind;
  format: PaperFormat;
  draft: boolean;
  /** One unit's sheet, reminder, receipt or self-check; null for all, or a form to fill in. */
  unitId: string | null;
}

/** A finished file. */
export interface PaperFile {
  bytes: Uint8Array;
  fileName: string;
  mime: string;
}

/**
 * A paper from the record: pure, the same data and wish give the same bytes. Refusals: format_not_available,
 * nothing_to_supervise, nothing_to_remind, no_round, unit_without_tasks.
 */
export function renderPaper(data: ReportData, wish: PaperWish): PaperFile {
  refuseFormat(wish);
  const bytes = wish.format === 'xlsx' ? workbookOf(data, wish) : documentOf(data, wish);
  return { bytes, fileName: fileNameOf(data, wish), mime: MIME_TYPES[wish.format] };
}

function refuseFormat({ kind, format }: PaperWish): void {
  if (FORMATS_OF[kind].includes(format)) return;
  const cure = `请改用：${FORMATS_OF[kind].join('、')}。`;
  const pdf =
    format === 'pdf' ? '需要 PDF 的，请在 Word 或 WPS 中打开 .docx 后另存为 PDF，或打开网页版后打印为 PDF。' : '';
  throw new Refusal('format_not_available', `${PAPER_NAMES[kind]}不能生成 ${format} 格式。`, {
    place: '格式',
    cure: cure + pdf,
  });
}

function documentOf(data: ReportData, wish: PaperWish): Uint8Array {
  const title = `${data.plan.title}${PAPER_NAMES[wish.kind]}`;
  const html = htmlOf(data, wish);
  if (wish.format === 'html') return new TextEncoder().encode(paperPage(html, title));
  return paperDocx(html, { title, author: data.office.name, date: data.day });
}

/** The paper as semantic HTML; on screen its figures are links. */
export function htmlOf(data: ReportData, wish: PaperWish): string {
  const { kind, unitId } = wish;
  if (kind === 'year-end' || kind === 'half-year' || kind === 'progress')
    return reportHtml(reportView(data, { ...wish, kind }), formOf(wish));
  if (kind === 'task-table') return taskTableHtml(unitsOnly(taskTableView(data), data, unitId));
  if (kind === 'ledger') return ledgerHtml(ledgerView(ofUnit(data, unitId)));
  if (kind === 'supervision') return supervisionHtml(supervisionView(ofUnit(data, unitId), unitId));
  if (kind === 'reminder') return reminderHtml(reminderView(data, unitId));
  return kind === 'receipt' ? receiptHtml(receiptView(data, unitId)) : selfCheckHtml(selfCheckView(data, unitId));
}

function formOf({ draft, format }: PaperWish) {
  if (format === 'html') return draft ? DRAFT_PREVIEW : PREVIEW;
  return draft ? DRAFT : CLEAN;
}

function workbookOf(data: ReportData, { kind, unitId }: PaperWish): Uint8Array {
  if (kind === 'ledger') return ledgerWorkbook(ledgerView(ofUnit(data, unitId)));
  if (kind === 'self-check') return selfCheckWorkbook(selfCheckView(data, unitId));
  const view = taskTableView(data);
  if (unitId === null) return taskTableWorkbook(view);
  return unitTaskWorkbook(view, nameOf(data, unitId)) ?? refuseIdleUnit(data, unitId);
}

function ofUnit(data: ReportData, unitId: string | null): ReportData {
  return unitId === null ? data : { ...data, duties: data.duties.filter((line) => line.unitId === unitId) };
}

function unitsOnly(view: TaskTableView, data: ReportData, unitId: string | null): TaskTableView {
  if (unitId === null) return view;
  const units = view.units.filter((tasks) => tasks.unit === nameOf(data, unitId));
  return units.length > 0 ? { ...view, units } : refuseIdleUnit(data, unitId);
}

function nameOf(data: ReportData, unitId: string): string {
  return data.units.get(unitId)?.name ?? '';
}

function refuseIdleUnit(data: ReportData, unitId: string): never {
  throw new Refusal('unit_without_tasks', `${nameOf(data, unitId) || '该单位'}在本计划中没有任务。`, {
    place: '单位',
    cure: '请从单位列表中选择有任务的单位。',
  });
}

/** Named so that files of several plans and days can lie in one folder. */
function fileNameOf(data: ReportData, { kind, draft, format, unitId }: PaperWish): string {
  const unit = unitId === null ? '' : `（${nameOf(data, unitId)}）`;
  const plan = data.plan.title.replace(/[\\/:*?"<>|\s]/g, '').slice(0, 60);
  return `${plan}-${PAPER_NAMES[kind]}${draft ? '（底稿）' : ''}${unit}-${data.day}.${format}`;
}
