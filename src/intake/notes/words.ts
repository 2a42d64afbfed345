import type { UnitRef } from '../../domain/plan/reading.js';
import type { PassedOn } from '../../domain/units/passed-on.js';
import { slipsOf } from '../../domain/units/slips.js';
import { resolveUnit, type ResolvedUnit, type UnitContext } from '../../domain/units/resolve.js';
import { readRoles, unitLike, type Member, type Role, type RoleReading } from './roles.js';
import { isPlaceGroup } from './open-groups.js';
import { onceAPlan } from './once-a-plan.js';
import { endsInBracket } from './marked-role.js';
import { officeBehind } from './place-offices.js';
import { sharePlaces, splitPlaces } from './shared-places.js';
import { registeredHead } from './unit-list.js';

/** A unit of a note with the part it plays; `start`, `end` are offsets in the note. */
export interface NotedUnit extends UnitRef {
  role: Role;
  start: number;
  end: number;
  known: boolean;
  explicit: boolean;
  /** Where the name was not in use on the plan's day: since when, and who follows. */
  passed: PassedOn | null;
  byField: boolean;
  /** Neither the register nor a rule has the name. */
  byForm: boolean;
  /** The name is only near to those of these units; a person says which one it is. */
  near: readonly string[];
  /** Nobody knows the name, and a usual one differs from it in a single character: 市公安居. */
  slip: boolean;
  /** Neither the list nor the plan tells whose unit it is: 财政局 of which place. */
  levelless: boolean;
  /** A star or another sign is printed before the name. */
  starred: boolean;
  /** A team, a centre or a section of the unit that is printed in brackets behind its name; null for none. */
  inside: string | null;
  /** The group of places right before it whose office it may be as well (各县 before 市教育局); null where that is plain. */
  perhapsOf: string | null;
}

/** The units of a note in order, before roles are weighed. */
export interface NoteWords {
  roles: RoleReading;
  units: NotedUnit[];
  groups: Member[];
  /** Offset of the first comma behind a name, Infinity without one. */
  comma: number;
}

const oneNote = onceAPlan<NoteWords>();

/**
 * Reads the words of a note and recognises its units; the level prefix carries along the list. A note that a plan prints
 * again word for word (市人社局负责) is read once.
 */
export const readWords = (note: string, context: UnitContext): NoteWords =>
  oneNote(context, note, () => wordsOf(note, context));

function wordsOf(note: string, context: UnitContext): NoteWords {
  const roles = readRoles(note);
  const words: NoteWords = { roles, units: [], groups: [], comma: firstComma(note, roles.members) };
  let carried = context.carried;
  for (const printed of splitPlaces(loneZones(roles.members), context.registry)) {
    const member = governmentBeside(words.units.at(-1), printed);
    if (member.kind !== 'unit' || levelAfterGroup(words, member) || sharesGovernment(words, member, note, context)) {
      addGroup(words, member);
      continue;
    }
    const behind = behindPlaces(words, member, note, context);
    if (behind === 'theirs') joinLast(words.groups, member);
    if (behind === 'theirs' || joinsPlaces(words, member, note)) continue;
    const printedName = cleanSurface(besideBranch(words.units.at(-1), member.text));
    const whole = recognised(printedName, carried, context);
    const surface = whole.known ? printedName : withoutPerson(printedName, context);
    const found = surface === printedName ? whole : recognised(surface, carried, context);
    carried = found.carries ?? carried;
    const perhapsOf = behind === 'unsure' ? (words.groups.at(-1)?.text ?? null) : null;
    words.units.push(notedUnit(member, surface, found, carried, perhapsOf));
  }
  sharePlaces(words, note, context);
  shareTails(words.units, note);
  return words;
}

/** “广西银监局、证监局”: a financial regulator’s branch whose place the one before it prints. */
function besideBranch(before: NotedUnit | undefined, surface: string): string {
  const place =
    surface.endsWith('监局') && REGULATOR.test(surface)
      ? /^([一-龥]{2,5}?)(?=(?:银监|证监|保监|银保监)局$)/.exec(before?.surface ?? '')
      : null;
  return place?.[1] && !/^[省市县区州]/.test(place[1]) ? place[1] + surface : surface;
}
const REGULATOR = /^(?:银监|证监|保监|银保监)局$/;

/** “高新区、经开区管委会”, “甲镇、乙乡人民政府”: what is printed behind the last is each one's own. */
function shareTails(units: NotedUnit[], note: string): void {
  for (let index = units.length - 2; index >= 0; index--) {
    const unit = units[index];
    const next = units[index + 1];
    if (!unit || !next || !TAILED.test(next.name) || note.slice(unit.end, next.start) !== '、') continue;
    const [, , tail] = TAILS.find(([own, last]) => own.test(unit.surface) && last.test(next.name)) ?? [];
    if (tail) units[index] = { ...unit, name: unit.surface + tail, known: true, levelless: false };
  }
}

