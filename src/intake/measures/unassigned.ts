import type { Span, UnassignedClause } from '../../domain/plan/reading.js';
import { namedInBracket } from '../../domain/plan/closing-bracket.js';
import type { UnitContext } from '../../domain/units/resolve.js';
import type { Paragraph } from '../lines/paragraph.js';
import { descendants, isLeaf } from '../outline/family.js';
import { chargedInPrint } from '../notes/charged.js';
import { isMembersList } from '../notes/labels.js';
import { printedAgency } from '../notes/unit-list.js';
import type { Clause } from '../outline/outline.js';

/** Parts of a plan that give nobody a task: aims, principles, timetables. */
const NO_TASKS =
  /总体(要求|思路|目标|部署)|指导思想|原则|目标|进度|步骤|阶段|时间(安排|节点|进度)|背景|重要(意义|性)|形势|范围|对象|附则|定义|基本(情况|要求)|主要内容$|活动主题|(活动|攻坚|整治|行动|治理)时间|主题$|认识|总要求|工作思路|有效期|名词解释/;

/** Whether a part may give tasks, by its titles. */
export const givesTasks = ({ heading }: Clause): boolean =>
  !heading.some((title) => NO_TASKS.test(title.length > TITLE ? title.slice(0, OPENING) : title));

/** A longer title is one into which the words below it ran; only its first characters are the title's own. */
const TITLE = 30;
const OPENING = 12;

/**
 * Numbered clauses of task and safeguard chapters for which nobody is named: `6.1 加强组织领导`. Those that take over the
 * note of the heading above them are answered for. A table's row below one with units is asked for wherever it stands.
 */
export function unassignedClauses(
  clauses: readonly Clause[],
  hasNote: (clause: Clause) => boolean,
  heirs: ReadonlyMap<Clause, unknown>,
  paragraphs: readonly Paragraph[],
): Clause[] {
  const chaptered = clauses.some(({ rank }) => rank === 0 || rank === 1);
  const isBelow = ({ first }: Clause): boolean => paragraphs[first]?.above !== undefined;
  return clauses.filter(
    (clause) =>
      (!chaptered || inChapter(clause) || isBelow(clause)) &&
      clause.rank >= 0 &&
      isLeaf(clause) &&
      ![clause, ...descendants(clause)].some(hasNote) &&
      !heirs.has(clause) &&
      (givesTasks(clause) || isBelow(clause)),
  );
}

/** Numbered lines of the notice (contact offices, attachments) stand outside every chapter. */
function inChapter(clause: Clause): boolean {
  for (let step: Clause | null = clause; step; step = step.parent) if (step.rank === 0 || step.rank === 1) return true;
  return false;
}

/** The paragraphs of a clause and its sub-points. */
const paragraphsOf = (clause: Clause, paragraphs: readonly Paragraph[]): readonly Paragraph[] =>
  paragraphs.slice(clause.first, (descendants(clause).at(-1) ?? clause).last);

/** The words of paragraphs without those at the given places of the source. */
const wordsOutside = (own: readonly Paragraph[], places: readonly Span[], from = 0): string =>
  own
    .map(({ text, at }, index) => {
      let [left, begin] = ['', index > 0 ? 0 : from];
      for (let position = begin; places.length > 0 && position < text.length; position++) {
        const place = at[position] ?? 0;
        if (!places.some(([start, end]) => place >= start && place < end)) continue;
        left += text.slice(begin, position);
        begin = position + 1;
      }
      return left + text.slice(begin);
    })
    .join('\n');

/** A heading over nothing but reports. */
const OF_REPORTS = /^(?:[一-龥]{0,4}要求|[一-龥]{0,6}(?:报送|上报|反馈|报告)[一-龥]{0,4})$/;

/** Whether all sentences of a clause are reports that were read as such (`reports`): it asks for nothing else. */
export function isReported(clause: Clause, paragraphs: readonly Paragraph[], reports: readonly Span[]): boolean {
  if (reports.length === 0) return false;
  const own = paragraphsOf(clause, paragraphs);
  const left = wordsOutside(own, reports, clause.titleStart).replace(/[\s。；，：]/g, '');
  return left === '' || (left === clause.title && OF_REPORTS.test(left));
}

/**
 * A clause with its words and its place in the source, from its number to the end of its text and its sub-points. Whom
 * its `reports` go to is not named for anything else.
 */
export function clauseReading(
  clause: Clause,
  paragraphs: readonly Paragraph[],
  context: UnitContext,
  reports: readonly Span[],
): UnassignedClause {
  const own = paragraphsOf(clause, paragraphs);
  const text = own.map((one, at) => one.text.slice(at === 0 ? clause.textStart : 0)).filter(Boolean);
  const last = own.filter((one) => one.text !== '').at(-1);
  const span: Span = [own[0]?.at[0] ?? 0, (last?.at[last.text.length - 1] ?? -1) + 1];
  const words = wordsOutside(
    own.filter((one) => !isMembersList(one.text)),
    reports,
  );
  const named = namedInBracket(words) ?? printedAgency(words, context) ?? chargedInPrint(words, context);
  const reading = { no: clause.path, heading: clause.heading, title: clause.title, text: text.join('\n'), span };
  const { above } = paragraphs[clause.first] ?? {};
  return { ...reading, ...(named !== null && { named }), ...(above !== undefined && { above }) };
}
