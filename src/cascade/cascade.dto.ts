import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Several } from '../web/index.js';
import type { ComparisonKind } from './cascade.service.js';
import { DECISION_WORDS, type Decision, type Decisions } from './decisions.js';

const KINDS = ['superior', 'version'];
const PLAN_ID = /^[\w:.-]{1,160}$/;
const KEY = /^[\w-]{1,20}$/;

const CHOICE = new RegExp(`^(${Object.keys(DECISION_WORDS).join('|')}|carry:[\\w-]{1,20})?$`);

/** What is compared, and which kinds of finding are shown. */
export class CompareQueryDto {
  @IsOptional() @Matches(PLAN_ID, { message: '请选择对照计划。' }) other?: string;
  @IsOptional() @IsIn(KINDS, { message: '请选择对照方式。' }) kind: ComparisonKind = 'superior';
  @IsOptional() @Matches(/^\w{1,20}$/, { message: '没有这种筛选。' }) show = 'all';
}

/** What a person says of two clauses. */
export class JudgeDto {
  @Matches(KEY, { message: '请选择左侧条款。' }) left: string;
  @Matches(KEY, { message: '请选择右侧条款。' }) right: string;
  @IsIn(['same', 'different', 'undone'], { message: '请选择判断。' }) verdict: 'same' | 'different' | 'undone';
  @IsIn(KINDS, { message: '请选择对照方式。' }) kind: ComparisonKind;
  @IsOptional() @Matches(/^\w{1,20}$/, { message: '没有这种筛选。' }) show = 'all';
}

/** Decisions about the clauses of an amendment: the n-th decision is about the n-th row. */
export class AmendDto {
  @Several()
  @Matches(/^[\w-]*\|[\w-]*$/, { each: true, message: '页面内容不完整，请刷新。' })
  rows: string[] = [];
  /** A decision, or “carry:m001”: the row's clause and that one are a pair; empty: none yet. */
  @Several()
  @Matches(CHOICE, { each: true, message: '请选择处理方式。' })
  decisions: string[] = [];
  /** Pairs chosen on earlier previews: this new clause carries that running measure on. */
  @Several()
  @Matches(/^[\w-]{1,20}\|[\w-]{1,20}$/, { each: true, message: '页面内容不完整，请刷新。' })
  carries: string[] = [];
  /** Clauses on which the office's own earlier decisions are not to go on. */
  @Several()
  @Matches(/^[\w-]{1,20}$/, { each: true, message: '页面内容不完整，请刷新。' })
  declined: string[] = [];
  /** For all running tasks that the new text does not have and about which nothing was chosen yet. */
  @IsOptional() @IsIn(['', 'withdraw', 'asis'], { message: '请选择处理方式。' }) unfound: '' | Decision = '';
  /** What of the new text's file was not read has been looked at in the paper itself. */
  @IsOptional() @IsIn(['', 'yes']) unreadSeen = '';
  @IsOptional() @IsString() @MaxLength(500, { message: '修订说明请控制在500字以内。' }) note = '';
  @IsOptional() @Matches(/^([0-9a-f]{64})?$/, { message: '页面内容不完整，请刷新。' }) digest = '';
}

/** The decisions by row, what was chosen for all that have none among them; a choice of who carries on is none. */
export function decisionsOf({ rows, decisions, unfound }: AmendDto): Decisions {
  const made = rows.map((row, at) => [row, decisions[at] || (row.endsWith('|') ? unfound : '')] as const);
  return Object.fromEntries(made.filter((one): one is readonly [string, Decision] => one[1] in DECISION_WORDS));
}

/** The pairs chosen now and before; a clause has one counterpart, so a new choice takes the place of earlier ones. */
export function carriesOf({ rows, decisions, carries }: AmendDto): string[] {
  const chosen = rows.flatMap((row, at) => {
    const [, key] = /^carry:(.+)$/.exec(decisions[at] ?? '') ?? [];
    const [old, now] = row.split('|');
    return key ? [`${old || key}|${now || key}`] : [];
  });
  const taken = new Set(chosen.flatMap(sidesOf));
  return [...chosen, ...carries.filter((one) => !sidesOf(one).some((side) => taken.has(side)))];
}

const sidesOf = (pair: string): string[] => [`${pair.split('|')[0]}|`, `|${pair.split('|')[1]}`];
