import { isShare } from '../../domain/figures/unit.js';

/** Verbs of plans that no count can follow: one does not 抓好 forty-five cases. */
const MANAGED =
  /^(?:(?:抓好|做好|抓实|抓牢|加强|强化|深化|推进|推动|落实|保障(?!性|房|金)|确保|力争|实现|完善|规范|严格|持续|全面|进一步))+/;
const HANGING = /(?:实现|达到?|完成|保持在?|控制在?|不低于|不少于|约|为|在)+$/;
const CHANGE = /(?:增长|提高|提升|下降|降低|增加|减少|增幅|降幅)$/;

/**
 * An indicator's name as the words before its figure: 抓好欠薪问题 becomes 欠薪问题(45件), a rate takes 为, and where name and
 * figure would run together a colon stands between them.
 */
export function namedFigure({ name, unit }: { name: string; unit: string | null }): string {
  const bare = namedThing({ name });
  if (bare.length < 2) return `${name}：`;
  if (isShare(unit)) return CHANGE.test(bare) ? bare : `${bare}为`;
  return unit === null || /[\d%]$/.test(bare) ? `${bare}：` : bare;
}

/** What is counted, without the plan's verbs around it. */
export function namedThing({ name }: { name: string }): string {
  return name.replace(MANAGED, '').replace(HANGING, '');
}
