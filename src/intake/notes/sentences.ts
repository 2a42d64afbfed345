import { matchesOf } from '../../domain/text/signs.js';
import type { UnitContext } from '../../domain/units/resolve.js';
import { tellsWhoCame } from './attended.js';
import type { FoundNote } from './find-notes.js';
import { isBareNote, isDividedNote, isKnownList, isLevelledList, isStrangeAgency, isStrangeNote } from './note.js';
import { readWords, type NoteWords } from './words.js';

/** No note is longer. */
export const MAX_NOTE = 900;
/** How far before its end a note may begin inside a sentence. */
export const REACH = 360;
const SENTENCE = /[^。；！？]+[。；！？]?/g;
/** Told from the end of the words, behind which it stands: so it is tried once, not from each of its characters. */
const VERB_END =
  /$(?<=(负责(?:落实|实施|组织实施|组织开展|组织推进|组织|推进|办理)?|(?:联合|共同)开展|会同[^，。；]{2,60}开展|抓落实|[承主牵领会参]办|(?<!政)协办|配合|参与|参加|协助|协同|指导|牵头|落实|实施|[协统][同调筹]推进|协调(?:落实|解决)|(?:研究)?提出(?:落实|实施|工作)?(?:意见|方案)|(?<=[局委办厅部会院队社行司心府])为(?:牵头|配合|协办|参与)(?:责任)?(?:单位|部门)|(?<=[局委办厅府区县市）])为责任(?:单位|部门|主体)|(?<=(?:牵头|负责|负总责|主办|[抓做]好|职责|各[负司]其[责职]|支持|工作|配合|参与|参加|协助|[局委办厅部会院府司队联等业位门体）]落实)(?:组织|落实|实施)*，[^，。；]{2,24})落实(?:属地|主体|监管|管理)+责任|负总责|总负责|职责(?:给予|予以)(?:支持|保障|配合)|履行(?:相应|相关|有关|各自|自身|法定|工作)*职责|(?<=(?:职责|职能|分工|范围内|各自|共同|牵头，[^。；]{2,60}))(?:做好|抓好)(?:(?:相关|有关|各项)+工作)?|负责(?:监督|督促|督导|指导)(?:落实|检查)?|各司其职|各负其责|[做抓]好(?:对接|衔接)(?:工作)?|(?:具体|配合|协同|参与)抓|[主协][抓管]|(?:配合|参与|协助|协同)(?:做好|抓好|推动|办理|实施|落实)|(?:监督|督办|督导|督查)(?:检查)?(?:工作)?|(?:配合|参与|参加|协助|支持)(?:做好|抓好|开展|推进|完成|落实)?(?:相关|有关|各项)*工作)(?:，(?:[^，。；]{1,14}(?:前|底|内)[一-龥]{0,6}|(?:长期|持续)(?:坚持|推进|实施)|常态化推进))?[。；]?)/;
/** Where a verb that ends a sentence begins at the earliest, from its end. */
const VERB_REACH = 100;
/** Such a verb at the end of any sentence, told from its stop. */
const VERB_INSIDE =
  /[。；](?<=(?:(?:负责|配合|参与|参加|协助|落实|实施|牵头|推进|意见|协同|指导|监督|督[办导查]|[承协主]办|为(?:配合|协办|参与)(?:单位|部门)|为责任主体|落实[属主监管][一-龥]{1,5}责任|职责(?:[抓做]好|予以支持)?|各[负司]其[责职]|[抓做]好(?:相关|有关)工作)(?:组织|开展|实施|推进|落实)*(?:，[^，。；]{1,14}(?:完成|[前底内][一-龥]{0,6}|坚持|推进))?|(?:联合|会同)[^，。；]{0,60}开展).)/;
/** The characters that a verb of VERB_END ends with, and a day behind it: looked at first, for speed. */
const LAST = '抓管好动理其责落实施织进理展办合与加助同导头决见案位门职作督促查任体持障接';
const DAY_BEHIND = /，[^，。；]{1,14}(?:[前底内]|坚持|推进|实施)[^，。；]{0,6}[。；]?$/;
const DAY_REACH = 28;

function endsWithVerb(words: string): boolean {
  const last = words.at(/[。；]$/.test(words) ? -2 : -1) ?? ' ';
  return (LAST.includes(last) || DAY_BEHIND.test(words.slice(-DAY_REACH))) && VERB_END.test(words.slice(-VERB_REACH));
}

