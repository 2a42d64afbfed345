import type { Feature } from '../engine/feature.js';
import type { Projection, RelationResolver } from '../engine/types.js';
import { identityEntities } from './identity.entities.js';

export const ROLES = ['coordinator', 'liaison', 'leader', 'county', 'superior', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Facts an account is opened with. */
export interface AccountInput {
  account: string;
  name: string;
  unitId: string | null;
  roles: Role[];
}

const accounts: Projection = {
  name: 'identity',
  tables: ['account'],
  machines: ['account'],
  async apply(tx, event) {
    const id = event.instance;
    const { account, name, unitId, roles } = event.payload as unknown as AccountInput;
    if (event.type === 'start') return tx.insert('account', { id, account, name, unitId, roles, state: 'active' });
    await tx.update('account', { state: event.state }, { id });
    if (event.type === 'changeRoles') await tx.update('account', { roles, name, unitId }, { id });
  },
};

const relations: RelationResolver = async (_read, instance, actor) => {
  const own = actor.user === instance.id ? (['self'] as const) : [];
  if (actor.roles.includes('admin')) return [...own, 'admin'];
  return actor.roles.includes('coordinator') ? [...own, 'coordinator'] : [...own];
};

export const identityFeature: Feature = {
  entities: identityEntities,
  projections: [accounts],
  relations: { account: relations },
};
