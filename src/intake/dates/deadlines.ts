import { matchesOf, nextSign, openingOf, sign } from '../../domain/text/signs.js';
import { termsFromIssue } from './issue-terms.js';
import { feastDeadlines } from './feast-deadlines.js';
import { BEGUN, daysAndFinishes, FINISHED } from './month-alone.js';
import { winterDay } from './winter-days.js';
import { AT_LATEST, isVague, type FoundDue } from './phrases.js';

/** A day by which a text wants something done. */
export interface TextDeadline {
  day: string;
  raw: string;
  /** Offset in the text. */
  index: number;
  /** Set where no calendar has the printed day; `day` is the nearest. */
  impossible?: true;
  /** Why a person must look at it; null where the words say that the work itself is done by then. */
  doubt: string | null;
}

const MARKED = /(?:前|底|末|内|日|旬|月|月份|[上下]半年|[一二三四1-4]季度|\d)$/;
const BARE_YEAR = /[\d〇○零一二三四五六七八九]年$/;
/** 每年…底前 comes round. */
const COMES_ROUND = /每(?:个)?(?:年|月|季度?|半年|周|学期)[^，。；]{0,8}$/;
/** 次年3月底前, counted from another year: the measure's own day only where its work, not a report on it, is done by then. */
const NEXT = /[次翌]年度?$/;
const REPORTED = /报|总结|汇总|反馈|提交/;
/** 截至2022年底, 较2020年末, 对6月底前…: a state or a basis, nothing to be done. */
const NO_DEMAND_BEFORE = /(?:截至|较|比|自|从|在|以|按|对|对于|凡|如|若|超过|早于|晚于)$/;
const KEPT_BEFORE = /在$/;
/** 实施期限延长至…, 2022年至2024年: how long a rule holds. 离校5年内: counted from an event. */
const HOLDS = /(?:期限?|执行|延长|延续|施行|适用)[一-龥]{0,6}(?:到|至)$/;
/** “……分级，期限至6月30日”: a clause of its own; what it ends is asked about. */
const TERM_TO = /^(?:完成|办结|整改)?[时期]限[至到]$/;
const STRETCH = /[\d年月日旬底初](?:到|至)$/;
/** 3月底至10月上旬: of a stretch the first day ends nothing. */
const BEGINS_STRETCH = /^(?:起|开始)?(?:[-—–~～－]+|至|到)(?:(?:20\d\d|[次翌明来])年)?(?:\d{1,2}月|年[底末])/;
/** 2024年11月至2025年春节前. */
const TO_FEAST = /[-—–~～－至到][^\d]*(?:20\d\d年)?[^\d]*[旦节夕一运]/;
const COUNTED = /[\d一二三四五六七八九十两几]$/;
/** 8月底前已下达额度基本使用到位: what 已 is said of is to be done by then, all of it or nearly. */
const TO_BE_DONE =
  '(?!基本|全部|全面)[一-龥]{3,10}(?:基本|全部|全面|力争|确保)[^，。；]{0,6}(?:到位|完成|完毕|清零|建成|开工|办结|兑付|拨付|整改|销号)';
const NO_DEMAND_AFTER = new RegExp(
  `^(?:（含）)?(?:起(?![始草])|以来|开始|之日|以后|后|的?(?:基础上|数据|水平|存量(?![^，。；]{0,10}(?:清零|完成|化解|消除|处置|整改|出清|销号|达标|达到|到位|退出|全部))|余额|相比)|[^，。；]{0,10}已经?(?!${TO_BE_DONE})[一-龥]|[^，。；]{0,4}(?:未(?!就业|升学|成年|参保)|不能|没有|逾期))`,
);
/** 2000年底前建成的老旧小区, 6月底前登记在册的企业: whom it concerns. */
const WHOM =
  /^(?:已|未)?(?:(?:建成|完成|形成|竣工|投产|开工|投用|通车|投入使用)的|(?:登记|注册|参加|出生|毕业|入职|入学|退休|取得|成立|办理|签订|发生|批准|备案|缴纳|购买|签约)[一-龥]{0,8}的[一-龥])/;
const DONE =
  /完成|建成|建立|建好|制定|制订|出台|印发|编制|修订|提交|形成|竣工|投入(?:使用|运营|运行)|启用|开通|上线|办结|到位|清零|实现|全部|完毕|发放|兑付|拨付|兑现|下达|验收|组建|成立|达标|解决|消除|关闭|拆除|取缔|淘汰|退出|搬迁|销号|挂牌|交付|审结|结案|取消|停止|公布|发布|公开|上报|报送|投用|投运|投产|通车|报(?!告|道|名|销|酬|警|刊|到)|汇总|反馈|确定|明确|签订|落实|配齐|改造|收官|完工|收尾/;
