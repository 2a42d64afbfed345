import type { Doubt, PlanReading } from '../domain/plan/reading.js';
import { planPrefix } from '../domain/units/prefix.js';
import type { UnitRegistry } from '../domain/units/registry.js';
import type { UnitContext } from '../domain/units/resolve.js';
import { phasesOf } from './dates/phases.js';
import { dueDays } from './dates/phrases.js';
import { reportingOf } from './dates/reporting.js';
import { blankContacts } from './head/contacts.js';
import { readHead, type Head } from './head/head.js';
import type { Paragraph } from './lines/paragraph.js';
import { paragraphsOf } from './lines/paragraphs.js';
import { rawMeasures } from './measures/measures.js';
import { readMeasure, type TextReaders } from './measures/read-measure.js';
import { unassignedClauses } from './measures/unassigned.js';
import { normalise } from './normalise/normalise.js';
import { findNotes } from './notes/find-notes.js';
import { alsoEverywhere, documentRules } from './notes/rules.js';
import { outline, type Clause } from './outline/outline.js';
import { readConditions } from './targets/conditions.js';
import { goalsOf } from './targets/goals.js';
import { readTargets } from './targets/targets.js';

/**
 * Reads a plan out of its extracted plain text. Pure: the same text and registry give the same reading. Offsets in the
 * reading point into `PlanReading.text`, the source with contact persons blanked.
 */
export function readPlan(source: string, registry: UnitRegistry): PlanReading {
  const { text, contacts } = blankContacts(source);
  const paragraphs = paragraphsOf(normalise(text));
  const head = readHead(paragraphs, registry);
  return { ...headFields(head), contacts, text, ...readBody(paragraphs, head, registry) };
}

function headFields(head: Head) {
  const { title, noticeTitle, docNumber, issuers, issuedOn, region, level, kind, basis, addressees } = head;
  return { title, noticeTitle, docNumber, issuers, issuedOn, region, level, kind, basis, addressees };
}

function readBody(paragraphs: readonly Paragraph[], head: Head, registry: UnitRegistry) {
  const context = unitContext(head, registry);
  const clauses = outline(paragraphs, head.bodyFrom, paragraphs.length);
  const notes = paragraphs.map(({ text }, index) => (index < head.bodyFrom ? [] : findNotes(text, context)));
  const hasNote = (clause: Clause): boolean => notes.slice(clause.first, clause.last).some((found) => found.length > 0);
  const rules = documentRules(paragraphs, head.bodyFrom);
  const phases = phasesOf(clauses, paragraphs, head.year);
  const measures = rawMeasures(clauses, paragraphs, notes).map((raw) =>
    alsoEverywhere(readMeasure(raw, paragraphs, rules.firstLeads, readersFor(head.year)), raw.noteAt, rules),
  );
  return {
    phases,
    reporting: reportingOf(clauses, paragraphs, phases, head.year),
    goals: goalsOf(clauses, paragraphs, hasNote, head.year),
    measures,
    unassigned: unassignedClauses(clauses, hasNote).map(({ path, title }) => `${path} ${title}`),
    rules: rules.printed,
    doubts: [...head.doubts, ...planDoubts(measures.length)],
  };
}

function unitContext(head: Head, registry: UnitRegistry): UnitContext {
  const { region, level, issuedOn } = head;
  return { registry, region, level, day: issuedOn, carried: planPrefix(level, region) };
}

function readersFor(year: number | null): TextReaders {
  return {
    targets: (text, spanOf) => ({
      targets: readTargets(text, { year, by: null }, spanOf),
      conditions: readConditions(text, year, spanOf),
    }),
    due: (text) => dueDays(text, year).at(-1)?.day ?? null,
  };
}

function planDoubts(measures: number): Doubt[] {
  if (measures > 0) return [];
  return [{ code: 'no_notes', reason: '全文没有读到责任分工，请逐条指定责任单位', field: 'measures' }];
}
