import type { Doubt } from '../domain/plan/reading.js';
import type { DraftChange } from './draft-changes.js';
import { openClauses } from './draft-clauses.js';
import { openDeadline } from './draft-deadlines.js';
import { dutiesBefore } from './duties-asked.js';
import { openQuestions, type DraftMeasure, type DraftReading } from './draft.js';
import { nameless } from './draft-ready.js';
import { restsOnTornCells } from './torn-rows.js';
import { isFigureUnread, isForPerson, isTermUnread } from './units-asked.js';

/** What “全部采用建议” set in a draft, and what it left to a person. */
export interface ProposalsTaken {
  /** All changes made; none when everything proposed was taken before. */
  changes: number;
  /** Days taken as 完成时限. */
  days: number;
  /** Clauses without a unit, given to nobody. */
  clauses: number;
  /** Names in no list, registered as read. */
  units: number;
  /** Doubtful measures accepted as read. */
  accepted: number;
  /** Questions that are still open; how many of them about a day. */
  left: number;
  daysLeft: number;
  /** Duties to report with a day before the plan's own. */
  dutiesLeft: number;
  /** Measures with a name that may be another unit's or is out of use, of which nobody is said to be responsible or several lead a part each, or that repeat or contradict an earlier clause. */
  askedLeft: number;
  /** Measures with a name in no list that is near to another one or may be no unit's. */
  namesLeft: number;
  /** Measures with words on the time that were not read, or with several days of which none is said to end the work. */
  termsLeft: number;
  /** Groups of units without names that were left open: of members, where there is no list. */
  groupsLeft: number;
  /** Measures with a figure that was not read. */
  figuresLeft: number;
  /** Measures with a figure of which nobody knows what it counts. */
  unnamedLeft: number;
  /** Measures with a figure of which nobody knows in what unit it counts. */
  unmeasuredLeft: number;
  /** Measures read from table cells that could not be told apart. */
  tornLeft: number;
  /** Clauses without a unit whose words print one or put somebody in charge, and words that stand in no measure. */
  clausesLeft: number;
}

/** Counts what the changes set in the draft before them, and what is open in the draft after them. */
export function countTaken(before: DraftReading, after: DraftReading, changes: readonly DraftChange[]): ProposalsTaken {
  const fields = changes.flatMap((change) => (change.op === undefined ? [change.field] : []));
  const left = (isAsked: (doubt: Doubt) => boolean): number =>
    after.measures.filter(({ accepted, doubts }) => !accepted && doubts.some(isAsked)).length;
  const count = (field: string): number => fields.filter((one) => one === field).length;
  return {
    ...{
      changes: changes.length,
      days: count('due'),
      clauses: (after.clauses?.length ?? 0) - (before.clauses?.length ?? 0),
    },
    ...{ units: changes.filter(({ op }) => op === 'unit').length, accepted: count('accepted') },
    ...{ left: openQuestions(after).length, daysLeft: after.measures.filter((one) => openDeadline(one)).length },
    dutiesLeft: dutiesBefore(after).length,
    askedLeft: left((doubt) => isForPerson(doubt) && !isTermUnread(doubt) && !isFigureUnread(doubt)),
    namesLeft: after.measures.filter((one) => !one.accepted && !restsOnTornCells(one) && one.doubts.some(isUnknown))
      .length,
    termsLeft: left(isTermUnread),
    groupsLeft: after.measures.flatMap(({ groups }) => groups).filter(({ choice }) => choice === 'undecided').length,
    figuresLeft: left(isFigureUnread),
    unnamedLeft: after.measures.filter((one) => nameless(one.targets).length > 0 || isLeftWith(one, 'target_unnamed'))
      .length,
    unmeasuredLeft: after.measures.filter((one) => isLeftWith(one, 'target_unmeasured')).length,
    tornLeft: after.measures.filter((one) => !one.accepted && restsOnTornCells(one)).length,
    clausesLeft: openClauses(after).length,
  };
}

/** The same in words for the page's notice. */
export function takenWords({ changes, days, clauses, units, accepted, left, ...still }: ProposalsTaken): string {
  if (changes === 0) return `没有新的建议可以采用，没有改动。${leftOver(left, still)}`;
  const set = [
    days > 0 && `完成时限 ${days} 处`,
    clauses > 0 && `不分办条款 ${clauses} 条`,
    units > 0 && `登记单位 ${units} 家`,
    accepted > 0 && `疑问内容按读出的结果接受 ${accepted} 条`,
  ].filter(Boolean);
  const done = `已采用建议：${set.join('，')}${set.length > 0 ? '；' : ''}无牵头的由我办汇总，未点名的单位按建议处理。`;
  return done + leftOver(left, still);
}

const isLeftWith = ({ accepted, doubts }: DraftMeasure, code: string): boolean =>
  !accepted && doubts.some((one) => one.code === code);

const isUnknown = ({ code }: Doubt): boolean => code === 'unit_unknown';

type Still = Pick<
  ProposalsTaken,
  | 'daysLeft'
  | 'dutiesLeft'
  | 'askedLeft'
  | 'namesLeft'
  | 'termsLeft'
  | 'groupsLeft'
  | 'figuresLeft'
  | 'unnamedLeft'
  | 'unmeasuredLeft'
  | 'tornLeft'
  | 'clausesLeft'
>;

const leftOver = (left: number, still: Still): string =>
  left === 0 ? '没有留下待定的内容。' : `还有 ${left} 条待您定${leftWords(still)}。`;

function leftWords({ daysLeft, askedLeft, namesLeft, termsLeft, groupsLeft, figuresLeft, ...still }: Still): string {
  const { dutiesLeft, unnamedLeft, unmeasuredLeft, tornLeft, clausesLeft } = still;
  const about = [
    daysLeft > 0 && `完成时限 ${daysLeft} 处有疑问`,
    dutiesLeft > 0 && `报送期限早于计划的日期 ${dutiesLeft} 处`,
    askedLeft > 0 &&
      `单位名称与名录相近、单位已经撤并、没有写由谁负责、几家分别牵头、与前面的条款重复或不一致 ${askedLeft} 条`,
    namesLeft > 0 && `单位名称不在名录中、疑有误 ${namesLeft} 条`,
    termsLeft > 0 && `时限没有读懂或印了几个 ${termsLeft} 条`,
    groupsLeft > 0 && `未点名的单位没有名单可补、没有别的单位承担或写的是下级部门 ${groupsLeft} 处`,
    figuresLeft > 0 && `指标数字没有读懂 ${figuresLeft} 条`,
    unnamedLeft > 0 && `指标没有名称 ${unnamedLeft} 条`,
    unmeasuredLeft > 0 && `指标没有计量单位 ${unmeasuredLeft} 条`,
    tornLeft > 0 && `表格的单元格分不清归属 ${tornLeft} 条，请逐条对照原表`,
    clausesLeft > 0 &&
      `没有责任单位、文中却印有单位或写了由谁负责的条款，以及印有数字、日期却不在举措里的文字 ${clausesLeft} 条`,
  ].filter(Boolean);
  return about.length > 0 ? `（其中${about.join('，')}，没有代您定）` : '';
}
