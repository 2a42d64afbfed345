import type { UnitRegistry } from '../../domain/units/registry.js';
import { groupOf } from '../notes/open-groups.js';
import { unitLike } from '../notes/roles.js';
import { isUnitList } from '../notes/unit-list.js';
import { EMPTY_CELL, SAME_CELL } from './aligned-cells.js';
import { listed } from './column-tables.js';
import type { FlatHead } from './flattened-heads.js';
import { markAt } from './markers.js';
import type { Paragraph } from './paragraph.js';
import type { Cell } from './table-rows.js';

/** What a cell is by its own words; 'perhaps' are units, and 'remark' remarks, that only their neighbours can tell. */
export type CellKind =
  'number' | 'section' | 'words' | 'units' | 'perhaps' | 'empty' | 'same' | 'date' | 'leader' | 'remark';

/** What of a head tells its cells. */
export type CellHead = Pick<FlatHead, 'columns' | 'offices' | 'persons'>;

const NUMBER = /^(?:\d{1,3}[.、*]?|[一二三四五六七八九十]{1,3})$/;
/** “……甄别。县住建局、民政局，各街道2014年……”: another row's units stand among the words of this one. */
export const SWALLOWED_UNITS = /[一-龥]{2}[局委办厅]、[一-龥]{2,10}[局委办厅部](?:[、，。\d]|$)/;
const DATE =
  /^(?=.*(?:[年月日底前期续态]|季度|全年|立即|即时))(?:[\d年月日前底末初上中下旬内半本每一二三四至以之，、.~—-]|季度|长期|持续|推进|坚持|实施|完成|启动|[动开竣完]工|建成|投入使用|投用|交付|到位|常态化?|工作|全年|立即|即时|春节|元旦|国庆|中秋|五一|[两假]?节|期间|左右)+$/;
const LEADER =
  /^(?:[一-龥某×*＊]{1,4}(?:常务)?副?(?:市长|县长|区长|省长|州长|盟长|旗长|主任|书记|局长|主席|秘书长|常委)|[一-龥]{2,4}|[一-龥][某×*＊]{1,2})$/;
const DUTY =
  /(?:按照?|分)?(?:各自)?(?:职责|职能)?(?:分工)?(?:共同|分别|牵头|组织|具体)*(?:负责)?(?:落实|负责|实施|主办|协办|配合)$/;
/** “发展改革委会同有关部门”: names on both sides. */
const JOINED_BY = /(?<=[局委办厅部会院等府署])会同(?=[一-龥]{2})/g;
const ETC = /等(?:[一-龥]{0,4}(?:部门|单位))?(?=[，；、]|$)/g;
const OFFICE = /^局?[一-龥]{1,12}(?:处|科|股|室|办|组|中心|部|馆|站|队|所|会)$/;
const TOWN = /^[一-龥]{2,6}(?:乡|镇|街道)(?:办事处|人民政府|政府)?$/;
const VILLAGE = /^(?!.*(?:示范|特色|重点|行政|自然|试点|贫困|美丽|先进|文明|乡村))[一-龥]{2,4}(?:村|社区)$/;
const GROUP_END = /(?:[单位部门政府街道乡镇县区市州盟旗处室校组企业会院）]|方面|中心|公司)$/;
/** “新建老年大学” ends like a unit and is a task. */
const TASK =
  /^(?:[新改扩续迁]建|[开动]工|启动|完成|建[设立成好]|推[进动广行]|开展|打造|完善|加[强快大]|实施|设[立置]|成立|办[好理]|创建|提[升高]|优化|深化|支持|引[进导]|培[育训]|做[好大强]|修[缮订]|落实|强化|规范|整[治合]|扩大|稳[定步]|发展|健全|组织|举办|编制|制定|召开|选[派调拔])/;
/** “开工建设老年大学。” is a sentence: units that end in a stop have their level or are known. */
const LEVEL = /^(?:自治区|[省市县区州盟旗])/;
const LONGEST = 400;

/** “市政务数据共享协调机制”: a standing body without an office of its own. */
const BOARD = /^[省市县区州][一-龥]{2,16}(?:机制|联席会议)$/;

/** “省人口计生”, “省新闻出版”: a name whose last character the cell had no room for. */
const isCutShort = (name: string, registry: UnitRegistry): boolean =>
  LEVEL.test(name) &&
  name.length <= 8 &&
  ['委', '局', '厅'].some((end) => registry.find(name.replace(LEVEL, '') + end) !== null);