/** 10月底前新建公厕2座: what is made or handed over, and how much of it, right behind the day. */
const MADE =
  /^，?(?:力争|确保|再|至少|累计)?(?:新建|新增|新设|增设|设立|开设|开办|增加|提供|筹集|筹措|配租|配售|募集|归集|交付使用|创建|培育|招聘|招收|招录|引进|购置|配备|安装|改建|扩建|续建|修缮|修复|整修|清退|追缴|追回|补发|偿还|收缴|化解)[^，。；\d]{0,20}(?:不少于|不低于|至少|超过)?\d/;
/** 上半年完成投资过半, 6月底前完成60%. */
const PARTLY = /^，?(?:力争|确保)?完成[^，。；]{0,12}(?:过半|一半|(?<!\d)\d{1,2}%|[一二三四五六七八九]成)/;
/** 7月10日前、次年1月10日前分别通报: the same again in the year after. */
const NEXT_LISTED = /^(?:[、和及与]|以及)[次翌明来]年\d{1,2}月/;
/** 10月30日完成, 上半年出台, 9月建成: a day without 前 is one only where the work's end follows at once. */
const DONE_AT_ONCE = new RegExp(`^，?(?:${FINISHED}|报|上报)`);
const MONTH = /月(?:份)?$/;
const FINISHED_AT_ONCE = new RegExp(`^，?(?:${FINISHED})`);
/** 明年6月底前: the year after the one in which it is written, which is not always the plan's; 第二年 is counted from any. */
const NEXT_YEAR = /^[明来]年/;
const COUNTED_YEAR = /^(?:[次翌]|第[二三]|下一?)年/;
/** 2025年基本实现全覆盖, 2025年建成投用: a year alone, whose end is meant. */
const WHOLE_AT_ONCE =
  /^，?(?:(?:基本|全面|全部)(?:实现|完成|建成|建立|消除|达到|达标|解决|形成|覆盖|取消|淘汰|关闭|退出|脱贫)|(?:建成|竣工|完工|投用|投产|投运|通车)(?!的)[^\d，。；]*(?:[，。；]|$))/;
/** 下半年开展整治, 第四季度组织实施, 6月下旬抽查: what is done then, whatever it is. */
const TERM_STEP = /(?:半年|季度|旬|全年)$/;
const ANY_WORK = /^，?(?!的|为|是|预计)[一-龥]/;
/** 10月开工, 2026年全面应用, 9月20日举办…: of other days only with a word for work. */
const WORK = new RegExp(`^，?[^，。；、\\d]{0,8}(?:${FINISHED}|${BEGUN}|应用|运行|运营)`);
/** 全年完成投资60亿元. */
const WHOLE_YEAR = /(?<!贯穿|[去上前]年)全年(?=(?:计划|力争|确保)?完成)/g;

/**
 * The days by which a measure's own text wants the work done (6月底前完成…, 2024年底前建成, 9月20日前报…), in order. Days that
 * come round, that tell a state (截至…) or whom a rule concerns (…前登记的) are left out. `year` is the plan's, for days
 * printed without one; a day before `issuedOn` is doubted.
 */
export function deadlinesIn(text: string, year: number | null, issuedOn: string | null): TextDeadline[] {
  const found: TextDeadline[] = [];
  const others: FoundDue[] = [];
  for (const { day: read, raw: printed, index: at, impossible } of daysAndFinishes(text, year)) {
    const bare = printed.endsWith('完成') ? printed.slice(0, -2) : printed;
    const winter = impossible ? null : winterDay({ day: read, raw: bare, index: at }, '正文', text, issuedOn);
    const day = winter?.day ?? read;
    const said = demandOf(text, { day, raw: bare, index: at }, issuedOn);
    const demand = said === undefined ? said : (winter?.doubt ?? said);
    const next = demand === undefined ? '' : (NEXT.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? '');
    const [raw, index] = [next + bare, at - next.length];
    const doubt = demand === null && next ? nextYearDoubt(raw, day) : demand;
    if (doubt === undefined) others.push({ day, raw, index });
    else
      found.push(
        impossible ? { day, raw, index, impossible, doubt: impossibleDoubt('正文', raw) } : { day, raw, index, doubt },
      );
  }
  const feasts = feastDeadlines(text, year, issuedOn, (end) => DONE.test(clauseAfter(text, end)));
  const all = [...found, ...feasts, ...termsFromIssue('正文', text, issuedOn)];
  if (all.length === 0) return begun(text, others);
  return [...all, ...laterSteps(text, others, all, year)].sort((a, b) => a.index - b.index);
}

