import fc from 'fast-check';

/** A unit as a plan prints it (without prefix) and as it must be read. */
interface Composed {
  short: string;
  full: string;
}

/** What a composed note says, and what must be read out of it. */
export interface ComposedNote {
  note: string;
  mode: 'lead_support' | 'separate' | 'joint' | 'all';
  lead: string | null;
  responsible: string[];
  supporting: string[];
  /** Groups without names, as printed. */
  open: string[];
  /** The day it is due, with its year or without; null where none is printed. */
  due: string | null;
  /** The figure that is printed before the note, as it must be read; none in most. */
  target: ComposedTarget | null;
}

export interface ComposedTarget {
  sentence: string;
  op: string;
  value: number;
  unit: string;
  hard: boolean;
}

export interface ComposedPlan {
  text: string;
  title: string;
  docNumber: string;
  issuedOn: string;
  notes: ComposedNote[];
}

interface Place {
  name: string;
  prefix: string;
  sign: string;
  end: '厅' | '局';
}

const PLACES: Place[] = [
  { name: '山东省', prefix: '省', sign: '鲁', end: '厅' },
  { name: '广西壮族自治区', prefix: '自治区', sign: '桂', end: '厅' },
  { name: '宜昌市', prefix: '市', sign: '宜', end: '局' },
  { name: '咸阳市', prefix: '市', sign: '咸', end: '局' },
  { name: '大理白族自治州', prefix: '州', sign: '大', end: '局' },
  { name: '栾川县', prefix: '县', sign: '栾', end: '局' },
  { name: '立山区', prefix: '区', sign: '立', end: '局' },
];

const STEMS: [string, string][] = [
  ['人力资源社会保障', '人力资源和社会保障'],
  ['人社', '人力资源和社会保障'],
  ['住房城乡建设', '住房和城乡建设'],
  ['住建', '住房和城乡建设'],
  ['教育', '教育'],
  ['公安', '公安'],
  ['财政', '财政'],
  ['民政', '民政'],
  ['司法', '司法'],
  ['交通运输', '交通运输'],
  ['农业农村', '农业农村'],
  ['科技', '科学技术'],
  ['文化和旅游', '文化和旅游'],
  ['应急', '应急管理'],
];

const FIXED: [string, string][] = [
  ['总工会', '总工会'],
  ['妇联', '妇女联合会'],
  ['残联', '残疾人联合会'],
  ['工商联', '工商业联合会'],
  ['发展改革委', '发展和改革委员会'],
  ['卫生健康委', '卫生健康委员会'],
  ['国资委', '人民政府国有资产监督管理委员会'],
  ['医保局', '医疗保障局'],
  ['市场监管局', '市场监督管理局'],
  ['统计局', '统计局'],
  ['信访局', '信访局'],
  ['税务局', '税务局'],
];

function unitsOf({ end, prefix }: Place): Composed[] {
  const bodies: [string, string][] = [...STEMS.map(([a, b]): [string, string] => [a + end, b + end]), ...FIXED];
  return bodies.map(([short, rest]) => ({ short, full: prefix + rest }));
}

/** Distinct units; the first carries the prefix, the rest take it from the list or print it again. */
const someUnits = (place: Place, max: number): fc.Arbitrary<Composed[]> =>
  fc.uniqueArray(fc.constantFrom(...unitsOf(place)), { minLength: 1, maxLength: max, selector: ({ full }) => full });

const prefixed = (units: Composed[], place: Place, again: boolean, first: boolean): string =>
  units.map(({ short }, index) => (again || (index === 0 && first) ? place.prefix : '') + short).join('、');

interface Parts {
  place: Place;
  leads: Composed[];
  others: Composed[];
  again: boolean;
}

interface Printed {
  note: string;
  mode: ComposedNote['mode'];
  open?: string[];
  due?: string;
}

type Shape = (parts: Parts & { a: string; b: string }) => Printed;

