import { levelOfPrefix } from '../../domain/units/passed-on.js';
import { planPrefix } from '../../domain/units/prefix.js';
import type { UnitContext } from '../../domain/units/resolve.js';
import type { PlanLevel } from '../../domain/plan/reading.js';

/** 各市, 各市、州, 各县（市）, 各乡镇: kinds of places and nothing behind them. */
const PLACES = /^各(?:自治|[市州县区盟旗镇乡]|街道|[（）〔〕、和及])+$/;
/** 州公积金管理中心, 县政务服务中心, 区公安局: a level and an office behind it; 区域办 begins with another word. */
const OFFICE =
  /^(自治[州县旗]|[市州县区盟旗镇乡])(?![域场级属直])[一-龥]{2,14}(?:[局委办厅部院会队所站]|中心|妇联|残联)$/;

const HEIGHT: readonly PlanLevel[] = ['county', 'city', 'province', 'state'];

/**
 * Whose office is listed right behind a group of places: “各市、州公积金管理中心” is every place's own, as no office of the plan's
 * place is called by a level below it; “各乡镇、县教育局” in a county's plan is the county's. 'unsure' where the plan's own
 * level may as well be one of the places' (各县、市教育局 in a city that has county-level cities) or the plan's is not known.
 * Null where the two are no such pair.
 */
export function officeBehind(
  places: string,
  office: string,
  { level, region, registry }: UnitContext,
): 'theirs' | 'own' | 'unsure' | null {
  const printed = OFFICE.exec(office)?.[1];
  if (printed === undefined || !PLACES.test(places) || registry.find(office) !== null) return null;
  if (level === null) return 'unsure';
  const kind = printed.slice(-1);
  if (kind === planPrefix(level, region))
    return kind === '市' && level === 'city' && ONE_KIND.test(places) ? 'unsure' : 'own';
  return isBelow(kind, level) ? 'theirs' : 'unsure';
}

/** 各县 without its 市 and 区: the list of kinds may go on. */
const ONE_KIND = /^各[县区旗]$/;

/** A city is below a prefecture as well (各县、市教育局 in a plan of a 自治州); townships are below every plan that names them. */
const isBelow = (kind: string, level: PlanLevel): boolean =>
  /[镇乡]/.test(kind) ||
  (kind === '市' && level === 'city') ||
  HEIGHT.indexOf(levelOfPrefix(kind, level)) < HEIGHT.indexOf(level);