/**
 * 6月底前完成清单梳理，下半年开展整治: what follows the last of the found days is no deadline by itself, but lets none of them be
 * the whole measure's.
 */
function laterSteps(
  text: string,
  others: readonly FoundDue[],
  found: readonly TextDeadline[],
  year: number | null,
): TextDeadline[] {
  const last = found.reduce((best, { day }) => (day > best ? day : best), '');
  const years =
    year === null ? [] : matchesOf(text, WHOLE_YEAR).map(({ 0: raw, index }) => ({ day: `${year}-12-31`, raw, index }));
  return [...others, ...years]
    .filter((one) => one.day > last && isStep(text, one))
    .map(({ day, raw, index }) => ({ day, raw, index, doubt: `正文印有“${raw}”，请核对是否为本条的完成时限` }));
}

/** 上半年开工, 9月启动: where it is the only day, by which something is to be begun, it is asked about. */
const begun = (text: string, others: readonly FoundDue[]): TextDeadline[] =>
  others
    .filter((one) => isStep(text, one) && STARTED_AT_ONCE.test(text.slice(one.index + one.raw.length)))
    .map(({ day, raw, index }) => ({
      day,
      raw,
      index,
      doubt: `正文印有“${raw}”，说的是开工、启动的时间，请核对是否为本条的完成时限`,
    }));
const STARTED_AT_ONCE = /^，?(?:力争|确保|全面|全部|正式|陆续)*(?:开工|动工|开建|启动)(?!的)/;

function isStep(text: string, { raw, index }: FoundDue): boolean {
  const before = clauseBefore(text, index);
  const after = sentenceAfter(text, index + raw.length);
  if (/^每/.test(raw) || COMES_ROUND.test(before) || NEXT.test(before)) return false;
  if (HOLDS.test(before) || isQuoted(text, index)) return false;
  if ((NO_DEMAND_BEFORE.test(before) && !KEPT_BEFORE.test(before)) || BEGINS_STRETCH.test(after)) return false;
  if (NO_DEMAND_AFTER.test(after) || WHOM.test(after) || (BARE_YEAR.test(raw) && /^[^，。；]*\d/.test(after)))
    return false;
  return TERM_STEP.test(raw) ? ANY_WORK.test(after) : BARE.test(raw) && WORK.test(after);
}
const BARE = /[年月日\d]$|月份$/;

/** What is said of a day that no calendar has; `where` is the place that prints it. */
export const impossibleDoubt = (where: string, raw: string): string =>
  `${where}印有“${raw}”，日历上没有这一天，请核对原文后填写`;

/** What is said of 10月前, 2025年前, 三季度前. */
export function vagueDoubt(where: string, raw: string, day: string): string {
  const term = raw.replace(/(?:之|以)?前$/, '');
  const other = /[年度]$/.test(term) ? `${term}开始之前` : `${term}底`;
  return `${where}印有“${raw}”，暂按${day}理解，也可能指${other}，请核对`;
}

/** undefined: nothing is demanded by that day. */
function demandOf(text: string, { day, raw, index }: FoundDue, issuedOn: string | null): string | null | undefined {
  const before = clauseBefore(text, index);
  const after = sentenceAfter(text, index + raw.length);
  const isTowards = /(?:到|至)$/.test(before);
  const isBare = /[日旬\d]$|季度$|半年$/.test(raw) && !isTowards && !AT_LATEST.test(before);
  const isYear = BARE_YEAR.test(raw);
  if (isYear && !isTowards && WHOLE_AT_ONCE.test(after) && !isQuoted(text, index)) return yearDoubt(day, raw, issuedOn);
  if (!(MARKED.test(raw) || (isTowards && isYear)) || (isBare && !DONE_AT_ONCE.test(after))) return undefined;
  const isStretch = STRETCH.test(before) || TO_FEAST.test(raw);
  if (MONTH.test(raw) && (!FINISHED_AT_ONCE.test(after) || isStretch || isOver(day, raw, issuedOn))) return undefined;
  if (/^每/.test(raw) || COMES_ROUND.test(before) || isQuoted(text, index)) return undefined;
  if (NEXT.test(before) && (REPORTED.test(after) || !DONE.test(after))) return undefined;
  if (NO_DEMAND_BEFORE.test(before) && !KEPT_BEFORE.test(before) && !AT_LATEST.test(before)) return undefined;
  if (!/[前内]$/.test(raw) && BEGINS_STRETCH.test(after)) return undefined;
  if ((HOLDS.test(before) && !TERM_TO.test(before)) || (raw.startsWith('年') && COUNTED.test(before))) return undefined;
  if (isYear && (isStretch || /\d/.test(after))) return undefined;
  if (NO_DEMAND_AFTER.test(after) || WHOM.test(after)) return undefined;
  return doubtOf({ day, raw, after, isStretch }, issuedOn);
}

