import type { MeasureReading } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';

/**
 * What a plan says once for its bare lists: the first unit leads (not where each does its part by itself), all before the
 * first comma, or those with a star.
 */
export type LeadRule = boolean | 'before_comma' | 'starred' | 'unless_apart';

/** A rule of who leads; printed inside a note, it governs that note alone, with 下同 all behind it too; in the last, all. */
interface StatedLead {
  rule: LeadRule;
  within: { paragraph: number; start: number } | null;
  onward: boolean;
}

/** Rules that a plan states once for all its notes. */
export interface DocumentRules {
  /** 列第一位的为牵头单位; 第一个逗号前为牵头单位. */
  firstLeads: LeadRule;
  /** Each such rule with the notes that it governs. */
  leads: StatedLead[];
  /** “以下均需各县市区负责落实，不再列出”: the group that every later task goes to as well, and from where on. */
  alsoEverywhere: { surface: string; paragraph: number } | null;
  /** The rules as printed. */
  printed: string[];
}

/** 责任单位中, 有多个责任单位的，: whose order is meant. */
const LISTED =
  '(?:(?:有|涉及|存在)(?:多个|两个(?:及)?以上)(?:责任)?(?:单位|部门)的，)?(?:(?:各项(?:工作)?任务的?)?(?:各|所列)?(?:责任单位|责任部门|各项任务|名单)(?:的|中|里)?，?)?';
const PLACED =
  '(?:(?:名|位)?(?:排|列|位|居)(?:名|序|列|位|居)?(?:在)?(?:第一|首|最?前)(?:位|个|名|列|面)?|第一(?:个|位|名|家)?|首(?:位|个|家))(?:的|者)?';
const LEAD = '(?:总?牵头|主要责任|第一责任|主责|主办|主抓|领衔|汇总)';
/** 列第一位的为牵头单位; 由排在首位的单位牵头. */
const FIRST =
  `${LISTED}(?:${PLACED}(?:责任)?(?:单位|部门)?(?:的)?(?:均|即|都)?(?:为|是|系)(?:该项|本项|此项)?(?:工作|任务)?(?:的)?${LEAD}(?:(?:或|和)[一-龥]{2})?(?:责任)?(?:单位|部门)?` +
  `|由?${PLACED}(?:(?:责任)?(?:单位|部门)|(?<=[的者]))(?:总)?牵头(?:负责)?)`;
const FIRST_LEADS = new RegExp(FIRST);
/** What every such rule holds: looked for first, for speed. */
const PLACED_HINT = /(?:第一|首|前)[位个名列面家]?[的者]?(?:责任)?(?:单位|部门)?的?[均即都为是系总牵]/;
/** “……；第一个逗号前为牵头单位，下同”, to the end of its sentence. */
const BEFORE_COMMA =
  '(?:第一个?|首个)逗号(?:之|以)?前(?:的)?(?:单位|部门|责任单位)?(?:均|都)?(?:为|是)(?:总?牵头|主要责任|主办)(?:单位|部门)?';
const COMMA_LEADS = new RegExp(BEFORE_COMMA);
/** “注：标*的为牵头单位”. */
const STARRED =
  '(?:注[:：])?(?:名称|单位)?(?:前|后)?(?:标|带|加|打|注)?[有注]?[“"]?[*＊★☆▲△※●◆][”"]?(?:号|标[记注志识]|者|的|单位|部门)*(?:(?:均|都)?(?:为|是|表示|系)(?:该项|本项|总)?(?:任务|工作)?的?(?:牵头|主要责任|主办)(?:单位|部门)?|(?:负责|总)?牵头)';
const STAR_LEADS = new RegExp(STARRED);
const EVERYWHERE =
  /(?:以下|下列|下同|各项|具体任务|以上)?[^。；（），、]{0,12}?(?:均需|均由|均涉及|均须|都需|均包括|均含|均为)([^。；]*?)(?:负责|按职责|落实|，|不再)[^。；）]*?(?:不再(?:一一|逐[一项条]|另行|单独|重复|分别)?(?:列出|列示|列|做分工|分工|注明|标注)|下同)/;
