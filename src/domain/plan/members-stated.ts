import type { Span } from './reading.js';

/** What of a plan is looked through: its text, and the notes of its measures, which name those measures' units only. */
export interface WithNotes {
  text: string;
  measures: readonly { noteSpan: Span }[];
}

const TEAM = '(?:领导小组|联席会议|指挥部|工作专班|专班|协调机制|委员会)';
/** The line or sentence that opens a list of members, up to the first of them. */
const OPENINGS = [
  new RegExp(
    `(?<=^|[。；\\n])[^，。；：:、\\n]{0,30}?${TEAM}?(?:成员|组成)单位(?:名单)?(?:如下)?(?:[:：]|为|包括|有|由)[:：]?`,
    'g',
  ),
  new RegExp(`(?<=^|[。；，\\n])[^，。；：:、\\n]{0,30}?${TEAM}由(?=[^。；\\n]{4,600}组成)`, 'g'),
];
/** Members of a body are the plan's, wherever they are listed; without one, those in a note are its measure's. */
const OF_TEAM = new RegExp(TEAM);
/** To all members (各成员单位：) is an address, no list. */
const ADDRESS = /各(?:成员|组成)单位/;
const UNIT_END = /(?:[局厅委办部会院署处联队行社团]|中心|公司|集团|政府|[县区市旗州])$/;
/** What may stand behind the last unit: 等12个单位. */
const CLOSING = /等?(?:\d{1,3}|[一二三四五六七八九十]{1,4})?[个家]?(?:部门|单位|部门和单位)?(?:为成员单位)?$/;

/**
 * The units that a plan states as members (领导小组成员单位：…、…; 联席会议由…、…等部门组成), as printed; null where it states
 * none, or lists that differ. A list runs to the end of its sentence, over lines that hold nothing but units.
 */
export function statedMembers({ text, measures }: WithNotes): string[] | null {
  if (!text.includes('成员单位') && !text.includes('组成')) return null;
  const isInNote = (at: number): boolean => measures.some(({ noteSpan: [from, to] }) => from <= at && at < to);
  const lists = OPENINGS.flatMap((opening) => [...text.matchAll(opening)])
    .filter(([opening]) => !ADDRESS.test(opening))
    .filter((found) => OF_TEAM.test(found[0]) || !isInNote(found.index + found[0].length))
    .map((found) => listAt(text.slice(found.index + found[0].length)))
    .filter((list) => list.length > 1);
  return lists.length > 0 && lists.every((list) => list.join() === lists[0]!.join()) ? lists[0]! : null;
}

/** The units of the list that begins there; none where something else stands among them. */
function listAt(text: string): string[] {
  const [sentence = ''] = /^[^。；]*?(?=组成|[。；]|$)/.exec(text) ?? [];
  const names: string[] = [];
  for (const line of sentence.split('\n')) {
    const parts = partsOf(line);
    if (!parts.every((part) => UNIT_END.test(part))) break;
    names.push(...parts);
  }
  return [...new Set(names)];
}

const partsOf = (line: string): string[] =>
  line
    .trim()
    .replace(CLOSING, '')
    .split(/[、，,]|\s+|(?<=[局委办会院行联])(?:以及|及|和)(?=[省市县区团国人])/)
    .map((part) => part.trim())
    .filter(Boolean);
