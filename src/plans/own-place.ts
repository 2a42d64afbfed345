import type { PlanLevel } from '../domain/plan/reading.js';
import type { Actor } from '../engine/types.js';
import { Unit } from '../organization/organization.entities.js';
import type { Reader } from '../persistence/tx.js';
import type { PlaceProposed } from './draft-place.js';

/** Where the office of a person is; else where the office that runs this system is. Null where nobody entered it. */
export async function ownPlace({ manager }: Reader, { unit }: Actor): Promise<PlaceProposed | null> {
  const own = unit ? await manager.findOneBy(Unit, { id: unit }) : null;
  const { place, level } = own ?? (await manager.findOneBy(Unit, { kind: 'office' })) ?? { place: '', level: '' };
  return place ? { region: place, level: level as PlanLevel } : null;
}
