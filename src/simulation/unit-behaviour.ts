import type { Actor } from '../engine/types.js';
import type { Duty, PacketGround } from '../rounds/packet-ground.js';
import type { ContentsInput, FigureInput, RowInput } from '../rounds/packet.types.js';
import type { Indicator } from '../plans/plans.entities.js';
import type { Draws } from './draws.js';

/** How a simulated unit reports: by itself in time, by itself late, or only on paper, entered by the office. */
export type Habit = 'prompt' | 'late' | 'silent';

const OPENINGS = ['召开专题会议部署', '开展集中宣传', '组织专项检查', '完善工作机制', '深入企业和乡镇走访服务'];
const HURDLES = ['基层力量偏紧', '部分县区进度不够均衡', '数据共享还不及时'];
const STEPS = ['加大督促指导力度', '压实县区责任', '按月调度进展'];

/** How a simulated unit behaves throughout: one in five is silent, three in twenty are late; one draw each. */
export function habitOf(draws: Draws): Habit {
  const drawn = draws.next();
  return drawn < 0.2 ? 'silent' : drawn < 0.35 ? 'late' : 'prompt';
}

/** The person who acts for a simulated unit. */
export function liaison(unitId: string, unitName: string, county: boolean): Actor {
  return { user: `sim:${unitId}`, name: `联络员（${unitName}）`, unit: unitId, roles: [county ? 'county' : 'liaison'] };
}

/** What a unit writes into its packet when `share` (0..1) of the year is done. */
export function contentsFor(ground: PacketGround, share: number, draws: Draws): ContentsInput {
  const asOf = ground.round.asOf;
  const rows = ground.duties.map((duty): [string, RowInput] => [duty.assignmentId, rowFor(duty, asOf, share, draws)]);
  const figures = ground.indicators.map((one): [string, FigureInput] => [one.id, figureFor(one, share, draws)]);
  return {
    rows: Object.fromEntries(rows),
    figures: Object.fromEntries(figures),
    summary: `截至${printed(asOf)}，${summaryOf(ground.duties.length, draws)}`,
    typicalCase: draws.chance(0.2) ? `${draws.pick(OPENINGS)}，服务农民工${draws.between(120, 900)}人次。` : undefined,
  };
}

/** A bureau tells of its tasks, a county's office of the county. */
function summaryOf(duties: number, draws: Draws): string {
  if (duties > 0) return `本单位承担的${duties}项任务按计划推进。`;
  return `本地按要求建立协调机制，${draws.pick(OPENINGS)}，各项措施有序落实。`;
}

function rowFor(duty: Duty, asOf: string, share: number, draws: Draws): RowInput {
  if (duty.role === 'supporting' && duty.followsLead) return { status: '随牵头统一反馈' };
  const done = duty.track === 'deliverable' && share >= 0.99;
  const text = `截至${printed(asOf)}，围绕“${duty.title}”，${draws.pick(OPENINGS)}，开展活动${draws.between(2, 30)}场次。`;
  return {
    text,
    status: done ? '已完成' : duty.track === 'standing' ? '长期坚持' : '推进中',
    progress: done ? 100 : Math.min(99, Math.round(share * draws.between(85, 105))),
    issues: draws.chance(0.3) ? draws.pick(HURDLES) : '',
    nextStep: draws.pick(STEPS),
  };
}

/** A figure on its way to the target; without one, a plausible count. Ratios come with their parts. */
function figureFor(indicator: Indicator, share: number, draws: Draws): FigureInput {
  const valueStatus = share >= 0.99 ? '终审' : '快报';
  const target = indicator.target === null ? null : Number(indicator.target);
  if (indicator.aggregation === 'ratio') {
    const denominator = draws.between(800, 2_000);
    const rate = Math.min(1, ((target ?? 80) / 100) * (0.97 + draws.next() * 0.05));
    return { numerator: String(Math.round(denominator * rate)), denominator: String(denominator), valueStatus };
  }
  if (target === 0) return { printed: '0', valueStatus };
  const wanted = target ?? draws.between(200, 2_000);
  const reporters = Math.max(1, indicator.reporters.length);
  return {
    printed: String(Math.max(1, Math.round((wanted * share * (0.9 + draws.next() * 0.25)) / reporters))),
    valueStatus,
  };
}

function printed(day: string): string {
  const [, month, date] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
}
