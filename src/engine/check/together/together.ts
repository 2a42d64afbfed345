import { scenarios as ownScenarios } from './own-scenarios.js';
import type { Tx } from '../../../persistence/tx.js';
import type { Finding } from '../finding.js';
import type { Scenario } from './scenario.js';
import { Trial, type Together } from './trial.js';
import { Walk, type Walked } from './walk.js';

export { atStart } from './own-scenarios.js';
export type { Scenario } from './scenario.js';
export type { Together } from './trial.js';

/** One scenario as it was walked. */
export interface Proven extends Walked {
  scenario: Scenario;
}

/**
 * Proves what no definition shows by itself: measures with their units, rounds with their reports, a plan with all of it,
 * walked with the real engine, projections and reactions over every order of the given acts, to the given number of
 * steps. The walk is bounded: longer stories are not looked at.
 */
export async function walkTogether(
  together: Together,
  scenarios: readonly Scenario[] = ownScenarios,
): Promise<Proven[]> {
  const database = await together.openDatabase();
  const proven: Proven[] = [];
  try {
    for (const scenario of scenarios) {
      proven.push({ scenario, ...(await database.write((tx) => walkOne(tx, together, scenario))) });
    }
  } finally {
    await database.close();
  }
  return proven;
}

function walkOne(tx: Tx, together: Together, scenario: Scenario): Promise<Walked> {
  const trial = new Trial(tx, together, scenario.day);
  return trial.andBack(() => new Walk(trial, together.definitions, scenario).run());
}

/** The faults alone; an empty list is the proof. */
export async function checkTogether(together: Together, scenarios?: readonly Scenario[]): Promise<Finding[]> {
  const proven = await walkTogether(together, scenarios);
  return proven.flatMap(({ finding }) => finding ?? []);
}
