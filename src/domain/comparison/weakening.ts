import type { MeasureReading, PlanLevel, TargetReading } from '../plan/reading.js';
import { upperEnd } from '../figures/range.js';
import { daysBetween, monthOf, yearOf } from '../calendar/day.js';
import { answersIn, type Answers } from './answers.js';
import { bare } from './clause.js';
import {
  coverages,
  demandWords,
  inOtherUnit,
  isOfEach,
  isOfPlace,
  isSummed,
  isTotal,
  mayMean,
  sameMetric,
  SAME_ELSEWHERE,
  SAME_IN_CLAUSE,
  stanceOf,
  type Stance,
} from './demand.js';
import { duePair, type DueSaid } from './due-days.js';
import { eachPlace } from './each-place.js';
import { rhythmPairs, type RhythmSaid } from './rounds.js';
import { softened } from './softened.js';
import { startPair } from './start-days.js';
import { laterTimes, windowsSaid, type TimesSaid } from './times.js';
import { dayToward, movedWords, type YearShift } from './years.js';

/** One way in which our clause asks for less, or for more, than the superior's. */
export interface Difference {
  weaker: boolean;
  /** false where the trade must look: a total may have been divided among the places below. */
  certain: boolean;
  /** We have no such target at all. */
  absent?: boolean;
  /** What differs, in figures; Chinese, without a full stop. */
  words: string;
}

/** Where else in our plan a target may stand. */
export interface Elsewhere {
  targets: readonly TargetReading[];
  /** Where each of them stands: “4 方便子女入学”, 总体目标. */
  places?: ReadonlyMap<TargetReading, string>;
  /** The two plans are of different levels, so totals need not be equal. */
  otherLevel: boolean;
  /** The level of our plan, and of the other. */
  level?: PlanLevel | null;
  above?: PlanLevel | null;
  /** What the other plan is called: 上级 (the default), or 对方 where it is no superior's. */
  whose?: Whose;
  /** The plans are of different years, so their days differ by that. */
  years?: YearShift | null;
}

/** The clause of ours that a demand is laid beside. */
export interface OwnClauseRead extends TimesSaid, RhythmSaid {
  targets: readonly TargetReading[];
  /** Words of a clause without a unit; none for a measure. */
  words?: string | null;
  /** Its figures and days were not read. */
  unread?: boolean;
  /** Which of its figures answer which demands, where all of them were laid beside each other. */
  answers?: Answers;
}

/** 上级: the other plan is that of a place above; 对方: of another place, whose figures bind nobody here. */
export type Whose = '上级' | '对方';

const PROGRESS = new Set(['annual', 'ratio', 'standing', 'multi_year']);

/** Lower targets, softer words, later dates of our clause against the superior's, and where ours goes further. */
export function differences(superior: MeasureReading, own: OwnClauseRead, elsewhere: Elsewhere): Difference[] {
  const ours = [...own.targets, ...coverages(own.conditions ?? [])];
  const demands = [...superior.targets, ...coverages(superior.conditions)];
  const covered = { ...own, targets: ours, answers: answersIn(demands, ours) };
  const targets = demands.flatMap((target) => targetDifference(target, covered, elsewhere));
  return [
    ...targets,
    ...softenedDifference(superior, own, elsewhere, targets),
    ...rhythmDifference(superior, own, elsewhere),
    ...startDifference(superior, own, elsewhere),
    ...timeDifference(superior, own, elsewhere),
    ...dueDifference(superior, own, elsewhere),
  ];
}

/** 应签尽签 dropped, 四分之一 for 三分之一, 力争 for 确保; not what the targets tell. */
const softenedDifference = (
  superior: MeasureReading,
  own: OwnClauseRead,
  { whose = '上级' }: Elsewhere,
  told: readonly Difference[],
): Difference[] =>
  softened(superior, own)
    .filter(({ theirs }) => !told.some(({ words }) => words.includes(theirs)))
    .map(({ theirs, ours, certain }) => ({
      weaker: true,
      certain,
      words: ours
        ? `${whose}写“${theirs}”，我方写“${ours}”${certain ? '' : '（请核对）'}`
        : `${whose}要求“${theirs}”，我方没有写（请核对）`,
    }));

/** 每月 at their place and 每季度, no rhythm or a later day of the month at ours, of the same work. */
const rhythmDifference = (superior: RhythmSaid, own: RhythmSaid, { whose = '上级' }: Elsewhere): Difference[] =>
  rhythmPairs(superior, own).map(({ theirs, ours, weaker, how }) => ({
    ...{ weaker, certain: how !== null },
    words: how
      ? `${whose}要求${theirs}，我方为${ours}，${how}${whose}`
      : `${whose}要求${theirs}，我方没有写多久一次（请核对）`,
  }));

