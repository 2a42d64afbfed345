import type { Command, SendCommand, StartCommand } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import type { IdSource } from '../shared/ids.js';
import { Unit } from './organization.entities.js';
import type { UnitInput } from './organization.feature.js';

/** Units by name in one place, with the commands that enter those not yet in the register. */
export interface Enrolment {
  idOf(name: string): string;
  commands: Command[];
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
  const units = await read.manager.find(Unit, { order: { id: 'ASC' } });
  const byName = idsByName(units.filter((unit) => !isWithdrawn(unit)));
  const commands: Command[] = [];
  const found = new Map<string, string>();
  for (const unit of wanted) {
    const place = `${unit.place} ${unit.name}`;
    if (!byName.has(place)) {
      const command = entryOf(ids, units, unit);
      byName.set(place, command.kind === 'start' ? command.id : command.instance);
      commands.push(command);
    }
    found.set(unit.name, byName.get(place)!);
  }
  return { idOf: (name) => found.get(name)!, commands };
}

/** Whether a unit was taken out of the register because it had been entered by mistake. */
export const isWithdrawn = ({ state, validTo }: Pick<Unit, 'state' | 'validTo'>): boolean =>
  state !== 'active' && validTo === null;

/** A unit's own name counts before another's alias, and a unit in use before one that has ended; what means several means none. */
function idsByName(units: readonly Unit[]): Map<string, string> {
  const isOwn = ({ aliases }: Unit, alias: string) => aliases.includes(alias);
  const aliases = units.flatMap((unit) =>
    unit.aliases
      .filter((one) => units.filter((other) => other.place === unit.place && isOwn(other, one)).length === 1)
      .map((name): [string, string] => [`${unit.place} ${name}`, unit.id]),
  );
  const inUseLast = [...units].sort((a, b) => Number(a.state === 'active') - Number(b.state === 'active'));
  const names = inUseLast.flatMap(({ id, place, name, fullName }) =>
    [name, fullName].map((one): [string, string] => [`${place} ${one}`, id]),
  );
  return new Map([...aliases, ...names]);
}

/** Enters a unit; one whose entry was withdrawn comes back as what it was. */
function entryOf(ids: IdSource, units: readonly Unit[], unit: WantedUnit): StartCommand | SendCommand {
  const before = units.find((one) => one.place === unit.place && one.name === unit.name && isWithdrawn(one));
  if (!before) return newUnitCommand(ids.next(), unit);
  return { kind: 'send', instance: before.id, type: 'reinstate', payload: { reason: '重新登记' } };
}

function newUnitCommand(id: string, { name, place, level, kind }: WantedUnit): StartCommand {
  const input: UnitInput = {
    ...{ name, place, level, kind, fullName: signatureName(name, place), shortName: name },
    consultOnly: /法院|检察院|委[^员]*部$|^[省市县区]委|^中共/.test(name),
  };
  return { kind: 'start', machine: 'unit', id, scope: '', input: { ...input } };
}

/** The name in a signature: 市财政局 in 太原市 signs as 太原市财政局; own names stay, and names of a place that is not known. */
export function signatureName(name: string, place: string): string {
  if (place !== '' && /^[省市县区旗州]/.test(name)) return place + name.slice(1);
  return name.startsWith('共青团') ? name.replace(/共青团[省市县区]委/, `共青团${place}委`) : name;
}

/** A unit of the place that has ended, with the units that do its work. */
export interface EndedUnit {
  /** All that it was called. */
  names: string[];
  /** Its last day. */
  until: string;
  successors: string[];
}

