import { describe, expect, it } from '@jest/globals';
import { duty } from '../../test/support/report-data.js';
import { LedgerQueryDto } from './ledger.dto.js';
import { ledgerPage, PAGE_SIZE } from './ledger.presenter.js';

const colours = { 红: 0, 黄: 0, 绿: 250, 蓝: 0, 灰: 0 };
const lines = Array.from({ length: 250 }, (_, at) => duty({ id: `a${at}` }));
const choices = { plans: [{ id: 'p', label: '行动方案' }], units: [{ id: 'hr', label: '市人力资源和社会保障局' }] };
const page = (query: Partial<LedgerQueryDto>, plan: { id: string; title: string } | null = null) =>
  ledgerPage({
    plan,
    choices,
    found: { lines, colours },
    query: Object.assign(new LedgerQueryDto(), { page: 1, all: false, overdue: false }, query),
  });

describe('the ledger’s page', () => {
  it('shows one screen of rows and keeps the filters on the way to the next', () => {
    const first = page({ light: '绿', q: '培训' });
    expect(first.table.rows).toHaveLength(PAGE_SIZE);
    expect(first.pages).toMatchObject({ total: 250, from: 1, to: 100, previous: null });
    const next = new URL(first.pages.next!, 'http://x');
    expect(Object.fromEntries(next.searchParams)).toEqual({ light: '绿', q: '培训', page: '2' });
    expect(page({ page: 3 }).table.rows).toHaveLength(50);
  });

  it('shows everything on one page when asked, and offers that only where there is more', () => {
    expect(page({ all: true })).toMatchObject({ allHref: null, pages: { from: 1, to: 250, next: null } });
    expect(page({}).allHref).toBe('/ledger?all=1');
  });

  it('prints the word beside every light and the sentence that explains it', () => {
    const cell = page({}).table.rows[0]!.cells.find((one) => one.light)!;
    expect(cell.light).toEqual({ colour: 'green', word: '绿（正常推进）', reason: duty().light.sentence });
  });

  it('exports exactly what is filtered, and leaves the plan’s own choice out on the plan’s page', () => {
    const own = page({ unit: 'hr' }, { id: 'p', title: '行动方案' });
    expect(own.exportHref).toBe('/reports/ledger.xlsx?plan=p&unit=hr');
    expect(own.pages.next).toBe('/plans/p/ledger?unit=hr&page=2');
    expect(own.selects.map((select) => select.name)).toEqual(['unit', 'light', 'role', 'stage', 'sort']);
    expect(page({}).selects[0]!.name).toBe('plan');
  });
});