/** The notes among the sentences from `start` to `end` of a paragraph, which have no brackets and no labels. */
export function sentences(text: string, start: number, end: number, context: UnitContext): FoundNote[] {
  const found: FoundNote[] = [];
  const stretch = text.slice(start, end);
  if (!endsWithVerb(stretch) && !VERB_INSIDE.test(stretch)) {
    const list = unitSentence(text, start, end, context);
    return list ? [list] : divided(text, start, end, context);
  }
  let before = { start: -1, end: -1 };
  for (const match of matchesOf(stretch, SENTENCE)) {
    const from = start + match.index;
    const end = from + match[0].length;
    const begun = before.end === from && text[from - 1] === '；' ? before.start : -1;
    before = LEADS.test(match[0]) ? { start: from, end } : { start: -1, end: -1 };
    if (match[0].length > MAX_NOTE) continue;
    if (!endsWithVerb(match[0]) || tellsWhoCame(match[0])) continue;
    const own = tryBare(text, from, end, context);
    const joins = begun >= 0 && own !== null && !match[0].includes('牵头');
    const whole = joins ? tryBare(text, begun, end, context) : null;
    if (whole && found.at(-1)?.start === begun) found.pop();
    const note =
      whole ??
      behindColon(text, from, end, context) ??
      own ??
      divided(text, from, end, context)[0] ??
      lastWords(text, from, end, context) ??
      runOn(text, from, end, context) ??
      strange(text, from, end, context);
    if (!note) continue;
    found.push(isRest(text, note, found.at(-1)) ? { ...note, frayed: true } : note);
    before = note;
  }
  const from = found.at(-1)?.end ?? start;
  const list = unitSentence(text, from, end, context);
  return [...found, ...(list ? [list] : divided(text, from, end, context))];
}

/** “甲局牵头，会同乙局提出方案；丙县组织实施”: what stands before the semicolon names units as well and was not read. */
function isRest(text: string, { start }: FoundNote, last: FoundNote | undefined): boolean {
  if (text[start - 1] !== '；' || (last && last.end >= start)) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  const sentence = before.slice(before.lastIndexOf('。') + 1);
  return /[局委办厅部会院门](?:牵头|会同)/.test(sentence);
}

/** “甲局牵头；乙局配合”, “甲局牵头，乙局参加；丙县政府负责”: one note, though a semicolon parts it. */
const LEADS = /(?:牵头(?:负责|组织实施|组织|实施)?|负总责|主办|为牵头(?:单位|部门))；$/;

/** “园区共建、通关一体化：甲局、乙局分别负责”: the colon ends the work. */
function behindColon(text: string, start: number, end: number, context: UnitContext): FoundNote | null {
  const colon = text.lastIndexOf('：', end - 1);
  return colon > start && NAME_NEXT.test(text.slice(colon + 1, colon + 22))
    ? (tryBare(text, colon + 1, end, context) ?? strange(text, colon + 1, end, context))
    : null;
}

const UNIT_SENTENCE =
  /^[*★☆△▲※]?(?:自治区|[省市县区州盟旗镇乡])[一-龥]{1,18}(?:[局委办厅部院会府室联队]|中心|集团|公司)(?:（[^（）]*）)?(?:[、，；][^。：“”《》]{2,200}|(?=。|$))。?$|^[一-龥]{2,12}(?:区|园|城|港)管委会。?$/;

/** What stands before a list of units that gives them no task. */
const MEMBERS = /成员|组成|包括|名单|如下|抄送|主送|范围|对象|^.{31}/;

/** “……。市教育局、市财政局，各区。”, “救助：市民政局、市残联”: the last sentence of a paragraph, which is nothing but known units and groups. */
function unitSentence(text: string, from: number, end: number, context: UnitContext): FoundNote | null {
  if (end < text.length) return null;
  const stop = text.lastIndexOf('。', text.length - 2) + 1;
  for (const start of [stop, ...MARKS.map((mark) => text.lastIndexOf(mark) + 1)]) {
    const inner = text.slice(start);
    if (start < stop || start <= from || !UNIT_SENTENCE.test(inner)) continue;
    if (start > stop && MEMBERS.test(text.slice(stop, start))) continue;
    const words = readWords(inner.replace(/。$/, ''), context);
    if (isUnitSentence(words) && !tellsWhoCame(inner))
      return { start, end: text.length, inner: start, text: inner, words };
  }
  return null;
}
/** What may stand before the units at a paragraph's end; the last stroke of a dash. */
const MARKS = ['：', '；', '—'];

