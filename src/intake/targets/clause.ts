import type { TargetOp } from '../../domain/plan/reading.js';
import { openingOf, sign } from '../../domain/text/signs.js';
import { CLAUSE } from './sieves.js';

export const AT_LEAST = CLAUSE.of(/≥|≧|不低于|不少于|不小于|至少(?![一二两三])|不得低于|不得少于/);
export const AT_MOST = CLAUSE.of(/≤|≦|不得?超过?|不得?突破|不得?高于|不得?多于|控制在|最多|不大于|限时|最长/);
/** 最高15万元, 最高可达50万元: that much and no more. */
const HIGHEST = CLAUSE.of(/最高(?:可|获得?|享受|申请|给予|补[贴助]|奖励|支持|(?:贷款)?额度|为)*(?:达到?)?$/);
/** 控制在5.5%左右 is about as much; 不超过5.5%左右 still a limit. */
const LIMIT = CLAUSE.of(/不得?超过?|不得?突破|不得?高于|不得?多于|最多|不大于|限时|最长/);
/** 达到 includes the figure and more (conventions.md section 2). */
const REACHED = CLAUSE.of(/(?:(?<![不约近])达到?|迈上|跨上|登上|站上|跃上|迈入)$/);

/** The words of the same clause before a figure. */
export function clauseBefore(text: string, index: number): string {
  return text.slice(openingOf(text, index, CLAUSE_STOPS, 40), index);
}
const CLAUSE_STOPS = sign('，。；：、！？\n');
const SENTENCE_STOPS = sign('。；！？\n');

/** The words of the same sentence before the clause; a semicolon ends what they govern. */
export function earlierClauses(text: string, index: number, clause: string): string {
  const end = index - clause.length;
  const words = text.slice(openingOf(text, end, SENTENCE_STOPS, 80), end);
  return words.endsWith('，') ? words.slice(0, -1) : words;
}

const QUOTED = /“[^”]*”/g;

/** The sign of a figure: from the words right behind it (以上, 以内, 左右) and those of its clause before it. */
export function opOf(after: string | undefined, printed: string): TargetOp {
  const clause = printed.includes('“') ? printed.replace(QUOTED, '') : printed;
  if (/^(?:左右|上下)$/.test(after ?? '') && !LIMIT.test(clause)) return '~';
  if (AT_MOST.test(clause) || HIGHEST.test(clause) || (after && /^(以内|之内|内|以下)$/.test(after))) return '<=';
  if (AT_LEAST.test(clause) || REACHED.test(clause) || (after && /以上/.test(after))) return '>=';
  if (ABOUT.test(clause)) return '~';
  if (MORE.test(clause)) return '>';
  return LESS.test(clause) ? '<' : '=';
}
const ABOUT = CLAUSE.of(/[约近](?:达到?)?$|约占[^，]*$/);
const MORE = CLAUSE.of(/超过$|突破$|跨[越过]$|高于$|大于$|[超过]$|[>＞]$/);
const LESS = CLAUSE.of(/(?<!不)(?:低于|少于|小于|不足)$|[<＜]$/);
