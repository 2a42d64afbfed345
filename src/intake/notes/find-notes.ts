import { ANNEX_LABEL } from '../lines/markers.js';
import type { UnitContext } from '../../domain/units/resolve.js';
import {
  isBracketNote,
  isGoverned,
  isKnownList,
  isListBesideKnown,
  isOfficeList,
  isOneWithPlaces,
  isStationList,
  isStrangeAgency,
  mayBeNamed,
} from './note.js';
import { readWords, type NotedUnit, type NoteWords } from './words.js';
import { LABELS, plainLabels } from './labels.js';
import { closing, lostEnds, plainEnds } from './brackets.js';
import { frayed, frayedBehind } from './frayed.js';
import { labelBrackets } from './label-brackets.js';
import { personOpening, withPerson } from './led-by-person.js';
import { isPlaceGroup } from './open-groups.js';
import { unitLike, type Member } from './roles.js';
import { bareNote, MAX_NOTE, openingNote, REACH, sentences, tryBare } from './sentences.js';
import { registeredHead } from './unit-list.js';

/** A note found in a paragraph: [start, end) with its brackets, and its words inside them. */
export interface FoundNote {
  start: number;
  end: number;
  /** Offset in the paragraph where the note's own words begin. */
  inner: number;
  text: string;
  words: NoteWords;
  /** Words that are no unit stood behind its list and were left out. */
  shortened?: boolean;
  /** Names that belong to no note stand right before or behind one in its paragraph. */
  frayed?: boolean;
}

const OPENING = /[（【[〔{〈]/g;
const KEY =
  /负责|协[抓管]|负总责|为主，|[局委办厅部会院](?:研究)?提出|[主协牵领会参]办|牵头|配合|参与|参加|协助|落实|实施|分工|会同|单位|部门|责任|指导|承办|协同|主[责抓]|[局委办厅部会院站联](?:共同|联合|具体)?(?:助力|保障|支撑|把关|联动|护航|列支|组织|举办|承接|兜底|托底|包[干保联抓]|共[建管]|联办)/;
const UNIT_LIST =
  /(局|委|办|厅|部|会|[居汇连]|院|队|行|所|站|社|馆|中心|办公室|督查室|公司|集团|海关|军分区|政府|妇联|残联|工商联|部门|单位|街道|[县市区乡镇街村]|等)）?[★☆*△▲※]?(?=[、，；。/]|$)|[局委办厅]：[一-龥]|[局委办厅]。$/;
const HINT =
  /负责|协[抓管]|负总责|为主，|[局委办厅部会院](?:研究)?提出|协同|[主承协牵领会参]办|牵头|会同|配合|参与|参加|协助|单位|部门|责任|落实|组织实施|联合开展|[局委办厅部会院队所站][、，；/）】〕\]]|[联社行司心府馆团关校处室组等区县市乡镇道街居汇连][）】〕\]]|主[责抓]|[局委办厅部会院站联](?:共同|联合|具体)?(?:助力|保障|支撑|把关|联动|护航|列支|组织|举办|承接|兜底|托底|包[干保联抓]|共[建管]|联办)(?:保障)?[）】〕\]，；]|(?:实施|分工)[）】〕\]]|[局委办厅]：[一-龥]|[局委办厅]。$|[★☆*△▲※][、，）]/;
/** “……：县残联”: the last words may be a unit. */
const endsInUnit = (text: string): boolean =>
  '局委办厅会联道镇'.includes(text.at(-1) ?? ' ') && /[。：；—][^。]{2,40}$/.test(text.slice(-42));
const LABEL = new RegExp(LABELS, 'g');
/** A label has a colon, or stands right before a unit: looked for first, for speed. */
const LABEL_HINT =
  /[:：](?<=[位门构区县地室体导镇街道人员话机箱真头责任合办与助同志工实下为是有限间度求排点划理府牵）] *.)|(?:主体|单位|部门)[。为是]|(?:单位|部门)(?:[省市县区各]|人社|教育|公安|民政|财政|农业)/;

