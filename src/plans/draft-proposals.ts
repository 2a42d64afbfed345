import { namedInRole, rolesMeant } from '../domain/plan/named-in-role.js';
import { openQuestions, type DraftMeasure, type DraftReading, type GroupChoice } from './draft.js';
import type { DraftChange, FieldChange, UnitChange } from './draft-changes.js';
import { clausesLeft, namelessLeft } from './draft-clauses.js';
import { issuersLeft } from './draft-issuers.js';
import { deadlinesTaken, doubtedDaysLeft } from './draft-deadlines.js';
import { dutyDaysLeft } from './duties-asked.js';
import { mattersTaken } from './draft-matters.js';
import { placeIn, placeTaken } from './draft-place.js';
import { hasNobody, nameless } from './draft-ready.js';
import { sourceNotesLeft } from './draft-source-notes.js';
import { strangeDaysLeft } from './draft-strange-days.js';
import { restsOnTornCells } from './torn-rows.js';
import { isFigureBare, isForPerson } from './units-asked.js';
import type { IsDoubtful } from './units-doubtful.js';
import { doubtedNames, type DoubtedName } from './units-learned.js';
import { asOneSpelling } from './units-spelt.js';
import { isWindowAsked } from './windows-asked.js';

/** members: 成员单位、相关部门; named: 各责任单位, which the plan itself names; counties: 各县（市、区）; townships: 各乡镇（街道）, of which there is no list; etc: 等. */
export type GroupKind = (typeof GROUP_KINDS)[number];

export const GROUP_KINDS = ['members', 'named', 'counties', 'townships', 'etc'] as const;

const TOWNSHIPS = /乡|镇|街道|社区|村/;
const ABOVE_TOWNSHIPS = /[县市州旗盟]|(?<!社|小|园)区|部门|单位|成员/;

/** Places alone, with or without brackets: （市、区）, 有关县（市、区）, 地方各级人民政府. */
const ONLY_PLACES =
  /^(?:沿[一-龥])?(?:各级?|有关|相关|其他|所属|属地|当地|地方|地级|省级|设区的?|以上|特区|[一二三四五六七八九十\d]{1,2}城?(?=区)|[县市州旗盟区（）〔〕()、，及和]|人民政府|政府)+$/;
/** Bodies that the list of members may stand for; what names none of them is no group of members. */
const BODIES =
  /部门|单位|成员|机构|组织|企业|国企|集团|公司|银行|院校|学校|高校|院所|领导小组|专班|(?<!管理)委员会|办公室|中心|协会|方面|各方|[局办厅处室组]|(?<!管)委(?!员会)/;

