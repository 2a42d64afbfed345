import { windowsWords } from '../domain/plan/condition-words.js';
import type { ConditionReading } from '../domain/plan/reading.js';
import type { StageDates } from '../domain/progress/phases.js';
import type { Reader } from '../persistence/tx.js';
import type { PlanFacts } from './duty-line.js';

/** What the lights of one plan's year need to know, for the day `today` of the plan's clock. */
export async function planFacts(
  read: Reader,
  { planId, cycleId, today }: { planId: string; cycleId: string; today: string },
): Promise<PlanFacts> {
  const plan = await read.get<{ enabledOn: string | null }>('SELECT enabled_on FROM plan WHERE id = ?', [planId]);
  const cycle = await read.get<{ phases: string }>('SELECT phases FROM cycle WHERE id = ?', [cycleId]);
  const phases = JSON.parse(cycle?.phases ?? '[]') as StageDates[];
  const start = phases.find((phase) => phase.stage === 'implementation')?.start ?? null;
  return {
    today,
    enabledOn: plan?.enabledOn ?? null,
    start,
    ...(await printedDays(read, cycleId)),
    soft: await softMeasures(read, planId),
  };
}

const PRINTED = `
  SELECT draft_key, CASE WHEN due_presumed = 0 THEN 1 ELSE 0 END AS dated,
    CASE WHEN conditions LIKE '%"window"%' OR conditions LIKE '%"recurrent"%' THEN conditions ELSE '[]' END AS conditions
  FROM measure WHERE cycle_id = ?`;

/** Measures whose due day the text in force prints, so that an amendment counts from its day on; and their seasons and rhythms. */
async function printedDays(read: Reader, cycleId: string): Promise<Pick<PlanFacts, 'dated' | 'windows'>> {
  const rows = await read.all<{ draftKey: string; dated: number; conditions: string }>(PRINTED, [cycleId]);
  const windows = rows.map(({ draftKey, conditions }): [string, string] => [draftKey, windowsIn(conditions)]);
  return {
    dated: new Set(rows.filter(({ dated }) => dated === 1).map(({ draftKey }) => draftKey)),
    windows: new Map(windows.filter(([, words]) => words !== '')),
  };
}

const windowsIn = (conditions: string): string => windowsWords(JSON.parse(conditions) as ConditionReading[]);

/** Measures that have targets, all of them 力争. */
async function softMeasures(read: Reader, planId: string): Promise<Set<string>> {
  const rows = await read.all<{ measureId: string }>(
    'SELECT measure_id FROM indicator WHERE plan_id = ? AND measure_id IS NOT NULL AND ended_on IS NULL GROUP BY measure_id HAVING max(hard) = 0',
    [planId],
  );
  return new Set(rows.map((row) => row.measureId));
}
