import { ownDefinitions, type Definitions } from '../engine/definitions.js';
import type { Together } from '../engine/check/together/together.js';
import type { Registrations } from '../engine/types.js';
import { entities } from '../entities.js';
import { Database } from '../persistence/database.js';
import { migrations } from '../persistence/migrations/index.js';
import { registrations as own } from './core.module.js';

/** The product put together for the proof of its workflows: in memory, with its own features unless others are given. */
export function togetherWith(registrations: Registrations = own, definitions: Definitions = ownDefinitions): Together {
  return { registrations, definitions, openDatabase: () => Database.open({ file: ':memory:', entities, migrations }) };
}
