import type { Doubt, LeadBasis, OpenGroup, ResponsibilityMode } from '../../domain/plan/reading.js';
import { doubtsOf } from './note-doubts.js';
import { isPlaceGroup } from './open-groups.js';
import { onlyZonesAmongPlaces } from './zones.js';
import type { LeadRule } from './rules.js';
import { unitLike, type Member, type Role } from './roles.js';
import type { NotedUnit, NoteWords } from './words.js';

/** What one responsibility note says. */
export interface NoteReading {
  mode: ResponsibilityMode;
  lead: NotedUnit | null;
  leadBasis: LeadBasis | null;
  responsible: NotedUnit[];
  supporting: NotedUnit[];
  openGroups: OpenGroup[];
  deadline: string | null;
  doubts: Doubt[];
}

/** “市人社局负责解释”, “市人社局负责的项目除外” give nobody a task. */
const NO_TASK = /^(?:的|解释|认定|审核|审定|核定)/;

/** Whether the words make a responsibility note when they stand in brackets. */
export function isBracketNote(words: NoteWords): boolean {
  const { roles, units, groups } = words;
  const names = units.length + groups.length;
  if (names === 0 || roles.objects.some((words) => NO_TASK.test(words))) return false;
  if (roles.tail !== null && !units.some(({ known }) => known)) return false;
  if (roles.labelled) return units.every(({ surface, known }) => known || surface.length <= 40);
  if (!units.every(isLikeUnit) && !shortPlaces(words) && !mostlyKnown(words)) return false;
  if (roles.worded) return units.length > 0 || roles.endsWithVerb;
  const closed = groups.every(
    ({ kind, text }) =>
      kind === 'etc' || isPlaceGroup(text) || /各|驻|[相有]关|(?:部门|单位)$|在[一-龥]{1,4}单位/.test(text),
  );
  const listed = units.every(isLikeUnit) && units[0]?.explicit === true;
  return closed && listed && (units.some(({ known }) => known) || strangeWithPlaces(words));
}

/** A unit that is known, that is called as units are, or whose name has one wrong character. */
const isLikeUnit = ({ surface, known, slip }: NotedUnit): boolean => known || slip || unitLike(surface);

/** “……不超过100万元。（区经科局）”: one agency of a printed level alone in a bracket, though nobody knows its name. */
export const isStrangeAgency = ({ roles, units, groups }: NoteWords): boolean =>
  !roles.worded &&
  groups.length === 0 &&
  roles.objects.length === 0 &&
  units.length > 0 &&
  units.every(
    ({ explicit, surface, slip }) =>
      explicit &&
      (slip ||
        /^[省市县区州乡镇].{2,12}(?:局|委|办|厅|中心|所|站|社|馆|院|集团|公司|办公室|督查室|研究室)$/.test(surface)),
  );

/** “县一碗面办、县交通局、壁州街道”: the first with its level, half of them at least known or with theirs. */
export const isLevelledList = ({ units, groups }: NoteWords): boolean => {
  const sure = units.filter(({ known, explicit, surface }) => known || (explicit && LEVELLED.test(surface)));
  return (
    groups.every(({ kind, text }) => kind === 'etc' || isPlaceGroup(text)) &&
    2 * sure.length >= units.length &&
    units.some(({ known }) => known) &&
    units.every(({ surface, byField }) => !byField && unitLike(surface))
  );
};

/** “（市人保局，各区政府）”: such an agency, and all the places below. */
const strangeWithPlaces = (words: NoteWords): boolean =>
  !words.roles.worded &&
  words.units.every(({ explicit, surface }) => explicit && LEVELLED.test(surface) && unitLike(surface)) &&
  words.groups.some(({ text }) => /^各|成员单位$/.test(text));

const LEVELLED = /^[省市县区州镇乡][一-龥]{3,14}$/;

/** 满洲里、二连浩特市政府: a place's bare name among known units; it is doubtful as an unknown unit all the same. */
function shortPlaces({ roles, units }: NoteWords): boolean {
  const strange = units.filter(({ surface, known }) => !known && !unitLike(surface));
  return roles.worded && units.length - strange.length >= 3 && strange.every(({ surface }) => surface.length <= 4);
}

/** “（市卫健委、某推进组、市医保局负责）”: a name nobody knows among units that are; it is asked about. */
const mostlyKnown = ({ roles, units }: NoteWords): boolean =>
  roles.endsWithVerb && 2 * units.filter(({ known }) => known).length >= units.length && units.every(mayBeNamed);