/** 6月底前完成摸排, 5月集中宣传: beside the day of the whole clause. */
const timeDifference = (
  superior: TimesSaid,
  own: OwnClauseRead,
  { whose = '上级', years = null }: Elsewhere,
): Difference[] =>
  laterTimes(superior, own, years).map(({ theirs, ours, certain }) => ({
    ...{ weaker: true, certain },
    words: ours
      ? `${whose}要求${theirs}，我方为${ours}，晚于${whose}${certain ? '' : '（请核对）'}`
      : `${whose}要求${theirs}，我方没有写这一时间（请核对）`,
  }));

/** 7月1日起施行 at their place and 10月1日起施行 at ours. */
function startDifference(superior: RhythmSaid, own: RhythmSaid, { whose = '上级' }: Elsewhere): Difference[] {
  const pair = startPair(superior.text ?? '', own.text ?? '');
  if (!pair) return [];
  const { theirs, ours, later } = pair;
  const words = `${whose}自${theirs}，我方自${ours}，${later ? '晚于' : '早于'}${whose}`;
  return [{ weaker: later, certain: true, words }];
}

/** What shows progress, and what each place has to have or to do. */
const isAskedFor = ({ targetKind, metric, value }: TargetReading): boolean =>
  PROGRESS.has(targetKind) || (targetKind === 'norm' && value !== null && eachPlace(metric).length > 0);

/** One target of the superior's against the clause's own targets, else against all of the plan's. */
export function targetDifference(target: TargetReading, own: OwnClauseRead, elsewhere: Elsewhere): Difference[] {
  const { targets } = elsewhere;
  const here = own.answers?.get(target) ?? sameMetric(target, own.targets, SAME_IN_CLAUSE);
  const found = here ?? sameMetric(target, targets, SAME_ELSEWHERE);
  if (!found && isAskedFor(target)) return absent(target, own, elsewhere);
  const taken = new Set(own.answers?.values());
  const free = own.targets.filter((one) => !taken.has(one));
  const other = found ? null : inOtherUnit(target, free);
  if (!found) return other ? [notComparable(target, other, elsewhere)] : [];
  return pairDifference(target, found, own.due, elsewhere);
}

/** A target of the superior's against the one of ours that answers it; `due` is its clause's day. */
export function pairDifference(
  target: TargetReading,
  found: TargetReading,
  due: string | null,
  elsewhere: Elsewhere,
): Difference[] {
  const { whose = '上级', level = null } = elsewhere;
  const stance = stanceOf(target, found, level);
  const later = laterTarget(target, found.by ?? due, elsewhere);
  if (isOfEach(target, found, level)) return [notComparable(target, found, elsewhere), ...later];
  const words = `${whose}${asIs(demandWords(target))}，我方${asIs(demandWords(found))}`;
  if (stance === 'equal' && reachesLess(target, found))
    return [{ weaker: true, certain: false, words: `${words}（下限相同，上限不同，请核对）` }, ...later];
  const note = noteOn(target, found, stance, elsewhere);
  if (note) return [{ weaker: true, certain: false, words: words + note }, ...later];
  const byValue =
    stance === 'weaker' || stance === 'stronger' ? [{ weaker: stance === 'weaker', certain: true, words }] : [];
  return [...byValue, ...later];
}

/** Why two figures tell less than they seem to; empty where they can be taken as they stand. */
function noteOn(target: TargetReading, found: TargetReading, stance: Stance, elsewhere: Elsewhere): string {
  const isLess = stance === 'weaker';
  const size = isLess ? [interimNote(target, found, elsewhere) || sizeNote(target, elsewhere)] : [];
  const notes = [summedNote(target, found, isLess, elsewhere), ...size].filter(Boolean);
  return notes.length > 0 ? `（${notes.join('；')}，请核对）` : '';
}

/**
 * 累计60个 beside 5个 of the year: only a sum that is less than a year's figure, or a year's that is no less than the sum,
 * tells. 累计 of ours without a later year may be of the year alone.
 */
function summedNote(
  target: TargetReading,
  found: TargetReading,
  isLess: boolean,
  { whose = '上级' }: Elsewhere,
): string {
  const [theirs, ours] = [isSummed(target), isSummed(found)];
  if (isLess && theirs && !ours) return `${whose}为累计数，我方为当年数`;
  return !isLess && !theirs && found.targetKind === 'multi_year' && ours ? `${whose}为当年数，我方为累计数` : '';
}

/** 3~4个 or 3个 of ours beside 3~5个: the lower end is the same, the upper is not reached for. */
function reachesLess(target: TargetReading, ours: TargetReading): boolean {
  const most = upperEnd(target);
  if (most === null) return false;
  const own = upperEnd(ours);
  return own === null ? ours.op === '=' : parseFloat(own) < parseFloat(most);
}

/** 4小时以内 and 1个工作日, 每个县区2家 and 10家: which of them is more nobody can tell from the figures. */
function notComparable(target: TargetReading, ours: TargetReading, { whose = '上级' }: Elsewhere): Difference {
  const isOfPlaces = [target, ours].some(({ metric }) => eachPlace(metric).length > 0);
  const why = isOfPlaces ? '一方为每地的数，一方不是' : '单位不同';
  const words = `${whose}${asIs(demandWords(target))}，我方${asIs(demandWords(ours))}（${why}，请核对）`;
  return { weaker: true, certain: false, words };
}

