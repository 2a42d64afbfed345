import { resolveUnit, type UnitContext } from '../../domain/units/resolve.js';
import type { FoundNote } from './find-notes.js';
import { isAbove } from './unit-list.js';
import { readWords, type NotedUnit, type NoteWords } from './words.js';

const HINT = /会同|牵头|联合/;
const SENTENCE = /[^。；\n]+/g;

/** Who leads, up to the word that says so: behind 由, a stop or the sentence's beginning. */
const LED =
  /(?:由|[请让]|(?:^|[，：])(?![^，。；]{0,24}由))([一-龥（）、]{2,60}?)((?:负责|具体|主动|积极)?(?:要|应当?|须|需|将|可)?(?:积极|主动)?(?:牵头(?:负责|组织)?(?:，?(?:并|积极|主动)*(?:会同|联合))?|(?:负责，)?(?:会同|联合)))/g;

/** 会同, as against 牵头 with nothing behind it. */
const WITH = /(?:会同|联合)$/;
/** “……牵头，乙局配合，……”: the helpers stand before their own word. */
const HELPED = /^，(?=[^，。；]{2,60}(?:配合|协助|协同|参与|参加))/;
const HELPS = /^(?:积极|密切|共同|协同)?(?:配合|协助|协同|参与|参加)/;
/** Others have a part behind 牵头, by words that no rule reads. */
const OTHERS = /^[ \u3000]|配合|协助|协同|会同/;
/** 牵头单位, 牵头的: no doing. */
const NO_DOING = /^(?:的|单位|部门|人|机制|制定的)/;
/** Who watches the others has no task of his own. */
const WATCHES =
  /^(?:[对就][^，；]{2,20})?(?:跟踪|全程|定期|适时|不定期)*(?:开展)?(?:督办|督查|督导|监督|考核|考评|验收|通报)/;

/** 遇有争议的由甲局会同…: said of what may come; 具体办法由甲局会同…: of the rule alone; 建立由甲局牵头…的机制: of a body. */
const CASE = /遇[有到]|一旦|如(?:有|遇|需|果|发现|发生)|若(?!干)|(?<![非平])凡|(?:的|时)，?$/;
const RULE = /(?:办法|细则|标准|规则|规程)(?:另行)?$/;
const OF_ALL = /(?:以上|上述|各项)(?:[一-龥]{0,8}任务|工作|措施|事项)?(?:均|都)?$/;
const BODY = /(?:建立|健全|完善|成立|组建|构建|形成|设立|原|暂)$/;
const OF_BODY = /(?:机制|格局|体系|联席会议|专班|工作组|领导小组|协调小组|指挥部|组成|为成员|任组长)/;

/**
 * Who does it, by the running sentences of a text from `start` on: 由甲局会同乙局于9月底前建成, 甲局要会同乙局. Only where every
 * name is a unit known for sure, or a group of places or departments that helps, and the lead is none above the plan.
 */
export function runningNotes(text: string, start: number, context: UnitContext): FoundNote[] {
  const own = text.slice(start);
  if (!HINT.test(own)) return [];
  return [...own.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) => {
    const note = HINT.test(sentence) ? noteIn(text, start + index, start + index + sentence.length, context) : null;
    return note ? [note] : [];
  });
}

function noteIn(text: string, from: number, to: number, context: UnitContext): FoundNote | null {
  const sentence = text.slice(from, to);
  for (const { 0: whole, 1: names = '', 2: verb = '', index } of sentence.matchAll(LED)) {
    const before = sentence.slice(0, index);
    const rest = index + whole.length;
    if ([CASE, RULE, OF_ALL, BODY, OF_BODY].some((other) => other.test(before)) || OF_BODY.test(sentence.slice(rest)))
      return null;
    if (isInside(before)) continue;
    if (NO_DOING.test(sentence.slice(rest))) continue;
    const start = rest - verb.length - names.length;
    if (listEnd(names, 0, context) !== names.length) continue;
    const end = helpersEnd(sentence, rest, WITH.test(verb), context);
    if (end < 0 || WATCHES.test(sentence.slice(end))) continue;
    const note = read(text, from + start, from + end, context);
    if (note) return note;
  }
  return null;
}

