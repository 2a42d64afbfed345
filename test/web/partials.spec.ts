import { describe, expect, it } from '@jest/globals';
import type { DefaultTreeAdapterMap } from 'parse5';
import { parseFragment } from 'parse5';
import type { ButtonFormView, FieldView, TableView, TimelineView } from '../../src/web/ui/views.js';
import { paginationView } from '../../src/web/ui/views.js';
import { renderLine } from '../support/partials.js';

type Element = DefaultTreeAdapterMap['element'];

/** All elements of a piece of HTML, outermost first. */
function elements(html: string): Element[] {
  const inside = (node: DefaultTreeAdapterMap['node']): Element[] => {
    const children = 'childNodes' in node ? node.childNodes.flatMap(inside) : [];
    return 'tagName' in node ? [node, ...children] : children;
  };
  return inside(parseFragment(html));
}

const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attrs.find((one) => one.name === name)?.value;

const FIELD: FieldView = {
  name: 'done',
  label: '本期完成数',
  kind: 'number',
  value: '12.6',
  unit: '万人次',
  previous: '9.8',
};
const field = (view: FieldView): string => renderLine('{{> ui/field one}}', { one: view });

describe('a field', () => {
  it('has its label, its unit and last period’s value', () => {
    const html = field(FIELD);
    const input = elements(html).find((one) => one.tagName === 'input');
    expect([attribute(input, 'id'), attribute(input, 'value'), attribute(input, 'inputmode')]).toEqual([
      'done',
      '12.6',
      'decimal',
    ]);
    expect(html).toContain('<label class="form-label" for="done">本期完成数');
    expect(html).toMatch(/万人次.*上期：9\.8/s);
  });

  it('in fault is tied to its message, also for a reader who does not see', () => {
    const html = field({ ...FIELD, error: '应为数字' });
    const input = elements(html).find((one) => one.tagName === 'input');
    expect([attribute(input, 'aria-invalid'), attribute(input, 'aria-describedby')]).toEqual(['true', 'done-error']);
    expect(html).toMatch(/id="done-error".*应为数字/);
  });

  it('offers its choices with the chosen one', () => {
    const options = [
      { value: 'paper', label: '纸质', selected: false },
      { value: 'phone', label: '电话', selected: true },
    ];
    const html = field({ ...FIELD, kind: 'select', options });
    const chosen = elements(html).filter((one) => attribute(one, 'selected') !== undefined);
    expect(chosen.map((one) => attribute(one, 'value'))).toEqual(['phone']);
  });

  it.each(['text', 'date', 'password', 'textarea', 'select', 'checkbox', 'file', 'hidden'] as const)(
    'of kind %s has exactly one control of its name',
    (kind) => {
      const controls = elements(field({ ...FIELD, kind, options: [] })).filter(
        (one) => attribute(one, 'name') === 'done',
      );
      expect(controls).toHaveLength(1);
    },
  );
});

describe('a button that sends a command', () => {
  const BUTTON: ButtonFormView = { action: '/flow/m1/close', label: '办结', style: 'primary' };
  const secrets = (view: ButtonFormView): Record<string, string | undefined> => {
    const inputs = elements(renderLine('{{> ui/button-form one}}', { one: view })).filter(
      (one) => one.tagName === 'input',
    );
    return Object.fromEntries(inputs.map((one) => [attribute(one, 'name') ?? '', attribute(one, 'value')]));
  };

  it('carries the session’s secret, the page’s key and the revision that was shown', () => {
    expect(secrets({ ...BUTTON, rev: 7 })).toEqual({ _csrf: 'secret', _key: 'page-key-1', _rev: '7' });
  });

  it('carries revision 0, too, but none when it is about no one thing', () => {
    expect(secrets({ ...BUTTON, rev: 0 })._rev).toBe('0');
    expect(secrets(BUTTON)).not.toHaveProperty('_rev');
  });

  it('takes a key of its own and further fields', () => {
    const hidden = [{ name: 'unit', value: 'rsj' }];
    expect(secrets({ ...BUTTON, key: 'own-key-12', hidden })).toEqual({
      _csrf: 'secret',
      _key: 'own-key-12',
      unit: 'rsj',
    });
  });
});

