/** How firm a figure is, from the least to the most. */
export const VALUE_STATUSES = ['口头待书面确认', '待公布', '预计', '快报', '终审'] as const;

export type ValueStatus = (typeof VALUE_STATUSES)[number];

/** A figure put together is as firm as its least firm part; null without parts. */
export function leastFirm(statuses: ValueStatus[]): ValueStatus | null {
  return VALUE_STATUSES.find((status) => statuses.includes(status)) ?? null;
}

/** The mark a printed figure carries, empty for a final one: 12.6万人次（预计）. */
export function statusMark(status: ValueStatus | null): string {
  return status === null || status === '终审' ? '' : `（${status}）`;
}