/** Behind a bracket or a quotation mark that is still open. */
const isInside = (before: string): boolean =>
  before.lastIndexOf('（') > before.lastIndexOf('）') || before.lastIndexOf('“') > before.lastIndexOf('”');

/** Where the names of those who help end, that stand from `rest` on; `rest` where none help, -1 where they are not sure. */
function helpersEnd(sentence: string, rest: number, joined: boolean, context: UnitContext): number {
  if (joined) return listEnd(sentence, rest, context);
  if (!HELPED.test(sentence.slice(rest))) return OTHERS.test(sentence.slice(rest)) ? -1 : rest;
  const end = listEnd(sentence, rest + 1, context);
  const helps = end < 0 ? null : HELPS.exec(sentence.slice(end));
  return helps ? end + helps[0].length : -1;
}

const LONGEST = 18;
const SHORTEST = 3;
const GROUP =
  /^(?:市直|省直|县直|区直)?(?:各|有关|相关)+(?:(?:县（市、区）|县（区）|市（州）|[县市区州盟旗乡镇]+(?:（街道）)?|街道)(?:人民政府|政府)?|(?:职能|业务|成员)?(?:部门|单位))/;
const ETC = /^等(?:有关|相关)?(?:部门|单位)?/;
const JOINT = /^(?:、|和|与|及|以及)(?=[一-龥])/;
/** 教育部门, 市教育局的, 市城投公司所属: the name is another or is not all. */
const GOES_ON = /^(?:门|的|所属|下属|之)/;

/** Where a list of units and groups that begins at `start` ends, each known for sure; -1 where one is not. */
function listEnd(text: string, start: number, context: UnitContext): number {
  let at = start;
  for (;;) {
    const length = nameLength(text.slice(at, at + LONGEST + 1), context);
    if (length === 0) return -1;
    at += length;
    const joint = JOINT.exec(text.slice(at, at + 3))?.[0].length ?? 0;
    if (joint === 0) break;
    at += joint;
  }
  return at + (ETC.exec(text.slice(at, at + 6))?.[0].length ?? 0);
}

function nameLength(text: string, context: UnitContext): number {
  const group = GROUP.exec(text)?.[0].length ?? 0;
  for (let length = Math.min(LONGEST, text.length); length > Math.max(group, SHORTEST - 1); length--)
    if (AGENCY_END.test(text[length - 1] ?? '') && isSure(text.slice(0, length), text.slice(length), context))
      return length;
  return GOES_ON.test(text.slice(group)) ? 0 : group;
}
const AGENCY_END = /[局委办厅部会院署行社联协队司团心府]/;

function isSure(name: string, behind: string, context: UnitContext): boolean {
  if (GOES_ON.test(behind)) return false;
  const { known, byField, byForm } = resolveUnit(name, context);
  return known && !byField && !byForm;
}

/** 要, 负责 between a name and its 会同 are no part of the name; 联合 says what 会同 does. Offsets hold. */
const plain = (words: string): string =>
  words
    .replaceAll('联合', '会同')
    .replace(/(?:负责，?|具体|主动|积极|要|应当?|须|需|将|可|并)+(?=会同|牵头|主动|积极)/g, (found) =>
      ' '.repeat(found.length),
    );

function read(text: string, start: number, end: number, context: UnitContext): FoundNote | null {
  const words = readWords(plain(text.slice(start, end)), context);
  return isSureNote(words, context) ? { start, end, inner: start, text: text.slice(start, end), words } : null;
}

function isSureNote({ roles, units }: NoteWords, context: UnitContext): boolean {
  const [lead] = units;
  return (
    lead?.role === 'lead' &&
    roles.objects.length === 0 &&
    roles.tail === null &&
    !roles.labelled &&
    units.every(({ known, byField, byForm }) => known && !byField && !byForm) &&
    !isAboveThePlan(lead, context)
  );
}

const LEVEL = /^(?:自治区|[省市县区州盟旗])/;

/** 省人社厅将会同有关部门实地指导, in a city's plan. */
function isAboveThePlan({ name }: NotedUnit, { level, carried }: UnitContext): boolean {
  const printed = LEVEL.exec(name)?.[0];
  if (printed === undefined) return /^(?:国务院|国家)/.test(name) && level !== 'state';
  return printed !== carried && isAbove(printed, level);
}
