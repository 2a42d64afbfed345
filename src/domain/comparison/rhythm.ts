const TIMES: Record<string, number> = {
  ...{
    日: 365,
    天: 365,
    工作日: 250,
    周: 52,
    星期: 52,
    旬: 36,
    半月: 24,
    月: 12,
    季: 4,
    季度: 4,
    学期: 2,
    半年: 2,
    年: 1,
  },
};
const EACH = /每个?(工作日|日|天|周|星期|旬|半月|月|季度?|学期|半年|年)/;

/** How often in a year words like 每季度 come round; null where they name no such time. */
export function timesAYear(words: string): number | null {
  const each = EACH.exec(words)?.[1];
  return each ? (TIMES[each] ?? null) : null;
}

/** A name without its rhythm: 每周巡查 is 巡查; one that is nothing else stays. */
export const withoutRhythm = (name: string): string => (EACH.test(name) ? name.replace(EACH, '') || name : name);