/** Units with their level, and nothing else: one that is known, or several of which some are. */
const isUnitSentence = (words: NoteWords): boolean => {
  const { roles, units, groups } = words;
  const [first] = units;
  if (first === undefined || roles.worded || roles.objects.length > 0) return false;
  if (units.length === 1 && groups.length === 0)
    return !ISSUER.test(first.name) && ((first.known && first.explicit) || isStrangeAgency(words));
  return first.explicit && (isKnownList(words) || isStrangeAgency(words) || isLevelledList(words));
};

/** Who issues the plan stands alone at its end. */
const ISSUER = /人民政府|办公[室厅]$/;

/** A whole sentence behind a full stop that only names those who 负责, or 牵头 and 配合, known or not. */
function strange(text: string, start: number, end: number, context: UnitContext): FoundNote | null {
  if (start > 0 && !'。：'.includes(text[start - 1] ?? '')) return null;
  const inner = text.slice(start, end);
  if (
    inner.length > 60 ||
    !/负责[一-龥]{0,6}[。；]?$|(?:牵头|负责)[，；、].*(?:配合|参与|参加|协助|落实)[。；]?$|职责.{0,4}落实[。；]?$/.test(
      inner,
    )
  )
    return null;
  const words = readWords(inner.replace(/[。；]$/, ''), context);
  return isStrangeNote(words) ? { start, end, inner: start, text: inner, words } : null;
}

const DIVIDED = /负责[^，；。]{2,30}[，；][^，；。]{2,24}负责[^，；。]{2,30}(?:[，；][^，；。]{2,40})?[。；]?$/;

/** “……，甲局负责房建领域，乙局负责公路领域。”: who does which part, at the end of a paragraph. */
function divided(text: string, start: number, end: number, context: UnitContext): FoundNote[] {
  if (end < text.length || !DIVIDED.test(text.slice(Math.max(start, end - 120), end))) return [];
  const stop = text.lastIndexOf('。', end - 2);
  const sentence = Math.max(start, stop + 1);
  const commas = [...text.slice(sentence, end).matchAll(/[，；]/g)].map(({ index }) => sentence + index + 1);
  for (const from of [sentence, ...commas]) {
    const inner = text.slice(from, end);
    const words = inner.length <= REACH ? readWords(inner.replace(/[。；]$/, ''), context) : null;
    if (words && isDividedNote(words)) return [{ start: from, end, inner: from, text: inner, words }];
  }
  return [];
}

/** “……学位2000个，区教育局牵头，区住建局配合。”: the note is the end of a running sentence, all its units known. */
function lastWords(text: string, start: number, end: number, context: UnitContext): FoundNote | null {
  for (const { index } of matchesOf(text.slice(start, end), BEGINS)) {
    const comma = start + index;
    if (end - comma > REACH || !NAME_NEXT.test(text.slice(comma + 1, comma + 42))) continue;
    const note = tryBare(text, comma + 1, end, context);
    if (note && beginsWithUnit(note.words))
      return helpersAlone(note.words) ? (led(text, start, comma, end, context) ?? note) : note;
  }
  return null;
}

/** The first is known, or printed with its level beside others that are. */
function beginsWithUnit({ units }: NoteWords): boolean {
  const [first] = units;
  if (!first || first.byField || (units.length === 1 && /(?:公司|集团|中心)$/.test(first.surface))) return false;
  return first.known || (first.explicit && AGENCY_END.test(first.surface) && units.some(({ known }) => known));
}
const AGENCY_END = /(?:局|委|办|厅|管委会|中心|公司|集团)$/;
const helpersAlone = ({ roles }: NoteWords): boolean => roles.members.every(({ role }) => role === 'support');

/** “……，市农高区牵头，市农业农村局配合”: who leads stands before the comma, by a name that nobody knows. */
function led(text: string, start: number, comma: number, end: number, context: UnitContext): FoundNote | null {
  const before = /[^，；。]{2,30}(?:牵头|负责|主办)[一-龥]{0,4}$/.exec(text.slice(start, comma));
  return before && tryBare(text, start + before.index, end, context);
}

