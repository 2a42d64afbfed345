import { isSuperior } from '../domain/comparison/relation.js';
import { revisedBy, revisedWords } from '../domain/comparison/revised-plan.js';
import { changesSomeClauses } from '../domain/plan/amending-notice.js';
import type { PlanLevel, PlanReading } from '../domain/plan/reading.js';
import { placesNamed, type PlaceTable } from '../domain/reference/place.js';
import { Refusal } from '../shared/errors.js';
import type { PlaceProposed } from './draft-place.js';
import type { Plan } from './plans.entities.js';

type Paper = Pick<Plan, 'id' | 'title' | 'docNumber' | 'region' | 'level' | 'issuers' | 'state'>;

/** A plan that is not the office's own: whose it is. */
export interface Foreign {
  /** Who issued it, for which place. */
  by: string;
  /** A superior's; else another place's. */
  isSuperior: boolean;
  /** The office's own place. */
  home: string;
}

/** What a person must have said before a plan is issued as the office's own. */
export interface IssueAsked<T extends Paper = Paper> {
  foreign: Foreign | null;
  /** The running plan that this paper seems to revise. */
  revised: T | null;
  /** It is that plan's own text, by number and title: it can only be carried over. */
  carriedOnly: boolean;
  /** The paper's own words that it revises another, where none of the running plans is like it. */
  claims: string | null;
  /** It changes some clauses of a paper and is no full text: it can neither be carried over nor stand beside. */
  isPart: boolean;
}

/** What of a paper's reading tells that it revises another. */
export type PaperRead = Pick<PlanReading, 'noticeTitle' | 'text' | 'doubts'>;
const UNREAD: PaperRead = { noticeTitle: null, text: '', doubts: [] };

/** What a person said at the issue; left out by programs, who are not asked: the record then says what was taken. */
export interface IssueSaid {
  /** 按我办自己的计划印发. */
  asOwn?: boolean;
  /** 不是修订文本. */
  notRevision?: boolean;
}

/**
 * What is to be asked before a paper is issued; `home` is where the office is, null where it is not known. Without its
 * reading the title alone is gone by.
 */
export function issueAsked<T extends Paper>(
  plan: Paper,
  plans: readonly T[],
  home: PlaceProposed | null,
  table: PlaceTable,
  paper: PaperRead = UNREAD,
): IssueAsked<T> {
  const revised = revisedBy(plan, plans);
  const carriedOnly = revised !== null && plan.docNumber !== null && revised.docNumber === plan.docNumber;
  const foreign = home && foreignTo(plan, home, table);
  const isPart = changesSomeClauses(paper);
  const words = revisedWords({ ...paper, title: plan.title }) ?? (isPart ? plan.title : null);
  return { foreign, revised, carriedOnly, claims: revised || foreign ? null : words, isPart };
}

function foreignTo({ region, level, issuers }: Paper, home: PlaceProposed, table: PlaceTable): Foreign | null {
  const isAbove = isSuperior({ region, level: level as PlanLevel | null }, home, table);
  if (!isAbove && (!region || isSame(region, home.region, table))) return null;
  const whose = issuers.join('、') || (region ?? '国家');
  const by = region && !whose.includes(region) ? `${whose}（${region}）` : whose;
  return { by, isSuperior: isAbove, home: home.region };
}

/** A place that is not in the table may be one under a name of its own. */
function isSame(region: string, home: string, table: PlaceTable): boolean {
  if (region === home) return true;
  const codes = new Set(placesNamed(table, home).map(({ code }) => code));
  return placesNamed(table, region).some(({ code }) => codes.has(code)) || home.startsWith(region);
}

/** “这是山西省人社厅印发的方案，不是我办（太原市）的计划”. */
export const foreignWords = ({ by, isSuperior: isAbove, home }: Foreign): string =>
  `这是${by}印发的方案，${isAbove ? '是上级的方案' : '是其他地方的方案'}，不是我办（${home}）自己的计划`;

/** What comes next once a reading is confirmed: a revision is carried over, another's plan compared; only the office's own is issued at once. */
export function nextStep({ foreign, revised, carriedOnly, claims, isPart }: IssueAsked): string {
  if (isPart) return `${PART_WORDS}。`;
  if (revised) {
    const other = carriedOnly ? '' : '；确是另一份计划的，勾选“不是修订文本”后再印发';
    return `本文件看来是正在推进的《${revised.title}》的修订文本，不要直接印发：下一步请按本页的提示与原计划对照，再并入原计划${other}。`;
  }
  if (claims)
    return `本文件写明“${claims}”，没有找到它修订的计划，不要直接印发：原计划在本系统推进的，下一步请按本页的提示选定原计划对照，再并入；不在的，勾选确认后再印发。`;
  if (foreign) {
    return `${foreignWords(foreign)}，不必印发：下一步请在我办计划的“计划对照”中选它对照；确要按我办自己的计划推进的，勾选确认后再印发。`;
  }
  return '下载任务分解表，或印发并分办。';
}

/** What a notice that changes some clauses is for, and what to do with it. */
export const PART_WORDS =
  '本文件是只改几条的通知，不是完整的新文本：不要直接印发，也不能并入原计划，没有提到的条款并不作废；下一步请把改动并入原文，导入改好的完整文本，再与原计划对照并入';

/**
 * Refuses to issue what a person was not asked about, or left without a word. Refusals: foreign_plan, revises_running,
 * revises_unnamed.
 */
export function refuseUnsaid(asked: IssueAsked, { asOwn, notRevision }: IssueSaid): void {
  const { foreign, revised, carriedOnly, claims } = asked;
  if (claims && notRevision === false)
    throw new Refusal('revises_unnamed', `本文件写明“${claims}”，还没有说明它修订的是哪一份计划，没有印发。`, {
      place: claims,
      cure: '原计划在本系统推进的，请与它对照后并入；不在的，请勾选“原计划不在本系统推进”后再印发。',
    });
  if (revised && (notRevision === false || (notRevision && carriedOnly)))
    throw new Refusal('revises_running', `本文件看来是正在推进的《${revised.title}》的修订文本，没有印发。`, {
      place: revised.docNumber ?? revised.title,
      cure: `请与原计划对照后并入${carriedOnly ? '' : '；确是另一份计划的，请勾选“不是修订文本”后再印发'}。`,
      facts: { plan: revised.id },
    });
  if (foreign && asOwn === false)
    throw new Refusal('foreign_plan', `${foreignWords(foreign)}，没有印发。`, {
      place: foreign.by,
      cure: '只作对照的，存为上级方案即可，不必印发；确要按我办自己的计划推进的，请勾选确认后再印发。',
    });
}

/** For the record: what was taken at the issue; '' where nothing was to be asked. */
export function saidWords({ foreign, revised, claims }: IssueAsked): string {
  return [
    foreign && `${foreign.by}印发的方案，按我办自己的计划印发并分办`,
    revised && `与正在推进的《${revised.title}》并行的另一份计划，不是其修订文本`,
    claims && `本文件写明“${claims}”，其原计划不在本系统推进，另行印发`,
  ]
    .filter(Boolean)
    .join('；');
}
