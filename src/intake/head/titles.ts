import { ARTICLE } from '../lines/markers.js';
import { openingMark, type Paragraph } from '../lines/paragraph.js';
import { documentNumbers } from './document-number.js';

const KINDS =
  '实施方案|工作方案|行动方案|分工方案|方案|行动计划|工作计划|实施计划|计划|实施意见|指导意见|若干意见|意见|工作要点|要点|若干措施|政策措施|措施|实施办法|办法|细则|规划|纲要|决定|规定|通知|任务分解表|责任分解表|任务分工表|责任分工表|分工表|任务表|责任表|任务分解|责任分解|任务分工|责任分工|分工|责任清单|任务清单|清单|工作安排|重点工作|工作重点|工作任务|台账|函|通报|制度|政策';
const KIND_END = new RegExp(`(${KINDS})(?:（[^（）]{1,24}）)?$`);
const NOTICE_END = /(的?通知|的?函|的?通报)$/;
const NOT_TITLE =
  /^(现将|为|按照|根据|经|附件|附:|附：|请|特|各|发文|成文|施行|时效|效力|主送|抄送|索引|标题|名称|文号|公文|来源|[—(（]|\d+[.、])|[。；：]|[，].{20,}[，]/;
const CONTINUES = /^(关于|印发|转发|的|实施|工作|行动|方案|意见|通知|若干|任务分|责任分|（|《)/;
const MAX_TITLE = 110;

/** Where the plan's titles stand and what they say; indices into the paragraphs. */
export interface Titles {
  title: string | null;
  noticeTitle: string | null;
  /** The plan's own title stands on lines of its own, not only in the title of a notice. */
  isWhole: boolean;
  /** First paragraph after the plan's own title; 0 when none was found. */
  bodyFrom: number;
  /** First numbered paragraph of the body. */
  firstMark: number;
  /** Paragraphs that are title lines. */
  lines: Set<number>;
}

interface Candidate {
  text: string;
  first: number;
  last: number;
}

/** Finds the notice's title and the plan's own title among the lines before the first chapter. */
export function findTitles(paragraphs: readonly Paragraph[]): Titles {
  const firstMark = bodyStart(paragraphs);
  const candidates = titleCandidates(paragraphs, firstMark);
  const notices = candidates.filter(({ text }) => isNotice(text));
  const notice = notices.find(({ text }) => /关于|印发/.test(text)) ?? notices[0] ?? null;
  const plan =
    named(paragraphs, notice, firstMark) ??
    [...candidates].reverse().find((one) => !isNotice(one.text) && one !== notice && !unrelated(one, notice));
  const carried = notice && !ABOUT_CHANGES.test(notice.text) ? quoted(notice.text) : null;
  const own = plan ?? (carried === null ? notice : null);
  const title = own?.text ?? carried;
  const lines = new Set(candidates.flatMap(({ first, last }) => range(first, last)));
  return {
    title,
    noticeTitle: notice && own !== notice ? notice.text : null,
    isWhole: Boolean(plan),
    bodyFrom: own ? own.last + 1 : notice ? notice.last + 1 : 0,
    firstMark,
    lines,
  };
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

const isNotice = (text: string): boolean => NOTICE_END.test(text.replace(/（[^（）]*）$/, ''));

/** 《政府工作报告》重点任务分工的通知: the paper is one about the quoted. */
const GOES_ON =
  /^[^，。；《]{2,40}(?:方案|意见|要点|计划|措施|办法|规划|清单|分工|分解|安排)(?:（[^（）]{2,24}）)?的通知$/;

/** 关于调整《X》部分任务的通知 does not carry X. */
const ABOUT_CHANGES = /关于(?:调整|修改|修订|变更|更正|完善|补充|增补|对)《/;

/** 关于印发《X》的通知 carries X. */
function quoted(text: string): string | null {
  const open = text.indexOf('《');
  const close = text.lastIndexOf('》');
  if (open >= 0 && close > open + 4 && !GOES_ON.test(text.slice(close + 1))) return text.slice(open + 1, close);
  const bare =
    /(?:印发|转发|下发)(.{6,80}(?:方案|意见|要点|计划|措施|办法|规划|清单|分工)(?:（[^（）]{2,24}）)?)的通知$/.exec(
      text,
    );
  return bare?.[1] ?? null;
}

const bare = (text: string): string => text.replace(/[《》〈〉“”（）—\-~\s]/g, '');

/** The lines that together are the title which the notice names: 关于印发《X》 and, below it, X on one to four lines. */
function named(paragraphs: readonly Paragraph[], notice: Candidate | null, limit: number): Candidate | null {
  const wanted = bare((notice && quoted(notice.text)) ?? '');
  if (!notice || !wanted) return null;
  for (let first = notice.last + 1; first < limit; first++) {
    let text = '';
    for (let last = first; last < Math.min(limit, first + 4) && bare(text).length < wanted.length; last++) {
      text += paragraphs[last]?.text ?? '';
      if (bare(text) === wanted) return { text, first, last };
    }
  }
  return null;
}

/** A plan's title before its notice belongs to a web page's list. */
const unrelated = (candidate: Candidate, notice: Candidate | null): boolean =>
  notice !== null && candidate.last < notice.first;

/** A note, or a chapter or section of any number (a text cut out of a plan): no title comes after it. */
const NOTE_LIKE =
  /(?:负责|配合|落实)[。]?[）】\]〕]|(?:牵头|责任|配合|主办)(?:单位|部门)[:：]|[局委办厅部][）】\]〕]$|[局委办厅部院会署等][^。，]{0,10}(?:负责|配合)[。；]?$/;
