import { conditionsWords } from '../domain/plan/condition-words.js';
import { GROUNDS, groundWords } from '../domain/plan/duties.js';
import { ownWords } from '../domain/plan/own-columns.js';
import { HIDDEN } from '../domain/plan/persons.js';
import { leadBasisWords, PRINTED } from '../domain/plan/lead-basis.js';
import { planYear } from '../domain/plan/year.js';
import type { CorrectMeasureDto } from './confirm.dto.js';
import { dayToTake, dueHintOf } from './confirm-deadlines.presenter.js';
import { sentRows } from './confirm-forms.js';
import type { DraftMeasure, DraftReading, GroupChoice, LeadGround } from './draft.js';
import { openQuestions } from './draft.js';
import { clauseFacts } from './draft-clauses.js';
import { asksTarget } from './figures-asked.js';
import { noIssuerWords } from './draft-issuers.js';
import { calledResponsible, PART_WORDS, unitRows, type UnitRow } from './draft-parts.js';
import { groupsByKind } from './draft-proposals.js';
import { repeatWords } from './draft-repeats.js';
import { groupHint, groupOptions } from './group-choices.js';
import { memberHint, memberWords, type MemberList } from './members.service.js';
import { openings } from './opening.js';
import {
  chosenWords,
  CONSOLIDATORS,
  LEVELS,
  MODES,
  PRINTED_AFTER_ALL,
  TRACKS,
  placesBelow,
  valueWords,
} from './draft-words.js';
import { targetLine } from './target-lines.js';
import { planStart } from './years.js';

export interface Option {
  value: string;
  label: string;
  selected: boolean;
}

const BLANK_ROWS = 1;
const GROUND_CHOICES = { '': '请选择', ...GROUNDS, [PRINTED_AFTER_ALL]: '原文已印明（识读有误）' };
const BLANK: UnitRow = { name: '', surface: '', role: 'supporting' };

/** Choices of a select, one of them chosen. */
export function options(words: Record<string, string>, chosen: string): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label, selected: value === chosen }));
}

/** What a person had filled in when a save was refused; shown again in the card of its measure. */
export interface Typed {
  form: CorrectMeasureDto;
  /** Why it was refused. */
  message: string;
  cure: string;
}

/**
 * The cards of the confirm page: doubtful and undecided measures first, then the plan's order. `brought`: what each was
 * given from the plan that this text amends, in words.
 */
export function measureCards(
  draft: DraftReading,
  only: boolean,
  typed: Typed | null,
  members = '',
  brought: ReadonlyMap<string, string> = new Map(),
): object[] {
  const open = new Map(openQuestions(draft).map((question) => [question.key, question.reasons]));
  const told = new Map(openings(draft.measures).map((words, at) => [draft.measures[at]!.key, words]));
  const cards = draft.measures
    .filter((one) => !only || open.has(one.key) || typed?.form.key === one.key)
    .map((one) => ({
      isOpen: open.has(one.key),
      card: {
        ...cardOf(draft, one, open.get(one.key) ?? [], typed?.form.key === one.key ? typed : null, members),
        ...{ opening: told.get(one.key) ?? '', brought: brought.get(one.key) ?? '' },
      },
    }));
  return [...cards.filter(({ isOpen }) => isOpen), ...cards.filter(({ isOpen }) => !isOpen)].map(({ card }) => card);
}

function cardOf(
  draft: DraftReading,
  measure: DraftMeasure,
  doubts: string[],
  typed: Typed | null,
  members: string,
): object {
  const { key, no, title, note, accepted } = measure;
  return {
    ...{ key, no, title, note, accepted: accepted && doubts.length === 0, open: doubts.length > 0 },
    doubts: doubts.map((words) => doubtLine(measure, words, typed)),
    chapter: measure.heading.slice(0, -1).join(' / '),
    targets: measure.targets.map((target) => targetLine(target, measure.due)),
    conditions: conditionsWords(measure.conditions),
    own: ownWords(measure.own),
    basis: basisOf(measure),
    partsHint: partsHint(measure),
    repeat: repeatWords(draft, measure),
    form: typed ? typedFields(draft, measure, typed.form, members) : shownFields(draft, measure, members),
    refused: typed ? { message: typed.message, cure: typed.cure } : null,
    units: shownRows(measure)
      .map(({ name, role }) => `${name}（${PART_WORDS[role]}）`)
      .join('、'),
  };
}

/** A question of a card; a figure that was not read has a tick for 不设指标 beside it. */
function doubtLine({ doubts }: DraftMeasure, words: string, typed: Typed | null): object {
  const figure = doubts.some((one) => one.reason === words && asksTarget(one));
  return { words, figure, ticked: typed?.form.withoutTarget.includes(words) ?? false };
}

