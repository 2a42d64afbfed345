import type { Paragraph } from '../lines/paragraph.js';

const ARABIC = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/;
const CHINESE =
  /([一二][〇○零OoО0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;
const DIGITS = '〇一二三四五六七八九';

const pad = (n: number): string => String(n).padStart(2, '0');

function arabicYear(printed: string): string {
  return [...printed].map((c) => Math.max(0, DIGITS.indexOf(c))).join('');
}

function small(printed: string): number {
  const [tens, ones] = printed.includes('十') ? printed.split('十') : ['', printed];
  const ten = printed.includes('十') ? (DIGITS.indexOf(tens || '一') || 1) * 10 : 0;
  return ten + (ones ? DIGITS.indexOf(ones) : 0);
}

/** The day that a text names in full, 'YYYY-MM-DD'; Arabic or Chinese figures; null for none or one that no calendar has. */
export function fullDay(text: string): string | null {
  const arabic = ARABIC.exec(text);
  if (arabic) return existing(`${arabic[1]}-${pad(Number(arabic[2]))}-${pad(Number(arabic[3]))}`);
  const chinese = CHINESE.exec(text);
  if (!chinese) return null;
  const [, year = '', month = '', day = ''] = chinese;
  return existing(`${arabicYear(year)}-${pad(small(month))}-${pad(small(day))}`);
}

/** null for a day that no calendar has. */
function existing(day: string): string | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null;
}

const ALONE = new RegExp(`^（?(?:${ARABIC.source}|${CHINESE.source})）?(?:（.*）)?$`);
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

function signedDay(text: string): string | null {
  if (text.length > 60 ? !SIGNED.test(text.slice(-60)) : !(ALONE.test(text) || SIGNED.test(text))) return null;
  return fullDay(text.slice(-60));
}

function dashed(text: string): string | null {
  const match = /(20\d{2})[-.](\d{1,2})[-.](\d{1,2})/.exec(text);
  return match ? `${match[1]}-${pad(Number(match[2]))}-${pad(Number(match[3]))}` : null;
}