const startsBody = (paragraph: Paragraph): boolean =>
  (openingMark(paragraph)?.rank ?? 9) <= 2 || NOTE_LIKE.test(paragraph.text);

function bodyStart(paragraphs: readonly Paragraph[]): number {
  const chapter = firstChapter(paragraphs);
  const early = paragraphs.slice(0, chapter).findIndex(startsBody);
  return early < 0 ? chapter : early;
}

function firstChapter(paragraphs: readonly Paragraph[]): number {
  for (const wanted of [0, 1, ARTICLE, 2, 3]) {
    const index = paragraphs.findIndex((paragraph) => {
      const mark = openingMark(paragraph);
      return mark?.rank === wanted && mark.number === 1;
    });
    if (index >= 0) return index;
  }
  return paragraphs.length;
}

function titleCandidates(paragraphs: readonly Paragraph[], limit: number): Candidate[] {
  const found: Candidate[] = [];
  for (let index = 0; index < limit; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph) continue;
    const candidate = candidateAt(paragraphs, index, found.at(-1)?.last ?? -1);
    if (candidate && candidate.text.length >= 6) found.push(candidate);
  }
  return found;
}

function candidateAt(paragraphs: readonly Paragraph[], last: number, floor: number): Candidate | null {
  let text = bareTitle(paragraphs[last]);
  if (!text || !KIND_END.test(text)) return null;
  let first = last;
  while (first - 1 > floor && last - first < 4) {
    const before = bareTitle(paragraphs[first - 1]);
    if (!before || KIND_END.test(before) || !titleGoesOn(before, text)) break;
    text = before + text;
    first -= 1;
  }
  return text.length > MAX_TITLE ? null : { text: text.replace(/（[^（）]*(?:号|发布|印发)）$/, ''), first, last };
}

/** A title line without the document number printed beside it; null for lines that are no title. */
function bareTitle(paragraph: Paragraph | undefined): string | null {
  if (!paragraph || paragraph.text.length > MAX_TITLE + 30) return null;
  let text = paragraph.text.replace(/^(?:名称|标题|文件名称)[:：|]+/, '').replace(/\|+$/, '');
  const number = documentNumbers(text, paragraph.gap).at(-1);
  if (number && number.index < 6) return null;
  if (number && text.length - number.end <= 1 && !/》（?$/.test(text.slice(0, number.index))) {
    text = text.slice(0, number.index).replace(/[（[]$/, '');
  } else if (number && text.length - number.end <= 1) text = text.slice(0, number.index).replace(/（$/, '');
  return NOT_TITLE.test(text) || text.length < 2 || /^\d{4}年\d+月/.test(text) ? null : text;
}

function titleGoesOn(before: string, text: string): boolean {
  if (/[。：；]$/.test(before) || before.length > 60) return false;
  const open = before.lastIndexOf('《') > before.lastIndexOf('》');
  const unit = /(政府|办公室|办公厅|局|委员会|厅|领导小组|部门|部|总工会|院)$/.test(before);
  const half = /关于/.test(before) && !KIND_END.test(before) && before.length >= 8;
  return (
    open ||
    half ||
    (CONTINUES.test(text) && (unit || /关于|印发|《/.test(before) || before.length >= 8)) ||
    /(关于|印发|的|和|与)$/.test(before)
  );
}

/** The kind of paper: the noun that the title ends with. */
export function kindOf(title: string | null): string | null {
  return title ? (KIND_END.exec(title)?.[1] ?? null) : null;
}