/** The cells of a table's line, divided by strokes and wide blanks. */
export function cellsOf(paragraph: Paragraph): Cell[] {
  const { text, gap } = paragraph;
  const cells: Cell[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const stroke = text[at] === '|';
    if (at < text.length && !stroke && (at === start || gap[at] !== 2)) continue;
    if (at > start) cells.push({ paragraph, start, end: at, text: text.slice(start, at) });
    start = stroke ? at + 1 : at;
  }
  return cells;
}

/** What a cell is under a head. Pure. */
export const kindOf = (cell: Cell, head: FlatHead, registry: UnitRegistry): CellKind =>
  kindOfWords(cell.text, () => apart(cell), head, registry);

/** What the words of a cell are; `list` gives them with the stops between names that are printed apart. Pure. */
export function kindOfWords(text: string, list: () => string, head: CellHead, registry: UnitRegistry): CellKind {
  if (NUMBER.test(text)) return 'number';
  if (EMPTY_CELL.test(text)) return 'empty';
  if (SAME_CELL.test(text)) return 'same';
  if (text.length <= 30 && DATE.test(text)) return 'date';
  if ((markAt(text, 0)?.rank ?? 9) <= 2) return 'section';
  const units = text.length > LONGEST ? null : unitsKind(list(), head, registry);
  if (units) return units;
  return (head.persons || head.columns.some(({ kind }) => kind === 'leader')) && LEADER.test(text) ? 'leader' : 'words';
}

/** “党政办 安监站”: names that only a blank divides. */
function apart(cell: Cell): string {
  return listed(cell)
    .map((piece) => (typeof piece === 'string' ? piece : piece.paragraph.text.slice(piece.start, piece.end)))
    .join('');
}

/** 柳河镇, 天平村, 灵山县: a place among units has a part in the work. */
const isPlace = (name: string, registry: UnitRegistry): boolean =>
  TOWN.test(name) || VILLAGE.test(name) || (/[县市区旗]$/.test(name) && registry.places(name).length > 0);

/** “市住建局、市水利局、白云油田”: a short name nobody knows, behind as many whose level or place is printed and that are known. */
function namesWithOthers(names: readonly string[], registry: UnitRegistry): boolean {
  const own = (name: string): boolean => OWN_NAME.test(name) && isUnitList(name, registry);
  if (names.length < 3 || !own(names[0] ?? '') || names.some((name) => !OTHER_NAME.test(name))) return false;
  return names.filter(own).length * 2 >= names.length;
}
const OWN_NAME = /^[省市县区州盟旗]|^自治区|[县市区旗]政府$/;
const OTHER_NAME = /^[一-龥]{3,12}(?:（[^（）]{2,12}）)?$/;

function unitsKind(text: string, head: CellHead, registry: UnitRegistry): 'units' | 'perhaps' | null {
  const list = text
    .replace(/[。；]$/, '')
    .replace(/[①-⑳]/g, '')
    .replace(DUTY, '')
    .replace(JOINED_BY, '、')
    .replace(ETC, '');
  const names = list.split(/[、，；/](?![^（]*）)/).filter(Boolean);
  if (/[。：“《]/.test(list) || (TASK.test(list) && registry.find(names[0] ?? '') === null)) return null;
  if (names.length === 0) return groupOf(text) ? 'units' : null;
  const plain = names.filter((name) => LEVEL.test(name) || groupOf(name) || isUnitList(`${name}。`, registry)).length;
  if (/。$/.test(text) && plain * 2 <= names.length) return null;
  const others = names.filter((name) => !isPlace(name, registry) && !(groupOf(name) && GROUP_END.test(name)));
  if (others.some((name) => groupOf(name) && !unitLike(name))) return null;
  if (others.length === 0) return names.length > 1 || groupOf(list) ? 'units' : 'perhaps';
  if (isUnitList(others.join('、'), registry)) return 'units';
  if (head.offices && others.every((name) => OFFICE.test(name.replace(/（[^（）]*）$/, '')))) return 'units';
  if (names.length === 1 && BOARD.test(list)) return 'units';
  if (names.length === 1 && isCutShort(list, registry)) return 'units';
  if (namesWithOthers(names, registry)) return 'units';
  const like = names.every((name) => unitLike(name) && name.length <= 16);
  if (like && others.length < names.length) return 'units';
  return like && list.length <= 60 ? 'perhaps' : null;
}