describe('a table', () => {
  const TABLE: TableView = {
    caption: '任务台账',
    columns: [{ label: '任务' }, { label: '完成数', figure: true }],
    rows: [
      {
        cells: [
          { text: '城镇新增就业', href: '/measures/1' },
          { text: '9.2万', figure: true },
        ],
      },
    ],
    empty: '没有任务。',
  };

  it('says what it is and heads every column', () => {
    const found = elements(renderLine('{{> ui/table one}}', { one: TABLE })).map((one) => one.tagName);
    expect(found).toContain('caption');
    expect(found.filter((name) => name === 'th')).toHaveLength(2);
  });

  it('without rows is a sentence, not an empty grid', () => {
    const html = renderLine('{{> ui/table one}}', { one: { ...TABLE, rows: [] } });
    expect([html.includes('没有任务。'), html.includes('<table')]).toEqual([true, false]);
  });

  it('prints the word of a light beside its colour', () => {
    const cell = { text: '', light: { colour: 'red', word: '逾期', reason: '已过办理时限 3 天' } };
    const html = renderLine('{{> ui/table one}}', { one: { ...TABLE, rows: [{ cells: [cell] }] } });
    expect(html).toMatch(/qt-light-red[^>]*title="已过办理时限 3 天".*逾期/s);
  });
});

describe('the record of what happened', () => {
  it('names time, person, act, and who entered it for whom', () => {
    const entry: TimelineView['entries'][number] = {
      ...{ at: '2023-12-01 10:00', machineTime: '2023-12-01T02:00:00Z', who: '市教育局', what: '报送年终情况' },
      onBehalf: '代填：王主任，纸质',
    };
    const html = renderLine('{{> ui/timeline one}}', { one: { entries: [entry] } });
    for (const words of ['2023-12-01T02:00:00Z', '市教育局', '报送年终情况', '代填：王主任，纸质'])
      expect(html).toContain(words);
  });
});

describe('pages of a long list', () => {
  const at = (page: number, total: number): ReturnType<typeof paginationView> =>
    paginationView(page, 20, total, (one) => `?page=${one}`);

  it.each([
    [1, 94, 1, 20, null, '?page=2'],
    [3, 94, 41, 60, '?page=2', '?page=4'],
    [5, 94, 81, 94, '?page=4', null],
    [9, 94, 81, 94, '?page=4', null],
    [0, 0, 0, 0, null, null],
    [1, 20, 1, 20, null, null],
  ])('page %d of %d rows shows %d to %d', (page, total, from, to, previous, next) => {
    expect(at(page, total)).toEqual({ total, from, to, previous, next });
  });
});

describe('text that people typed', () => {
  const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;

  it.each([
    ['field', { ...FIELD, value: HOSTILE, label: HOSTILE, error: HOSTILE, unit: HOSTILE, previous: HOSTILE }],
    [
      'button-form',
      {
        action: HOSTILE,
        label: HOSTILE,
        style: 'danger',
        confirm: HOSTILE,
        hidden: [{ name: HOSTILE, value: HOSTILE }],
      },
    ],
    [
      'table',
      {
        caption: HOSTILE,
        columns: [{ label: HOSTILE }],
        rows: [{ id: HOSTILE, cells: [{ text: HOSTILE, href: HOSTILE }] }],
        empty: '',
      },
    ],
    [
      'timeline',
      {
        entries: [{ at: HOSTILE, machineTime: HOSTILE, who: HOSTILE, what: HOSTILE, note: HOSTILE, onBehalf: HOSTILE }],
      },
    ],
    ['flash', { kind: 'info', text: HOSTILE }],
    ['copy', { id: 'c', label: HOSTILE, text: HOSTILE }],
  ])('stays text in ui/%s', (name, view) => {
    const found = elements(renderLine(`{{> ui/${name} one}}`, { one: view }));
    expect(found.filter((one) => ['script', 'img'].includes(one.tagName))).toEqual([]);
    expect(found.flatMap((one) => one.attrs).filter((one) => one.name.startsWith('on'))).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });
});
