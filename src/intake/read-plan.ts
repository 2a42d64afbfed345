import type { Doubt, PlanReading } from '../domain/plan/reading.js';
import { firstYear, lastYear, planYear } from '../domain/plan/year.js';
import { planPrefix } from '../domain/units/prefix.js';
import type { UnitRegistry } from '../domain/units/registry.js';
import type { UnitContext } from '../domain/units/resolve.js';
import { useDay } from '../domain/units/use-day.js';
import { deadlinesIn } from './dates/deadlines.js';
import { impossibleDays } from './dates/impossible.js';
import { termsWithoutIssue } from './dates/issue-terms.js';
import { noteDays } from './dates/note-days.js';
import { isStageOfAll, phasesOf } from './dates/phases.js';
import { reportingOf } from './dates/reporting.js';
import { undatedDays } from './dates/undated.js';
import { figureInWinter } from './dates/winter-days.js';
import { amendingNotice } from './head/amending-notice.js';
import { blankContacts } from './head/contacts.js';
import { readHead, type Head } from './head/head.js';
import { reportOfMeeting } from './head/report-of-meeting.js';
import { namesApart } from './lines/names-apart.js';
import type { Paragraph } from './lines/paragraph.js';
import { paragraphsOf } from './lines/paragraphs.js';
import { withRowsOfCells } from './lines/bare-cells.js';
import { taskTables } from './lines/tables.js';
import { askedAcross } from './measures/asked-across.js';
import { commonDays } from './measures/common-day.js';
import { heirsOf, type Heritage } from './measures/heirs.js';
import { rawMeasures } from './measures/measures.js';
import { readMeasure, type TextReaders } from './measures/read-measure.js';
import { runningOf } from './measures/running.js';
import { strayWords } from './measures/stray.js';
import { outOfUse, stylesTold } from './measures/settle.js';
import { clauseReading, isReported, unassignedClauses } from './measures/unassigned.js';
import { normalise } from './normalise/normalise.js';
import { findNotes, type FoundNote } from './notes/find-notes.js';
import { goesOn } from './notes/frayed.js';
import { unreadAnnexes } from './notes/unread-annexes.js';
import { unreadNotes } from './notes/unread.js';
import { unreadRows } from './notes/unread-tables.js';
import { alsoEverywhere, documentRules, isRuleOfAll, leadRuleAt } from './notes/rules.js';
import { bodyEnd } from './outline/closing.js';
import { foldLists } from './outline/lists.js';
import { isAnnex, outline, type Clause } from './outline/outline.js';
import { readConditions, readTerms } from './targets/conditions.js';
import { isPast } from './targets/goal-column.js';
import { goalsOf } from './targets/goals.js';
import { readTargets } from './targets/targets.js';

/**
 * Reads a plan out of its extracted plain text. Pure: the same text and registry give the same reading. Offsets in the
 * reading point into `PlanReading.text`, the source with contact persons blanked.
 */
export function readPlan(source: string, registry: UnitRegistry): PlanReading {
  const { text, contacts } = blankContacts(source);
  const paragraphs = taskTables(paragraphsOf(withRowsOfCells(normalise(text), registry)), registry).map(namesApart);
  const head = readHead(paragraphs, registry);
  return { ...headFields(head), contacts, text, ...readBody(paragraphs, head, registry) };
}

function headFields(head: Head) {
  const { title, noticeTitle, docNumber, issuers, issuedOn, region, level, kind, basis, addressees } = head;
  return { title, noticeTitle, docNumber, issuers, issuedOn, region, level, kind, basis, addressees };
}