/** The units of a place that have ended, so that a plan of later days does not go to them unasked. */
export async function endedIn(read: Reader, place: string): Promise<EndedUnit[]> {
  const units = await read.manager.find(Unit, { where: { place }, order: { id: 'ASC' } });
  const nameOf = (id: string): string[] => units.filter((unit) => unit.id === id).map(({ name }) => name);
  return units
    .filter(({ state, validTo }) => state !== 'active' && validTo !== null)
    .map(({ name, fullName, aliases, validTo, successors }) => ({
      ...{ names: [name, fullName, ...aliases], until: validTo ?? '', successors: successors.flatMap(nameOf) },
    }));
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

/** The names of the units that a surface is an alias of in its place. */
export async function aliasHolders(read: Reader, place: string, surface: string): Promise<string[]> {
  return (await aliasesIn(read, place)).filter((one) => one.surface === surface).map(({ name }) => name);
}

/** A printed surface with the name that it is to mean from now on; null: it is no alias from then on. */
export interface WantedAlias {
  surface: string;
  name: string | null;
  /** Further units that it means beside that one. */
  others?: readonly string[];
  /** The unit's own name is remembered as such: a person has said that it is still in use. */
  kept?: boolean;
  /** Units that were entered for the surface and are taken out of the register again, unless something else uses them. */
  withdraws?: readonly string[];
}

/**
 * The commands by which surfaces become aliases of units of one place, each of the wanted ones only; a unit that the
 * register does not know yet is entered, also under the very name that is printed.
 */
export async function aliasCommands(
  read: Reader,
  ids: IdSource,
  { place, level }: Pick<WantedUnit, 'place' | 'level'>,
  wanted: readonly WantedAlias[],
): Promise<Command[]> {
  const all = await read.manager.find(Unit, { where: { place }, order: { id: 'ASC' } });
  const units = all.filter(({ state }) => state === 'active');
  const known = new Map(units.map((unit) => [unit.name, unit.id]));
  const entered: Command[] = [];
  const idOf = (name: string): string => {
    const held = known.get(name);
    if (held !== undefined) return held;
    const command = entryOf(ids, all, { name, place, level, kind: 'bureau' });
    const id = command.kind === 'start' ? command.id : command.instance;
    entered.push(command);
    known.set(name, id);
    return id;
  };
  const events = wanted.flatMap(({ surface, name, others = [], kept = false }): Command[] => {
    const names = name === null ? [] : [name, ...others];
    const holders = units.filter((unit) => unit.aliases.includes(surface));
    const freed = holders.filter((unit) => !names.includes(unit.name));
    const fresh = names
      .filter((one) => !holders.some((unit) => unit.name === one))
      .map((one) => ({ one, id: idOf(one) }));
    return [
      ...freed.map(({ id }) => aliasEvent(id, 'removeAlias', surface)),
      ...fresh.filter(({ one }) => kept || one !== surface).map(({ id }) => aliasEvent(id, 'addAlias', surface)),
    ];
  });
  const freed = new Set(wanted.map(({ surface }) => surface));
  const withdrawn = new Set(wanted.flatMap(({ withdraws = [] }) => withdraws));
  const unused = units.filter(({ name, aliases }) => withdrawn.has(name) && aliases.every((one) => freed.has(one)));
  return [...entered, ...events, ...(await withdrawals(read, unused))];
}

/** A unit that has work, members or accounts stays. */
async function withdrawals(read: Reader, units: readonly Unit[]): Promise<Command[]> {
  const commands: Command[] = [];
  for (const { id } of units) {
    const [used] = await read.all<{ used: number }>(USED, [id, id, id]);
    if (Number(used?.used) === 0) commands.push(withdrawal(id));
  }
  return commands;
}

const USED = `SELECT (SELECT count(*) FROM assignment WHERE unit_id = ?) + (SELECT count(*) FROM membership WHERE unit_id = ?)
  + (SELECT count(*) FROM account WHERE unit_id = ?) AS used`;

/** Entered by mistake: such a unit has no last day and no successors, and nobody is asked who follows it. */
const withdrawal = (instance: string): Command => ({
  ...{ kind: 'send', instance, type: 'end', payload: { on: null, successors: [], withdrawn: true } },
});

const aliasEvent = (instance: string, type: 'addAlias' | 'removeAlias', alias: string): Command => ({
  ...{ kind: 'send', instance, type, payload: { alias } },
});
