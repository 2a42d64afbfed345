import type { Command, StartCommand } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import type { IdSource } from '../shared/ids.js';
import { Unit } from './organization.entities.js';
import type { UnitInput } from './organization.feature.js';

/** Units by name in one place, with the commands that enter those not yet in the register. */
export interface Enrolment {
  idOf(name: string): string;
  commands: StartCommand[];
}

/** A unit as a plan names it, with the place it belongs to. */
export interface WantedUnit {
  name: string;
  place: string;
  level: string;
  kind: UnitInput['kind'];
}

/** Looks the units up by full name or alias in their place; whoever is missing gets a command that enters it. */
export async function enrol(read: Reader, ids: IdSource, wanted: WantedUnit[]): Promise<Enrolment> {
  const byName = new Map<string, string>();
  for (const unit of await read.manager.find(Unit)) {
    for (const name of [unit.name, unit.fullName, ...unit.aliases]) byName.set(`${unit.place} ${name}`, unit.id);
  }
  const commands: StartCommand[] = [];
  const found = new Map<string, string>();
  for (const unit of wanted) {
    const place = `${unit.place} ${unit.name}`;
    if (!byName.has(place)) {
      const command = newUnitCommand(ids.next(), unit);
      byName.set(place, command.id);
      commands.push(command);
    }
    found.set(unit.name, byName.get(place)!);
  }
  return { idOf: (name) => found.get(name)!, commands };
}

function newUnitCommand(id: string, { name, place, level, kind }: WantedUnit): StartCommand {
  const input: UnitInput = {
    ...{ name, place, level, kind, fullName: signatureName(name, place), shortName: name.replace(/^[省市县区]/, '') },
    consultOnly: /法院|检察院|委[^员]*部$|^[省市县区]委|^中共/.test(name),
  };
  return { kind: 'start', machine: 'unit', id, scope: '', input: { ...input } };
}

/** The name in a signature: 市财政局 in 太原市 signs as 太原市财政局; own names stay, and names of a place that is not known. */
export function signatureName(name: string, place: string): string {
  if (place !== '' && /^[省市县区旗州]/.test(name)) return place + name.slice(1);
  return name.startsWith('共青团') ? name.replace(/共青团[省市县区]委/, `共青团${place}委`) : name;
}

/** A printed surface and the unit of the place that it means. */
export interface Alias {
  surface: string;
  name: string;
}

/** The aliases of a place's units, as people registered them: a plan of the place that prints one means that unit. */
export async function aliasesIn(read: Reader, place: string): Promise<Alias[]> {
  const units = await read.manager.find(Unit, { where: { place, state: 'active' }, order: { id: 'ASC' } });
  return units.flatMap(({ name, aliases }) => aliases.map((surface) => ({ surface, name })));
}

/** Names of the place's units as the register has them, with and without the place: 市财政局, 太原市财政局. */
export async function ownNamesIn(read: Reader, place: string): Promise<Alias[]> {
  const units = await read.manager.find(Unit, { where: { place, state: 'active' }, order: { id: 'ASC' } });
  return units.flatMap(({ name, fullName }) => [name, fullName].map((surface) => ({ surface, name })));
}

/** The name of the unit that a surface is an alias of in its place; null for none. */
export async function aliasHolder(read: Reader, place: string, surface: string): Promise<string | null> {
  return (await aliasesIn(read, place)).find((one) => one.surface === surface)?.name ?? null;
}

/** A printed surface with the name that it is to mean from now on; null: it is no alias from then on. */
export interface WantedAlias {
  surface: string;
  name: string | null;
}

/**
 * The commands by which surfaces become aliases of units of one place, each of one unit only; a unit that the register
 * does not know yet is entered, also under the very name that is printed.
 */
export async function aliasCommands(
  read: Reader,
  ids: IdSource,
  { place, level }: Pick<WantedUnit, 'place' | 'level'>,
  wanted: readonly WantedAlias[],
): Promise<Command[]> {
  const units = await read.manager.find(Unit, { where: { place, state: 'active' }, order: { id: 'ASC' } });
  const known = new Map(units.map((unit) => [unit.name, unit.id]));
  const entered: StartCommand[] = [];
  const idOf = (name: string): string => {
    const id = known.get(name) ?? ids.next();
    if (!known.has(name)) entered.push(newUnitCommand(id, { name, place, level, kind: 'bureau' }));
    known.set(name, id);
    return id;
  };
  const events = wanted.flatMap(({ surface, name }): Command[] => {
    const holder = units.find((unit) => unit.aliases.includes(surface));
    if (holder && holder.name === name) return [];
    const freed = holder ? [aliasEvent(holder.id, 'removeAlias', surface)] : [];
    if (name === null) return freed;
    const id = idOf(name);
    return name === surface ? freed : [...freed, aliasEvent(id, 'addAlias', surface)];
  });
  return [...entered, ...events];
}

const aliasEvent = (instance: string, type: 'addAlias' | 'removeAlias', alias: string): Command => ({
  ...{ kind: 'send', instance, type, payload: { alias } },
});
