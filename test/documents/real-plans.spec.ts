import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { paperDocx, taskTableHtml, taskTableWorkbook } from '../../src/reports/papers/index.js';
import type { TaskRow, TaskTableView, UnitTasks } from '../../src/reports/views.js';
import { goldReading, PLAN_IDS, plansFolder } from '../support/plans.js';

interface GoldMeasure {
  no: string;
  heading: string[];
  title: string;
  note: string;
  lead: string | null;
  responsible: string[];
  supporting: string[];
}

interface GoldPlan {
  title: string;
  docNumber: string | null;
  measures: GoldMeasure[];
}

function taskRow(measure: GoldMeasure): TaskRow {
  return {
    no: measure.no,
    chapter: measure.heading[0] ?? '',
    task: measure.title,
    action: '',
    goal: '',
    lead: measure.lead ? [measure.lead] : [],
    responsible: measure.responsible.filter((unit) => unit !== measure.lead),
    supporting: measure.supporting,
    due: '',
    remark: '',
  };
}

function unitTasks(rows: TaskRow[]): UnitTasks[] {
  const names = [...new Set(rows.flatMap((row) => [...row.lead, ...row.responsible, ...row.supporting]))];
  return names.map((unit) => ({
    unit,
    rows: rows
      .filter((row) => [...row.lead, ...row.responsible, ...row.supporting].includes(unit))
      .map((row) => ({
        ...row,
        role: row.lead.includes(unit) ? '牵头' : row.supporting.includes(unit) ? '配合' : '责任',
      })),
  }));
}

function viewOf(id: string): TaskTableView {
  const plan = goldReading(id) as unknown as GoldPlan;
  const rows = plan.measures.map(taskRow);
  const meta = { title: plan.title, number: plan.docNumber };
  return { plan: meta, office: '某农民工办', date: '2023-06-01', rows, units: unitTasks(rows), note: null };
}

/** The real plans are not part of the repository; without them the five have nothing to be checked on. */
const ids = plansFolder() ? PLAN_IDS : [];
if (!ids.length)
  process.stderr.write('The real plans are absent (QIANTOU_PLANS): their task tables are not checked.\n');

describe('task tables of real plans', () => {
  it('are checked when the plans are there', () => {
    expect(ids).toHaveLength(plansFolder() ? 5 : 0);
  });

  for (const id of ids) {
    it(`${id}: every measure in the overview, every unit with its own sheet and all its measures`, async () => {
      const view = viewOf(id);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(Uint8Array.from(taskTableWorkbook(view)).buffer);
      expect(book.worksheets).toHaveLength(2 + view.units.length);
      expect(book.worksheets[0]?.rowCount).toBe(3 + view.rows.length);
      const sheets = book.worksheets.slice(2);
      expect(sheets.map((sheet) => sheet.rowCount)).toEqual(view.units.map((tasks) => 3 + tasks.rows.length + 1));
    });

    it(`${id}: the document holds every task`, () => {
      const view = viewOf(id);
      const bytes = paperDocx(taskTableHtml(view), { title: '表', author: '某办', date: view.date });
      const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
      const lost = view.rows.filter((row) => !xml.includes(`>${row.task.replace(/&/g, '&amp;')}<`));
      expect(lost.map((row) => row.no)).toEqual([]);
    });
  }
});