/** Whether a whole sentence without brackets is a responsibility note. */
export function isBareNote(words: NoteWords): boolean {
  const { roles, units, groups } = words;
  if (!roles.worded || roles.tail !== null || units.length + groups.length === 0) return false;
  if (roles.objects.length > 0) return isDividedLabel(words);
  if (roles.watching.length === roles.members.length) return false;
  if (roles.labelled) return units.every(mayBeNamed);
  if (!roles.endsWithVerb || groups.some(({ text }) => URGED.test(text))) return false;
  if (units.length === 0 && groups.some(({ text }) => OF_PERSONS.test(text))) return false;
  return (
    units.every(isPlain) ||
    mostlyPlain(units) ||
    joinedByFields(units, groups) ||
    placesAndZones(units, groups) ||
    strangersHelp(units)
  );
}

/** “市水务局牵头，市发展改革委、胜利油田按职责分工负责”: a short name that nobody knows among those who help the lead. */
const strangersHelp = ([first, ...others]: readonly NotedUnit[]): boolean =>
  first?.role === 'lead' &&
  isPlain(first) &&
  2 * others.filter(isPlain).length >= others.length &&
  others.every((unit) => isPlain(unit) || (!unit.byField && SHORT_NAME.test(unit.surface)));
const SHORT_NAME = /^(?![要应须将把对按向由在做确保抓全])[一-龥]{2,8}$/;

/** “责任分工：甲局负责宣传；乙局负责资金”: each unit with its part behind a label. */
const isDividedLabel = ({ roles, units }: NoteWords): boolean =>
  roles.labelled &&
  roles.divided &&
  units.every(({ known, surface }) => known || unitLike(surface)) &&
  roles.objects.every((words) => words.length <= PART && !NO_TASK.test(words));
const PART = 20;

/** 各地要, 各部门应: a sentence that urges names no one's task. */
const URGED =
  /(?:[要应须]|应当|必须|务必)(?:都|认真|切实)?$|(?:(?<![主重需首])要|应当?|必须|务必)(?:把|将|按|以|在|对|从|进一步|高度|切实|认真|加强|亲自|带头|层层|靠前)/;

/** 各部门主要领导亲自抓、负总责; 各单位一把手为第一责任人: an admonition to those at the head, whatever verb ends it. */
const OF_PERSONS = /领导(?!小组|机构)|负责(?:人|同志)|一把手|第一责任人|亲自/;

/** “各乡镇人民政府、平罗工业园区管委会负责”: all the places, and zones by their names. */
const placesAndZones = (units: readonly NotedUnit[], groups: readonly Member[]): boolean =>
  groups.some(({ text }) => /^各/.test(text)) && units.every(({ surface }) => /(?:区|基地|园)管委会$/.test(surface));

/** “市人社局会同市发改、教育等部门和各县区政府负责。”: behind a unit printed in full its helpers by their fields. */
function joinedByFields([first, ...others]: readonly NotedUnit[], groups: readonly Member[]): boolean {
  if (!first || !isPlain(first) || !first.explicit) return false;
  const helping = others.length > 1 && others.every(({ known, role }) => known && role === 'support');
  return helping && groups.some(({ kind }) => kind === 'etc');
}

/** Behind a label stands who does it, whoever that is: longer words are a sentence that ran into it. */
const STRANGE = 16;
/** 见附件, 待定, 要高度重视: no name. */
const NO_NAME =
  /^(?:略$|暂[无缺定]|要|按|见|详见|待|无|请|应|须|需|同上|同前|另行|以上|（)|[：:]|^(?!1\d{4})\d|\d{6}|要求|附件/;
/** Whether a unit of a label's list may be one, known or not. */
export const mayBeNamed = ({ surface, known }: NotedUnit): boolean => known || unitLike(surface) || isStrange(surface);
const isStrange = (surface: string): boolean => surface.length <= STRANGE && !NO_NAME.test(surface);

/** “村建所、清扫公司和各村负责实施。”: a sentence that is nothing but names and 负责; who they are is asked about. */
export const isStrangeNote = ({ roles, units }: NoteWords): boolean =>
  roles.objects.length === 0 &&
  roles.tail === null &&
  roles.endsWithVerb &&
  !roles.labelled &&
  units.length > 0 &&
  units.every(({ surface, byField }) => !byField && STATION.test(surface));

/** “……。（派出所、林业站，各村）”: a township's stations and offices alone in a bracket. */
export const isStationList = ({ roles, units, groups }: NoteWords): boolean =>
  !roles.worded &&
  roles.objects.length === 0 &&
  units.some(({ surface }) => TOWNSHIP.test(surface)) &&
  units.every(({ surface, byField }) => !byField && STATION.test(surface)) &&
  groups.every(({ text }) => unitLike(text) || /^各|村|社区/.test(text));

/** “……。（规划处、失保中心）”: offices of the department whose plan it is, alone in a bracket. */
export const isOfficeList = ({ roles, units, groups }: NoteWords): boolean =>
  !roles.worded &&
  roles.objects.length === 0 &&
  groups.length === 0 &&
  units.length > 0 &&
  units.every(({ surface }) => OFFICE.test(surface));

