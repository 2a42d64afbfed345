import { accountV1 } from './account/account.v1.js';
import { assignmentV1 } from './assignment/assignment.v1.js';
import { calendarV1 } from './calendar/calendar.v1.js';
import { cycleV1 } from './cycle/cycle.v1.js';
import type { Definition } from './definition.js';
import { documentV1 } from './document/document.v1.js';
import { measureV1 } from './measure/measure.v1.js';
import { packetV1 } from './packet/packet.v1.js';
import { planV1 } from './plan/plan.v1.js';
import { roundV1 } from './round/round.v1.js';
import { supervisionV1 } from './supervision/supervision.v1.js';
import { unitV1 } from './unit/unit.v1.js';

export type { Definition, EventWords, PayloadField } from './definition.js';

/** Every version of every machine, by `name@version`. */
export const catalogue = {
  'plan@1': planV1,
  'cycle@1': cycleV1,
  'measure@1': measureV1,
  'assignment@1': assignmentV1,
  'round@1': roundV1,
  'packet@1': packetV1,
  'supervision@1': supervisionV1,
  'document@1': documentV1,
  'account@1': accountV1,
  'unit@1': unitV1,
  'calendar@1': calendarV1,
} as const satisfies Record<string, Definition>;

export type DefinitionId = keyof typeof catalogue;

/** One definition by its id `name@version`. Throws when the catalogue has none: the database is of another program. */
export function definition(id: string): Definition {
  const found = definitions().find((one) => one.id === id);
  if (!found) throw new Error(`流程目录中没有“${id}”：数据由其他版本的程序写入。`);
  return found;
}

/** The newest definition of a machine: what a new instance starts with. Throws when there is no such machine. */
export function current(name: string): Definition {
  const versions = definitions().filter((one) => one.name === name);
  const newest = versions.sort((a, b) => b.version - a.version)[0];
  if (!newest) throw new Error(`流程目录中没有名为“${name}”的流程。`);
  return newest;
}

/** All definitions, in the catalogue's order. */
export function definitions(): Definition[] {
  return Object.values(catalogue);
}
