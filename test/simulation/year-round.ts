/** One round of the year: what is asked, up to which day, by which day. */
export interface YearRound {
  id: string;
  kind: '季' | '年终';
  title: string;
  asOf: string;
  due: string;
  /** Share of the year that is done, 0..1. */
  share: number;
}

export const packetId = (roundId: string, unitId: string) => `k-${roundId}-${unitId}`;
