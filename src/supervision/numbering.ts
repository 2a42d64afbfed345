/** Series of the office's numbers: 督办〔2023〕1号 for orders, 商请〔2023〕1号 for letters. */
export const SERIES: Record<string, string> = { order: '督办', letter: '商请' };

const SHAPE = /^(.+)〔(\d{4})〕(\d+)号$/;

/** The next number of a series in a year, after the highest one given out; numbers of other shapes do not count. */
export function nextNumber(series: string, year: number, given: readonly string[]): string {
  const used = given.map((number) => SHAPE.exec(number)).filter((parts) => parts !== null);
  const own = used.filter(([, name, of]) => name === series && Number(of) === year);
  const highest = Math.max(0, ...own.map(([, , , ordinal]) => Number(ordinal)));
  return `${series}〔${year}〕${highest + 1}号`;
}
