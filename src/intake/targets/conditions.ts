import type { ConditionReading } from '../../domain/plan/reading.js';
import type { SpanOf } from '../measures/read-measure.js';
import { addDays } from '../../domain/calendar/day.js';
import { periodOf } from '../../domain/calendar/period.js';
import {
  feastsApart,
  mayHoldWindow,
  WINDOW_SIGNS,
  windowOf,
  windowsIn,
  type Window,
  type WindowYear,
} from '../../domain/calendar/windows.js';
import { feastStretches, heldMonths, stretchesOf, type MonthStretch } from '../dates/month-stretch.js';
import { noteDays } from '../dates/note-days.js';
import { AT_LATEST, DAY_SIGNS, daysOfText, dueDays, mayHoldDay, type FoundDue } from '../dates/phrases.js';
import { RHYTHM_SIGNS, rhythmsIn } from '../dates/rhythms.js';
import { LASTING_SIGNS, lastingIn, mayHoldTerm, openNote, termKind } from '../dates/terms.js';
import { holds, matchesOf, openingOf, sign } from '../../domain/text/signs.js';
import { AS_OF, AS_OF_REACH } from './figure-day.js';
import { TEXT } from './sieves.js';

type Kind = ConditionReading['kind'];

const STEADY_SIGNS = sign('步续断');

/** Kind, characters of which every match holds one, and the pattern. */
const RULES: [Kind, number, RegExp][] = [
  ['coverage', sign('覆'), /全覆盖|全员覆盖|应覆盖尽覆盖/g],
  ['exhaustive', sign('尽'), /应[一-龥]{1,2}尽[一-龥]{1,2}/g],
  ['zero', sign('零无'), /零(?:容忍|拖欠|欠薪|发生)|(?<!动态)清零|基本无拖欠/g],
  [
    'trend',
    sign('于控稳维'),
    /(?:控制|稳定|维持)在(?:上年|去年|上一年)(?:同期)?的?(?:水平)?(?:以[下内上]|左右)?(?=[，。；、\n]|$)|(?:不低于|不少于|高于|好于|不高于|低于|少于)(?:(?:上年|去年|上一年)(?:同期)?(?:水平)?|20\d\d年(?:同期(?:水平)?|[底末]?水平))/g,
  ],
  ['trend', STEADY_SIGNS, /(?:稳步|逐步|持续|不断)(?:提高|提升|扩大|增长|下降|降低|增强)/g],
];

/** 劣V类断面全面消除, 全面消除黑臭水体; looked for only where 消除 stands. */
const CLEARED =
  /(?<=^|[，。；：、\n])[一-龥A-Z]{2,12}(?:全面|全部|基本)消除(?=[，。；、\n]|$)|(?:全面|全部|基本)消除(?!影响|顾虑)[一-龥A-Z]{2,12}(?=[，。；、\n]|$)/g;

const CLEARED_SIGNS = sign('消');

/** What is demanded without a figure holds one of these; most titles do not. */
const DEMAND_SIGNS = RULES.reduce(
  (all, [, signs]) => all | signs,
  CLEARED_SIGNS | RHYTHM_SIGNS | LASTING_SIGNS | WINDOW_SIGNS | DAY_SIGNS,
);

/** 8月1日至10月31日前: a stretch that ends by a day has both. */
const ENDS_BEFORE = /前(?:完成)?$/;
/** 前三季度 is a stretch, though 前 is in it. */
const ENDS = /[前底末](?:完成)?$/;

/** 最迟12月10日. */
const isLatest = (text: string, index: number): boolean =>
  /[迟晚]/.test(text) && AT_LATEST.test(text.slice(Math.max(0, index - REACH), index));

/** 截至2025年底 in a plan of 2026: how things stood then. */
const isStateOfPast = (text: string, { raw, index }: FoundDay, year: number | null): boolean =>
  year !== null &&
  /^20\d\d/.test(raw) &&
  Number(raw.slice(0, 4)) < year &&
  AS_OF.test(text.slice(Math.max(0, index - AS_OF_REACH), index));

/** What is covered stands before 全覆盖, back to the last stop; a list of it (实名制、专户、分账制全覆盖) is covered whole. */
function covered(text: string, at: number): { raw: string; index: number } {
  const index = subjectOf(text, at);
  return { raw: text.slice(index, at + 3), index };
}

