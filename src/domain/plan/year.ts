/** A phase of the timetable: its first day, and its days as printed. */
interface PrintedPhase {
  start: string | null;
  printed?: string | null;
}

/** What a plan's year is read from; `year` is what the office has said, where it has. */
export interface YearFacts {
  title: string | null;
  issuedOn: string | null;
  docNumber?: string | null;
  year?: number | null;
  /** The phases of the timetable, with the days as printed. */
  phases?: readonly PrintedPhase[];
  /** What the plan prints elsewhere: in its notice’s title, beside its title, in its dated days. */
  printedYear?: number | null;
}

/** A year in Chinese figures: 二〇二七, 二○二七, 二零二七, 二O二七 and the other signs that are typed for the nought. */
const WRITTEN =
  /(?<![〇○◯零一二三四五六七八九\d])(?:[一1１][九9９]|[二2２][〇○◯零oOОοΟＯ0０])[〇○◯零oOОοΟＯ0０一二三四五六七八九1-9１-９]{2}(?=\s*年|\s*[—–~～至到-]+\s*[二2２][〇○◯零oOОοΟＯ0０])/g;
const FIGURES = new Map([
  ...[...'〇○◯零oOОοΟＯ０'].map((sign): [string, string] => [sign, '0']),
  ...[...'一二三四五六七八九'].map((sign, index): [string, string] => [sign, String(index + 1)]),
  ...[...'１２３４５６７８９'].map((sign, index): [string, string] => [sign, String(index + 1)]),
]);

/** The text with years in Chinese figures (二〇二七年) in Arabic ones, character for character: places in it stay. */
export const arabicYears = (text: string): string =>
  text.replace(WRITTEN, (year) => [...year].map((sign) => FIGURES.get(sign) ?? sign).join(''));

/** Years that name the plan's own time: not “到2030年”, “2030年前”, which say when something is to be reached. */
const YEAR = /(?<![\d到至迈])(?:19|20)\d\d(?=\s*年(?!\s*(?:底|末|以?前|之前|远景))|\s*[—–~～至到-]+\s*(?:19|20)\d\d)/g;
const SPAN = /((?:19|20)\d\d)\s*年?\s*[—–~～至到-]+\s*((?:19|20)\d\d)/;

/** First and last year that a title prints (2021—2025年); null where it prints no such span. */
export function titleSpan(title: string | null): [first: number, last: number] | null {
  const [, first, last] = SPAN.exec(arabicYears(title ?? '')) ?? [];
  return first && last ? [Number(first), Number(last)] : null;
}

/** The first year that a plan is for: that of its title's span, where it was issued later. */
export const firstYear = (title: string | null, year: number | null): number | null =>
  year === null ? null : Math.min(year, titleSpan(title)?.[0] ?? year);

/** The last year that a plan is for: that of its title's span, else its own. */
export const lastYear = (title: string | null, year: number | null): number | null =>
  year === null ? null : Math.max(year, titleSpan(title)?.[1] ?? year);

/** The single year that a title names (2027年农民工工作要点); null where it names none, several, or a span of years. */
export function titleYear(title: string | null): number | null {
  if (titleSpan(title)) return null;
  const named = new Set(arabicYears(title ?? '').match(YEAR));
  return named.size === 1 ? Number([...named][0]) : null;
}

/** The year in which a document was issued: of its date, else of its number; null where neither is printed. */
export function yearOfIssue({ issuedOn, docNumber }: Pick<YearFacts, 'issuedOn' | 'docNumber'>): number | null {
  const printed = issuedOn?.slice(0, 4) ?? docNumber?.match(/[〔[（(【](20\d\d)[〕\]）)】]/)?.[1];
  return printed ? Number(printed) : null;
}

/** The first year that the timetable's phases print; null where they print none. */
function phaseYear(phases: readonly PrintedPhase[]): number | null {
  const years = phases.flatMap(({ printed }) => arabicYears(printed ?? '').match(/(?<!\d)20\d\d(?=\s*年)/g) ?? []);
  return years.length > 0 ? Math.min(...years.map(Number)) : null;
}

/**
 * The year of a plan, in which its days without a year are read and its first cycle runs: what the office has said, else
 * the single year of the title, else the year of issue, else any year that the title prints, else that of the timetable,
 * else what is printed elsewhere; null where none tells.
 */
export function planYear({ title, year, phases = [], printedYear, ...rest }: YearFacts): number | null {
  const printed = /20\d\d/.exec(arabicYears(title ?? ''))?.[0];
  const named = year ?? titleYear(title) ?? yearOfIssue(rest);
  return named ?? (printed ? Number(printed) : (phaseYear(phases) ?? printedYear ?? null));
}