const OFFICE = /^(?!.*(?:用|好|深|妙|益|之|长|短|坏)处$)[一-龥]{2,8}(?:处|科|股|中心)$/;

const TOWNSHIP =
  /(?:派出所|司法所|财政所|国土所|监管所|管理所|供电所|[林水文农畜]\S{0,3}站|服务中心|综治中心|党政办|应急办|经发办|农办|卫生院)$/;
const STATION = /^[^的由对向将把在]{2,12}$(?<=[局办站所队会社校学室股委]|公司|学校|医院|卫生院|中心|委员会)/;

const isPlain = ({ known, byField, explicit, surface }: NotedUnit): boolean =>
  (known && !byField) || (explicit && unitLike(surface));

/** “乡畜牧站、卫生院、派出所”: the list begins with a printed level that the short names go on with. */
function mostlyPlain(units: readonly NotedUnit[]): boolean {
  const plain = units.filter(isPlain).length;
  const all = units.every(({ byField, surface }) => !byField && unitLike(surface));
  const begins = units[0]?.explicit === true || (2 * plain >= units.length && AGENCY.test(units[0]?.surface ?? ''));
  return plain > 1 && all && begins;
}

/** 南昌铁路局: a short name that holds neither 由 nor another agency with its level. */
const AGENCY = /^(?!.*由|.+[省市县区州][一-龥]{2,10}[局委办厅]$)[一-龥]{3,12}$(?<=[局委办厅部会院]|公司|集团|中心)/;

/** “甲局负责房建领域，乙局负责公路领域” at the end of a paragraph: all units known and printed with their level. */
export const isDividedNote = ({ roles, units, groups }: NoteWords): boolean =>
  roles.divided &&
  roles.tail === null &&
  !roles.labelled &&
  groups.every(({ text }) => /^各/.test(text)) &&
  roles.members.every(({ role }) => role !== 'support') &&
  units.every(({ known, byField, explicit }) => known && !byField && explicit);

/** “（教育局、财政局，各区）”: no word of duty, and nothing but units that are known and groups of places. */
export const isKnownList = ({ roles, units, groups }: NoteWords): boolean =>
  !roles.worded &&
  roles.objects.length === 0 &&
  units.length > 1 &&
  units.every(({ known, byField }) => known && !byField) &&
  groups.every(({ kind, text }) => kind === 'etc' || (unitLike(text) && GROUP_END.test(text)));
const GROUP_END = /(?:[县市区州盟旗镇乡会院]|街道|部门|单位|企业|机构|政府|办事处|）)$/;

/** “（教育厅，各市（州）党委、政府）”: one agency that is known, its level not printed, and all the places below. */
export const isOneWithPlaces = ({ roles, units, groups }: NoteWords): boolean =>
  !roles.worded &&
  roles.objects.length === 0 &&
  units.length === 1 &&
  groups.length > 0 &&
  units.every(({ known, byField, surface }) => known && !byField && BARE_AGENCY.test(surface)) &&
  groups.every(({ text }) => /^各/.test(text) && isPlaceGroup(text));
const BARE_AGENCY = /^[一-龥]{2,14}[局委办厅]$/;

/**
 * “（市住建局、市交通居、市妇女连合汇）”: at a clause's end a bracket that holds a known unit is a list of units, and what
 * else is printed in it with its level is one whose name is asked about.
 */
export const isListBesideKnown = ({ roles, units, groups }: NoteWords): boolean =>
  roles.objects.length === 0 &&
  roles.tail === null &&
  (!roles.worded || roles.endsWithVerb) &&
  units.some(({ known, byField, explicit }) => known && !byField && explicit) &&
  units.every((unit) => isLikeUnit(unit) || isMisspelt(unit)) &&
  groups.every(({ kind, text }) => kind === 'etc' || (unitLike(text) && GROUP_END.test(text)));

/** 市妇女连合汇; 市财政局齐心盯紧 is a known name that runs on. */
const isMisspelt = (unit: NotedUnit): boolean =>
  unit.explicit && LEVELLED.test(unit.surface) && mayBeNamed(unit) && !RUNS_ON.test(unit.surface);
const RUNS_ON = /(?:[局厅委办联]|(?<!社)会)./;

/** “（各县市区人民政府）”: all governments below, alone. */
export const isGoverned = ({ roles, units, groups }: NoteWords): boolean =>
  !roles.worded &&
  units.length === 0 &&
  groups.some(({ text }) => GOVERNED.test(text)) &&
  groups.every(({ text }) => GOVERNED.test(text) || isPlaceGroup(text));
/** 各县人民政府, 沿淮各市人民政府, 皖北六市人民政府. */
const GOVERNED =
  /^(?:[一-龥]{0,4}各|[一-龥]{2,4}(?:\d{1,2}|[两二三四五六七八九十]{1,2})个?[市县区州盟旗]).*(?:政府|管委会|办事处)$/;

