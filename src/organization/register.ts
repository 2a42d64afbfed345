import type { StartCommand } from '../engine/types.js';
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

/** The name in a signature: 市财政局 in 太原市 signs as 太原市财政局; own names stay. */
export function signatureName(name: string, place: string): string {
  if (/^[省市县区旗州]/.test(name)) return place + name.slice(1);
  return name.startsWith('共青团') ? name.replace(/共青团[省市县区]委/, `共青团${place}委`) : name;
}