/** How a name ends that lacks its tail, how the next one that has it, and the tail. */
const TAILS: [RegExp, RegExp, string][] = [
  [
    /(?:高新|经开|开发|产业园|园|工业|示范|风景|度假|保税|综保|合作|投资|文旅|旅游|生态|科技|商务|空港|新)区$|产业园$|基地$/,
    /[区园地城港]管理委员会$/,
    '管理委员会',
  ],
  [/^(?![省市县区州])[一-龥]{1,8}[镇乡]$/, /[镇乡]人民政府$/, '人民政府'],
  [/^(?![省市县区州])[一-龥]{1,8}街道$/, /街道办事处$/, '办事处'],
];
const TAILED = new RegExp(TAILS.map(([, last]) => last.source).join('|'));

const GOVERNMENT = /^[市县区州盟旗]?(?:人民政府|政府|行署|行政公署)$/;
const COMMITTEE_OF = /^([一-龥]{2,15}([市县区州盟旗]|地区))委(?:员会)?$|^([一-龥]{1,8}[镇乡])党委$/;

/** “保山市委、市政府”: the government is that of the committee's place. */
function governmentBeside(before: NotedUnit | undefined, member: Member): Member {
  if (!before || member.start - before.end !== 1 || !GOVERNMENT.test(member.text)) return member;
  const [, city, level = '政', town] = COMMITTEE_OF.exec(before.surface) ?? [];
  const place = city ?? town;
  if (!place || (!member.text.startsWith(level) && !/^行署|^行政公署/.test(member.text))) return member;
  return { ...member, kind: 'unit', text: place + member.text.replace(/^[市县区州盟旗]/, '') };
}

/** A comma inside the inner brackets of a name divides nothing. */
function firstComma(note: string, [first]: readonly Member[]): number {
  const comma = first ? note.indexOf('，', first.end) : -1;
  return comma < 0 ? Infinity : comma;
}

const LEVEL_ONLY =
  /^(?:(?:自治区|直辖市|自治州|自治县|省|地区|(?:省)?直管[市县]|县级市|县|市|区|特区|州|盟|旗|镇|乡|街道)(?:人民政府|政府|管委会)?|(?:人民)?政府|管委会|行委)$/;

/** 各盟行政公署、市人民政府: the second is a level's, no one city's government. */
function levelAfterGroup({ groups }: Pick<NoteWords, 'groups'>, member: Member): boolean {
  const before = groups.at(-1);
  if (before?.kind !== 'group' || member.start - before.end !== 1) return false;
  return LEVEL_ONLY.test(member.text.replace(/（[^）]*）/g, ''));
}

/** “各市、州、神农架林区人民政府”: the government behind the last place is that of all places before it as well. */
function sharesGovernment(
  { groups }: NoteWords,
  { text, start }: Member,
  note: string,
  { registry }: UnitContext,
): boolean {
  const before = groups.at(-1);
  if (!before || !/^各.*[市州县区盟旗）]$/.test(before.text)) return false;
  const place = /^(.{3,})(?<=[市州县区盟旗])(?:人民政府|政府)$/.exec(text)?.[1];
  if (!place) return false;
  return /^(?:、|和|及|以及)$/.test(note.slice(before.end, start)) && registry.places(place).length > 0;
}

/** “各县（区）人社局、财政局”: the second office is every county's as well, so it belongs to the group. */
function joinsPlaces({ groups }: NoteWords, member: Member, note: string): boolean {
  const before = groups.at(-1);
  const listed = before && note.slice(before.end, member.start) === '、' && before.role === member.role;
  if (!listed || !PLACE_OFFICE.test(before.text) || OWN_LEVEL.test(member.text)) return false;
  joinLast(groups, member);
  return true;
}

/** “各市、州公积金管理中心”: whether the office behind the last group is that of its places. */
function behindPlaces({ groups, units }: NoteWords, member: Member, note: string, context: UnitContext) {
  const before = groups.at(-1);
  const isNext =
    before && note.slice(before.end, member.start) === '、' && !units.some(({ start }) => start > before.start);
  return isNext ? officeBehind(before.text, member.text, context) : null;
}

function joinLast(groups: Member[], { text, end }: Member): void {
  const before = groups.pop();
  if (before) groups.push({ ...before, text: `${before.text}、${text}`, end });
}

const PLACE_OFFICE = /^各.*[县区市州盟旗镇乡）].*(?:局|委|办|厅|院|队|联|联合会|工会)$/;
const OWN_LEVEL =
  /^(?:自治区|[省市县区州盟旗]|国家|中国|中央|人民银行|[一-龥]{2,5}(?:新区|[市县区州盟旗])[一-龥]{2,10}[局委办厅]$|[一-龥]{2,10}(?:公司|集团|银行|大学|学院|分行|支行|调查队))/;