/** Finds the responsibility notes of one paragraph, in order: brackets first, then labels and whole sentences. */
export function findNotes(printed: string, context: UnitContext): FoundNote[] {
  if (!HINT.test(printed) && !endsInUnit(printed)) return [];
  const text = plainEnds(plainLabels(printed));
  const found = bracketNotes(text, context);
  const bare = gaps(text, found)
    .flatMap(([start, end]) => bareNotes(text, start, end, context))
    .filter((note) => !isOfTask(text, note, found))
    .map((note) => withPerson(text, note, context));
  if (bare.length > 0) return [...found, ...frayed(text, bare, context.registry)].sort((a, b) => a.start - b.start);
  if (found.length > 0) return found;
  const opening = openingNote(text, context);
  return frayedBehind(text, opening.length > 0 ? opening : personOpening(text, context), context.registry);
}

/** “牵头治理欠薪，乙局配合。（责任单位：甲局）”: the helpers end the task's own words, whose note is the bracket behind them. */
const isOfTask = (text: string, { start, end, words }: FoundNote, brackets: readonly FoundNote[]): boolean =>
  text[start - 1] === '，' &&
  words.roles.members.every(({ role }) => role === 'support') &&
  brackets.some((next) => next.start === end && next.words.roles.labelled && next.words.units.length > 0);

function bracketNotes(text: string, context: UnitContext): FoundNote[] {
  const found: FoundNote[] = [];
  OPENING.lastIndex = 0;
  for (let open = OPENING.exec(text); open; open = OPENING.exec(text)) {
    const end = closing(text, open.index);
    if (end - open.index === LABEL_PART_END && LABEL_PART.test(text.slice(open.index, end + 1))) continue;
    const named = labelBrackets(text, open.index, context);
    if (named) {
      found.push(named);
      OPENING.lastIndex = named.end;
      continue;
    }
    const inner = text.slice(open.index + 1, Math.min(end, open.index + MAX_NOTE + 2));
    const noted = found.at(-1);
    if (noted?.end === open.index && (ASIDE.test(inner) || DAY_ALONE.test(inner))) {
      found[found.length - 1] = reaching(text, noted, noted.inner, end, context);
      OPENING.lastIndex = end;
      continue;
    }
    const isLong = inner.length > MAX_NOTE;
    if ((isLong && end < text.length) || !(KEY.test(inner) || UNIT_LIST.test(inner))) continue;
    if (end === text.length && (isLong || /。.{4}/.test(inner))) {
      const note = unclosed(text, open.index, context);
      if (note) found.push(note);
      continue;
    }
    const words = readWords(inner, context);
    if (
      !(isBracketNote(words) || standsAlone(text, open.index, end, words)) ||
      inSentence(text, open.index, end + 1, words)
    )
      continue;
    if (explainsName(text, open.index, end, words) || (!words.roles.worded && ANNEX_LABEL.test(text))) continue;
    const after = Math.min(end + 1, text.length);
    const pair = completed(text, found.at(-1), open.index, end, context);
    if (pair) found[found.length - 1] = pair;
    else
      found.push(
        withAside(text, { start: open.index, end: after, inner: open.index + 1, text: inner, words }, context),
      );
    OPENING.lastIndex = after;
  }
  return found;
}

/**
 * “……报送进展。（各成员单位）”: a group, or an agency nobody knows, alone in a bracket that ends the paragraph; members of a
 * body may be followed by the next sentence.
 */
function standsAlone(text: string, start: number, end: number, words: NoteWords): boolean {
  const { roles, units, groups } = words;
  const after = text[end + 1] ?? '';
  const several = units.length > 1;
  if (
    /^[。；]?$/.test(after) &&
    (isKnownList(words) ||
      isListBesideKnown(words) ||
      isGoverned(words) ||
      isOneWithPlaces(words) ||
      (several && isStationList(words)))
  )
    return true;
  const group = units.length === 0 && ALL.test(groups[0]?.text ?? '') && groups.every(isAllOrPlaces);
  const members = group && groups.every(({ text: t }) => t.endsWith('成员单位'));
  const isWhole = start === 0 && end + 1 >= text.length;
  if (/^[。；]?$/.test(after) && isStrangeAgency(words) && isBureau(words.units[0])) return true;
  if (isGoverned(words) && text[start - 1] === '。') return true;
  if (!isWhole && (text[start - 1] !== '。' || (end + 1 < text.length && !members))) return false;
  return (group && !roles.worded) || isStrangeAgency(words) || isStationList(words) || isOfficeList(words);
}

/** “常山经济开发区（高新园区）管委会”: the name goes on behind the bracket. */
const NAME_GOES_ON = /^(?:管委会|管理委员会|党工委)/;

