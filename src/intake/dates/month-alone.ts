import { inTheirYears, printedDays, type FoundDue } from './phrases.js';

/** The end of some work, right behind its day. */
export const FINISHED =
  '(?:力争|确保|如期|按期|全面|全部|基本|正式|顺利|整体|同步)*(?:完成|建成|完工|出台|印发|制定|竣工|投用|投产|投运|投入(?:使用|运营|运行|生产)|通车|开通|启用|交付|验收|上线|办结|实现|(?:全面|正式|组织)?实施(?=[，。；]|$))';

/** What is begun then, or held: a step of the work. */
export const BEGUN = '开工|启动|实施|开展|组织|举办|召开|推进|推广';

/** 9月建成投用, 10月完成验收: 10月开工: a month alone, whose end is meant; 1—6月完成 and 每月 are none. */
const MONTH_DONE = new RegExp(
  String.raw`(?<![\d个前近第每]|[-—–~～－至]|(?<![今明来次翌本当])年)(\d{1,2}月)(?:份)?(?=，?(?:${FINISHED}|${BEGUN}))`,
  'g',
);
/** Looked for first, for speed. */
const HINT =
  /\d(?<![\d年].)\d?月(?:份)?[，力确如按全基正顺整同完建出印制竣投通开启交验上办实组举召推]|[今明来次翌本当]年\d{1,2}月/;

/** The printed days in their years, a month alone that ends or begins work with its last day; raw and index are as printed. */
export function daysAndFinishes(printed: string, year: number | null): readonly FoundDue[] {
  if (!HINT.test(printed)) return inTheirYears(printedDays(printed, year), printed, year);
  const added: number[] = [];
  const ended = printed.replace(MONTH_DONE, (whole: string, month: string, at: number) => {
    added.push(at + month.length + added.length);
    return `${month}底${whole.slice(month.length)}`;
  });
  return inTheirYears(printedDays(ended, year), ended, year).map((one) => {
    const before = added.filter((at) => at < one.index).length;
    const within = added.filter((at) => at >= one.index && at < one.index + one.raw.length).length;
    const index = one.index - before;
    return { ...one, index, raw: printed.slice(index, index + one.raw.length - within) };
  });
}
