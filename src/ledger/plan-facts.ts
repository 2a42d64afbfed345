import type { StageDates } from '../domain/progress/phases.js';
import type { Reader } from '../persistence/tx.js';
import type { PlanFacts } from './duty-line.js';

interface DraftDue {
  key: string;
  due: string | null;
}

/** The due days that issued plans print, by plan: a draft cannot change any more once its plan is issued. */
export class PrintedDues {
  private readonly kept = new Map<string, ReadonlySet<string>>();

  async of(read: Reader, planId: string): Promise<ReadonlySet<string>> {
    const known = this.kept.get(planId);
    if (known) return known;
    const row = await read.get<{ reading: string }>('SELECT reading FROM plan_draft WHERE plan_id = ?', [planId]);
    const measures = row ? (JSON.parse(row.reading) as { measures: DraftDue[] }).measures : [];
    const dated = new Set(measures.filter((measure) => measure.due !== null).map((measure) => measure.key));
    this.kept.set(planId, dated);
    return dated;
  }
}

/** What the lights of one plan's year need to know, for the day `today` of the plan's clock. */
export async function planFacts(
  read: Reader,
  dues: PrintedDues,
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
    dated: await dues.of(read, planId),
    soft: await softMeasures(read, planId),
  };
}

/** Measures that have targets, all of them 力争. */
async function softMeasures(read: Reader, planId: string): Promise<Set<string>> {
  const rows = await read.all<{ measureId: string }>(
    'SELECT measure_id FROM indicator WHERE plan_id = ? AND measure_id IS NOT NULL GROUP BY measure_id HAVING max(hard) = 0',
    [planId],
  );
  return new Set(rows.map((row) => row.measureId));
}