/** The shapes of conventions.md section 2; `a` and `b` are the two printed lists. */
const PAIRS: Shape[] = [
  ({ a, b }) => ({ note: `（${a}牵头，${b}配合）`, mode: 'lead_support' }),
  ({ a, b }) => ({ note: `（${a}牵头负责，${b}按职责分工负责）`, mode: 'lead_support' }),
  ({ a, b }) => ({ note: `（牵头单位：${a}；配合单位：${b}）`, mode: 'lead_support' }),
  ({ a, b }) => ({ note: `（责任单位：${a}，配合单位：${b}等）`, mode: 'lead_support', open: ['等'] }),
  ({ a, b }) => ({ note: `（牵头单位：${a} 责任单位：${b}）`, mode: 'lead_support' }),
  ({ a, b }) => ({ note: `【${a}会同${b}等单位负责】`, mode: 'lead_support', open: ['等'] }),
  ({ a, b }) => ({
    note: `（由${a}牵头，会同${b}组织实施，2024年6月底前完成）`,
    mode: 'lead_support',
    due: '2024-06-30',
  }),
  ({ a, b }) => ({
    note: `（${a}牵头，${b}参与，各县（市、区）人民政府落实）`,
    mode: 'lead_support',
    open: ['各县（市、区）人民政府'],
  }),
  ({ a, b }) => ({ note: `\n${a}会同${b}等部门负责。`, mode: 'lead_support', open: ['等'] }),
  ({ a, b }) => ({ note: `（${a}承办，${b}协办）`, mode: 'lead_support' }),
  ({ a, b }) => ({ note: `（${a}为主，${b}协同）`, mode: 'lead_support' }),
  ({ a, b }) => ({
    note: `（主责部门：${a}；参与部门：${b}；责任领导：甲某；完成时限：6月底）`,
    mode: 'lead_support',
    due: '06-30',
  }),
  ({ a, b }) => ({ note: `\n由${a}牵头，${b}配合，2024年6月底前完成。`, mode: 'lead_support', due: '2024-06-30' }),
  ({ a, b }) => ({ note: `\n牵头单位：${a}\n责任单位：${b}，各乡镇`, mode: 'lead_support', open: ['各乡镇'] }),
];

const SINGLES: Shape[] = [
  ({ a, leads }) => ({ note: `（${a}按职责分工负责）`, mode: leads.length > 1 ? 'joint' : 'lead_support' }),
  ({ a, leads }) => ({ note: `（${a}分别负责）`, mode: leads.length > 1 ? 'separate' : 'lead_support' }),
  ({ a, leads }) => ({ note: `（责任单位：${a}等）`, mode: leads.length > 1 ? 'joint' : 'lead_support', open: ['等'] }),
  ({ a, leads }) => ({ note: `（${a}负责，长期坚持）`, mode: leads.length > 1 ? 'joint' : 'lead_support' }),
  ({ a, leads }) => ({ note: `\n责任单位：${a}`, mode: leads.length > 1 ? 'joint' : 'lead_support' }),
];

const ALL: ComposedNote[] = [
  ['各部门', '分工负责'],
  ['领导小组成员单位', '按职责分工负责'],
  ['各级各有关部门', '负责'],
].map(([group = '', verb]) => ({
  note: `（${group}${verb}）`,
  mode: 'all',
  lead: null,
  responsible: [],
  supporting: [],
  open: [group],
  due: null,
  target: null,
}));

/** Figures of a task by conventions.md section 2; the number is drawn. */
const FIGURES: ((n: number) => ComposedTarget)[] = [
  (n) => ({ sentence: `全年帮扶就业不少于${n}万人次。`, op: '>=', value: n * 10_000, unit: '人次', hard: true }),
  (n) => ({ sentence: `建成培训基地${n}个。`, op: '=', value: n, unit: '个', hard: true }),
  (n) => ({ sentence: `力争培训合格率达到${n}%以上。`, op: '>=', value: n, unit: '%', hard: false }),
  (n) => ({ sentence: `参保覆盖率达到${n}%。`, op: '>=', value: n, unit: '%', hard: true }),
  (n) => ({ sentence: `发放创业担保贷款超过${n}亿元。`, op: '>', value: n * 100_000_000, unit: '元', hard: true }),
];

const someTarget: fc.Arbitrary<ComposedTarget | null> = fc.option(
  fc.tuple(fc.constantFrom(...FIGURES), fc.integer({ min: 2, max: 98 })).map(([figure, n]) => figure(n)),
  { freq: 2 },
);

/** 列第一位的为牵头单位: the rule of the whole document, under which a plain list has a lead and supporters. */
const FIRST_LEADS = '各项任务责任单位中列第一位的为牵头单位，其他为配合单位。';

function composeNote(parts: Parts, shape: Shape, paired: boolean): ComposedNote {
  const { place, leads, again } = parts;
  const names = new Set(leads.map(({ full }) => full));
  const others = paired ? parts.others.filter(({ full }) => !names.has(full)) : [];
  const b = prefixed(others, place, again, true);
  const { open = [], due = null, ...printed } = shape({ ...parts, others, a: prefixed(leads, place, again, true), b });
  const responsible = leads.map(({ full }) => full);
  const supporting = others.map(({ full }) => full);
  return { ...printed, lead: responsible[0] ?? null, responsible, supporting, open, due, target: null };
}

