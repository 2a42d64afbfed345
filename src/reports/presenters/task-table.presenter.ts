import { monthOf, printDay, yearOf } from '../../domain/calendar/day.js';
import { withWindows } from '../../domain/progress/due-words.js';
import type { DutyLine } from '../../ledger/ledger.service.js';
import type { ReportData } from '../data/report-data.js';
import type { TaskRow, TaskTableView } from '../views.js';
import { measuresOf, type MeasureGroup } from './headings.js';
import { chapterOf, targetOf } from './measure-results.js';
import { placesNoun } from './places.js';

/** The 任务分解表: a row per measure, and what each unit is sent, in the plan's order. */
export function taskTableView(data: ReportData): TaskTableView {
  const measures = measuresOf(data.duties);
  const rows = new Map(measures.map((measure, index) => [measure.id, taskRow(data, measure, `${index + 1}`)]));
  return {
    plan: { title: data.plan.title, number: data.plan.number },
    office: data.office.name,
    date: data.day,
    rows: [...rows.values()],
    units: unitsInOrder(measures).map(({ id, name }) => ({
      unit: name,
      rows: measures.flatMap((measure) => {
        const part = measure.lines.find((line) => line.unitId === id);
        return part ? [{ ...rows.get(measure.id)!, role: partWord(part) }] : [];
      }),
    })),
    note: noteOf(measures),
  };
}

/** One measure as tables print it. Who merely stands first is a responsible unit, not a lead. */
export function taskRow(data: ReportData, measure: MeasureGroup, no: string): TaskRow {
  const bureaus = (test: (line: DutyLine) => boolean): string[] => unitNames(data, measure, test);
  return {
    ...{ no, chapter: chapterOf(measure), task: measure.title, action: measure.content, goal: targetOf(data, measure) },
    lead: bureaus((line) => line.isLead),
    responsible: bureaus((line) => line.role === 'responsible' && !line.isLead),
    supporting: bureaus((line) => line.role === 'supporting'),
    due: dueWords(data, measure),
    remark: remarkOf(data, measure),
    own: data.printed.get(measure.key)?.own ?? '',
  };
}

/** All places below in one part are printed as one: 各县（市、区）. */
function unitNames(data: ReportData, { lines }: MeasureGroup, test: (line: DutyLine) => boolean): string[] {
  const counties = new Set(data.plan.counties);
  const own = lines.filter(test);
  const below = own.filter((line) => counties.has(line.unitId));
  const everyCounty = counties.size > 1 && below.length === counties.size;
  const named = own.filter((line) => !everyCounty || !counties.has(line.unitId)).map((line) => line.unitName);
  return everyCounty ? [...named, `各${placesNoun(data)}`] : named;
}

/**
 * 2023年12月底前 for a printed or set day, else the year's end by 推定; seasons, rhythms and 长期坚持 beside it, of standing
 * work instead of what is only presumed.
 */
function dueWords(data: ReportData, measure: MeasureGroup): string {
  const [first] = measure.lines;
  const windows = first?.windows ?? '';
  const day = dayWords(data, measure);
  if (day === null && first?.track === 'standing' && windows) return windows;
  return withWindows(day ?? `${data.cycle.year}年底前（推定）`, windows);
}

/** The printed or set day in words; null without one. */
function dayWords(data: ReportData, { key, lines }: MeasureGroup): string | null {
  const [first] = lines;
  const printed = data.printed.get(key)?.due ?? null;
  const day = first?.due && printed ? first.due : null;
  if (!day) return null;
  return isMonthEnd(day) ? `${yearOf(day)}年${monthOf(day)}月底前` : `${printDay(day)}前`;
}

function isMonthEnd(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(date.getTime() + 86_400_000).getUTCDate() === 1;
}

function remarkOf(data: ReportData, { key, lines }: MeasureGroup): string {
  const { openGroups: open = [], own = '' } = data.printed.get(key) ?? {};
  const office = lines[0]?.consolidator === 'office' ? '我办汇总' : '';
  return [office, ...(open.length > 0 ? [`原文责任单位含“${open.join('、')}”`] : []), own].filter(Boolean).join('；');
}

function partWord(line: DutyLine): string {
  if (line.isLead) return '牵头';
  return line.role === 'responsible' ? '责任' : '配合';
}

/** Bureaus in the plan's order of first mention, then the places below. */
function unitsInOrder(measures: MeasureGroup[]): { id: string; name: string }[] {
  const found = new Map<string, { id: string; name: string; county: boolean }>();
  for (const line of measures.flatMap((measure) => measure.lines)) {
    const { unitId: id, unitName: name, unitKind } = line;
    if (!found.has(id)) found.set(id, { id, name, county: unitKind === 'county' });
  }
  const all = [...found.values()];
  return [...all.filter((unit) => !unit.county), ...all.filter((unit) => unit.county)];
}

function noteOf(measures: MeasureGroup[]): string | null {
  const isUnled = ({ lines }: MeasureGroup): boolean => !lines.some(({ isLead }) => isLead);
  const consolidated = measures.filter((one) => one.lines[0]?.consolidator === 'office' && isUnled(one)).length;
  return consolidated > 0
    ? `原文未明确牵头单位的${consolidated}项由我办汇总，排序第一的单位不因此成为牵头单位。`
    : null;
}