/** What kind of group a surface names; what names neither bodies nor places is left open like 等. */
export function groupKind(surface: string): GroupKind {
  if (/^等/.test(surface)) return 'etc';
  if (rolesMeant(surface).length > 0) return 'named';
  if (TOWNSHIPS.test(surface) && !ABOVE_TOWNSHIPS.test(surface.replace(/^全[市县区]/, ''))) return 'townships';
  const places = /^(?:各|县[（(]|市县|设区市).*[县区市州旗盟]|^各(?:地|县|市|区)/.test(surface);
  if (ONLY_PLACES.test(surface) || (places && !/部门|单位|成员/.test(surface))) return 'counties';
  return BODIES.test(surface) ? 'members' : 'etc';
}

/** 各县（市、区）教育局: bodies of the places below, of which the list has only the offices for migrant workers. */
export const isBodyBelow = (surface: string): boolean =>
  groupKind(surface) === 'counties' && !ONLY_PLACES.test(surface) && BODY_BELOW.test(surface);
const BODY_BELOW = /(?<!(?:农民工|农工)(?:工作领导小组)?)(?:局|委|办|办公室|厅|会|院|所|站|中心)$/;

const PROPOSED: Record<GroupKind, GroupChoice['choice']> = {
  members: 'members',
  named: 'named',
  counties: 'counties',
  townships: 'unclear',
  etc: 'unclear',
};

/**
 * The proposals, taken all at once: a plan of no place is the office's own; no stated lead → the office consolidates; groups from the lists; what may be one matter
 * is; days printed in a measure's text that are in no doubt are
 * its 完成时限; clauses that print no unit are given to nobody; names in no list are registered as read; doubts accepted.
 * Days in doubt stay questions, reports due before the plan's date too, and so do names that may be another unit's, a slip or no unit's name at all
 * (`isDoubtful`), or are out of use, groups of members where there is no list of them, bodies of the places below, notes that print only helpers, words on the time and figures that were not read, figures without a name or a unit, and rows of tables whose cells could not be told apart.
 */
export function proposals(draft: DraftReading, isDoubtful: IsDoubtful = () => false, hasMembers = true): DraftChange[] {
  const doubted = doubtedOf(draft).filter((one) => !restsOnTornCells(one));
  const isLeft = (name: DoubtedName): boolean => isForPerson(name) || isDoubtful(name);
  const names = doubtedNames({ measures: doubted }).filter((name) => !isLeft(name));
  const accepted = doubted.filter(
    (one) => !one.doubts.some(isForPerson) && !hasBareFigure(one) && !doubtedNames({ measures: [one] }).some(isLeft),
  );
  const members = hasMembers ? 'members' : 'undecided';
  const forPerson = { onlyOne: 'undecided', below: 'undecided', members } as const;
  return [
    ...namesAsRead(draft, names),
    ...accepted.map(acceptance),
    ...proposed(draft, forPerson, daysInPlace(draft)),
    ...namelessLeft(draft),
  ];
}

/** Its figure is left to a person, so the measure is not accepted either. */
const hasBareFigure = ({ doubts, targets }: DraftMeasure): boolean =>
  doubts.some(isFigureBare) || nameless(targets).length > 0;

/** What groups are proposed: `onlyOne` where a group would else leave its measure to nobody, `members` for those of members. */
interface ForGroups {
  /** For bodies of the places below, in whose place the offices there would do it. */
  below: GroupChoice['choice'];
  onlyOne: GroupChoice['choice'];
  members: GroupChoice['choice'];
}

function proposed(
  draft: DraftReading,
  forGroups: ForGroups,
  days: FieldChange[] = deadlinesTaken(draft),
): DraftChange[] {
  return [
    ...placeTaken(draft),
    ...groupsProposed(draft, forGroups),
    ...officeConsolidates(draft),
    ...mattersTaken(draft),
    ...days,
  ];
}

/**
 * The proposals where nobody is there to be asked (command line, programs): no day is set that is in doubt; groups of
 * members stay unclear where there is no list of them; a measure that names only a group goes to all members rather than
 * to nobody; a figure without a name counts what its measure is called; a unit that is out of use stays as printed.
 */
export function proposalsUnattended(draft: DraftReading, hasMembers = true): DraftChange[] {
  const doubted = doubtedOf(draft);
  const names = namesAsRead(
    draft,
    doubtedNames({ measures: doubted }).filter(({ code }) => code !== 'unit_out_of_use'),
  );
  return [
    ...names,
    ...doubted.map(acceptance),
    ...proposed(draft, { onlyOne: 'members', below: 'counties', members: hasMembers ? 'members' : 'unclear' }),
    ...figuresNamed(draft),
    ...clausesLeft(draft),
    ...doubtedDaysLeft(draft),
    ...dutyDaysLeft(draft),
    ...strangeDaysLeft(draft),
    ...sourceNotesLeft(draft),
    ...issuersLeft(draft),
  ];
}

const doubtedOf = ({ measures }: DraftReading): DraftMeasure[] =>
  measures.filter((one) => (one.doubtful && !one.accepted) || isWindowAsked(one));

function groupsProposed(draft: DraftReading, { onlyOne, below, members }: ForGroups): FieldChange[] {
  const none = onlyOne === 'undecided' ? 'undecided' : 'unclear';
  const proposedFor = ({ surface }: GroupChoice): GroupChoice['choice'] => {
    const choice = isBodyBelow(surface) ? below : { ...PROPOSED, members }[groupKind(surface)];
    return choice === 'named' && !isNamed(draft, surface) ? none : choice;
  };
  return groupChanges(draft, (group, measure) => {
    if (group.choice !== 'undecided') return group;
    const choice = proposedFor(group);
    const groups = measure.groups.map((one) => ({ ...one, choice: proposedFor(one) }));
    return { ...group, choice: choice === 'unclear' && hasNobody({ ...measure, groups }) ? onlyOne : choice };
  });
}

/** Whether the plan names anybody in the part that 各责任单位, 各配合单位 say. */
const isNamed = ({ measures }: DraftReading, surface: string): boolean => namedInRole(measures, surface).length > 0;

/** Doubted names registered as they are read, two spellings as one, so that the next import knows them. */
function namesAsRead(draft: DraftReading, names: DoubtedName[]): UnitChange[] {
  const place = placeIn(draft);
  const before = new Map(names.map(({ surface, name }) => [surface, name]));
  return asOneSpelling(names, place).flatMap(({ surface: first, spellings, name }) =>
    [first, ...spellings].map((surface) => ({
      ...{ op: 'unit' as const, surface, name, place, before: before.get(surface) ?? name },
    })),
  );
}

/** 不设牵头由我办汇总, for every measure without a stated or chosen lead. */
export function officeConsolidates(draft: DraftReading): FieldChange[] {
  return draft.measures
    .filter((one) => (one.lead === null || one.leadBasis === 'first_listed') && one.consolidator !== 'office')
    .map(({ key }) => ({ key, field: 'consolidator', value: 'office' }));
}

/** Figures of which the text does not say what they count bear their measure's title. */
function figuresNamed(draft: DraftReading): FieldChange[] {
  const isBare = ({ metric }: { metric: string }): boolean => metric.trim() === '';
  return draft.measures
    .filter(({ title, targets }) => title !== '' && targets.some(isBare))
    .map(({ key, title, targets }) => ({
      ...{ key, field: 'targets' as const },
      value: targets.map((one) => (isBare(one) ? { ...one, metric: title } : one)),
    }));
}

/** The measures not yet accepted about which nothing is open but a day in no doubt, which is taken as printed. */
function clearMeasures(draft: DraftReading): DraftMeasure[] {
  const days = new Set(daysInPlace(draft).map(({ key }) => key));
  const asked = new Map(openQuestions(draft).map(({ key, reasons }) => [key, reasons.length]));
  const isOpen = ({ key }: DraftMeasure): boolean => (asked.get(key) ?? 0) > (days.has(key) ? 1 : 0);
  return draft.measures.filter((one) => !one.accepted && !isOpen(one));
}

/** Every measure about which nothing is open, accepted as read; days that are in no doubt are taken in every measure. */
export function undoubtedAccepted(draft: DraftReading): FieldChange[] {
  return [...clearMeasures(draft).map(acceptance), ...daysInPlace(draft)];
}

/** The days in no doubt, but for measures whose cells could not be told apart: a day may be the next row's. */
function daysInPlace(draft: DraftReading): FieldChange[] {
  const isSure = (one: DraftMeasure): boolean => one.accepted || !restsOnTornCells(one);
  return deadlinesTaken({ ...draft, measures: draft.measures.filter(isSure) });
}

/** One choice for all groups of a kind in the whole plan; 各责任单位 stay as they are where the plan names nobody in that part. */
export function groupsChosen(draft: DraftReading, kind: GroupKind, choice: GroupChoice['choice']): FieldChange[] {
  const takes = ({ surface }: GroupChoice): boolean =>
    groupKind(surface) === kind && (choice !== 'named' || isNamed(draft, surface));
  return groupChanges(draft, (group) => (takes(group) ? { ...group, choice } : group));
}

/** The kinds of groups a draft has, with their surfaces and how many are still undecided. */
export function groupsByKind(draft: DraftReading): { kind: GroupKind; surfaces: string[]; undecided: number }[] {
  const groups = draft.measures.flatMap((one) => one.groups);
  return GROUP_KINDS.map((kind) => {
    const own = groups.filter((group) => groupKind(group.surface) === kind);
    const undecided = own.filter((group) => group.choice === 'undecided').length;
    return { kind, surfaces: [...new Set(own.map((group) => group.surface))], undecided };
  }).filter(({ surfaces }) => surfaces.length > 0);
}

const acceptance = ({ key }: DraftMeasure): FieldChange => ({ key, field: 'accepted', value: true });

function groupChanges(
  draft: DraftReading,
  choose: (group: GroupChoice, measure: DraftMeasure) => GroupChoice,
): FieldChange[] {
  return draft.measures
    .map((one) => ({
      key: one.key,
      field: 'groups',
      before: one.groups,
      value: one.groups.map((group) => choose(group, one)),
    }))
    .filter(({ before, value }) =>
      value.some((group, at) => group !== before[at] && group.choice !== before[at]?.choice),
    )
    .map(({ key, field, value }) => ({ key, field, value }));
}
