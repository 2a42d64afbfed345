import type { PlaceTable } from '../domain/reference/place.js';
import type { Actor } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { readSeed } from '../shared/seeds.js';
import { issueAsked, type IssueAsked } from './issue-asked.js';
import { ownPlace } from './own-place.js';
import { Plan } from './plans.entities.js';

/** A confirmed paper that is not issued, with what would be asked at its issue. */
export interface PaperConfirmed {
  plan: Plan;
  asked: IssueAsked<Plan>;
}

/** Confirmed papers that are not issued, latest first: the office's own, and those it keeps to compare with. */
export async function papersConfirmed(read: Reader, actor: Actor): Promise<PaperConfirmed[]> {
  const plans = await read.manager.find(Plan, { order: { id: 'DESC' } });
  const confirmed = plans.filter(({ state }) => state === 'confirmed');
  if (confirmed.length === 0) return [];
  const [home, table] = [await ownPlace(read, actor), readSeed<PlaceTable>('places')];
  return confirmed.map((plan) => ({ plan, asked: issueAsked(plan, plans, home, table) }));
}
