import type { UnitRef } from '../../domain/plan/reading.js';
import { resolveUnit, type UnitContext } from '../../domain/units/resolve.js';
import type { Paragraph } from '../lines/paragraph.js';
import { annexHeading } from '../outline/annex.js';
import { isDateLine } from '../outline/closing.js';
import { addresseesOf } from './addressees.js';

export interface IssuerReading {
  issuers: UnitRef[];
  /** Why the list is not certain, null when it is. */
  doubt: string | null;
}

interface Sources {
  paragraphs: readonly Paragraph[];
  /** Everything before the plan's own text. */
  headEnd: number;
  /** Where the plan's own text begins. */
  bodyFrom: number;
  noticeTitle: string | null;
  title: string | null;
  addressees: readonly string[];
  context: UnitContext;
}

const UNIT_LINE =
  /^(?:[一-龥]{2,30}(?:局|委|办|厅|部|委员会|办公室|政府|总工会|领导小组|联合会|法院|检察院|支行|分行|队|公司)|[省市县区州旗]总工会)$/;
const RECORD = /^[·∙]?【?(?:发文|制发|发布|制定|印发)(?:机关|单位|机构|部门)[】:：]*/;
/** A table's own line on who filled it in, above its rows; what else stands on the line is behind it. */
const FILLED_BY = /^[（(]?(?:填[报表]|制表|编制)(?:机关|单位|部门)(?:[（(][^）)]{1,6}[）)])?[:：]/;
const BESIDE =
  /(?:填[报表制]|制表|编制|报送|联系|负责|审核|计量|数量|金额)?(?:日期|时间|人|电话|年月|单位)[（()）]*[:：].*$|20\d{2}年.*$/;
const FILLED_WITHIN = 6;
const COUNTED = /等(\d{1,2}|[一二三四五六七八九十]{1,3})个?(?:部门|单位|部委|厅局)/;
const TITLE_ISSUER = /^([一-龥、（）]{3,80}?)(?:等.{1,4}部门|等.{1,4}单位)?(?:关于|印发|转发)/;

/** Who issued the plan: the red head, a database record, the title, the signature, or addressees and “等N部门”. */
export function issuersOf(sources: Sources): IssuerReading {
  const signed = unitLines(sources);
  const record = recordLine(sources);
  const [named, counted] = titled(sources);
  const list = [signed.block, record, signed.all].find((one) => one.length > 1 && (!counted || one.length === counted));
  if (list) return { issuers: list, doubt: null };
  if (counted && named) return byAddressees(sources, named, counted);
  if (named) return { issuers: split(named, sources), doubt: null };
  const single = [record, signed.all].find((one) => one.length > 0) ?? [];
  return { issuers: single.map((unit) => withoutSeal(unit)), doubt: single.length === 0 ? NOT_FOUND : null };
}

const NOT_FOUND = '没有找到发文机关，请在“更正基本信息”的“发文机关”中填写';

const withoutSeal = (unit: UnitRef): UnitRef => ({ ...unit, name: unit.name.replace(/（[^）]*）$/, '') });

/**
 * Lines that are a unit's name with its place: the longest unbroken block, and all of them once each. Behind the heading
 * of an annex only those who signed: a list of units there issued nothing.
 */
function unitLines({ paragraphs, headEnd, bodyFrom, context }: Sources): { block: UnitRef[]; all: UnitRef[] } {
  let block: UnitRef[] = [];
  let current: UnitRef[] = [];
  const all = new Map<string, UnitRef>();
  const annex = paragraphs.findIndex(({ text }, at) => at >= bodyFrom && at < headEnd && annexHeading(text) !== null);
  for (const [at, { text }] of paragraphs.slice(0, headEnd).entries()) {
    const printed = unitsOfLine(text, context);
    const isListed = annex >= 0 && at > annex && printed.length > 0 && !isSigned(paragraphs, at);
    const units = isListed ? [] : printed;
    current = units.length > 0 ? [...current, ...units] : [];
    for (const unit of units) all.set(unit.name, unit);
    if (current.length > block.length) block = current;
  }
  return { block, all: [...all.values()] };
}

/** The lines from here on are units and then a date. */
function isSigned(paragraphs: readonly Paragraph[], at: number): boolean {
  const end = paragraphs.findIndex(({ text }, index) => index >= at && !UNIT_LINE.test(text));
  return isDateLine(paragraphs[end]);
}

/** One or more units on a line of the red head or the signature; each begins with the place, or each with its level. */
function unitsOfLine(text: string, context: UnitContext): UnitRef[] {
  const { region } = context;
  const isUnit = UNIT_LINE.test(text);
  const byLevel = isUnit ? text.split(NEXT_OF_LEVEL[text[0]!] ?? NEXT_PROVINCE) : [];
  if (byLevel.length > 1 && byLevel.every((name) => resolveUnit(name, { ...context, carried: null }).id !== null))
    return byLevel.flatMap((name) => placed(name, context) ?? []);
  const whole = region && text.startsWith(region) ? eachOf(region, text) : [text];
  const names = MAY_GO_ON.test(text) ? whole.flatMap((name) => name.split(NEXT_PROVINCE)) : whole;
  if (!(names.length === 1 ? isUnit : names.every((name) => UNIT_LINE.test(name)))) return [];
  const units = names.map((name) => placed(name, context)).filter((unit) => unit !== null);
  return units.length === names.length ? units : [];
}