/** A plain list as it is read where the first of a list leads. */
function ledByFirst(place: Place): fc.Arbitrary<ComposedNote> {
  return fc.tuple(someUnits(place, 5), fc.boolean()).map(([units, again]) => {
    const names = units.map(({ full }) => full);
    const note = `（责任单位：${prefixed(units, place, again, true)}）`;
    const [lead = null, ...supporting] = names;
    const parties = { lead, responsible: names.slice(0, 1), supporting };
    return { note, mode: 'lead_support', ...parties, open: [], due: null, target: null };
  });
}

function withTarget(note: fc.Arbitrary<ComposedNote>): fc.Arbitrary<ComposedNote> {
  return fc.tuple(note, someTarget).map(([one, target]) => ({ ...one, target }));
}

function noteArbitrary(place: Place): fc.Arbitrary<ComposedNote> {
  const parts = fc.record({
    place: fc.constant(place),
    leads: someUnits(place, 3),
    others: someUnits(place, 6),
    again: fc.boolean(),
  });
  const pair = fc
    .tuple(parts, fc.constantFrom(...PAIRS))
    .filter(([{ leads, others }]) => others.some(({ full }) => !leads.some((lead) => lead.full === full)))
    .map(([one, shape]) => composeNote(one, shape, true));
  const single = fc.tuple(parts, fc.constantFrom(...SINGLES)).map(([one, shape]) => composeNote(one, shape, false));
  return fc.oneof(
    { weight: 5, arbitrary: pair },
    { weight: 3, arbitrary: single },
    { weight: 1, arbitrary: fc.constantFrom(...ALL) },
  );
}

const TASKS = [
  '拓宽就业渠道',
  '加强技能培训',
  '保障工资支付',
  '优化公共服务',
  '改善居住条件',
  '完善维权机制',
  '支持返乡创业',
];
const SENTENCES = [
  '结合实际制定具体办法，逐项抓好落实。',
  '健全工作台账，定期分析情况。',
  '加大宣传力度，提高政策知晓度。',
];
const NUMERALS = '一二三四五六七八九十';

/** A task with its note; every third bracketed one is followed by a second task with its own in the same paragraph. */
function clauses(notes: ComposedNote[]): string[] {
  const written: string[] = [];
  for (const [index, { note, target }] of notes.entries()) {
    const task = `${SENTENCES[index % SENTENCES.length]}${target?.sentence ?? ''}${note}`;
    const joins = index % 3 === 2 && /^[（【]/.test(notes[index - 1]!.note) && /^[（【]/.test(note);
    if (joins) written.push(`${written.pop()}${task}`);
    else written.push(`（${NUMERALS[written.length] ?? '一'}）${TASKS[index % TASKS.length]}。${task}`);
  }
  return written;
}

function planText(place: Place, notes: ComposedNote[], issuedOn: string, rule = ''): ComposedPlan {
  const [year, month, day] = issuedOn.split('-').map(Number);
  const title = `${place.name}${year}年农民工工作实施方案`;
  const docNumber = `${place.sign}农工办发〔${year}〕7号`;
  const half = Math.ceil(notes.length / 2);
  const chapter = (name: string, part: ComposedNote[]): string[] => (part.length > 0 ? [name, ...clauses(part)] : []);
  const text = [
    `${place.name}农民工工作领导小组`,
    docNumber,
    `关于印发《${title}》的通知`,
    '各成员单位：',
    `现将《${title}》印发给你们，请认真贯彻执行。`,
    `${year}年${month}月${day}日`,
    title,
    `为做好农民工工作，制定本方案。${rule}`,
    '一、总体要求',
    '坚持稳中求进，提高服务水平。',
    ...chapter('二、主要任务', notes.slice(0, half)),
    ...chapter('三、保障措施', notes.slice(half)),
  ].join('\n');
  return { text, title, docNumber, issuedOn, notes };
}

const someDay = fc.constantFrom('2019-03-05', '2021-11-30', '2023-06-01', '2024-01-15');

/** Random plans of any level with known answers. */
export const composedPlan: fc.Arbitrary<ComposedPlan> = fc
  .constantFrom(...PLACES)
  .chain((place) =>
    fc.tuple(fc.constant(place), fc.array(withTarget(noteArbitrary(place)), { minLength: 1, maxLength: 12 }), someDay),
  )
  .map(([place, notes, issuedOn]) => planText(place, notes, issuedOn));

/** Random plans under the rule of the whole document that the first of a list leads. */
export const composedUnderRule: fc.Arbitrary<ComposedPlan> = fc
  .constantFrom(...PLACES)
  .chain((place) =>
    fc.tuple(fc.constant(place), fc.array(withTarget(ledByFirst(place)), { minLength: 1, maxLength: 10 }), someDay),
  )
  .map(([place, notes, issuedOn]) => planText(place, notes, issuedOn, FIRST_LEADS));
