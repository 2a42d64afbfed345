import { planPrefix } from '../domain/units/prefix.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { Unit } from '../organization/organization.entities.js';
import { aliasesIn, ownNamesIn } from '../organization/register.js';
import type { Reader } from '../persistence/tx.js';
import type { DraftReading } from './draft.js';
import { placeIn } from './draft-place.js';
import { namedUnits } from './issuing.js';
import { doubtedNames } from './units-learned.js';
import { kindNames } from './units-near.js';
import { namesReader, type ReadsName } from './units-typed.js';

/** Names of the units in use that the register has for the draft's place. */
export async function registeredIn(read: Reader, draft: DraftReading): Promise<string[]> {
  const where = { place: placeIn(draft), state: 'active' };
  return (await read.manager.find(Unit, { where, order: { id: 'ASC' } })).map(({ name }) => name);
}

/** Names that a doubted one may mean: registered ones, those of the plan that are in no doubt, and the usual kinds of units. */
export async function knownNames(read: Reader, draft: DraftReading): Promise<string[]> {
  const doubted = new Set(doubtedNames(draft).map((one) => one.name));
  const inPlan = namedUnits(draft).filter((name) => !doubted.has(name));
  const kinds = kindNames(loadUnitRegistry(), planPrefix(draft.level, placeIn(draft) || null) ?? '');
  return [...new Set([...(await registeredIn(read, draft)), ...inPlan, ...kinds])];
}

/** Reads names as they would be read in the draft's document. */
export async function namesReaderFor(read: Reader, draft: DraftReading): Promise<ReadsName> {
  const place = placeIn(draft);
  const registered = [...(await ownNamesIn(read, place)), ...(await aliasesIn(read, place))];
  return namesReader(draft, loadUnitRegistry(), { known: await knownNames(read, draft), registered });
}
