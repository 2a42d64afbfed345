import { Refusal } from '../../shared/errors.js';
import type { DayCount } from '../calendar/working-days.js';
import type { Pace } from '../progress/schedule.js';

export type Colour = '红' | '黄' | '绿' | '蓝' | '灰';

/** Every situation that a row can be in; a rule set gives each of them a colour and a word. */
export const SITUATIONS = [
  'done',
  'doneLate',
  'completed',
  'caughtUp',
  'suspended',
  'beforeEnabled',
  'notStarted',
  'following',
  'standing',
  'unknown',
  'onTrack',
  'near',
  'behind',
  'farBehind',
  'lateStart',
  'veryLateStart',
  'internalMissed',
  'overdue',
  'longOverdue',
] as const;

export type Situation = (typeof SITUATIONS)[number];

/** What people see: never the colour alone. */
export interface Face {
  colour: Colour;
  word: string;
}

/**
 * A place's habit of lights, as data (seeds/light-rules.json). Colours mean different things from place to place (blue:
 * near due, first warning or finished), so each situation names its own; a changed set gets a new version.
 */
export interface LightRuleSet {
  id: string;
  version: number;
  name: string;
  /** Where the habit was seen. */
  source: string;
  /** Whether days are counted as 自然日 or 工作日. */
  count: DayCount;
  /** Near due from this many days before. */
  nearDays: number;
  /** 百分点 behind the schedule from which a row is behind, and above which it is far behind. */
  behindPoints: number;
  farBehindPoints: number;
  /** More days over than this is longOverdue; null: no such step. */
  longOverdueDays: number | null;
  /** Months after the planned start without a beginning that count as veryLateStart; null: no such step. */
  veryLateStartMonths: number | null;
  pace: Pace;
  faces: Record<Situation, Face>;
  /** Shown instead of red for standing items, soft goals, supporters and presumed dates. */
  held: Face;
}

/** The set's id and version as every light prints it: default@1. */
export function ruleName(rules: Pick<LightRuleSet, 'id' | 'version'>): string {
  return `${rules.id}@${rules.version}`;
}

/** Checks a set an office made; refuses with `light_rules_invalid` what would leave a row without a light or hold nothing back. */
export function checkRuleSet(rules: LightRuleSet): LightRuleSet {
  const missing = SITUATIONS.filter((situation) => !rules.faces[situation]?.word);
  if (missing.length) refuse(`缺少以下情形的颜色和文字：${missing.join('、')}`);
  if (!(rules.behindPoints <= rules.farBehindPoints)) refuse('“落后”的百分点不能大于“严重落后”的百分点');
  if (!(rules.nearDays >= 0)) refuse('“临近到期”的天数不能为负');
  if (rules.held.colour === '红') refuse('常态工作、软目标、配合单位和推定时限不得亮红灯');
  return rules;
}

function refuse(reason: string): never {
  throw new Refusal('light_rules_invalid', `亮灯规则不能保存：${reason}。请改正后再保存。`, { place: '亮灯规则' });
}