/** Where the words begin of which something is said at `at`, a list of them as a whole. */
function subjectOf(text: string, at: number): number {
  let index = openingOf(text, at, COVERED_STOPS, REACH);
  while (text.charAt(index - 1) === '、') {
    const before = openingOf(text, index - 1, COVERED_STOPS, LISTED);
    if (before === index - 1 || index - 1 - before === LISTED) break;
    index = before;
  }
  return index;
}

/** 参保人数稳步增长: what grows stands before it, unless it stands behind (持续提升服务能力) or far away. */
function growing(text: string, at: number, trend: string): { raw: string; index: number } {
  const end = at + trend.length;
  const from = subjectOf(text, at);
  const isWhole = end === text.length || COVERED_ENDS.includes(text[end] ?? '');
  if (!isWhole || at - from >= REACH) return { raw: trend, index: at };
  const index = from + (BRINGS_ABOUT.exec(text.slice(from, at))?.[0].length ?? 0);
  return { raw: text.slice(index, end), index };
}

const COVERED_ENDS = '，。；：、（）“”\n';
const BRINGS_ABOUT = /^(?:(?:积极|努力|扎实|着力|切实|进一步)*(?:推动|推进|促进|确保|实现|力争|争取|保持|使|让))+/;

const COVERED_STOPS = sign(COVERED_ENDS);
/** Longer than that is no name in a list. */
const LISTED = 12;
const REACH = 22;

/**
 * What a text demands without an Arabic figure: 全覆盖, 应签尽签, 每月25日前, 春节前后, 年底前. Windows have their days where a
 * calendar tells them, in the plan's year or, where that was over when the plan was issued, in the next.
 */
export function readConditions(text: string, when: WindowYear, spanOf: SpanOf): ConditionReading[] {
  if (!holds(text, DEMAND_SIGNS)) return [];
  const found = [...matches(text), ...rounds(text)];
  const toFeasts = feastStretches(text, when.year).map(asWindow);
  const stretched = stretchesOf(text, when.year).map(asWindow);
  const isApart = <T extends Pick<Placed, 'raw' | 'index'>>(one: T): boolean =>
    !toFeasts.some((other) => overlap(one, other));
  const isInNone = (one: FoundDay): boolean =>
    !stretched.some((other) => overlap(one, other) && !ENDS_BEFORE.test(one.raw));
  const days = (when.year === null ? undated(text) : daysOfText(text, when.year)).filter(isApart).filter(isInNone);
  const dated = days
    .filter((one) => (ENDS.test(one.raw) || isLatest(text, one.index)) && !isStateOfPast(text, one, when.year))
    .map(({ raw, day, index }) => ({ kind: 'deadline' as Kind, raw, index, by: day }));
  const stretches = days.filter(isDated).filter(({ raw }) => !ENDS.test(raw) && /旬|季度|半年/.test(raw));
  const inForce =
    days.length > 0 && HOLDS_HINT.test(text) ? days.filter(isDated).flatMap((one) => validity(text, one)) : [];
  const terms = [...stretched, ...held(text, when)].filter((one) => !inForce.some((other) => overlap(one, other)));
  const seasons = windows(text, when).filter(isApart);
  const all = [
    ...found,
    ...lasting(text),
    ...toFeasts,
    ...seasons,
    ...dated,
    ...stretches.map(stretch),
    ...around(text, days.filter(isDated)),
    ...terms,
    ...inForce,
  ];
  return inOrder(all, spanOf);
}

/** 11月20日前后, 11月20日左右: a day with some on either side, reckoned as of a feast. */
const AROUND = /^(?:前后|左右)/;
const AROUND_HINT = TEXT.of(/前后|左右/);
const DAYS_AROUND = 7;

const around = (text: string, days: readonly FoundDue[]): Placed[] =>
  AROUND_HINT.test(text)
    ? days.flatMap(({ raw, day, index }): Placed[] => {
        const words = /日$/.test(raw) ? AROUND.exec(text.slice(index + raw.length, index + raw.length + 2))?.[0] : null;
        if (!words) return [];
        const [start, end] = [addDays(day, -DAYS_AROUND), addDays(day, DAYS_AROUND)];
        return [{ kind: 'window', raw: raw + words, index, start, end, note: `按所印日期前后各${DAYS_AROUND}日` }];
      })
    : [];

