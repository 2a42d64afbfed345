/** Rates, terms and money have a lower and an upper end that each bind; of 3—5家 the least is what is asked for. */
export const TOLD_APART = /%|‰|百分点|基点|元$|^(?:个?工作日|[日天周年]|个?小时|个?月|个?星期|分钟)$/;

const RANGE = /^\d[\d.]*(?:百|千|万|亿)*(?:[-—~～–－]+|至|到)(\d[\d.]*(?:百|千|万|亿)*)/;

interface Printed {
  op: string;
  unit: string | null;
  raw: string | null;
}

/** The upper end of a printed range of things, 5个 of 3~5个, of which the target holds the lower; null for other figures. */
export function upperEnd({ op, unit, raw }: Printed): string | null {
  if (op !== '>=' || raw === null || (unit !== null && TOLD_APART.test(unit))) return null;
  return RANGE.exec(raw)?.[1] ?? null;
}