/** Where the lead comes from, unless the note prints it. */
function basisOf({ mode, leadBasis, leadGround, note, responsible, supporting, ...one }: DraftMeasure): string {
  const { fromClause, groups } = one;
  if (fromClause && leadBasis === 'chosen' && leadGround?.kind === 'other') return leadGround.words;
  if (leadBasis === 'chosen') return `${chosenWords({ mode, responsible })}，依据${groundWords(leadGround)}`;
  const isAlone = responsible.length + supporting.length === 1;
  const words = leadBasis === 'stated' ? leadBasisWords({ leadBasis, leadGround, note, isAlone, groups }) : '';
  return words === PRINTED ? '' : words;
}

/** Why a unit that the paper calls responsible stands under 配合, and what to do where that is not meant. */
function partsHint(measure: DraftMeasure): string {
  const names = calledResponsible(measure);
  if (names.length === 0) return '';
  if (measure.leadBasis === 'chosen')
    return `${names.join('、')}：原文写“责任”或“负责”，现定为配合，随牵头统一反馈；要单独报送的，请改为“责任”`;
  return `${names.join('、')}：原文在牵头之外写“责任”或“负责”，先按配合读入，随牵头统一反馈；要单独报送的，请改为“责任”`;
}

function shownFields(draft: DraftReading, measure: DraftMeasure, members: string): object {
  const start = planStart(draft);
  const { title, groups, mode, consolidator, leadGround } = measure;
  const proposed = dayToTake(measure, start);
  const due = measure.due ?? proposed?.day ?? '';
  const track = proposed ? 'deliverable' : measure.track;
  const dueHint = dueHintOf(measure, start);
  const shown = { title, due, dueHint, groups, mode, track, consolidator, leadGround, members };
  return fields(draft, shown, shownRows(measure), false);
}

/** Where the note prints only who helps, nobody is proposed to lead or to answer before a person has said so. */
function shownRows(measure: DraftMeasure): UnitRow[] {
  const isAsked = !measure.accepted && measure.doubts.some(({ code }) => code === 'lead_missing');
  return unitRows(measure).map((row) => (isAsked ? { ...row, role: 'supporting' as const } : row));
}

/** The card as the person filled it in. */
function typedFields(draft: DraftReading, measure: DraftMeasure, form: CorrectMeasureDto, members: string): object {
  const groups = measure.groups.map((group, at) => ({
    ...group,
    choice: (form.groups[at] as GroupChoice['choice'] | undefined) ?? group.choice,
  }));
  const leadGround = { kind: form.groundKind as LeadGround['kind'], words: form.groundWords };
  const { title, due, mode, track, consolidator } = form;
  const shown = {
    title,
    due,
    dueHint: dueHintOf(measure, planStart(draft)),
    groups,
    mode,
    track,
    consolidator,
    leadGround,
    members,
  };
  return fields(draft, shown, sentRows(form), form.remember === 'yes');
}

interface Shown {
  title: string;
  due: string;
  dueHint: string;
  groups: GroupChoice[];
  mode: string;
  track: string;
  consolidator: string;
  leadGround: LeadGround | null;
  /** What stands behind 成员单位, as it may be chosen; '' for the usual words. */
  members: string;
}

function fields(draft: DraftReading, shown: Shown, rows: UnitRow[], remember: boolean): object {
  const stated = shown.mode === 'lead_support' ? 1 : 0;
  const blanks = Array.from({ length: BLANK_ROWS }, () => BLANK);
  return {
    ...{ title: shown.title, due: shown.due, dueHint: shown.dueHint, remember },
    units: [...rows, ...blanks].map((row, at) => unitField(row, at + 1)),
    modes: options(MODES, shown.mode),
    tracks: options(TRACKS, shown.track),
    consolidators: options(CONSOLIDATORS, shown.consolidator),
    groups: shown.groups.map(({ surface, choice }) => ({
      ...{ surface, hint: groupHint(draft, surface) },
      options: options(groupOptions(draft, { surface, choice }, shown.members), choice),
    })),
    grounds: options(GROUND_CHOICES, shown.leadGround?.kind ?? ''),
    groundWords: shown.leadGround?.words ?? '',
    groundOpen: shown.leadGround !== null || rows.filter((row) => row.role === 'lead').length > stated,
    needsGround: shown.mode !== 'all',
  };
}

const unitField = ({ name, surface, role }: UnitRow, n: number): object => ({
  ...{ n, name, surface, roles: options(PART_WORDS, role) },
  printed: surface !== '' && surface !== name ? surface : '',
});

