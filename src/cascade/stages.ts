import { stageDays, stagesOf, type StageDates } from '../domain/progress/phases.js';
import type { Command } from '../engine/types.js';
import type { AmendmentGround } from './amendment.ground.js';

/** What an amendment does to the stages of the running year. */
export interface StageChange {
  sentences: string[];
  commands: Command[];
}

/**
 * The running year's stages as the new text prints them; where it prints none for a stage, days that the office had set
 * by hand stay. Nothing, when the printed phases are the same in both texts.
 */
export function stageChange({ old, now, cycle, day, calendar }: AmendmentGround): StageChange {
  if (JSON.stringify(days(old.draft.phases)) === JSON.stringify(days(now.draft.phases))) return NOTHING;
  const isFirst = cycle.year === old.plan.yearFrom;
  const printed = stagesOf(now.draft.phases, old.plan.issuedOn ?? day, cycle.year, calendar, isFirst);
  const before = (stage: StageDates['stage']) => cycle.phases.find((one) => one.stage === stage);
  const phases = printed.map((one) => {
    const running = before(one.stage);
    return one.origin !== 'printed' && running?.origin === 'set' ? running : one;
  });
  const sentences = phases.flatMap((one) => sentenceOf(before(one.stage), one));
  if (sentences.length === 0) return NOTHING;
  const payload = { phases, fires: stageDays(phases) };
  return { sentences, commands: [{ kind: 'send', instance: cycle.id, type: 'setPhases', payload }] };
}

const NOTHING: StageChange = { sentences: [], commands: [] };

const days = (phases: { name: string; start: string | null; end: string | null }[]) =>
  phases.map(({ name, start, end }) => ({ name, start, end }));

function sentenceOf(before: StageDates | undefined, now: StageDates): string[] {
  const [was, is] = [before && spanWords(before), spanWords(now)];
  return was === is ? [] : [`阶段“${now.name}”由${was ?? '未定'}改为${is}`];
}

const spanWords = ({ start, end, origin }: StageDates): string =>
  `${start ?? '未定'}至${end ?? '未定'}${origin === 'presumed' ? '（推定）' : ''}`;
