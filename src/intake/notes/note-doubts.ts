import { isPersonName } from '../../domain/plan/persons.js';
import type { Doubt } from '../../domain/plan/reading.js';
import type { Draft } from './note.js';
import { isPlaceGroup } from './open-groups.js';
import type { Member } from './roles.js';
import type { LeadRule } from './rules.js';
import type { NotedUnit, NoteWords } from './words.js';
import { onlyZonesAmongPlaces } from './zones.js';

type Say = (code: string, reason: string, field?: string) => void;

/** What a person is asked about a note: names first, then the parts they take, then who leads. */
export function doubtsOf(words: NoteWords, reading: Draft, firstLeads: LeadRule): Doubt[] {
  const doubts: Doubt[] = [];
  const say: Say = (code, reason, field) => {
    doubts.push(field === undefined ? { code, reason } : { code, reason, field });
  };
  for (const unit of words.units) nameDoubts(unit, words, say);
  for (const group of words.groups) groupDoubts(group, say);
  partDoubts(words, say);
  zoneDoubts(words, say);
  if (onlyZonesAmongPlaces(reading)) say('zone_beside_places', UNLED_ZONES, 'lead');
  else placeDoubts(words, say);
  leadDoubts(words, reading, firstLeads, say);
  return doubts;
}

/** Several days in one note. */
export const DAYS_DOUBT: Doubt = {
  code: 'days_differ',
  reason: '同一处分工印了几个时限，暂按最后一个，请核对是否需要拆分',
  field: 'due',
};

/** A sign inside a name, or the rest of a label before it. */
const ODD = /[^一-龥（）〔〕A-Za-z0-9·、和]|^(?:单位|部门|主体)/;

/** 市政府 in a list of the city's bureaus: most often the rest of 市政府金融办. */
const GOVERNMENT = /^(?:自治区|[省市县区州旗])人民政府$/;

function nameDoubts(unit: NotedUnit, { units }: NoteWords, say: Say): void {
  const { known, byField, byForm, near, name, surface, levelless, inside, perhapsOf } = unit;
  if (units.length > 1 && name.endsWith('人民政府') && GOVERNMENT.test(name))
    say('name_cut', `“${surface}”与各部门并列，后面的字疑已断开，请核对是政府本身还是它的办公机构`, 'responsible');
  if (byField) say('unit_by_field', `“${surface}”按职能推定为${name}，请核对`, 'responsible');
  if (levelless)
    say('level_unknown', `“${surface}”没有写明是哪一级的单位，方案的地区也没有读出，请核对`, 'responsible');
  if (known && ODD.test(surface))
    say('name_odd', `“${surface}”不像单位的完整名称，可能连着别的字，请对照原文核对`, 'responsible');
  if (perhapsOf)
    say(
      'office_or_places',
      `“${perhapsOf}、${surface}”可能指本级的${surface}，也可能指各地的同类单位，暂列为${name}，请核对`,
      'responsible',
    );
  if (inside)
    say(
      'unit_in_brackets',
      `“${surface}”后面括号里的“${inside}”没有单列，暂由${surface}承担，请核对是否另列为责任单位`,
      'responsible',
    );
  if (near.length > 0) say('unit_near', nearWords(surface, near), 'responsible');
  if (known && !byForm) return;
  const cure = isPersonName(surface)
    ? '像是人名，不是单位，请改为其所在单位，或从本条移出'
    : '不在单位名录中，请核对名称，或登记为新单位';
  say('unit_unknown', `“${surface}”${cure}`, 'responsible');
}

/** 农工办 may be 农村工作… or 农民工工作…; 人力资源保障局 is no unit's usual name. */
const nearWords = (surface: string, near: readonly string[]): string => {
  const why = near.length > 1 ? '可能是它的简称' : '名称相近而不相同';
  const names = near.map((one) => `与“${one}”相近（${why}）`);
  return `“${surface}”不在单位名录中，${names.join('、')}，请核对是否同一单位`;
};

/** 各区人民政府（含甲管委会）, 工商联及各地: a group that names one of its members, or one beside it. */
const NAMES_ONE =
  /[（〔][^）〕]*(?:含|包括)[^）〕]*(?:局|委|办|厅|会|公司|镇|街道)[^）〕]*[）〕]|[一-龥]{2,}[局厅委办联](?:和|及|与|、)各/;