function readBody(paragraphs: readonly Paragraph[], printedHead: Head, registry: UnitRegistry) {
  const context = unitContext(printedHead, paragraphs, registry);
  const { bodyFrom } = printedHead;
  const printed = outline(paragraphs, bodyFrom, Math.max(bodyFrom, bodyEnd(paragraphs)));
  const head = withYear(printedHead, printed, paragraphs);
  const each = paragraphs.map(({ text }, index) =>
    index < head.bodyFrom || isRuleOfAll(text) ? [] : findNotes(text, context),
  );
  const notes = goesOn(paragraphs, each, registry);
  const clauses = foldLists(printed, paragraphs, notes);
  const hasNote = (clause: Clause): boolean => notes.slice(clause.first, clause.last).some((found) => found.length > 0);
  const rules = documentRules(paragraphs, notes);
  const phases = phasesOf(clauses, paragraphs, head.year);
  const heirs = heirsOf(clauses, paragraphs, notes);
  const unnamed = unassignedClauses(clauses, hasNote, heirs, paragraphs);
  const running = runningOf([...unnamed, ...heirs.keys()], paragraphs, context);
  const nobodys = unnamed.filter((clause) => !running.has(clause));
  const raws = rawMeasures(clauses, paragraphs, notes, new Map([...heirs, ...running])).filter(
    ({ clause, note }) => !(isSaidOfAll(note) && isStageOfAll(clause)),
  );
  const readers = readersFor(head);
  const goals = goalsOf(clauses, paragraphs, hasNote, { ...head, ...yearsOf(head) });
  const read = raws.map((raw) => {
    const measure = readMeasure(raw, paragraphs, leadRuleAt(rules, raw.noteAt, raw.note.start), readers);
    return alsoEverywhere(outOfUse(measure, raw, useDay(head)), raw.noteAt, rules);
  });
  const reporting = reportingOf(clauses, paragraphs, phases, head.year);
  const noted = withRunning(notes, running);
  const unread = unreadNotes(paragraphs, noted, head.bodyFrom, registry);
  const annexes = clauses.filter(isAnnex).map(({ first }) => first);
  const measures = askedAcross(read, { raws, annexes, region: head.region, unread });
  const doubts = [
    ...head.doubts,
    ...reportOfMeeting(head.title, paragraphs),
    ...amendingNotice(measures.length, paragraphs, head),
    ...planDoubts(measures.length),
    ...stylesTold(read),
    ...goals.doubts,
    ...unread,
    ...unreadRows(paragraphs, registry),
    ...commonDays(paragraphs, head.bodyFrom),
    ...impossibleDays(paragraphs, head.year),
    ...undatedDays(paragraphs.slice(head.bodyFrom), head.year),
  ];
  const reports = reporting.flatMap(({ span }) => (span ? [span] : []));
  const asked = nobodys.filter((clause) => !isReported(clause, paragraphs, reports));
  const told = [...reporting, ...goals.targets, ...phases, ...doubts].flatMap(({ span }) => (span ? [span] : []));
  const strays = strayWords({ clauses, raws, notes: noted, asked: nobodys, told }, paragraphs, readers);
  const unassigned = [...asked.map((clause) => clauseReading(clause, paragraphs, context, reports)), ...strays];
  const placed = [...told, ...[...measures, ...unassigned].map(({ span }) => span)];
  return {
    ...(head.printedYear ? { printedYear: head.printedYear } : {}),
    phases,
    reporting,
    goals: goals.targets,
    conditions: goals.conditions,
    measures,
    unassigned: nobodys.map(({ path, title }) => `${path} ${title}`),
    unassignedClauses: unassigned.sort((a, b) => a.span[0] - b.span[0]),
    rules: rules.printed,
    doubts: [...doubts, ...unreadAnnexes(clauses, paragraphs, placed)],
  };
}

/** 各单位落实: a sentence without a bracket or a label that names no unit. */
const isSaidOfAll = ({ words, start, inner, text }: FoundNote): boolean =>
  words.units.length === 0 && inner === start && /^各(?:有关|相关|成员|责任)?(?:单位|部门|地)/.test(text);

/** The notes of all paragraphs, with those that are running words. */
function withRunning(notes: readonly FoundNote[][], running: ReadonlyMap<Clause, Heritage>): readonly FoundNote[][] {
  const all = [...notes];
  for (const { note, noteAt } of running.values()) all[noteAt] = [...(all[noteAt] ?? []), note];
  return all;
}