/** The plan's head as its form shows it. */
export function headForm(draft: DraftReading): object {
  return {
    ...{ title: draft.title ?? '', noticeTitle: draft.noticeTitle ?? '', docNumber: draft.docNumber ?? '' },
    year: planYear(draft) ?? '',
    ...{
      issuedOn: draft.issuedOn ?? '',
      region: draft.region ?? draft.placeProposed?.region ?? '',
      kind: draft.kind ?? '',
    },
    levels: options({ '': '未定', ...LEVELS }, draft.level ?? draft.placeProposed?.level ?? ''),
    issuers: draft.issuers.map((unit) => unit.name).join('、'),
    ...{ basis: draft.basis.join('\n'), addressees: draft.addressees.join('\n'), recipient: draft.recipient ?? '' },
  };
}

/** The plan in one line: number, date, place, how many measures. */
export function headBrief(draft: DraftReading): string {
  const { docNumber, issuedOn, region, measures } = draft;
  const year = planYear(draft);
  const parts = [
    ...[docNumber ?? '未读出文号', issuedOn ? `${issuedOn} 成文` : '未印明日期'],
    ...[year ? `${year} 年度` : '未读出年度', region ?? '未读出地方'],
  ];
  return [...parts, `${measures.length} 条举措`].join('　');
}

/** What was read of the plan as a whole. */
export function headFacts(draft: DraftReading): { label: string; value: string }[] {
  const joint = draft.measures.filter((measure) => measure.leadBasis === 'first_listed' || !measure.lead).length;
  return [
    { label: '发文机关', value: draft.issuers.map((unit) => unit.name).join('、') || noIssuerWords(draft) },
    { label: '主送', value: draft.addressees.join('、') || '未读出' },
    { label: '依据', value: draft.basis.join('、') || '未印明' },
    { label: '举措', value: `${draft.measures.length} 条，其中未印明牵头的 ${joint} 条` },
    { label: '阶段', value: words('phases', draft.phases, '未印明，按惯例推定，可由我办调整') },
    { label: '总体目标', value: goalWords(draft) },
    { label: '向上报送', value: words('reporting', draft.reporting, '未印明') },
    { label: '未分工条款', value: clauseFacts(draft).join('；') || '无' },
    { label: '联系人', value: draft.contacts > 0 ? `${draft.contacts} 人（个人信息不保留）` : '无' },
    ...(draft.text.includes(HIDDEN + HIDDEN) ? [{ label: '领导和责任人', value: NAMES_HIDDEN }] : []),
  ];
}

/** Its figures, and what it demands without one (全覆盖). */
function goalWords({ goals, conditions = [] }: DraftReading): string {
  const figures = words('goals', goals, '无数字目标');
  return conditions.length > 0 ? `${figures}；另有：${conditionsWords(conditions)}` : figures;
}

const NAMES_HIDDEN = `姓名不保留，以“${HIDDEN}”代替；职务照印`;

const words = (field: string, items: unknown[], none: string): string =>
  items.length > 0 ? valueWords(field, items) : none;

const KIND_WORDS = {
  members: '成员单位、相关部门一类',
  named: '各责任单位、各配合单位一类',
  ...{ townships: '各乡镇（街道）一类，名录中没有', etc: '“等”字未列全、没有名单可补的' },
};
const BULK_PROPOSED = {
  members: 'members',
  named: 'named',
  counties: 'counties',
  townships: 'unclear',
  etc: 'unclear',
};

/** The open groups of the plan by kind, each with one choice for all. */
export function groupForms(draft: DraftReading, members: MemberList): object[] {
  const places = placesBelow(draft.level);
  const labels = { ...KIND_WORDS, counties: `${places}一类` };
  return groupsByKind(draft).map(({ kind, surfaces, undecided }) => ({
    ...{ kind, undecided, label: labels[kind], surfaces: surfaces.slice(0, 8).join('、') },
    options: options(
      bulkChoices(draft, surfaces, memberWords(members)),
      kind === 'members' && members.source === 'none' ? 'unclear' : BULK_PROPOSED[kind],
    ),
    hint: kind === 'members' ? memberHint(members) : surfaces.map((one) => groupHint(draft, one))[0],
  }));
}

/** One choice for all of a kind: what may be chosen for each of its names. */
function bulkChoices(draft: DraftReading, surfaces: string[], members: string): Record<string, string> {
  const each = surfaces.map((surface) => groupOptions(draft, { surface, choice: 'unclear' }, members, surfaces));
  const { undecided: _, ...choices } = Object.assign({}, ...each) as Record<string, string>;
  return choices;
}
