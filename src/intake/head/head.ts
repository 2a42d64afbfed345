import type { Doubt, PlanLevel, UnitRef } from '../../domain/plan/reading.js';
import { planYear } from '../../domain/plan/year.js';
import { planPrefix } from '../../domain/units/prefix.js';
import type { UnitRegistry } from '../../domain/units/registry.js';
import type { Paragraph } from '../lines/paragraph.js';
import { addresseesOf, salutationAt } from './addressees.js';
import { basisOf } from './basis.js';
import { issueDay } from './dates.js';
import { documentNumbers } from './document-number.js';
import { filledBy, issuersOf } from './issuers.js';
import { printedYear, type PrintedYear } from './printed-year.js';
import { placeByNumber, placeOf } from './place.js';
import { findTitles, kindOf, type Titles } from './titles.js';

/** What stands before the plan's own text, and what the plan is. */
export interface Head {
  title: string | null;
  noticeTitle: string | null;
  /** The plan's own title stands on lines of its own, not only in the title of a notice. */
  isWhole: boolean;
  docNumber: string | null;
  issuers: UnitRef[];
  issuedOn: string | null;
  region: string | null;
  level: PlanLevel | null;
  town: '镇' | '乡' | null;
  kind: string | null;
  basis: string[];
  addressees: string[];
  bodyFrom: number;
  /** Year of the plan, for dates printed without one. */
  year: number | null;
  /** What other print tells of the year, for where title, date and number do not. */
  otherYear: PrintedYear | null;
  doubts: Doubt[];
}

/** Reads titles, number, issuers, date, place, kind, basis and addressees. */
export function readHead(paragraphs: readonly Paragraph[], registry: UnitRegistry): Head {
  const titles = findTitles(paragraphs);
  const docNumber = ownNumber(paragraphs, titles);
  const salutation = salutationAt(paragraphs, titles.firstMark);
  const addressees = salutation < 0 ? [] : addresseesOf(paragraphs[salutation]?.text ?? '');
  const place = placeByNumber(placeOf(placeTexts(paragraphs, titles), registry), docNumber);
  const issuedOn = issueDay(paragraphs, titles.bodyFrom);
  const context = { ...place, registry, day: issuedOn, carried: planPrefix(place.level, place.region) };
  const issuers = issuersOf({ paragraphs, headEnd: headEnd(paragraphs, titles), ...titles, addressees, context });
  const intro = introduction(paragraphs, titles, salutation);
  const year = planYear({ title: titles.title, issuedOn, docNumber });
  return {
    title: titles.title,
    noticeTitle: titles.noticeTitle,
    isWhole: titles.isWhole,
    docNumber,
    issuers: issuers.issuers,
    issuedOn,
    ...place,
    kind: kindOf(titles.title),
    basis: basisOf(intro, docNumber),
    addressees,
    bodyFrom: titles.bodyFrom,
    year,
    otherYear: year === null ? printedYear(paragraphs, titles) : null,
    doubts: doubtsOf(titles, issuers.doubt, issuedOn),
  };
}

/** The notice ends where the plan begins; a plan without notice, and a notice alone, are signed at their end. */
function headEnd(paragraphs: readonly Paragraph[], { noticeTitle, isWhole, bodyFrom }: Titles): number {
  return (noticeTitle === null || !isWhole) && bodyFrom < 4 ? paragraphs.length : bodyFrom;
}

/** What a web page prints behind the number in the same line. */
const WEB_TAIL = /^[[【（]?(?:成文|发布|印发)?(?:日期|时间|来源|发布|浏览|阅读|点击|字体|字号|打印|编辑)/;
const RECORDED = /^[·∙]?【?(?:发文字号|文号|字号|发文号|文件编号)[】:：|]*/;

/** The plan's own number: on a line of its own, in a record, or beside a title; never one cited in a sentence. */
function ownNumber(paragraphs: readonly Paragraph[], titles: Titles): string | null {
  for (let index = 0; index < Math.min(titles.firstMark, paragraphs.length); index++) {
    const paragraph = paragraphs[index];
    if (!paragraph || !paragraph.text.includes('号')) continue;
    const numbers = documentNumbers(paragraph.text, paragraph.gap);
    const [first] = numbers;
    const last = numbers.at(-1);
    if (!first || !last) continue;
    const rest = paragraph.text.length - (first.end - first.index);
    const onPage = first.index === 0 && WEB_TAIL.test(paragraph.text.slice(first.end));
    const alone = rest <= 3 || onPage || RECORDED.test(paragraph.text);
    if (alone) return first.number;
    if (titles.lines.has(index) && paragraph.text.length - last.end <= 1) return last.number;
  }
  return null;
}

const RECORD_UNIT = /^[·∙]?【?(?:发文|制发|发布|制定)(?:机关|单位|机构)[】:：]*/;

function placeTexts(paragraphs: readonly Paragraph[], titles: Titles): (string | null)[] {
  const record = paragraphs.find(({ text }) => RECORD_UNIT.test(text))?.text ?? null;
  const units = paragraphs
    .slice(0, titles.bodyFrom)
    .map(({ text }) => text)
    .filter((text) => /^[一-龥（）]{4,30}$/.test(text));
  const signed = paragraphs
    .slice(-6)
    .map(({ text }) => text)
    .filter((text) => /^[一-龥]{4,24}$/.test(text));
  const stripped = record?.replace(RECORD_UNIT, '') ?? filledBy(paragraphs);
  const opening = titles.title ? null : (paragraphs[0]?.text.slice(0, 80) ?? null);
  return [titles.noticeTitle, titles.title, stripped, opening, ...units.slice(0, 12), ...signed];
}

/** The notice's own words and the plan's opening, before the first chapter. */
function introduction(paragraphs: readonly Paragraph[], titles: Titles, salutation: number): Paragraph[] {
  const from = Math.max(0, salutation);
  return paragraphs.slice(from, titles.firstMark).filter((paragraph, index) => {
    const { text } = paragraph;
    return !titles.lines.has(from + index) && text.length > 24;
  });
}

function doubtsOf(titles: Titles, issuers: string | null, issuedOn: string | null): Doubt[] {
  const doubts: Doubt[] = [];
  if (!titles.title) doubts.push({ code: 'title_missing', reason: '没有找到方案标题，请填写', field: 'title' });
  if (issuers) doubts.push({ code: 'issuers_unclear', reason: issuers, field: 'issuers' });
  if (!issuedOn) doubts.push({ code: 'date_missing', reason: '没有印出成文日期，请填写', field: 'issuedOn' });
  return doubts;
}