/** “联络员：农某（某局）”: whose person that is. */
const OF_PERSON = /(?:联[络系]员|联系人|领导|负责人|责任人)：[一-龥×]{2,4}$/;

/** 牵头部门（单位）： */
const LABEL_PART = /^（(?:单位|部门)）$/;
const LABEL_PART_END = 3;
const REACH_BACK = 12;
const BUREAU = /[局委办]$/;
const isBureau = (unit: NotedUnit | undefined): boolean =>
  unit !== undefined && (unit.slip || BUREAU.test(unit.surface));
const LABELLED = /(?:单位|部门|机构|机关|来源)[:：][^。；]*(?:[局委办厅部会院队室府站所社]|中心|公司|集团)$/;

/** “市政府办公室（市数据局）”: a paragraph that is nothing but a unit and its second name. */
const SECOND_NAME = /^[省市县区州盟旗][一-龥]{1,14}(?:办公室|[局委办厅部])$/;

/** “责任单位：市水务局（市河长办）”, “责任单位：甲局（乙局配合）”: the bracket belongs to the name before it. */
function explainsName(text: string, start: number, end: number, { roles }: NoteWords): boolean {
  const helps = roles.members.every(({ role }) => role === 'support');
  if (roles.labelled || (roles.worded && !helps)) return false;
  if (NAME_GOES_ON.test(text.slice(end + 1, end + 6))) return true;
  if (!roles.worded && OF_PERSON.test(text.slice(Math.max(0, start - REACH_BACK), start))) return true;
  return SECOND_NAME.test(text.slice(0, start)) || LABELLED.test(text.slice(Math.max(0, start - REACH), start));
}

const ALL =
  /^各|^(?:自治区|全?[省市县区州])各|^[省市县区州](?:直|级|属)(?:各|.*(?:部门|单位|企业)$)|^(?:有关|相关)(?:部门|单位|[县市区])|成员单位$/;

/** “各有关部门，各乡镇、街道办事处”: the last is said of all of them as well. */
const isAllOrPlaces = ({ kind, text }: Member): boolean => ALL.test(text) || (kind === 'group' && isPlaceGroup(text));

/** “利用平台（县融媒体中心主办）等宣传”: the sentence goes on, the bracket only explains a word of it. */
const inSentence = (text: string, start: number, after: number, { roles }: NoteWords): boolean =>
  !roles.labelled &&
  !/[。；]/.test(text[start - 1] ?? '') &&
  /^(?:[等的和与及在为、]|开展|进行|负责|牵头)/.test(text.slice(after, after + 2)) &&
  !(roles.endsWithVerb && NEXT_BRACKET.test(text.slice(after, after + REACH)));

/** “、河道50公里（乙局负责）”: behind a bracket of duties the next part of the same sentence has its own. */
const NEXT_BRACKET = /^[、和及与][^。；（）]{2,}（[^（）]*(?:负责|牵头|配合|落实|实施)）/;

/** “……。（甲局牵头，乙局配合推进生活垃圾分类。”: the shortest note that a bracket nobody closed may be. */
function unclosed(text: string, open: number, context: UnitContext): FoundNote | null {
  if (!/[。；]/.test(text[open - 1] ?? '')) return null;
  for (const end of lostEnds(text, open)) {
    const inner = text.slice(open + 1, end);
    const words = readWords(inner, context);
    const isNote = words.units.every(({ known }) => known) && words.roles.objects.length === 0 && isBracketNote(words);
    if (isNote) return { start: open, end, inner: open + 1, text: inner, words, frayed: true };
  }
  return null;
}

/** “（牵头单位：X）（责任单位：Y）”, “（X牵头）（Y配合）”: nothing stands between them, so the second completes the first. */
function completed(text: string, before: FoundNote | undefined, open: number, end: number, context: UnitContext) {
  return before?.end === open ? reaching(text, before, before.inner, end, context) : null;
}

/** A note that goes on from where it begins to the bracket's end. */
function reaching(text: string, note: FoundNote, from: number, end: number, context: UnitContext): FoundNote {
  const inner = text.slice(from, end);
  return { ...note, inner: from, end: Math.min(end + 1, text.length), text: inner, words: readWords(inner, context) };
}

/** “（甲局牵头，乙局配合）（6月底前）” */
const DAY_ALONE =
  /^(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?|年底|[上下]半年|[一二三四]季度)(?:之?前)?(?:完成)?$/;