/** “……；各市州政府负责实施，以下不再一一列出”. */
const LISTED_ONCE =
  /(?:^|[；，。（(])(各[^；。（]{2,50}?)(?:负责|组织)?(?:落实|实施|负责)，(?:以下|下文)[^；。）]{0,8}不再(?:一一|逐[一项条])?(?:列出|列)/;
const PLACES = '各[县市区州盟旗地乡镇街道、（）]{1,14}?(?:人民政府|政府|管委会)?';
/** 各县（市、区）按属地责任落实，不再逐条列出; 各县（市、区）人民政府均为责任单位. */
const PLACES_TOO = new RegExp(
  `(${PLACES})(?=均|都|按|结合|依|根据|负责|组织|抓好|认真|贯彻|落实|实施)[^。；，（）]{0,14}?(?:落实|实施|负责|责任单位)` +
    '(，[^。；）]{0,8}不再(?:一一|逐[一项条]|另行|单独|重复|分别)?(?:列出|列示|列|注明|标注))?',
);
/** What is said of all tasks: a remark, or words about 以下任务. */
const OF_ALL = /^[（(]?(?:(?:备?注|说明)：|(?:以下|下列|各项)[^。；，]{0,6}(?:任务|工作|措施|事项))/;
/** The first characters of such words: looked at first, for speed. */
const OPENS_OF_ALL = '（(备注说以下各';
/** A remark stands below what it is about. */
const REMARK = /^[（(]?(?:备?注|说明)：/;
/** “明确牵头部门的，有关部门配合，不逐一列出，下同”: others help wherever a lead is named. */
const OTHERS_HELP =
  '[。；，]?(?:已)?明确牵头(?:部门|单位)的，(?:其他|其它)?(?:有关|相关)(?:部门|单位)(?:积极|按职责)?配合(?:，[^，。；）]{0,6}不(?:再)?(?:一一|逐一)?列出)?';
/** “……，分别负责的为各自牵头”: what it says beside the first that leads. */
const APART =
  '分别(?:负责|牵头)(?:的(?:部门|单位)?)?(?:均|则)?(?:为|由|按)(?:各自|分别|各?(?:部门|单位)(?:按|分别|各自))[^，。；）]{0,12}';
const APART_LEADS = new RegExp(APART);
/** “……，其他为配合单位”: the other half of the rule. */
const REST = '，其[他它余](?:的)?(?:单位|部门)?(?:均|都)?为(?:配合|协办|参与|责任)(?:单位|部门)';
const WORDS = new RegExp(
  `${OTHERS_HELP}|[，。；]?${APART}|[，；。]?${BEFORE_COMMA}[^。；（）]*|[，；。]?${STARRED}(?:[，、]?以?下同)?|（[^（）]*${FIRST}[^（）]*）|[，。；（(]?(?:注[:：])?(?:${FIRST})(?:${REST})?(?:[，、]?以?下同)?[）)]?|[，、；]?以?下同|[，；。](?:以下|下文)[^；。）]{0,8}不再(?:一一|逐一)?(?:列出|列)|${EVERYWHERE.source}`,
  'g',
);
/** Looked for before the rules themselves, for speed. */
const EVERYWHERE_HINT = /[均都](?:需|由|涉及|须|包括|含|为)/;
const SIGN_HINT = /[*＊★☆▲△※●◆]/;
const HINT = /[*＊★☆▲△※●◆]|第一|首[位个家]|前[位列面]|最前|下同|不再|明确牵头/;

/** Finds document-wide rules, in the covering notice too: who leads wherever it is said; who else is meant from there on. */
export function documentRules(
  paragraphs: readonly Paragraph[],
  notes: readonly (readonly Stretch[])[] = [],
): DocumentRules {
  const rules: DocumentRules = { firstLeads: false, leads: [], alsoEverywhere: null, printed: [] };
  paragraphs.forEach(({ text }, index) => {
    if (!HINT.test(text)) return;
    const comma = text.includes('逗号') ? COMMA_LEADS.exec(text) : null;
    const star = SIGN_HINT.test(text) ? STAR_LEADS.exec(text) : null;
    const first = comma ?? star ?? (PLACED_HINT.test(text) ? FIRST_LEADS.exec(text) : null);
    if (first) {
      rules.firstLeads = comma ? 'before_comma' : star ? 'starred' : APART_LEADS.test(text) ? 'unless_apart' : true;
      rules.leads.push({ rule: rules.firstLeads, ...reach(first, index, notes) });
      rules.printed.push(first[0]);
    }
    const everywhere = rules.alsoEverywhere ? null : everywhereIn(text);
    if (!everywhere) return;
    const from = REMARK.test(text) && isRuleOfAll(text) ? 0 : index;
    rules.alsoEverywhere = { surface: (everywhere[1] ?? '').replace(/[，、]$/, ''), paragraph: from };
    rules.printed.push(everywhere[0]);
  });
  return rules;
}

/** A note's place in its paragraph. */
interface Stretch {
  start: number;
  end: number;
}

/** 下同, 各项任务, 均: what is said of more than the note that it stands in. */
const ONWARD = /下同|以下|下文|各项|均为|各责任/;

function reach(
  { index, input }: RegExpExecArray,
  paragraph: number,
  notes: readonly (readonly Stretch[])[],
): Pick<StatedLead, 'within' | 'onward'> {
  const own = notes[paragraph] ?? [];
  const note = own.find(({ start, end }) => start <= index && index < end);
  const closes = note === own.at(-1) && !notes.slice(paragraph + 1).some(({ length }) => length > 0);
  const unread = note ? null : unreadNoteAround(input, index);
  if (unread) return { within: { paragraph, start: unread.start }, onward: ONWARD.test(unread.words) };
  if (!note || closes) return { within: null, onward: true };
  return { within: { paragraph, start: note.start }, onward: ONWARD.test(input.slice(note.start, note.end)) };
}

/** The bracket around a rule that names units before it, and that nobody read as a note: the rule is said of it first. */
function unreadNoteAround(text: string, at: number): { start: number; words: string } | null {
  const start = text.lastIndexOf('（', at);
  if (start < 0 || text.lastIndexOf('）', at) > start || !UNITS.test(text.slice(start, at))) return null;
  const end = text.indexOf('）', at);
  return { start, words: text.slice(start, end < 0 ? text.length : end) };
}
const UNITS = /[局委办厅部会院府联][、，；一-龥]/;

/** The rule of who leads in the note that begins at `start` of a paragraph: the last that was said before it, or of all. */
export function leadRuleAt({ leads }: DocumentRules, paragraph: number, start: number): LeadRule {
  const stands = leads.findLast(({ within, onward }) => {
    if (!within) return false;
    const same = within.paragraph === paragraph && within.start === start;
    const before = within.paragraph < paragraph || (within.paragraph === paragraph && within.start < start);
    return same || (onward && before);
  });
  return (stands ?? leads.findLast(({ within }) => within === null))?.rule ?? false;
}

/** The places that a paragraph about all tasks gives them to as well: said not to be listed again, or beside who leads. */
function placesToo(text: string): RegExpExecArray | null {
  if (!OPENS_OF_ALL.includes(text.charAt(0)) || !OF_ALL.test(text)) return null;
  const found = HINT.test(text) ? PLACES_TOO.exec(text) : null;
  return found && (found[2] || FIRST_LEADS.test(text) || COMMA_LEADS.test(text) || STAR_LEADS.test(text))
    ? found
    : null;
}

/** Whether a paragraph is a rule about all tasks that names places: it is no task's note. */
export const isRuleOfAll = (text: string): boolean => placesToo(text) !== null;

const everywhereIn = (text: string): RegExpExecArray | null =>
  placesToo(text) ??
  (EVERYWHERE_HINT.test(text) ? EVERYWHERE.exec(text) : null) ??
  (text.includes('不再') ? LISTED_ONCE.exec(text) : null);

/** The note's words without a document rule printed inside it; blanked, so that offsets hold. */
export function withoutRules(note: string): string {
  return HINT.test(note) ? note.replace(WORDS, blank).replace(/（ *）/g, blank) : note;
}

/** Whether nothing but 分工负责 is said of all units of a note, which prints no rule itself. */
export const isShared = (note: string): boolean =>
  note.includes('分工') && SHARED.test(note) && withoutRules(note) === note;
/** 甲局、乙局分工负责, 甲局、乙局按职责分工落实. */
const SHARED = /^(?!.*(?:牵头|负责|落实|实施).*分工).*分工(?:负责|落实|实施)[。；]?$/;

const blank = (words: string): string => ' '.repeat(words.length);

/** Adds the group that a document rule gives every later task to. */
export function alsoEverywhere(measure: MeasureReading, paragraph: number, rules: DocumentRules): MeasureReading {
  const rule = rules.alsoEverywhere;
  if (
    !rule ||
    paragraph < rule.paragraph ||
    !rule.surface ||
    measure.open.some((surface) => rule.surface.startsWith(surface))
  )
    return measure;
  const group = { surface: rule.surface, role: 'responsible' as const };
  return { ...measure, open: [...measure.open, rule.surface], openGroups: [...measure.openGroups, group] };
}