/** The head with the year that the timetable prints, else other print, where nothing else tells the plan's. */
function withYear(
  head: Head,
  clauses: readonly Clause[],
  paragraphs: readonly Paragraph[],
): Head & { printedYear?: number } {
  if (head.year !== null) return head;
  const year = planYear({ ...head, phases: phasesOf(clauses, paragraphs, null) });
  if (year !== null || head.otherYear === null) return { ...head, year };
  const { year: printed, doubt } = head.otherYear;
  return { ...head, year: printed, printedYear: printed, doubts: [...head.doubts, ...(doubt ? [doubt] : [])] };
}

const PREFIXED = /(?<=[（、，：。\n]|^)(省|自治区|市(?!场)|州|县|区)(?=[一-龥]{2,10}(?:局|厅|委|办)[、，）牵负会])/g;
const MINISTRIES =
  /(?<=[（、，：会同\n]|^)(?:国家发展改革委|(?:公安|财政|教育|民政|司法|人力资源和?社会保障|住房和?城乡建设|农业农村|交通运输|自然资源|商务|水利|农业|国土资源|生态环境|环境保护|工业和信息化|科技|应急管理|文化和?旅游|退役军人事务)部|(?:市场监管|海关|税务|体育|广电|质检)总[局署])(?=[、，）牵负会等按分参配])/g;
const ENOUGH = 3;

/** A plan whose place is not printed: the level that its units carry most often. */
function printedPrefix(paragraphs: readonly Paragraph[]): string | null {
  const counts = new Map<string, number>();
  for (const { text } of paragraphs) {
    for (const [, level = ''] of text.matchAll(PREFIXED)) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most && (most[1] >= ENOUGH || !next)) return most[0];
  return ownLevel(paragraphs);
}

const OURS = /(?:全|我)(省|市|县|州|盟|旗|区)(?![域面内块])/g;

/** 我市, 全县: how a plan speaks of its own place. */
function ownLevel(paragraphs: readonly Paragraph[]): string | null {
  const said = new Set(paragraphs.flatMap(({ text }) => [...text.matchAll(OURS)].map(([, level = '']) => level)));
  const [only] = said;
  return said.size === 1 && only ? only : null;
}

/** A plan without a place whose notes name ministries is a central one. */
const namesMinistries = (paragraphs: readonly Paragraph[]): boolean =>
  paragraphs.reduce((count, { text }) => count + (text.match(MINISTRIES)?.length ?? 0), 0) >= ENOUGH;

function unitContext(head: Head, paragraphs: readonly Paragraph[], registry: UnitRegistry): UnitContext {
  const { region, town } = head;
  const printed = head.level ? null : printedPrefix(paragraphs);
  const level = head.level ?? (printed === null && namesMinistries(paragraphs) ? 'state' : null);
  return { registry, region, level, day: useDay(head).day, carried: town ?? planPrefix(level, region) ?? printed };
}

const yearsOf = ({ title, year }: Pick<Head, 'title' | 'year'>) => ({
  first: firstYear(title, year),
  last: lastYear(title, year),
});

function readersFor({ title, year, issuedOn }: Head): TextReaders {
  const when = { year, issuedOn };
  const years = { year, ...yearsOf({ title, year }), by: null };
  return {
    targets: (text, spanOf, cell) =>
      isPast(cell, years.first ?? year)
        ? { targets: [], conditions: [], past: true }
        : {
            targets: readTargets(text, cell ? { ...years, cell, by: cell.by } : years, spanOf).map((target) => ({
              ...target,
              by: figureInWinter(target.by, text, issuedOn),
            })),
            conditions: readConditions(text, when, spanOf),
          },
    terms: (note, spanOf) => readTerms(note, when, spanOf),
    days: (words) => noteDays(words, year, issuedOn),
    deadlines: (text) => deadlinesIn(text, year, issuedOn),
    openTerms: (text) => termsWithoutIssue(text, issuedOn),
  };
}

function planDoubts(measures: number): Doubt[] {
  if (measures > 0) return [];
  return [{ code: 'no_notes', reason: '全文没有读到责任分工，请逐条指定责任单位', field: 'measures' }];
}