/** 区, 管委会, 各县（市: a part of the name is all that is left. */
const LEVEL_ALONE = /^(?:[省市县区州盟旗]|州市|管委会|街道)$|^[^（]*）|（[^）]*$/;

/** 责任单位 as a name: its colon was lost. */
const LABEL_ALONE = /^(?:(?:责任|牵头|配合|协办)(?:单位|部门)|单位)$/;

function groupDoubts({ kind, text }: Member, say: Say): void {
  if (kind === 'etc') return;
  if (NAMES_ONE.test(text)) say('group_names_one', `“${text}”里点到了单位的名字，请核对是否单列`, 'responsible');
  if (LABEL_ALONE.test(text))
    say('label_unknown', `“${text}”后面的标点不清楚，请核对这些单位是牵头、责任还是配合`, 'mode');
  if (LEVEL_ALONE.test(text))
    say('name_cut', `单位名称只读到“${text}”，后面的字疑在换行或换页处断开，请对照原文补上`, 'responsible');
}

function partDoubts({ roles }: NoteWords, say: Say): void {
  if (roles.strangeLabel)
    say('label_unknown', `“${roles.strangeLabel}”不是常见的栏目名称，请核对这些单位是牵头、责任还是配合`, 'mode');
  if (roles.swallowed)
    say('part_swallowed', `“${roles.swallowed}”像是单位，却印在责任人或时限一栏里，没有读入，请核对`, 'responsible');
  if (roles.tail)
    say('note_tail', `单位之后的“${roles.tail}”没有读懂，请核对是否为时限、要求或还有单位`, 'responsible');
  if (roles.emptyLabel) say('label_empty', `“${roles.emptyLabel}”后面没有读到单位，请对照原文核对`, 'responsible');
  if (roles.watching.length > 0)
    say(
      'watching_unit',
      `“${roles.watching.join('、')}”写的是监督、督办，暂列为配合单位，请核对是否承担任务`,
      'supporting',
    );
  if (roles.aside.length > 0)
    say('watching_unit', `“${roles.aside.join('、')}”只作监督、考核，没有列为责任或配合单位，请核对`, 'supporting');
  if (roles.former.length > 0)
    say('unit_replaced', `“${roles.former.join('、')}”说的是原来的单位，没有读入，请核对`, 'responsible');
  if (roles.excepted.length > 0)
    say('units_excepted', `“${roles.excepted.join('、')}”是除外的单位，没有读入，请核对`, 'responsible');
  if (roles.daysDiffer) say(DAYS_DOUBT.code, DAYS_DOUBT.reason, DAYS_DOUBT.field);
  if (roles.verbMissing) say('verb_missing', '“牵头”之后的单位没有写明职责，暂按配合单位处理，请核对', 'supporting');
  if (roles.partMissing) say('part_missing', '逗号之前的单位没有写明职责，暂按牵头单位处理，请核对', 'lead');
  if (roles.leadsToComma)
    say('leads_to_comma', '“牵头单位”栏里逗号之后的单位写的是“负责”，暂按配合单位处理，请核对是否也牵头', 'lead');
  if (!roles.worded && !roles.members.some(({ marked }) => marked === 'lead'))
    say('role_unstated', '只列了单位，没有“牵头”“负责”等字样，请核对职责', 'mode');
  if (roles.members.length > 0 && roles.members.every(({ role }) => role === 'support'))
    say('lead_missing', '只写了谁配合，没有写明由谁负责，请核对', 'lead');
  if (roles.guided) say('guided_work', '有“指导”与“落实”之分，请核对由谁负总责', 'lead');
  if (roles.ledParts.length > 0) say('leads_divided', dividedWords(roles.ledParts), 'lead');
  else if (roles.objects.length > 0) say('divided_work', '各单位负责的内容不同，请核对是否需要拆分', 'responsible');
}

/** Who leads which part, and what to do about it. */
const dividedWords = (parts: readonly string[]): string =>
  `牵头是分开写的：${parts.join('、')}，暂都列为牵头，请按内容拆成几条、各写一家牵头，或选定其中一家牵头`;

/** 经开区管委会, 市高新区管委会: called by what it is, as one of the places may be. */
const ZONE = /区管理委员会$/;
const ANY_ZONE =
  /^[市县区州]?(?:高新|经开|高新技术产业开发|经济技术开发|经济开发|开发|示范|城乡一体化示范|度假|旅游度假|综保)区管理委员会$/;

