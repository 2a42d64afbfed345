import type { UnitRegistry } from '../../domain/units/registry.js';
import { BORDER, type Bit } from './bits.js';
import type { Column } from './column-words.js';
import { kindOfWords, type CellHead, type CellKind } from './flattened-cells.js';

export const NEVER = -1000;

/** How well a cell of a kind stands under a column. */
const FIT: Record<Column['kind'], Partial<Record<CellKind, number>>> = {
  number: { number: 3 },
  units: { units: 5, perhaps: 2.5, empty: 2, same: 3 },
  date: { date: 4, empty: 1, same: 2 },
  leader: { leader: 3, empty: 1, same: 1 },
  words: { words: 1.5, perhaps: -4, units: -9, date: -3, number: -2, leader: 0, empty: -1, same: 0 },
  other: { words: 0.4, perhaps: -0.5, units: -0.4, date: 0, number: 0, leader: 0, empty: 0.5, same: 0 },
};
/** What it costs to leave a column out, its cell merged with the one above or empty. */
const LEFT_OUT: Record<Column['kind'], number> = {
  number: -6,
  words: -0.8,
  units: -2.5,
  date: -1,
  leader: -1,
  other: 0,
};
const LAST_WORDS = -30;
/** “财政部牵头，教育部配合”: a cell that says itself who does what. */
const DUTY = /^[^。；]{2,120}(?:负责|牵头|配合|参与|参加|落实)[。；]?$/;
const DUTY_ALONE = /(?:牵头|会同)/;
/** （一） in a column of numbers. */
const MARK = /^（[一二三四五六七八九十]{1,3}）$/;
const SHORT_DAY = /^(?=.*[\d月年底期季])[^，。]{2,12}$/;
const REMARK = 30;

/** How well words stand under a column, by what they are. */
export function fitOf(text: string, kind: CellKind, column: Column['kind']): number {
  const fit = FIT[column][kind];
  if (kind === 'section') return column === 'number' && MARK.test(text) ? 3 : column === 'words' ? 0.5 : NEVER;
  if (kind === 'words') {
    if (column === 'units') return DUTY.test(text) && DUTY_ALONE.test(text) ? 4 : NEVER;
    if (column === 'date') return SHORT_DAY.test(text) ? 1 : NEVER;
    if (column === 'other' && text.length > REMARK) return -1;
  }
  return fit ?? NEVER;
}

/** What it costs to leave out each of the columns: every column's sum of those up to it. */
export function leftOutSums(columns: readonly Column[]): number[] {
  const main = columns.findLastIndex(({ kind }, at) => kind === 'words' && !columns.slice(0, at).some(isDay));
  let sum = 0;
  const sums = columns.map(({ kind }, at) => (sum += at === main ? LAST_WORDS : LEFT_OUT[kind]));
  return [0, ...sums];
}

const isDay = ({ kind }: Column): boolean => kind === 'date';

/** What bits are together, as one cell. */
export function kindOfBits(
  bits: readonly Bit[],
  head: CellHead,
  registry: UnitRegistry,
): { text: string; kind: CellKind } {
  const text = bits.map(({ text: words }) => words).join('');
  if (text.length > DAY_LENGTH && (!UNITS_END.test(text) || /。./.test(text)) && !MARKED.test(text))
    return { text, kind: 'words' };
  const kind = kindOfWords(text, () => listOf(bits, registry), head, registry);
  if (kind === 'units' && CUT_OFF.test(text)) return { text, kind: 'words' };
  if (kind !== 'units' || bits.length === 1) return { text, kind };
  if (!WHOLE.test(text)) return { text, kind: 'words' };
  return { text, kind: allKnown(listOf(bits, registry), head, registry) ? 'units' : 'perhaps' };
}

/** “县人力资源和”, “县住房和城乡”: the line ended inside a name. */
const CUT_OFF = /(?:[和与及的]|城乡|[、，][省市县区州])$/;
/** A list of units that was put together ends with a whole name. */
const WHOLE =
  /(?:[局委办厅府部会院队行社司站所府心联处科股室镇村团校馆组县区市旗州）等]|(?<!城)乡|街道|公司|集团|单位|部门|负责|落实|企业)[。；]?$/;

const allKnown = (list: string, head: CellHead, registry: UnitRegistry): boolean =>
  list
    .replace(/[。；]$/, '')
    .split(/[、，；/](?![^（]*）)/)
    .every((name) => kindOfWords(name, () => name, head, registry) === 'units' || registry.places(name).length > 0);

/** No day and no person is longer; longer words that do not end like units need no closer look. */
const DAY_LENGTH = 30;
const UNITS_END =
  /(?:[局委办厅部会院队行社司站所府心联处科股室镇乡村街道团校馆组县市区旗州盟位门业构等实责合与施）]|公司|中心)[。；]?$/;
const MARKED = /^[（一二三四五六七八九十第]/;

const STOP = /[、，；/（]$/;
const STOPPED = /^[、，；/）]/;
const ENDS_NAME = /(?:[局委办厅部会院队站所行社司府心联处科室镇乡村）]|街道|公司|集团|学校|单位|部门)$/;

/** The words of a cell of units: where two lines each end and begin whole names, a stop stands between them. */
export function listOf(bits: readonly Bit[], registry: UnitRegistry): string {
  return bits.reduce(
    (list, { text, border }) =>
      list + (list && border !== BORDER.none && dividesNames(list, text, registry) ? '、' : '') + text,
    '',
  );
}

/** Whether a name ends where a line does, and another begins. */
export function dividesNames(before: string, behind: string, registry: UnitRegistry): boolean {
  if (STOP.test(before) || STOPPED.test(behind) || CARRIES_ON.test(behind)) return false;
  const last = before.slice(Math.max(...['、', '，', '；', '/'].map((stop) => before.lastIndexOf(stop))) + 1);
  const first = /^[^、，；/]*/.exec(behind)?.[0] ?? '';
  if (isKnown(last + first, registry)) return false;
  if (LEVEL.test(first) && registry.places(last + first.slice(0, 1)).length > 0) return false;
  if (LEVEL.test(first) && isKnown(first, registry)) return true;
  if (!ENDS_NAME.test(before)) return false;
  if (isKnown(last, registry) || isKnown(first, registry) || LEVEL.test(first)) return true;
  return [last, first].every((name) => name.length >= SHORTEST && ENDS_NAME.test(name));
}

const CARRIES_ON = /^(?:人民政府|办事处|管委会|保障局|(?:监督)?管理局)/;
const SHORTEST = 3;
const LEVEL = /^[省市县区州](?=[一-龥]{2})/;
const isKnown = (name: string, registry: UnitRegistry): boolean =>
  registry.find(name) !== null || registry.find(name.replace(LEVEL, '')) !== null;