/** 上半年60% is no less than 全年100%: a figure of ours for an earlier day says nothing of the later one. */
function interimNote({ by: theirs }: TargetReading, { by: ours }: TargetReading, { years = null }: Elsewhere): string {
  if (!ours) return '';
  const asked = dayToward(years, theirs, ours) ?? `${yearOf(ours)}-12-31`;
  return daysBetween(ours, asked) >= QUARTER ? `我方这一数是到 ${ours} 的，不是同一时点` : '';
}
const QUARTER = 90;

/** 为培训农民工不低于2万人次; 是为农民工提供岗位, where 为 opens the demand itself. */
const asIs = (words: string): string => `${words.startsWith('为') ? '是' : '为'}${words}`;

/** A total is divided among the places below, and is another one in another place; 各地 may be of any level. */
function sizeNote(target: TargetReading, elsewhere: Elsewhere): string {
  const { whose = '上级', above = null } = elsewhere;
  if (eachPlace(target.metric).includes('any')) return '“各地”是否指本级';
  if (!mayDiffer(target, elsewhere)) return '';
  if (whose === '对方') return '总量指标，两地范围不同';
  return `上级为${above ? `${WHOLE_PLACE[above]}合计` : '总量指标'}，须按分解到本地的数比`;
}

const WHOLE_PLACE: Record<PlanLevel, string> = {
  state: '全国',
  province: '全省（区、市）',
  city: '全市',
  county: '全县（市、区）',
};

function mayDiffer(target: TargetReading, { otherLevel, whose }: Elsewhere): boolean {
  return (otherLevel || whose === '对方') && isTotal(target);
}

/** A figure printed alike in a clause of ours without a unit is no gap; where figures were not read one may look. */
function absent(target: TargetReading, { words: printed, unread }: OwnClauseRead, elsewhere: Elsewhere): Difference[] {
  if (printed && bare(printed).includes(bare(target.raw))) return [];
  const named = otherName(target, elsewhere);
  const ours = named || (unread ? '我方这一条未分办，数值未读取，请核对' : '我方没有写相应目标');
  const words = `${elsewhere.whose ?? '上级'}有目标：${demandWords(target)}，${ours}`;
  const isOurs = eachPlace(target.metric).length === 0 || isOfPlace(target, elsewhere.level ?? null);
  const certain = !named && !unread && isOurs && !mayDiffer(target, elsewhere);
  return [{ weaker: true, absent: true, certain, words }];
}

/** A target of ours that may be on the same thing under another name, for a person to look at; empty where there is none. */
function otherName(target: TargetReading, { targets, places }: Elsewhere): string {
  const found = mayMean(target, targets);
  if (!found) return '';
  const where = places?.get(found);
  return `我方没有同名目标；可能相应的有${where ? `${where}的` : ''}${demandWords(found)}，请核对`;
}

function laterTarget(target: TargetReading, own: string | null, elsewhere: Elsewhere): Difference[] {
  const { whose = '上级', years = null } = elsewhere;
  const asked = dayToward(years, target.by, own);
  if (!target.by || !asked || !own || own <= asked) return [];
  const day = `${target.by} 前完成${movedWords(years, target.by, asked)}`;
  return [{ weaker: true, certain: true, words: `${target.metric}${whose}要求 ${day}，我方为 ${own}` }];
}

function dueDifference(superior: DueSaid, own: OwnClauseRead, elsewhere: Elsewhere): Difference[] {
  const { whose = '上级', years = null } = elsewhere;
  const { theirs, ours, laid, same, doubtful } = duePair(superior, own, years);
  if (!theirs || !laid || same) return [];
  const asked = `${whose}完成时限为 ${theirs}${movedWords(years, theirs, laid)}`;
  if (!ours) return withoutDay(asked, laid, own, doubtful);
  const weaker = ours > laid;
  return [{ weaker, certain: !doubtful, words: `${asked}，我方为 ${ours}，${weaker ? '晚' : '早'}于${whose}` }];
}

/** The day may stand in a clause of ours whose days were not read, as figures may; a time of the year is named. */
function withoutDay(asked: string, day: string, own: OwnClauseRead, doubtful: boolean): Difference[] {
  const { words, unread } = own;
  if (words && bare(words).includes(`${monthOf(day)}月${Number(day.slice(8))}日`)) return [];
  if (unread) return [{ weaker: true, certain: false, words: `${asked}，我方这一条未分办，时限未读取，请核对` }];
  const windows = windowsSaid(own).map((window) => `“${window}”`);
  const only = windows.length > 0 ? `，只写${windows.join('、')}（请核对）` : '';
  return [{ weaker: true, certain: !doubtful && only === '', words: `${asked}，我方没有写时限${only}` }];
}
