import { called, type ClausePlace } from '../domain/comparison/clause.js';
import type { WordChange } from '../domain/comparison/words.js';
import type { Actor } from '../engine/types.js';
import type { Plan } from '../plans/plans.entities.js';
import type { StateView, TabsView } from '../web/index.js';
import type { PlanPair } from './cascade.entities.js';
import type { ComparisonResult } from './cascade.service.js';
import { kindsOf, linesOf, planIdsOf, type ComparisonLine } from './comparison.lines.js';

const TONES: Record<string, StateView['tone']> = {
  ...{ missing: 'attention', weaker: 'attention', ownerless: 'attention', extra: 'active', same: 'done' },
  ...{ unchanged: 'done', text: 'active', units: 'waiting', target: 'attention', due: 'attention' },
  ...{ added: 'active', removed: 'waiting' },
};

const HEADS = {
  superior: { left: '上级条款', right: '我方条款' },
  version: { left: '原条款', right: '新条款' },
};

/** A form that records what a person says of two clauses. */
interface JudgeForm {
  label: string;
  verdict: string;
  left: string;
  right: string;
}

interface LineView {
  states: StateView[];
  left: ClauseView | null;
  right: ClauseView | null;
  sentence: string;
  changes: ChangeView[];
  /** 需人工核对, or who confirmed. */
  remark: string;
  forms: JudgeForm[];
  /** For a clause that stayed alone: the other side's clauses that did, too. */
  choose: { side: 'left' | 'right'; key: string; options: { value: string; label: string }[] } | null;
}

interface ClauseView {
  name: string;
  chapter: string;
  text: string;
}

interface ChangeView {
  removed: boolean;
  added: boolean;
  text: string;
}

/** Choosing a plan to compare with. */
export function choosingView(plan: Plan, others: Plan[]): object {
  return {
    ...{ title: '计划对照', nav: 'plans', subtitle: plan.title, id: plan.id },
    back: { href: `/plans/${plan.id}`, label: plan.title },
    others: others.map(({ id, title, docNumber, region }, at) => ({
      id,
      label: [title, docNumber, region].filter(Boolean).join('　'),
      first: at === 0,
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
    ...{ title: kind === 'version' ? '新旧文本对照' : '与上级计划对照', nav: 'plans' },
    subtitle: `${own.plan.title}　与　${other.plan.title}`,
    back: { href: `/plans/${own.plan.id}/compare`, label: '选择对照计划' },
    ...{ kind, show, coordinates, sides: HEADS[kind], judgeAction: `${here}/pairs` },
    tabs: tabsOf(result, lines, here, show),
    exportHref: `${here}/export.xlsx?kind=${kind}`,
    head: result.kind === 'version' ? result.comparison.head : [],
    lines: shown.map((line) => lineView(line, result, coordinates)),
    rejected: coordinates ? rejectedForms(result) : [],
    next: coordinates && kind === 'version' ? nextStep(own.plan, other.plan) : {},
  };
}

/** What can be done with the new text now: merged when confirmed, put in the old plan's place when issued. */
function nextStep(own: Plan, other: Plan): object {
  if (own.state !== 'issued') return { hint: '原计划不在推进中，只能对照，不能并入或替代。' };
  if (other.state === 'confirmed') return { amendHref: `/plans/${own.id}/amend/${other.id}` };
  if (other.state !== 'issued') return { hint: '要并入原计划，请先在核对页确认新文件的识读结果（不必印发）。' };
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
  const words = new Map(kindsOf(result));
  const judged = judgementOf(line, result);
  return {
    states: line.kinds.map((kind) => ({ word: words.get(kind)!, tone: TONES[kind]! })),
    left: clauseView(line.left),
    right: clauseView(line.right),
    sentence: line.sentence,
    changes: line.words.map(changeView),
    remark: judged ? `${judged.judgedBy}于 ${judged.judgedOn} 确认对应` : line.certain ? '' : '待人工核对',
    forms: coordinates && line.pair ? pairForms(line.pair) : [],
    choose: coordinates ? chooseOther(line, result) : null,
  };
}

function clauseView(place: ClausePlace | null): ClauseView | null {
  return place && { name: `${place.no} ${place.title}`.trim(), chapter: place.chapter, text: place.text };
}

function changeView({ kind, text }: WordChange): ChangeView {
  return { removed: kind === 'removed', added: kind === 'added', text };
}

function judgementOf({ pair }: ComparisonLine, result: ComparisonResult): PlanPair | undefined {
  return pair?.confirmed
    ? result.judgements.find((one) => one.verdict === 'same' && names(one, result, pair))
    : undefined;
}

function names(one: PlanPair, result: ComparisonResult, pair: { left: string; right: string }): boolean {
  const { left, right } = keysOf(one, result);
  return left === pair.left && right === pair.right;
}

function keysOf(one: PlanPair, result: ComparisonResult): { left: string; right: string } {
  const turned = one.planA !== planIdsOf(result).leftPlan;
  return turned ? { left: one.keyB, right: one.keyA } : { left: one.keyA, right: one.keyB };
}

function pairForms({ left, right, confirmed }: NonNullable<ComparisonLine['pair']>): JudgeForm[] {
  const form = (verdict: string, label: string): JudgeForm => ({ label, verdict, left, right });
  if (confirmed) return [form('undone', '撤销确认')];
  return [form('same', '确认对应'), form('different', '不是同一事项')];
}

function chooseOther(line: ComparisonLine, result: ComparisonResult): LineView['choose'] {
  const { leftOnly, rightOnly } = result.comparison.pairing;
  const alone = (line.left ?? line.right)?.key;
  if (line.pair || !alone) return null;
  const side = line.left ? 'left' : 'right';
  const places = placesOf(result, side === 'left' ? 'right' : 'left');
  const options = (side === 'left' ? rightOnly : leftOnly).map((key) => ({
    value: key,
    label: called(places.get(key)!),
  }));
  return options.length > 0 ? { side, key: alone, options } : null;
}

function placesOf(result: ComparisonResult, side: 'left' | 'right'): Map<string, { no: string; title: string }> {
  const isOwn = planIdsOf(result)[side === 'left' ? 'leftPlan' : 'rightPlan'] === result.own.plan.id;
  const { draft } = isOwn ? result.own : result.other;
  return new Map(draft.measures.map((measure) => [measure.key, measure]));
}

/** Pairs that somebody declared different: they are not proposed, unless this is taken back. */
function rejectedForms(result: ComparisonResult): object[] {
  const [left, right] = [placesOf(result, 'left'), placesOf(result, 'right')];
  return result.judgements
    .filter((one) => one.verdict === 'different')
    .map((one) => ({ one, keys: keysOf(one, result) }))
    .filter(({ keys }) => left.has(keys.left) && right.has(keys.right))
    .map(({ one, keys }) => ({
      ...{ label: '撤销判定', verdict: 'undone', ...keys },
      words: `${called(left.get(keys.left)!)}　与　${called(right.get(keys.right)!)}（${one.judgedBy}，${one.judgedOn}）`,
    }));
}
