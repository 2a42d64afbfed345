import type { UnitContext } from '../../domain/units/resolve.js';
import { isAbove } from './unit-list.js';
import { unitLike } from './unit-like.js';

/** 牵头, 会同 and 负责 as said of somebody: not 负责人, 负责制, 牵头单位. */
const VERB = /(?:牵头|会同|负责)(?!人|制|同志|领导|干部|单位|部门|[任的])/g;
/** What may stand between a name and its verb. */
const BETWEEN =
  /(?:要|应当?|须|可|将|均|都|统一|具体|共同|分别|联合|主要|全面|依法|认真|(?:按照?|依据|根据|依)?(?:各自)?(?:的?职责|职能|分工)+)+$/;
/** Where a name before a verb begins: behind a mark, or behind the verb that brings it in. */
const BEGINS =
  /^.*(?:[，。；：！？“”《》—\s]|、(?![^（]*）)|由|请|建立健全|建立|健全|形成|构建|完善|实行|明确|坚持|落实|以及|[及与和])/s;
/** 对市政府负责: answers to somebody. */
const ANSWERS_TO = /^[对向为]/;
const BODY = /[一-龥）](?:部门|单位)$/;
const BY =
  /(?<![自理])由([一-龥（）]{1,20}?(?:[局厅署院]|[^全内外干局][部委]|办公室|中心|公司|集团|[支总大]队|专班|领导小组|指挥部|政府|管委会|办事处|协会|联合会|工会|妇联|残联|工商联|部门|单位|机构|学校))/g;
const SHORTEST = 3;
const FARTHEST = 60;
const NAMES = /牵头|会同|负责|由/;

/**
 * Words of a running text that put somebody in charge, whether a register knows him or not: 城投集团牵头, 由城投集团; null for
 * none. What stands above the plan is put in charge by others.
 */
export function chargedInPrint(text: string, context: UnitContext): string | null {
  if (!NAMES.test(text)) return null;
  for (const { 0: verb, index } of text.matchAll(VERB)) {
    const name = text
      .slice(Math.max(0, index - FARTHEST), index)
      .replace(BETWEEN, '')
      .replace(BEGINS, '');
    if (isCharged(name, context)) return name + verb;
  }
  for (const [words, name = ''] of text.matchAll(BY)) if (isCharged(name, context)) return words;
  return null;
}

function isCharged(name: string, { level, carried }: UnitContext): boolean {
  if (name.length < SHORTEST || ANSWERS_TO.test(name)) return false;
  const own = /^(?:自治区|[省市县区州盟旗])/.exec(name)?.[0];
  if (own !== undefined && own !== carried && isAbove(own, level)) return false;
  return unitLike(name) || BODY.test(name);
}