const UNLED_ZONES =
  '开发区等管委会与各县（市、区）并列，暂按与各地一样各自负责、不设牵头，请核对是否由其牵头或单列为责任单位';

/** 工业园区管委会: one zone, or all of a kind. */
const BARE_ZONE = /^(?:开发|产业|工业|功能)?(?:园区|功能区|新区)(?:管委会|管理委员会)?$/;

/** “县工信局、工业园区管委会”: beside places a bare zone is a kind of them; beside units alone it may be the only one there is. */
function zoneDoubts({ units, groups }: NoteWords, say: Say): void {
  const zone = groups.find(({ text }) => BARE_ZONE.test(text));
  const read = units.find(({ surface }) => BARE_ZONE.test(surface));
  if (read)
    say('zone_unnamed', `“${read.surface}”没有写明是哪一家，暂作为单列的单位，请核对是否为一类单位`, 'responsible');
  if (!zone || units.length === 0 || groups.some((one) => one !== zone && isPlaceGroup(one.text))) return;
  say('zone_unnamed', `“${zone.text}”没有写明是哪一家，暂作为一类单位，请核对是否为单列的单位`, 'responsible');
}

/** “各县区人民政府、高新区管委会”: a zone among the places, where no other unit is named or it has no name of its own. */
function placeDoubts({ units, groups }: NoteWords, say: Say): void {
  if (groups.length === 0 || !units.some(({ name }) => ZONE.test(name))) return;
  const places = groups.filter(({ text }) => /^各/.test(text) && isPlaceGroup(text));
  if (places.length === 0) return;
  const onlyZones = units.every(({ name }) => ZONE.test(name));
  const beside = units.some(({ name, start }) => ANY_ZONE.test(name) && places.some(({ end }) => start - end === 1));
  if (onlyZones || beside)
    say(
      'zone_beside_places',
      '开发区等管委会与各县（市、区）并列，请核对是单列的责任单位，还是与各地一样各自负责',
      'lead',
    );
}

function leadDoubts({ roles, units, groups }: NoteWords, reading: Draft, firstLeads: LeadRule, say: Say): void {
  const { mode, lead, leadBasis, responsible } = reading;
  if (mode === 'lead_support' && !lead) say('lead_open', '牵头的是一类单位，没有点名，请指定', 'lead');
  if (mode === 'lead_support' && leadBasis === 'first_listed' && responsible.length > 1)
    say('leads_unstated', '有配合单位，负责的却不止一家，没有写明由谁牵头，请核对', 'lead');
  if (mode === 'joint' && roles.labelled && responsible.length > 1 && groups.some(({ role }) => role === 'support'))
    say('leads_joint', '责任单位不止一家，另有配合单位，暂按共同负责读入，请核对是否由第一家牵头', 'mode');
  if (roles.apart && units.length > 1 && mode === 'lead_support' && roles.members.every(({ role }) => role === 'lead'))
    say('leads_apart', '各单位“分别牵头”，请核对是各自负责一部分，还是共同牵头', 'mode');
  if (
    roles.apart &&
    firstLeads === true &&
    leadBasis === 'stated' &&
    reading.supporting.length > 0 &&
    roles.members.every(({ role }) => role === 'own')
  )
    say(
      'leads_apart',
      '各单位“分别负责”，而方案规定排在第一位的牵头，请核对是各自负责一部分，还是由第一家牵头',
      'mode',
    );
  if (
    roles.shared &&
    (firstLeads === true || firstLeads === 'unless_apart') &&
    leadBasis === 'stated' &&
    reading.supporting.length > 0
  )
    say(
      'leads_shared',
      '各单位“分工负责”，而方案规定排在第一位的牵头，请核对是各自负责一部分，还是由第一家牵头',
      'mode',
    );
  if (roles.doubleLeads === 1)
    say('leads_double', `写的是“双牵头”，只读到${lead?.surface ?? '一类单位'}，请补上另一家牵头单位`, 'lead');
  const starred = units.filter((unit) => unit.starred);
  if (firstLeads === 'starred' || starred.length === 0 || starred.length === units.length) return;
  const names = starred.map(({ surface }) => surface).join('、');
  say('sign_unexplained', `“${names}”前的符号没有说明含义，请核对是否由其牵头`, 'lead');
}
