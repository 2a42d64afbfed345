import { describe, expect, it } from '@jest/globals';
import { renderTemplate, templateNames } from './handlebars.js';
import { and, concat, eq, not, or } from './helpers.js';

const page = (table: object): object => ({ lines: ['台账'], meta: [], note: null, ...table });
const grid = { shares: [1], head: [{ cells: [{ label: '序号', colspan: 1, rowspan: 1 }] }], rows: [] };

describe('templates', () => {
  it('are known by their path', () => {
    expect(templateNames()).toEqual(expect.arrayContaining(['documents/year-end', 'documents/ledger']));
  });

  it('are rendered with partials named by their path', () => {
    const html = renderTemplate('documents/ledger', page({ grid }));
    expect(html).toContain('<th scope="col">序号</th>');
  });

  it('print text as text, whatever a unit wrote', () => {
    const html = renderTemplate('documents/ledger', page({ grid, note: '<script>alert(1)</script>' }));
    expect(html).toContain('注：&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('fail loudly when the view lacks what they print', () => {
    const incomplete = { ...grid, head: [{ cells: [{ colspan: 1, rowspan: 1 }] }] };
    expect(() => renderTemplate('documents/ledger', page({ grid: incomplete }))).toThrow(/label/);
  });

  it('do not reach what an object inherits', () => {
    const inherited = Object.create({ label: '继承来的' }) as Record<string, unknown>;
    const cell = Object.assign(inherited, { colspan: 1, rowspan: 1 });
    const view = page({ grid: { ...grid, head: [{ cells: [cell] }] } });
    expect(renderTemplate('documents/ledger', view)).not.toContain('继承来的');
  });

  it('are missing by name when unknown', () => {
    expect(() => renderTemplate('documents/nothing', {})).toThrow('documents/nothing');
  });
});

describe('helpers of templates', () => {
  const options = {};
  it('compare and combine plain values', () => {
    expect(eq(1, 1)).toBe(true);
    expect(eq(1, '1')).toBe(false);
    expect(not('')).toBe(true);
    expect(and('牵头', 1, options)).toBe(true);
    expect(and('牵头', 0, options)).toBe(false);
    expect(or('', '我办汇总', options)).toBe('我办汇总');
    expect(concat('row-', 3, options)).toBe('row-3');
  });
});
