import type { ClausePlace } from '../domain/comparison/clause.js';
import { relatedPlan, revisionsOf } from '../domain/comparison/related-plan.js';
import type { OwnClause } from '../domain/comparison/superior.js';
import type { WordChange } from '../domain/comparison/words.js';
import type { PlaceTable } from '../domain/reference/place.js';
import { changesSomeClauses } from '../domain/plan/amending-notice.js';
import { unreadParts } from '../domain/plan/source-notes.js';
import type { Actor } from '../engine/types.js';
import type { Plan } from '../plans/plans.entities.js';
import { readSeed } from '../shared/seeds.js';
import type { StateView, TabsView } from '../web/index.js';
import type { ReadPlan } from './access.js';
import type { ComparisonResult } from './cascade.service.js';
import {
  chooseOther,
  judgementOf,
  pairForms,
  rejectedForms,
  type ChooseView,
  type JudgeForm,
} from './comparison.forms.js';
import { ownWords } from './own-decisions.js';
import { asPrinted } from './comparison.printed.js';
import {
  kindsOf,
  linesOf,
  nameOf,
  sidesOf,
  standingOf,
  wordsOf,
  yearsWords,
  type ComparisonLine,
} from './comparison.lines.js';

const TONES: Record<string, StateView['tone']> = {
  ...{
    missing: 'attention',
    weaker: 'attention',
    ownerless: 'attention',
    extra: 'active',
    likely: 'waiting',
    same: 'done',
  },
  ...{ unchanged: 'done', text: 'active', units: 'waiting', target: 'attention', due: 'attention' },
  ...{ added: 'active', removed: 'waiting' },
};

function headsOf(result: ComparisonResult): { left: string; right: string } {
  if (result.kind === 'version') return { left: '原条款', right: '新条款' };
  return { left: `${result.whose}条款`, right: '我方条款' };
}

interface LineView {
  states: StateView[];
  left: ClauseView | null;
  /** Empty for nothing. */
  right: AnswerView[];
  sentence: string;
  changes: ChangeView[];
  /** 待人工核对, where the program is in doubt. */
  remark: string;
  choose: ChooseView | null;
}

/** A clause of the right side with the pair that brings it here. */
interface AnswerView extends ClauseView {
  /** The office's own words for it, where the clause shown is the paper's. */
  own: string;
  /** Why the two are proposed, or who confirmed them. */
  remark: string;
  forms: JudgeForm[];
}

interface ClauseView {
  name: string;
  chapter: string;
  text: string;
  /** 未分办, and whether that was decided; empty for a clause with units. */
  standing: string;
}

interface ChangeView {
  removed: boolean;
  added: boolean;
  text: string;
}

const STATES: Readonly<Record<string, string>> = { draft: '核对中', confirmed: '待印发' };

/** Choosing a plan to compare with; the related one is proposed, papers that seem to revise this one come first. */
export function choosingView(plan: Plan, others: Plan[]): object {
  const revisions = revisionsOf(plan, others);
  const related = relatedPlan(plan, others, readSeed<PlaceTable>('places'));
  const list = [...revisions, ...others.filter((one) => !revisions.includes(one))];
  return {
    ...{ title: '计划对照', nav: 'plans', subtitle: plan.title, id: plan.id },
    back: { href: `/plans/${plan.id}`, label: plan.title },
    ...{ isRevision: related?.kind === 'version', isSuperior: related?.kind === 'superior' },
    unrelated: related === null,
    others: list.map(({ id, title, docNumber, issuedOn, region, state }) => ({
      id,
      label: [title, docNumber, issuedOn ?? '未印明成文日期', region, STATES[state]].filter(Boolean).join('　'),
      chosen: id === related?.plan.id,
    })),
  };
}

