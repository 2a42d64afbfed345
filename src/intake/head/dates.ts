import { arabicDates } from '../dates/written-dates.js';
import type { Paragraph } from '../lines/paragraph.js';

const ARABIC = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/;

const pad = (n: number): string => String(n).padStart(2, '0');

/** The day that a text names in full, 'YYYY-MM-DD'; Arabic or Chinese figures; null for none or one that no calendar has. */
export function fullDay(text: string): string | null {
  const [, year, month, day] = ARABIC.exec(arabicDates(text).text) ?? [];
  return year ? existing(`${year}-${pad(Number(month))}-${pad(Number(day))}`) : null;
}

/** null for a day that no calendar has. */
function existing(day: string): string | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null;
}

const ALONE = new RegExp(`^（?(?:${ARABIC.source})）?(?:（.*）)?$`);
const SIGNED = new RegExp(
  `(?:政府|办公室|办公厅|局|厅|委员会|领导小组|总工会|部)(?:（代章）|（章）)?(?:${ARABIC.source})$`,
);
const RECORD = /^[·∙]?【?(?:成文|发文|印发|公布)(?:日期|时间)[】:：]*/;

/** The day of issue: the date under the signature, else the record's 成文日期; never the web page's date. */
export function issueDay(paragraphs: readonly Paragraph[], bodyFrom: number): string | null {
  const dated = paragraphs.map(({ text }, index) => ({ index, day: signedDay(text) })).filter(({ day }) => day);
  const before = dated.filter(({ index }) => index < bodyFrom);
  const chosen = (before.length > 0 ? before : dated).at(-1);
  if (chosen?.day) return chosen.day;
  const record = paragraphs.find(({ text }) => text.length < 40 && RECORD.test(text));
  return record ? (fullDay(record.text) ?? dashed(record.text)) : null;
}

function signedDay(printed: string): string | null {
  const { text } = arabicDates(printed.slice(-60));
  return SIGNED.test(text) || (printed.length <= 60 && ALONE.test(text)) ? fullDay(text) : null;
}

function dashed(text: string): string | null {
  const match = /(20\d{2})[-.](\d{1,2})[-.](\d{1,2})/.exec(text);
  return match ? `${match[1]}-${pad(Number(match[2]))}-${pad(Number(match[3]))}` : null;
}
