/** 7月1日起施行, 2025年7月起正式执行: from when on something holds. */
const START =
  /(?:(20\d{2})年)?(\d{1,2})月(?:(\d{1,2})日)?起(?:正式|全面|统一)*(?:施行|实施|执行|生效|启用|实行|推行|落实)/g;

interface StartDay {
  /** 7月1日起施行. */
  words: string;
  year: string | undefined;
  /** Months and days of the year, to be laid in order. */
  at: number;
}

const startsIn = (text: string): StartDay[] =>
  [...text.matchAll(START)].map(([words, year, month, date]) => ({
    ...{ words, year, at: Number(month) * 100 + Number(date ?? 1) },
  }));

/**
 * From when on something holds in two clauses that each print one such day; null where they are the same, or where one
 * has its year and the other not, so that nobody can tell.
 */
export function startPair(theirs: string, ours: string): { theirs: string; ours: string; later: boolean } | null {
  const [one, ...more] = startsIn(theirs);
  const [other, ...others] = startsIn(ours);
  if (!one || !other || more.length > 0 || others.length > 0 || one.year !== other.year || one.at === other.at)
    return null;
  return { theirs: one.words, ours: other.words, later: other.at > one.at };
}