/** The comparison side by side; `show` leaves only one kind, 'doubtful' what a person should look at. */
export function comparisonView(result: ComparisonResult, actor: Actor, show: string): object {
  const { own, other, kind } = result;
  const lines = linesOf(result);
  const coordinates = actor.roles.includes('coordinator');
  const here = `/plans/${own.plan.id}/compare/${other.plan.id}`;
  const shown = lines.filter((line) => isShown(line, show));
  return {
    ...{ title: nameOf(result), nav: 'plans' },
    subtitle: Object.values(sidesOf(result)).join('　'),
    back: { href: `/plans/${own.plan.id}/compare`, label: '选择对照计划' },
    ...{ kind, show, coordinates, sides: headsOf(result), judgeAction: `${here}/pairs` },
    tabs: tabsOf(result, lines, here, show),
    exportHref: `${here}/export.xlsx?kind=${kind}`,
    years: yearsWords(result),
    unread: [own, other].flatMap(({ plan, draft }) => unreadParts(draft).map((words) => `《${plan.title}》：${words}`)),
    head: result.kind === 'version' ? result.comparison.head : [],
    decided: result.kind === 'version' ? result.decided.map(ownWords) : [],
    lines: shown.map((line) => lineView(line, result, coordinates)),
    rejected: coordinates ? rejectedForms(result) : [],
    next: coordinates && kind === 'version' ? nextStep(own.plan, other) : {},
  };
}

const NOT_WHOLE =
  '新文件是只改几条的通知，不是完整的新文本，没有提到的条款并不作废，不能并入或替代：请把改动并入原文，导入改好的完整文本，再来对照。';
const CONFIRM_FIRST = '要并入原计划，请先在核对页确认新文件的识读结果（不必印发）。';

/** What can be done with the new text now: merged when confirmed, put in the old plan's place when issued. */
function nextStep(own: Plan, { plan: other, draft }: ReadPlan): object {
  if (own.state !== 'issued') return { hint: '原计划不在推进中，只能对照，不能并入或替代。' };
  if (changesSomeClauses(draft)) return { hint: NOT_WHOLE };
  if (other.state === 'confirmed') return { amendHref: `/plans/${own.id}/amend/${other.id}` };
  if (other.state !== 'issued') return { hint: CONFIRM_FIRST, confirmHref: `/plans/${other.id}/confirm` };
  return {
    supersede: {
      action: `/plans/${own.id}/superseded-by/${other.id}`,
      label: '由新计划替代原计划',
      confirm: '原计划将撤回，未办结的任务全部撤销，记录保留。确定替代吗？',
      ...{ id: 'supersede', style: 'danger' },
    },
  };
}

function isShown(line: ComparisonLine, show: string): boolean {
  if (show === 'all') return true;
  return show === 'doubtful' ? !line.certain : line.kinds.some((kind) => kind === show);
}

function tabsOf(result: ComparisonResult, lines: ComparisonLine[], here: string, show: string): TabsView {
  const tab = (value: string, label: string) => ({
    label,
    href: `${here}?kind=${result.kind}&show=${value}`,
    count: lines.filter((line) => isShown(line, value)).length,
    current: value === show,
  });
  const kinds = kindsOf(result).map(([kind, word]) => tab(kind, word));
  return { label: '按判断筛选', tabs: [tab('all', '全部'), ...kinds, tab('doubtful', '待人工核对')] };
}

function lineView(line: ComparisonLine, result: ComparisonResult, coordinates: boolean): LineView {
  const words = wordsOf(line, result);
  const right = line.right.map((clause) => answerView(clause, result, coordinates));
  const doubted = !line.certain && !line.right.every(({ pair }) => pair?.confirmed);
  return {
    states: line.kinds.map((kind, at) => ({ word: words[at]!, tone: TONES[kind]! })),
    left: line.left && clauseView(line.left, result.kind === 'version'),
    right,
    sentence: line.sentence,
    changes: right.some(({ own }) => own) ? [] : line.words.map(changeView),
    remark: doubted ? '待人工核对' : '',
    choose: coordinates ? chooseOther(line, result) : null,
  };
}

function answerView(
  { place, pair, ground, hint }: OwnClause,
  result: ComparisonResult,
  coordinates: boolean,
): AnswerView {
  const judged = pair && judgementOf(pair, result);
  const said = judged ? `${judged.judgedBy}于 ${judged.judgedOn} 确认对应` : '';
  const { shown, own } = asPrinted(place, result);
  return {
    ...clauseView(shown, true),
    own,
    remark: said || (ground && `${hint ? '可能对应' : '疑似对应'}：${ground}`),
    forms: coordinates && pair ? pairForms(pair) : [],
  };
}

function clauseView(place: ClausePlace, isOurs: boolean): ClauseView {
  const { no, title, chapter, text } = place;
  return { name: `${no} ${title}`.trim(), chapter, text, standing: standingOf(place, isOurs) };
}

function changeView({ kind, text }: WordChange): ChangeView {
  return { removed: kind === 'removed', added: kind === 'added', text };
}
