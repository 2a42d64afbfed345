import type { PhaseReading } from '../domain/plan/reading.js';
import type { StagePhase } from './plans.entities.js';

const STAGE_WORDS: [StagePhase['stage'], RegExp][] = [
  ['mobilisation', /动员|部署|启动|准备/],
  ['implementation', /推进|实施|落实|攻坚/],
  ['evaluation', /总结|评估|考核|验收|巩固/],
];

/** Days proposed where the plan prints none (design.md section 4, Phases). */
export interface StageProposals {
  mobilisationEnd: string;
  evaluationStart: string;
}

/**
 * The three stages of one year: as printed where the plan prints them (in the plan's first year), else proposals marked
 * presumed, which move nothing by themselves. Each stage starts at the later of its printed start and its predecessor's end.
 */
export function stagesOf(printed: PhaseReading[], year: number, firstDay: string, proposals: StageProposals): StagePhase[] {
  const found = new Map(printed.map((phase) => [stageOf(phase.name), phase] as const));
  const own = [...found.values()].some((phase) => (phase.end ?? phase.start)?.startsWith(String(year)));
  if (!own) return presumedStages(year, firstDay, proposals);
  const mobilisation = printedStage('mobilisation', found, firstDay);
  const implementation = printedStage('implementation', found, mobilisation.end);
  const evaluation = printedStage('evaluation', found, null);
  return [mobilisation, implementation, evaluation];
}

function stageOf(name: string): StagePhase['stage'] | null {
  return STAGE_WORDS.find(([, words]) => words.test(name))?.[0] ?? null;
}

function printedStage(stage: StagePhase['stage'], found: Map<string | null, PhaseReading>, notBefore: string | null): StagePhase {
  const phase = found.get(stage);
  const start = [phase?.start ?? null, notBefore].filter((day) => day !== null).sort().at(-1) ?? null;
  return { stage, start, end: phase?.end ?? null, origin: phase ? 'printed' : 'presumed' };
}

function presumedStages(year: number, firstDay: string, { mobilisationEnd, evaluationStart }: StageProposals): StagePhase[] {
  return [
    { stage: 'mobilisation', start: firstDay, end: mobilisationEnd, origin: 'presumed' },
    { stage: 'implementation', start: mobilisationEnd, end: evaluationStart, origin: 'presumed' },
    { stage: 'evaluation', start: evaluationStart, end: `${year}-12-31`, origin: 'presumed' },
  ];
}