/** 2023年10月建成: of a month that is printed with its year and was over something is told. */
const isOver = (day: string, raw: string, issuedOn: string | null): boolean =>
  issuedOn !== null && day < issuedOn && /^20\d\d/.test(raw);

/** Of a year that is over when the plan is issued something is told, nothing demanded. */
const yearDoubt = (day: string, raw: string, issuedOn: string | null): string | undefined =>
  issuedOn !== null && day < issuedOn
    ? undefined
    : `正文印有“${raw}”，没有写明到年内哪一天，请核对是否为本条的完成时限`;

const nextYearDoubt = (raw: string, day: string): string => `正文印有“${raw}”，暂按${day}理解，请核对年份`;

interface Demand {
  day: string;
  raw: string;
  after: string;
  /** 6月至9月底: the end of a stretch. */
  isStretch: boolean;
}

function doubtOf({ day, raw, after, isStretch }: Demand, issuedOn: string | null): string | null {
  const printed = `正文印有“${raw}”`;
  if (issuedOn !== null && day < issuedOn) return `${printed}，按${day}理解则早于成文日期，请核对年份`;
  const isOfIssue = Number(day.slice(0, 4)) - 1 === Number(issuedOn?.slice(0, 4));
  if (COUNTED_YEAR.test(raw) || (NEXT_YEAR.test(raw) && !isOfIssue)) return nextYearDoubt(raw, day);
  if (isVague(raw)) return vagueDoubt('正文', raw, day);
  if (BARE_YEAR.test(raw)) return `${printed}，可能是远期目标，请核对是否为本条的完成时限`;
  if (NEXT_LISTED.test(after)) return `${printed}，次年还有一次，请核对是否为本条的完成时限`;
  if (PARTLY.test(after)) return `${printed}，只是完成一部分的日期，请核对是否为本条的完成时限`;
  if (isStretch) return `${printed}，是一段时间的结束，请核对是否为本条的完成时限`;
  if (DONE.test(after) || MADE.test(after)) return null;
  return `${printed}，没有写明是完成的日期，请核对是否为本条的完成时限`;
}

/** The words of the same clause before an offset. */
const clauseBefore = (text: string, index: number): string =>
  text.slice(openingOf(text, index, CLAUSE_STOPS, 24), index);
const CLAUSE_STOPS = sign('，。；：、！？\n');

/** The words of the same sentence behind an offset. */
const sentenceAfter = (text: string, from: number): string =>
  text.slice(from, nextSign(text, from, SENTENCE_STOPS, Math.min(text.length, from + 80)));
const SENTENCE_STOPS = sign('。；！？\n');

const clauseAfter = (text: string, from: number): string => sentenceAfter(text, from).split('，', 1)[0] ?? '';

/** Inside the title of a document. */
function isQuoted(text: string, index: number): boolean {
  const open = text.lastIndexOf('《', index);
  return open >= 0 && text.indexOf('》', open) > index;
}

/** The one day that is proposed: the latest; in doubt as soon as the text names more than one day. */
export function proposedDeadline<T extends TextDeadline>(found: readonly T[]): T | null {
  const latest = found.reduce<T | null>((best, one) => (best === null || one.day > best.day ? one : best), null);
  if (latest === null) return null;
  const days = [...new Set(found.map(({ day }) => day))].sort();
  const wrong = found.find(({ impossible }) => impossible);
  if (days.length === 1) return wrong ?? found.find(({ doubt }) => doubt === null) ?? latest;
  const printed = [...new Set(found.map(({ raw }) => `“${raw}”`))].join('、');
  const noSuch = wrong ? `，其中“${wrong.raw}”日历上没有这一天` : '';
  return { ...latest, doubt: `正文印有几个日期（${printed}）${noSuch}，建议取最晚的一个，请核对` };
}