/** 执行期限至2023年12月31日, 政策延续到6月30日: how long a rule holds is no day by which something is done. */
const HOLDS = /(?:有效期|执行期|期限?|执行|延长|延续|施行|实施|适用)[一-龥]{0,4}?(?:到|至)$/;
/** Looked for first, for speed. */
const HOLDS_HINT = TEXT.of(/期|执行|延[长续]|施行|实施|适用/);

function validity(text: string, { raw, day, index }: FoundDue): Placed[] {
  const before = ENDS.test(raw) ? undefined : HOLDS.exec(text.slice(Math.max(0, index - REACH), index))?.[0];
  if (!before) return [];
  return [{ kind: 'window', raw: before + raw, index: index - before.length, start: null, end: day, note: '政策期限' }];
}

type FoundDay = Pick<FoundDue, 'raw' | 'index'> & { day: string | null };
const isDated = (one: FoundDay): one is FoundDue => one.day !== null;

/** Any year, to find days that are printed without one. */
const ANY_YEAR = 2000;

/** The days of a text whose plan prints no year: those without one of their own have their words only. */
const undated = (text: string) =>
  dueDays(text, ANY_YEAR).map((one) => ({ ...one, day: one.day.startsWith(`${ANY_YEAR}-`) ? null : one.day }));

const rounds = (text: string): Placed[] => rhythmsIn(text).map((one) => ({ kind: 'recurrent', ...one }));
const held = (text: string, { year }: WindowYear): Placed[] => heldMonths(text, year).map(asWindow);
const lasting = (text: string): Placed[] =>
  lastingIn(text).map((one) => ({ kind: 'window', ...one, start: null, end: null, note: openNote(one.raw) }));
const asWindow = (one: MonthStretch): Placed => ({
  kind: 'window',
  ...one,
  note: one.end ? '按公历' : '年度没有读出',
});

/**
 * The seasons and rhythms that a responsibility note prints as 完成时限 (春节前后, 每月25日前, 汛期). Days that it names are the
 * measure's due day and not here.
 */
export function readTerms(note: string, when: WindowYear, spanOf: SpanOf): ConditionReading[] {
  if (!mayHoldTime(note)) return [];
  const ended = `${note}。`;
  const toFeasts = feastStretches(note, when.year).map(asWindow);
  const seasons = windows(ended, when).filter((one) => !toFeasts.some((other) => overlap(one, other)));
  const stretched = stretchesOf(note, when.year).map(asWindow);
  const found = [...rounds(ended), ...seasons, ...toFeasts, ...stretched];
  const whole = termsIn(note).filter(
    (one) => !found.some((other) => isIn(one, other) || (isIn(other, one) && isFiner(other, one))),
  );
  const onTheWay = daysOnTheWay(note, when).filter((one) => !stretched.some((other) => overlap(one, other)));
  const rest = found.filter((one) => !whole.some((other) => isIn(one, other)));
  return inOrder([...rest, ...whole, ...onTheWay], spanOf);
}

/** Whether a text may say anything of time; most notes do not. */
export const mayHoldTime = (text: string): boolean => mayHoldTerm(text) || mayHoldDay(text) || mayHoldWindow(text);

/** 每月25日前 of 每月25日前报送, 春节前后 with its days; not 春运 of 春运前. */
const isFiner = (one: Placed, whole: Placed): boolean =>
  one.kind === 'recurrent'
    ? whole.raw.startsWith('每') && !COUNTED.test(restOf(whole, one))
    : one.end != null && !/[前后]$/.test(whole.raw);

/** 每月不少于4场: how often is a part of what is demanded. */
const COUNTED = /不[少低]于|至少/;
const restOf = (whole: Placed, { index, raw }: Placed): string => whole.raw.slice(index + raw.length - whole.index);

const overlap = (one: Pick<Placed, 'raw' | 'index'>, other: Pick<Placed, 'raw' | 'index'>): boolean =>
  one.index < other.index + other.raw.length && other.index < one.index + one.raw.length;

const isIn = (one: Placed, other: Placed): boolean =>
  one.index >= other.index && one.index + one.raw.length <= other.index + other.raw.length;

const STRETCHES = /[^，、；：:。（）\s]{2,28}/g;

/** 次月5日前, 收到后15日内, 两节前, 随时: whole stretches of the note that say when, without a day of one year. */
const termsIn = (note: string): Placed[] =>
  (mayHoldTerm(note) ? matchesOf(note, STRETCHES) : []).flatMap(({ 0: raw, index }): Placed[] => {
    const kind = termKind(raw);
    if (kind === null) return [];
    return [{ kind, raw, index, ...(kind === 'window' ? { start: null, end: null, note: openNote(raw) } : {}) }];
  });

