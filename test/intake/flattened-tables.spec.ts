import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';

const registry = loadUnitRegistry();
const RUNS = { numRuns: 250, seed: 20260615 };

const STEMS: [string, string][] = [
  ['人社局', '人力资源和社会保障局'],
  ['财政局', '财政局'],
  ['教育局', '教育局'],
  ['民政局', '民政局'],
  ['住建局', '住房和城乡建设局'],
  ['农业农村局', '农业农村局'],
  ['司法局', '司法局'],
  ['科技局', '科学技术局'],
  ['商务局', '商务局'],
];
const TASKS = ['补贴', '台账', '夜校', '驿站', '河湖', '校舍', '食堂', '路灯', '菜场', '公厕', '球场', '书房'].flatMap(
  (thing) => [`办好${thing}，年内见效。`, `对全县${thing}逐一登记造册，查漏补缺。`, `新增${thing}12处。`],
);
const DAYS = ['年底前', '6月底前', '持续推进', '2026年10月'];

interface Row {
  task: string;
  lead: number[];
  support: number[];
  day: string;
  merged: boolean;
}

interface Table {
  numbered: boolean;
  grouped: boolean;
  two: boolean;
  dated: boolean;
  chaptered: boolean;
  rows: Row[];
}

const units = fc.uniqueArray(fc.nat(STEMS.length - 1), { minLength: 1, maxLength: 3 });
const row = fc.record({
  task: fc.constantFrom(...TASKS),
  lead: units,
  support: units,
  day: fc.constantFrom(...DAYS),
  merged: fc.boolean(),
});
const flag = fc.boolean();
const table: fc.Arbitrary<Table> = fc.record({
  numbered: flag,
  grouped: flag,
  two: flag,
  dated: flag,
  chaptered: flag,
  rows: fc.uniqueArray(row, { minLength: 2, maxLength: 6, selector: ({ task }) => task }),
});

const names = (list: number[]): string => list.map((at) => `县${STEMS[at]?.[0] ?? ''}`).join('、');
const full = (list: number[]): string[] => list.map((at) => `县${STEMS[at]?.[1] ?? ''}`);

/** The head's cells; 主要任务 may be broken over two of them. */
function headOf({ numbered, grouped, two, dated }: Table, broken: boolean): string[] {
  const task = broken ? ['主要', '任务'] : ['主要任务'];
  const who = two ? ['牵头单位', '配合单位'] : ['责任单位'];
  return [...(numbered ? ['序号'] : []), ...(grouped ? ['重点工作'] : []), ...task, ...who, ...(dated ? ['时限'] : [])];
}

/** The cells of a row; the cell of the group is left out where it is merged with the one above. */
function cellsOf({ numbered, grouped, two, dated }: Table, { task, lead, support, day, merged }: Row, at: number) {
  const group = grouped && !(merged && at > 0) ? [`第${'甲乙丙丁戊己'[at] ?? ''}类惠民工作`] : [];
  const who = two ? [names(lead.slice(0, 1)), names(support)] : [names(lead)];
  return [...(numbered ? [String(at + 1)] : []), ...group, task, ...who, ...(dated ? [day] : [])];
}

const chapter = (at: number): string => `${'一二三四五六'[at] ?? ''}、改善民生第${'一二三四五六'[at] ?? ''}方面`;

/** The ways in which a web page flattens a table. */
const MANNERS: Record<string, (cells: string[]) => string> = {
  'a line for every cell': (cells) => cells.join('\n'),
  'blank lines between': (cells) => cells.join('\n\n'),
  'lone strokes between the lines': (cells) => `${cells.join('\n|\n')}\n|`,
  'strokes at the lines’ ends': (cells) => cells.map((cell) => `${cell} |`).join('\n'),
  'a line for every row, strokes between': (cells) => cells.join(' | '),
  'a line for every row, tabs between': (cells) => cells.join('\t'),
};

function print(table: Table, manner: (cells: string[]) => string, broken: boolean): string {
  const rows = table.rows.flatMap((one, at) => [
    ...(table.chaptered ? [manner([chapter(at)])] : []),
    manner(cellsOf(table, one, at)),
  ]);
  return ['汤阴县2026年民生实事分工表', manner(headOf(table, broken)), ...rows].join('\n');
}

describe('a table of tasks that a web page flattened', () => {
  it('does not run into its title where its lines happen to be of one length', () => {
    const cells = ['书房', '台账', '夜校', '驿站', '河湖', '食堂'].map(
      (thing) => `新增${thing}12处。\t县人社局\t县教育局`,
    );
    const plan = readPlan(
      ['汤阴县2026年民生实事分工表', '重点任务\t牵头单位\t配合单位', ...cells].join('\n'),
      registry,
    );
    expect(plan.title).toBe('汤阴县2026年民生实事分工表');
    expect(plan.measures).toHaveLength(6);
  });

  it.each(Object.keys(MANNERS))('is read back row for row: %s', (name) => {
    const manner = MANNERS[name];
    const byLines = !name.includes('every row');
    fc.assert(
      fc.property(table, flag, (composed, broken) => {
        const plan = readPlan(print(composed, manner ?? String, broken && byLines), registry);
        const { two, rows } = composed;
        expect(plan.measures.map(({ responsible }) => responsible.map((unit) => unit.name))).toEqual(
          rows.map(({ lead }) => full(two ? lead.slice(0, 1) : lead)),
        );
        expect(plan.measures.map(({ supporting }) => supporting.map((unit) => unit.name))).toEqual(
          rows.map(({ lead, support }) => (two ? full(support.filter((at) => at !== lead[0])) : [])),
        );
        plan.measures.forEach(({ text }, at) => expect(text + plan.text).toContain(rows[at]?.task));
      }),
      RUNS,
    );
  });

  it('with several lines in its cells gives no wrong reading without a doubt', () => {
    const manner = (cells: string[]): string => cells.flatMap((cell) => cell.split('、')).join('\n');
    fc.assert(
      fc.property(table, (composed) => {
        const plan = readPlan(print(composed, manner, false), registry);
        expect(plan.measures).toHaveLength(composed.rows.length);
        plan.measures.forEach((measure, at) => {
          const { lead, support } = composed.rows[at] ?? { lead: [], support: [] };
          const got = [measure.responsible, measure.supporting].map((list) => list.map((unit) => unit.name).join());
          const own = full(composed.two ? lead.slice(0, 1) : lead).join();
          const help = composed.two ? full(support.filter((one) => one !== lead[0])).join() : '';
          expect(measure.doubtful || got.join('|') === `${own}|${help}`).toBe(true);
        });
      }),
      RUNS,
    );
  });
});