const ASIDE_BEFORE = /（([^（）]{2,40})）$/;

/** “（办结时限：年底前）（责任单位：X）”: a day or a person in brackets right before the note is part of it. */
function withAside(text: string, note: FoundNote, context: UnitContext): FoundNote {
  const [whole = '', inner = ''] = ASIDE_BEFORE.exec(text.slice(0, note.start)) ?? [];
  if (!ASIDE.test(inner)) return note;
  const start = note.start - whole.length;
  return { ...reaching(text, note, start + 1, note.end - 1, context), start };
}

/** The stretches of a paragraph outside the notes already found. */
function gaps(text: string, found: readonly FoundNote[]): [number, number][] {
  const stretches: [number, number][] = [];
  let start = 0;
  for (const note of found) {
    if (note.start > start) stretches.push([start, note.start]);
    start = note.end;
  }
  if (start < text.length) stretches.push([start, text.length]);
  return stretches;
}

/** The number of a clause at its beginning. */
const MARK = /^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,3}[.、．](?!\d))/;

/** “企业参与。”, “部门配合。” right behind a clause's number: its title, as a note names units or says which ones (各部门配合). */
const TITLE =
  /^\s*(?:企业|企事业单位|用人单位|部门|单位|机构|[高院学]校|乡镇|街道|社区|园区|媒体|社会力量|(?:群团|社会)组织|群团|金融机构|行业协会)(?:积极|广泛|主动|密切|共同)?(?:参与|参加|配合|协助|协同)(?:。|$)/;

/** Where the words of a paragraph begin, behind the number of its clause and a title that names who helps. */
function workStart(text: string): number {
  const mark = MARK.exec(text)?.[0].length ?? 0;
  return mark === 0 ? 0 : mark + (TITLE.exec(text.slice(mark))?.[0].length ?? 0);
}

/** Notes without brackets in a stretch of a paragraph: one label after the other, whole sentences before and between them. */
function bareNotes(text: string, start: number, end: number, context: UnitContext): FoundNote[] {
  const found: FoundNote[] = [];
  let from = start === 0 ? workStart(text) : start;
  for (let label = nextLabel(text, from, end); label >= 0; label = nextLabel(text, from, end)) {
    const to = labelsEnd(text, label, end);
    const note = labelled(text, label, to, context);
    if (label > from) found.push(...sentences(text, from, label, context));
    if (note) found.push(note);
    from = to;
  }
  if (from < end) found.push(...sentences(text, from, end, context));
  return found;
}

function nextLabel(text: string, start: number, end: number): number {
  const stretch = text.slice(start, end);
  LABEL.lastIndex = 0;
  const label = LABEL_HINT.test(stretch) ? LABEL.exec(stretch) : null;
  return label ? start + label.index : -1;
}

/** The note behind a label; “配合单位：甲局、乙局 东片 西片 合计……” goes up to where words begin that are no unit. */
function labelled(text: string, start: number, end: number, context: UnitContext): FoundNote | null {
  if (end - start > MAX_NOTE) return null;
  const words = readWords(text.slice(start, end).replace(/[。；]$/, ''), context);
  const kept = words.roles.labelled ? strayAt(words, context) : -1;
  const note = kept < 0 ? null : tryBare(text, start, start + kept, context);
  return note ? { ...note, shortened: true } : bareNote(text, start, end, words);
}

const UNIT_OPENING = /^[一-龥（）]{2,16}?(?:局|委|办|厅|公司|单位|部门|政府|街道|乡镇)/;

/** Where words begin in a list of units that are none, -1 for nowhere: behind the registered name that they stand behind. */
function strayAt({ units }: NoteWords, { registry }: UnitContext): number {
  for (const [index, unit] of units.entries()) {
    if (unit.known || unit.surface.length < LONG) continue;
    const head = units[index + 1]?.known ? 0 : registeredHead(unit.surface, registry);
    if (head > 0 && !isOffice(unit.surface.slice(head))) return unit.start + head;
    if (!mayBeNamed(unit)) return unit.start + (UNIT_OPENING.exec(unit.surface)?.[0].length ?? 0);
  }
  return -1;
}
const LONG = 6;
/** 省级机关党校, 驻京办事处: an office of the unit before it. */
const isOffice = (rest: string): boolean =>
  rest.length < 3 || NAME_GOES_ON.test(rest) || (unitLike(rest) && !/由|以上|上述|[会对按将自]/.test(rest));