/** 太原市教育局太原市财政局: the units of a line that begins with the place, each with it. */
const eachOf = (region: string, line: string): string[] =>
  line
    .split(region)
    .slice(1)
    .map((name) => region + name);

const PROVINCE = '(?:(?:北京|上海|天津|重庆)市|[一-龥]{2,3}省|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区)';
const OF_PROVINCE = new RegExp(`^${PROVINCE}`);
/** 重庆市人民政府办公厅四川省人民政府办公厅: issuers of two provinces on one line. */
const NEXT_PROVINCE = new RegExp(`(?<=[局委办厅府会室])(?=${PROVINCE})`);
/** Looked for first, for speed. */
const MAY_GO_ON = new RegExp(`[局委办厅府会室]${PROVINCE}`);

/** 市教育局市财政局: issuers of one level on one line, whose blanks are gone by now. */
const NEXT_OF_LEVEL: Record<string, RegExp> = Object.fromEntries(
  [...'省市县区州旗'].map((level) => [level, new RegExp(`(?<=[局委办厅部会室院联行])(?=${level})`)]),
);

/** An issuer keeps its place: 太原市 + 财政局; that of another province its own. */
function placed(surface: string, context: UnitContext): UnitRef | null {
  const found = resolveUnit(surface, { ...context, carried: null });
  if (!found.known && !found.explicit) return null;
  const { region } = context;
  const province = OF_PROVINCE.exec(surface)?.[0];
  if (province && region && province !== region)
    return { name: found.name.startsWith(province) ? found.name : surface, surface };
  if (found.id === null || !region || !found.carries) return { name: withPlace(surface, region), surface };
  return { name: region + found.name.slice(found.carries.length), surface };
}

function recordLine({ paragraphs, headEnd, context }: Sources): UnitRef[] {
  const head = paragraphs.slice(0, headEnd);
  const record = head.find(({ text }) => RECORD.test(text))?.text.replace(RECORD, '');
  const names = record ?? filledBy(head);
  if (!names) return [];
  return names
    .split(/[，、；]/)
    .map((name) => placed(name, context))
    .filter((unit) => unit !== null);
}

/** Who filled a table in; null where its head has no such line. */
export function filledBy(paragraphs: readonly Paragraph[]): string | null {
  const line = paragraphs.slice(0, FILLED_WITHIN).find(({ text }) => FILLED_BY.test(text));
  return line ? line.text.replace(FILLED_BY, '').replace(BESIDE, '') : null;
}

function titled({ noticeTitle, title }: Sources): [string | null, number | null] {
  for (const text of [noticeTitle, title]) {
    const match = text ? TITLE_ISSUER.exec(text) : null;
    if (!text || !match?.[1]) continue;
    const count = COUNTED.exec(text.slice(0, text.indexOf('《') > 0 ? text.indexOf('《') : undefined))?.[1];
    return [match[1], count ? chineseOrArabic(count) : null];
  }
  return [null, null];
}

const chineseOrArabic = (text: string): number =>
  /\d/.test(text)
    ? Number(text)
    : text === '十'
      ? 10
      : ('一二三四五六七八九'.indexOf(text.slice(-1)) + 1 || 0) + (text.startsWith('十') ? 10 : 0);

function split(named: string, { context }: Sources): UnitRef[] {
  const parts = named.split('、').flatMap((part) => part.split(NEXT_PROVINCE));
  return parts.map((surface) => placed(surface, context) ?? { name: withPlace(surface, context.region), surface });
}

/** 市人民政府 in a title means the government of the plan's place. */
const withPlace = (surface: string, region: string | null): string =>
  region ? surface.replace(/^(?:自治区|[省市县区州])(?=人民政府|政府|委)/, region) : surface;

/**
 * “X等9部门” with nine kinds of addressees below: the issuers are the same kinds at the issuer's own level. A general
 * rule, yet an inference, so it is marked.
 */
function byAddressees(sources: Sources, named: string, counted: number): IssuerReading {
  const { context, addressees } = sources;
  const first = split(named, sources);
  const kinds = addressees.map((name) => kindAtLevel(name, context)).filter((name) => name !== null);
  const issuers = [...new Set([...first.map(({ name }) => name), ...kinds])];
  const doubt = `发文机关共${counted}家，正文只印出${first.length}家，其余按主送单位推定，请核对`;
  if (issuers.length !== counted)
    return { issuers: first, doubt: `发文机关共${counted}家，只读出${first.length}家，请补全` };
  return { issuers: issuers.map((name) => ({ name, surface: name })), doubt };
}

/** 各地级以上市教育局 → 广东省教育厅: the addressee's kind at the issuer's level; null for units of one place. */
function kindAtLevel(addressee: string, { registry, region }: UnitContext): string | null {
  const bare = addressee.replace(/（[^）]*）/g, '').replace(/^各?(?:地级以上)?[省市县区州、]*/, '');
  const found = registry.find(bare);
  if (!found || !region) return null;
  const end = found.category === 'government' ? registry.fullName(found.id, region) : found.rest;
  return end ? region + end : null;
}

/** The addressees of a salutation line, as needed above. */
export const addresseeNames = (line: string | null): string[] => (line ? addresseesOf(line) : []);
