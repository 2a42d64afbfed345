import fc from 'fast-check';
import type { ListRule } from './notes.js';
import { PLACES, STATE, type Place } from './places.js';
import { composedTable, type ComposedTable } from './tables.js';
import { someTask, type Task } from './tasks.js';

export interface ComposedPlan {
  text: string;
  title: string;
  docNumber: string;
  issuedOn: string;
  tasks: Task[];
  /** The group that a rule of the plan adds to every task. */
  everywhere: string | null;
  /** The rows of the table in its annex; none in most. */
  rows: ComposedTable['rows'];
}

/** The rules that a plan states once for all its notes. */
interface Rules extends ListRule {
  everywhere: string | null;
  /** In the plan's opening words, in the notice before it, or in a note at its end. */
  opening: string;
  notice: string;
  closing: string;
}

const FIRST_LEADS = [
  '各项任务责任单位中列第一位的为牵头单位，其他为配合单位。',
  '有多个责任单位的，排在首位的为牵头单位。',
  '列在首位的单位为牵头单位。',
  '由排在第一位的单位牵头负责。',
];

const STAR_LEADS = ['责任单位中带“*”的为牵头单位。', '标*的单位为牵头单位。', '名称后带*号的单位负责牵头。'];

const NO_RULE: Rules = { leads: null, everywhere: null, opening: '', notice: '', closing: '' };

const someRules = ({ below }: Place): fc.Arbitrary<Rules> => {
  const leading = (leads: ListRule['leads'], rules: string[]): fc.Arbitrary<Rules> =>
    fc.tuple(fc.constantFrom(...rules), fc.nat(2)).map(([words, at]) => ({
      ...{ ...NO_RULE, leads },
      ...(at === 0 ? { opening: words } : at === 1 ? { notice: words } : { closing: `注：${words}` }),
    }));
  const everywhere = fc.tuple(fc.constantFrom(...below), fc.boolean()).map(([group, isNotice]): Rules => ({
    ...{ ...NO_RULE, everywhere: group },
    ...(isNotice
      ? { notice: `（具体任务均涉及${group}，不再逐项列出）` }
      : { opening: `以下各项任务均需${group}落实，不再列出。` }),
  }));
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(NO_RULE) },
    { weight: 2, arbitrary: leading('first', FIRST_LEADS) },
    { weight: 1, arbitrary: leading('starred', STAR_LEADS) },
    { weight: 1, arbitrary: everywhere },
  );
};

const NAMES = [
  '拓宽就业渠道',
  '加强技能培训',
  '保障工资支付',
  '优化公共服务',
  '改善居住条件',
  '完善维权机制',
  '支持返乡创业',
];
const NUMERALS = '一二三四五六七八九十';

/** How clauses under a chapter are numbered, and whether the next chapter goes on with the count. */
interface Numbering {
  mark: (n: number) => string;
  runsOn: boolean;
}

const someNumbering: fc.Arbitrary<Numbering> = fc.record({
  mark: fc.constantFrom(
    (n: number) => `（${NUMERALS[n] ?? '十'}）`,
    (n: number) => `${n + 1}.`,
    (n: number) => `${n + 1}、`,
    (n: number) => `（${n + 1}）`,
  ),
  runsOn: fc.boolean(),
});

/** Tasks by paragraph: one that is closed may have the next behind it. */
function paragraphs(tasks: Task[], joins: boolean[]): Task[][] {
  const all: Task[][] = [];
  tasks.forEach((task, index) => {
    const before = tasks[index - 1];
    const beside = task.printed.includes('\n') || !joins[index] || !before?.closed;
    if (beside || all.length === 0) all.push([task]);
    else all.at(-1)!.push(task);
  });
  return all;
}

function clauses(tasks: Task[], joins: boolean[], { mark }: Numbering, from: number): string[] {
  return paragraphs(tasks, joins).map((group, index) => {
    const words = group.map(({ printed }) => printed).join('');
    return `${mark(from + index)}${NAMES[(from + index) % NAMES.length]}。${words}`;
  });
}

interface Draws {
  place: Place;
  rules: Rules;
  tasks: Task[];
  joins: boolean[];
  numbering: Numbering;
  issuedOn: string;
  annex: ComposedTable | null;
}

function planOf({ place, rules, tasks, joins, numbering, issuedOn, annex }: Draws): ComposedPlan {
  const [year, month, day] = issuedOn.split('-').map(Number);
  const title = `${place === STATE ? '' : place.name}${year}年农民工工作实施方案`;
  const docNumber = `${place.sign}农工办发〔${year}〕7号`;
  const half = Math.ceil(tasks.length / 2);
  const first = clauses(tasks.slice(0, half), joins, numbering, 0);
  const second = clauses(tasks.slice(half), joins.slice(half), numbering, numbering.runsOn ? first.length : 0);
  const text = [
    `${place.name}农民工工作领导小组`,
    docNumber,
    `关于印发《${title}》的通知`,
    '各成员单位：',
    `现将《${title}》印发给你们，请认真贯彻执行。${rules.notice}`,
    `${year}年${month}月${day}日`,
    title,
    `为做好农民工工作，制定本方案。${rules.opening}`,
    '一、总体要求',
    '坚持稳中求进，提高服务水平。',
    '二、主要任务',
    ...first,
    ...(second.length > 0 ? ['三、保障措施', ...second] : []),
    ...(rules.closing ? [rules.closing] : []),
    ...(annex ? ['附件', `${title}任务分解表`, annex.text] : []),
  ].join('\n');
  return { text, title, docNumber, issuedOn, tasks, everywhere: rules.everywhere, rows: annex?.rows ?? [] };
}

const someDay = fc.constantFrom('2019-03-05', '2021-11-30', '2023-06-01', '2024-01-15');

const planFor = (place: Place, annexed: boolean): fc.Arbitrary<ComposedPlan> =>
  someRules(place).chain((rules) =>
    fc
      .record({
        place: fc.constant(place),
        rules: fc.constant(rules),
        tasks: fc.array(someTask(place, rules), { minLength: 1, maxLength: 9 }),
        joins: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        ...{ numbering: someNumbering, issuedOn: someDay },
        annex: annexed ? composedTable(place) : fc.constant(null),
      })
      .map(planOf),
  );

const anyPlace = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PLACES) },
  { weight: 1, arbitrary: fc.constant(STATE) },
);

/** Random plans of any level with known answers. */
export const composedPlan: fc.Arbitrary<ComposedPlan> = anyPlace.chain((place) => planFor(place, false));

/** The same with a table of tasks pasted into their annex. */
export const annexedPlan: fc.Arbitrary<ComposedPlan> = anyPlace.chain((place) => planFor(place, true));