/** Who does it, at the paragraph's start behind its mark or at a sentence's, and behind a comma what is done or how often. */
const OPENING_NOTE =
  /(?:^(?:[一二三四五六七八九十\d（）①-⑳]{0,5}[、.）])?|。)((?:由|(?:自治区|[省市县区州盟旗])(?=[一-龥]{2,18}[、，牵会]))[^。；]{3,120}?(?:配合|协办|参与|协助|参加|组织实施|具体实施|(?<=^[^，。；]{0,40})负责(?!，[^。；]{2,160}?(?:配合|协办|参与|协助|参加|实施)，)|牵头(?:组织|负责|实施)?(?=，(?:\d|每|于|[上下本今]|(?:实施|开展|推进|推行|推动|建立|制定|组织|加快|加强|完善|落实|出台|印发|编制|建设|深化|全面|统筹)(?![^。]*(?:为成员|成员单位|协调机制|联席会议|领导小组|配合|参与|参加|协助|协同|会同|联合))))))，/g;
const OPENING_HINT = /由|牵头|负责，|实施，/;

/** “由甲局负责，乙局配合，加快建设……”: who does it stands before what is done, as the opening of a sentence. */
export function openingNote(text: string, context: UnitContext): FoundNote[] {
  for (const { 0: whole, 1: note = '', index } of OPENING_HINT.test(text) ? text.matchAll(OPENING_NOTE) : []) {
    const end = index + whole.length - 1;
    const found = tryBare(text, end - note.length, end, context);
    const { units = [] } = found?.words ?? {};
    if (found && units.some(({ known }) => known) && units.every(({ byField }) => !byField)) return [found];
  }
  return [];
}

/** A comma, the last stroke of a dash, or the character before 由. */
const BEGINS = /[，—](?!—)|[^，。；](?=由(?:自治区|[省市县区州]))/g;
const NAME_NEXT = /^由?[一-龥]{1,18}(?:[局委办厅部会院署]|公司|集团|中心)|^由[一-龥]{4,36}(?:领导小组|办公室|指挥部)/;
const TEAM = /会同|牵头|分别负责|分工负责|[局委办厅]、(?:自治区|[省市县区州])[一-龥、（）]{2,60}负责[。；]?$/;
const UNIT_START = /(?:市|省|县|区|自治区|国家|中国)(?=[一-龥]{2,12}?(?:局|委|办|厅|部|会|队))/g;

/** The full stop before the note was lost: “……服务工作市卫生计生委会同市民政局等单位负责”. */
function runOn(text: string, start: number, end: number, context: UnitContext): FoundNote | null {
  const from = Math.max(start, end - REACH);
  const stretch = text.slice(from, end);
  if (!TEAM.test(stretch)) return null;
  for (const match of stretch.matchAll(UNIT_START)) {
    if (match.index === 0 || /[，、由各以社同]/.test(stretch[match.index - 1] ?? '')) continue;
    const note = tryBare(text, from + match.index, end, context);
    if (note && note.words.units.length > 1) return note;
  }
  return null;
}

/** The note that the words from `start` to `end` are as a whole; null for none. */
export function tryBare(text: string, start: number, end: number, context: UnitContext): FoundNote | null {
  if (end - start > MAX_NOTE) return null;
  const inner = text.slice(start, end);
  return bareNote(text, start, end, readWords(inner.replace(/[。；]$/, ''), context));
}

/** The same, of words that have been read. */
export const bareNote = (text: string, start: number, end: number, words: NoteWords): FoundNote | null =>
  isBareNote(words) && !opensWithWork(words) && !isOfBody(text, start) && !tellsWhoCame(text.slice(start, end))
    ? { start, end, inner: start, text: text.slice(start, end), words }
    : null;

/** “成立专班，由分管领导任组长，甲局牵头，各单位协同推进”: how a body works is no task's note. */
const isOfBody = (text: string, start: number): boolean =>
  text[start - 1] === '，' && HEADED_BODY.test(text.slice(Math.max(0, start - 16), start));
const HEADED_BODY = /(?:担?任|为)(?:总|副|第一)?(?:组长|召集人|指挥长?|指挥|主任|班长)，$/;

/** “年底前新建户厕800座，由……”: a day with the work before the units is the task's own text. */
function opensWithWork({ roles, units, groups }: NoteWords): boolean {
  const first = Math.min(...[...units, ...groups].map(({ start }) => start));
  return roles.deadline !== null && !roles.labelled && first > DAY;
}
const DAY = 12;