/** 各县、特区、区人民政府 is one group. */
function addGroup({ groups, units }: NoteWords, member: Member): void {
  const before = groups.at(-1);
  const committee = units.at(-1);
  if (before && (levelAfterGroup({ groups }, member) || isRestOf(before, member) || member.kind === 'unit')) {
    joinLast(groups, member);
  } else if (committee && member.start - committee.end === 1 && COMMITTEE.test(committee.surface + member.text)) {
    units.pop();
    groups.push({ ...member, text: `${committee.surface}、${member.text}`, start: committee.start });
  } else groups.push(member);
}

/** 市级有关部门、单位 is one group. */
const isRestOf = (before: Member, { text, start }: Member): boolean =>
  text === '单位' && before.text.endsWith('部门') && start - before.end === 1;

/** 市委、市政府有关部门 is one group as well. */
const COMMITTEE = /^[省市县区州]委[省市县区州](?:人民)?政府(?!督查室|办公[室厅]|研究室|信访局)/;

type Recognised = ResolvedUnit & { slip: boolean };
const oneUnit = onceAPlan<Recognised>();

/** Most units of a plan return from note to note. */
const recognised = (surface: string, carried: string | null, context: UnitContext): Recognised =>
  oneUnit(context, `${carried ?? ''} ${surface}`, () => resolved(surface, { ...context, carried }));

function resolved(surface: string, context: UnitContext): Recognised {
  const found = resolveUnit(/[（关]/.test(surface) ? surface.replace(SECOND_NAME, '') : surface, context);
  const own = (context.carried ?? '') + surface;
  if (LONE_ZONE.test(surface)) return { ...found, name: own, slip: false };
  const isUnsure = !found.known && surface.length <= LONGEST_SLIP;
  const names = unitLike(surface) ? [found.name] : [found.name, own];
  const meant = isUnsure ? names.find((name) => slipsOf(name, context.registry).length > 0) : undefined;
  return { ...found, name: meant ?? found.name, slip: meant !== undefined };
}

const LONGEST_SLIP = 14;

/** 常山经济开发区（高新园区）管委会: what stands in brackets before the last word is the zone's second name. 市纪委监委机关: the body itself. */
const SECOND_NAME = /（[^）]{2,12}）(?=(?:管委会|管理委员会)$)|(?<=[委会])机关$/;

/** “县工信局、工业园区管委会”: where no other places are listed it is the county's only one. */
function loneZones(members: readonly Member[]): readonly Member[] {
  if (!members.some(isZone) || !members.some(({ kind }) => kind === 'unit') || members.some(isOtherPlace))
    return members;
  return members.map((one) => (isZone(one) ? { ...one, kind: 'unit' } : one));
}

const isOtherPlace = (one: Member): boolean => one.kind === 'group' && !isZone(one) && isPlaceGroup(one.text);
const isZone = ({ kind, text }: Member): boolean => kind === 'group' && LONE_ZONE.test(text);
const LONE_ZONE = /^(?:(?:产业|工业|科技)园区|新区)(?:管委会|管理委员会)?$/;

const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]';
const NAMED_PERSON = new RegExp(`(?<=[局委办厅部院会心府])${SURNAME}[一-龥×]{1,2}$`);

/** 市发改委张某: the person in charge of a registered unit, printed behind its name. */
function withoutPerson(surface: string, { registry }: UnitContext): string {
  const person = NAMED_PERSON.exec(surface);
  if (!person || unitLike(surface)) return surface;
  return registeredHead(surface, registry) === person.index ? surface.slice(0, person.index) : surface;
}

/** 市发展改革委（市粮食和储备局）, 市发展改革委〔市能源局〕: the name outside the brackets is the unit. */
const cleanSurface = (text: string): string =>
  endsInBracket(text) || /^[：:]/.test(text)
    ? text.replace(/（[^）]*）$|〔[^〕]*〕$/, '').replace(/^[：:]/, '') || text
    : text;

const notedUnit = (
  member: Member,
  surface: string,
  found: Recognised,
  carried: string | null,
  perhapsOf: string | null,
): NotedUnit => ({
  name: found.name,
  surface,
  role: member.role,
  start: member.start,
  end: member.end,
  known: found.known,
  explicit: found.explicit,
  passed: found.passed,
  byField: found.byField,
  byForm: found.byForm,
  near: found.near ?? [],
  slip: found.slip,
  levelless: carried === null && !found.explicit,
  starred: member.starred === true,
  inside: (endsInBracket(member.text) && BODY_INSIDE.exec(member.text)?.[1]) || null,
  perhapsOf,
});

/** 市公安局（治安支队）; 市发展改革委（市能源局） is one agency by two names. */
const BODY_INSIDE =
  /[（〔](?!原)([^（）〔〕]{1,20}(?:支队|大队|总队|中队|中心|分局|分中心|[一-龥]{2}[科处股站所院校馆]))[）〕]$/;
