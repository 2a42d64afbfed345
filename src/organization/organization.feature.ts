import type { Feature } from '../engine/feature.js';
import type { Projection, RelationResolver } from '../engine/types.js';
import { calendarYears, calendarRelations } from './calendar.projection.js';
import { organizationEntities } from './organization.entities.js';

/** Facts a unit is entered with; the payload of its start. */
export interface UnitInput {
  name: string;
  fullName: string;
  shortName: string;
  place: string;
  level: string;
  kind: 'office' | 'bureau' | 'county' | 'superior';
  lineParent?: string | null;
  consultOnly?: boolean;
  validFrom?: string | null;
  aliases?: string[];
}

const units: Projection = {
  name: 'organization',
  tables: ['unit', 'membership'],
  machines: ['unit'],
  async apply(tx, event) {
    const id = event.instance;
    const payload = event.payload;
    if (event.type === 'start') return tx.insert('unit', newUnit(id, payload as unknown as UnitInput));
    await tx.update('unit', { state: event.state }, { id });
    if (event.type === 'rename')
      await tx.update('unit', { name: payload.name, fullName: payload.fullName ?? payload.name }, { id });
    if (event.type === 'addAlias') await changeAliases(tx, id, (known) => [...known, String(payload.alias)]);
    if (event.type === 'removeAlias')
      await changeAliases(tx, id, (known) => known.filter((one) => one !== payload.alias));
    if (event.type === 'setMembership') await setMembership(tx, id, payload);
    if (event.type === 'end')
      await tx.update('unit', { validTo: payload.on ?? null, successors: payload.successors ?? [] }, { id });
  },
};

function newUnit(id: string, input: UnitInput): object {
  const { name, fullName, shortName, place, level, kind } = input;
  return {
    ...{ id, name, fullName, shortName, place, level, kind, state: 'active', successors: [] },
    lineParent: input.lineParent ?? null,
    consultOnly: input.consultOnly ?? false,
    validFrom: input.validFrom ?? null,
    aliases: input.aliases ?? [],
  };
}

async function changeAliases(
  tx: Parameters<Projection['apply']>[0],
  id: string,
  change: (known: string[]) => string[],
): Promise<void> {
  const row = await tx.get<{ aliases: string }>('SELECT aliases FROM unit WHERE id = ?', [id]);
  const aliases = [...new Set(change(JSON.parse(row?.aliases ?? '[]') as string[]))];
  await tx.update('unit', { aliases }, { id });
}

async function setMembership(
  tx: Parameters<Projection['apply']>[0],
  unitId: string,
  payload: Record<string, unknown>,
): Promise<void> {
  const { list, from, to } = payload;
  await tx.remove('membership', { unitId, list });
  await tx.insert('membership', { unitId, list, validFrom: from, validTo: to ?? null });
}

const relations: RelationResolver = async (_read, instance, actor) => {
  if (actor.roles.includes('admin')) return ['admin'];
  if (actor.roles.includes('coordinator')) return ['coordinator'];
  return actor.unit === instance.id ? ['unit'] : [];
};

export const organizationFeature: Feature = {
  entities: organizationEntities,
  projections: [units, calendarYears],
  relations: { unit: relations, calendar: calendarRelations },
};