const NEXT_LABEL = new RegExp(
  `^(?:配合|协办|责任|协同|参与|参加|协助|承办|落实|具体|其他|完成|办理|办结|实施|(?:牵头)?(?:督导|督办|指导)|监督|验收|整改|时限)[^。：:]{0,8}[:：]|^(?:配合|协办|协同|参与|协助)(?:主体|单位|部门)。`,
);

const LABEL_WORDS = /^[一-龥]{2,12}：/;
const LABEL_REACH = 13;
/** A day or a person printed before those who do it: the labels for units are still to come. */
const ASIDE = /^(?:完成|办理|办结|整改|落实|推进|实施)?(?:时限|时间|期限)：|^(?:责任|分管|牵头|联系)(?:领导|人)：/;
const FIRST_LABEL = /^(?:总?牵头|主办|主责|主要责任|第一责任)[^。；：]{0,6}：/;

/** “实际完成情况：……”, “检查范围：……” behind the units tell of the work, no part in it. */
const TOLD =
  /(?:实际|目前|当前|工作|项目|任务)?(?:完成|进展|实施|落实|推进)(?:情况|进展)[:：]|(?:检查|整治|整改|治理|督查|排查|工作|主要|具体|执行|服务|任务|目标|适用|考核|保障|项目|建设|活动|政策)(?:范围|内容|对象|要求|措施|目标|标准|重点|流程|地点|方式|任务|规模|依据|成效)[:：]|(?:监督|举报|投诉|咨询|服务)(?:方式|电话|邮箱|热线)[:：]|(?:标签|来源|编辑|作者|浏览次数|相关阅读|[上下]一[篇条])[:：]|(?<=[局委办厅部会院队所站府等])(?:(?:措施|要求|目标|任务|内容|备注)[:：]|本(?:措施|方案|意见|办法|通知|计划)(?:自|由))|(?<=[局委办厅部会院队所站府等位司团）]|人民政府|街道|乡镇|中心)(?:注[:：]|各(?:责任|牵头|成员|有关|相关)*(?:单位|部门)[要应须请]|(?:上述|以上)(?:各项)?(?:政策|措施|项目|任务|条款|工作)|此件|抄送|【?(?:打印|关闭|分享到|扫一扫))/;

/** “责任主体。甲局。”: a stop where the colon should be. */
const STOPPED = /^[一-龥]{2}(?:主体|单位|部门)。/;
const STOPPED_NEXT = /。(?:配合|协办|协同|参与|协助)(?:主体|单位|部门)$/;

/** “牵头单位：甲局，配合单位：乙局；清理壁垒，牵头单位：丙局”: the next task begins behind the semicolon. */
function again(text: string, from: number, end: number, first: string): number {
  const part = text.slice(from, Math.min(end, from + MAX_NOTE));
  const next = first.endsWith('：') ? part.indexOf(`，${first}`) : -1;
  const stop = next < 0 ? -1 : part.lastIndexOf('；', next);
  return stop > 0 && !/[：、]/.test(part.slice(stop, next)) ? from + stop + 1 : end;
}

/** “牵头单位：X。配合单位：Y。” is one note: it ends at the stop that no second label follows, or where it is told how it went. */
function labelsEnd(text: string, from: number, limit: number): number {
  const told = text.slice(from + 1, Math.min(limit, from + MAX_NOTE)).search(TOLD);
  const end = told < 0 ? limit : from + 1 + told;
  const first = LABEL_WORDS.exec(text.slice(from, from + LABEL_REACH))?.[0] ?? text.slice(from, from + 2);
  const isAside = ASIDE.test(first);
  const opens = STOPPED.exec(text.slice(from, from + 8))?.[0].length ?? 0;
  for (let stop = text.indexOf('。', from + opens); stop >= 0 && stop < end; stop = text.indexOf('。', stop + 1)) {
    const next = text.slice(stop + 1, stop + 16);
    if (STOPPED_NEXT.test(text.slice(Math.max(from, stop - 5), stop))) continue;
    const isNext = NEXT_LABEL.test(next) || (isAside && FIRST_LABEL.test(next));
    if (!isNext || next.startsWith(first)) return again(text, from, stop + 1, first);
  }
  return again(text, from, end, first);
}