/** Weighs the roles: who leads, who is responsible, who supports (design.md section 3). */
export function weigh(words: NoteWords, firstLeads: LeadRule): NoteReading {
  const { roles } = words;
  const has = (...wanted: Role[]): boolean => roles.members.some(({ role }) => wanted.includes(role));
  const stated = has('lead');
  const paired = !stated && has('support', 'guide') && has('own');
  const reading = unledZones(
    stated ? byLead(words, ['lead']) : paired ? helped(words, firstLeads) : shared(words, firstLeads),
  );
  const doubts = [...reading.doubts, ...doubtsOf(words, reading, firstLeads)];
  const { mode, lead, leadBasis, responsible, supporting, openGroups } = reading;
  return { mode, lead, leadBasis, responsible, supporting, openGroups, doubts, deadline: roles.deadline };
}

export type Draft = Omit<NoteReading, 'deadline'>;

/** “各县（市、区）、某新城管委会负责”: zones beside all the places are some more of them, and none of them leads. */
function unledZones(reading: Draft): Draft {
  if (!onlyZonesAmongPlaces(reading)) return reading;
  const mode = reading.leadBasis === 'stated' && reading.responsible.length + reading.supporting.length > 1;
  return { ...reading, mode: mode ? reading.mode : 'joint', lead: null, leadBasis: null };
}

function byLead(words: NoteWords, leading: Role[]): Draft {
  const responsible = unique(words.units.filter(({ role }) => leading.includes(role)));
  const supporting = unique(words.units.filter(({ role }) => !leading.includes(role))).filter(
    ({ name }) => !responsible.some((unit) => unit.name === name),
  );
  const stated = leading[0] === 'lead' || responsible.length === 1;
  return {
    mode: responsible.length + supporting.length > 0 ? 'lead_support' : 'all',
    lead: responsible[0] ?? null,
    leadBasis: responsible[0] ? (stated ? 'stated' : 'first_listed') : null,
    responsible,
    supporting,
    openGroups: words.groups.map((group) => openGroup(group, leading.includes(group.role))),
    doubts: [],
  };
}

/** “甲、乙负责，丙参与”: the first of those who do it leads where the plan says so; each by itself where it says 分别. */
function helped(words: NoteWords, firstLeads: LeadRule): Draft {
  const reading = byLead(words, ['own']);
  const { responsible, supporting } = reading;
  if (responsible.length < 2) return reading;
  if (words.roles.apart) return { ...reading, mode: 'separate' };
  if (supporting.length === 0 && words.roles.labelled && firstLeads === false) return { ...reading, mode: 'joint' };
  const leads = leading(responsible, words, firstLeads);
  const others = responsible.filter((unit) => !leads.includes(unit));
  const basis = firstLeads === false ? reading.leadBasis : 'stated';
  const lead = leads[0] ?? null;
  return { ...reading, lead, leadBasis: basis, responsible: leads, supporting: [...others, ...supporting] };
}

function shared(words: NoteWords, rule: LeadRule): Draft {
  const firstLeads = rule === 'unless_apart' ? !words.roles.apart : rule;
  const units = unique(words.units);
  const leads = leading(units, words, firstLeads);
  const openGroups = words.groups.map((group) => openGroup(group, group.role !== 'support'));
  const [first] = units;
  if (!first)
    return { mode: 'all', lead: null, leadBasis: null, responsible: [], supporting: [], openGroups, doubts: [] };
  const single = units.length === 1;
  const split = leads !== units && !single;
  return {
    mode: single || split ? 'lead_support' : words.roles.apart || words.roles.divided ? 'separate' : 'joint',
    lead: leads[0] ?? first,
    leadBasis: single || split ? 'stated' : 'first_listed',
    responsible: leads,
    supporting: leads === units ? [] : units.filter((unit) => !leads.includes(unit)),
    openGroups,
    doubts: [],
  };
}

/** The units of a bare list that a rule of the plan makes its leads; all of them without a rule. */
function leading(units: NotedUnit[], { comma }: NoteWords, rule: LeadRule): NotedUnit[] {
  if (rule === 'starred') return units.some(({ starred }) => starred) ? units.filter(({ starred }) => starred) : units;
  if (rule === 'before_comma') return units.filter(({ start }) => start < comma);
  return rule ? units.slice(0, 1) : units;
}

const openGroup = (group: Member, leads: boolean): OpenGroup => ({
  surface: group.kind === 'etc' ? '等' : group.text,
  role: leads ? 'responsible' : 'supporting',
});

function unique(units: NotedUnit[]): NotedUnit[] {
  const seen = new Set<string>();
  return units.filter(({ name }) => !seen.has(name) && seen.add(name));
}
