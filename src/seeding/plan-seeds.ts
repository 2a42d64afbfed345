import { createHash } from 'node:crypto';
import type { MeasureReading, PlanReading, UnitRef } from '../domain/plan/reading.js';
import { readSeed } from '../shared/seeds.js';

/** A plan as the seeds ship it: facts, and what each measure asks in our own words; no text of the plan. */
interface PlanFacts extends Omit<PlanReading, 'issuers' | 'measures' | 'contacts' | 'rules' | 'doubts' | 'text'> {
  id: string;
  issuers: string[];
  measures: MeasureFacts[];
}

interface MeasureFacts extends Pick<
  MeasureReading,
  'no' | 'heading' | 'title' | 'mode' | 'leadBasis' | 'openGroups' | 'open' | 'targets'
> {
  lead: string | null;
  responsible: string[];
  supporting: string[];
  content: string;
}

export const PLAN_SEEDS = ['taiyuan-2023', 'guigang-2021', 'anhui-2023', 'guangdong-2023', 'anyang-2015'];

/** Marks the source of a shipped plan: facts that stand for no file. */
export const SEEDED_SUFFIX = '（结构化事实）';

/** One shipped plan as a reading without source text, and the hash that stands for its source. */
export function seededPlan(id: string): { reading: PlanReading; sha256: string } {
  const facts = readSeed<PlanFacts>(`plans/${id}`);
  const { id: _id, issuers, measures, ...head } = facts;
  const extra = { contacts: 0, rules: [], doubts: [], text: '' };
  const reading = { ...head, ...extra, issuers: issuers.map(unit), measures: measures.map(measure) };
  return { reading, sha256: createHash('sha256').update(`seed:${id}`).digest('hex') };
}

function measure(facts: MeasureFacts): MeasureReading {
  const { content, lead, responsible, supporting, ...rest } = facts;
  const blank = {
    opens: '',
    ends: '',
    note: '',
    conditions: [],
    due: null,
    confidence: 1,
    doubtful: false,
    doubts: [],
  };
  const units = {
    lead: lead ? unit(lead) : null,
    responsible: responsible.map(unit),
    supporting: supporting.map(unit),
  };
  return { ...rest, ...blank, ...units, text: content, span: [0, 0], noteSpan: [0, 0] };
}

function unit(name: string): UnitRef {
  return { name, surface: name };
}