/** 4月20日—5月20日: begins with that day; a stretch of months is read as such. */
const UNTIL = /(月|.)(?:[-—–~～－]+|至|到)(?:20\d\d年)?\d/;

/** 3月启动, 9月底前取得阶段性成果: days of a note before the one by which the whole is done. */
function daysOnTheWay(note: string, { year }: WindowYear): Placed[] {
  const { due, interim } = noteDays(note, year ?? ANY_YEAR, null);
  const isOpen = (day: string): boolean => year === null && day.startsWith(`${ANY_YEAR}-`);
  const days = due && isOpen(due.day) ? [{ ...due, index: note.indexOf(due.raw) }, ...interim] : interim;
  return days.flatMap(({ raw, day, index }): Placed[] => {
    const to = UNTIL.exec(raw)?.[1];
    if (to === '月') return [];
    const open = { start: to && !isOpen(day) ? day : null, end: to && due && !isOpen(due.day) ? due.day : null };
    if (to || /起/.test(raw)) return [{ kind: 'window', raw, index, ...open, note: '起止以原文为准' }];
    return [{ kind: 'deadline', raw, index, by: isOpen(day) ? null : day }];
  });
}

function matches(text: string): Placed[] {
  const found: Placed[] = [];
  for (const [kind, signs, pattern] of RULES) {
    if (!holds(text, signs)) continue;
    for (const { 0: raw, index } of matchesOf(text, pattern))
      found.push({ kind, ...(raw === '全覆盖' ? covered(text, index) : placed(text, index, raw, signs)) });
  }
  if (holds(text, CLEARED_SIGNS))
    for (const { 0: raw, index } of matchesOf(text, CLEARED)) found.push({ kind: 'zero', raw, index });
  return found;
}

const placed = (text: string, index: number, raw: string, signs: number): { raw: string; index: number } =>
  signs === STEADY_SIGNS ? growing(text, index, raw) : { raw, index };

const inOrder = (found: Placed[], spanOf: SpanOf): ConditionReading[] =>
  found.sort((a, b) => a.index - b.index).map((one) => spanned(one, spanOf));

/** The reading with its place in the source, field by field: to leave fields out of an object is slow. */
function spanned({ index, kind, raw, by, start = null, end = null, note }: Placed, spanOf: SpanOf): ConditionReading {
  const span = spanOf(index, index + raw.length);
  if (note !== undefined) return { kind, raw, start, end, note, span };
  return by === undefined ? { kind, raw, span } : { kind, raw, by, span };
}

type Placed = Omit<ConditionReading, 'span'> & { index: number };

/** 每年春节前后, 每逢汛期: of no one year. */
const EVERY = /(?:每年|每逢|历年|年年)[^，。；、]{0,4}$/;

function windows(text: string, when: WindowYear): Placed[] {
  const found: Placed[] = [];
  for (const { raw, index } of windowsIn(text)) {
    const every = EVERY.test(text.slice(Math.max(0, index - REACH), index));
    if (every) found.push(windowAt(index, raw, windowOf(raw, when, every)));
    else
      for (const { raw: part, offset, words } of feastsApart(raw, when))
        found.push(windowAt(index + offset, part, windowOf(words, when)));
  }
  return found;
}

const windowAt = (index: number, raw: string, { start, end, note }: Window): Placed => ({
  kind: 'window',
  raw,
  index,
  start,
  end,
  note,
});

/** 5月中旬, 前三季度, 上半年: up to its last day, from the first that the words name. */
function stretch({ raw, day, index }: Pick<FoundDue, 'raw' | 'day' | 'index'>): Placed {
  return { kind: 'window', raw, index, start: startOf(raw, day), end: day, note: '按公历' };
}

function startOf(raw: string, end: string): string {
  if (raw.endsWith('旬')) return `${end.slice(0, 8)}${DECADES[/[上中下](?=[中下]?旬)/.exec(raw)?.[0] ?? '上'] ?? '01'}`;
  if (raw.endsWith('下半年')) return `${end.slice(0, 5)}07-01`;
  if (/半年|前[一二三四1-4]季度/.test(raw)) return `${end.slice(0, 5)}01-01`;
  return periodOf(end, 'quarter').start;
}

const DECADES: Record<string, string> = { 上: '01', 中: '11', 下: '21' };
