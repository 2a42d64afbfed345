import type { Relation } from '../../workflows/relations.js';
import type { EventBody } from './chain.js';
import { statePath, type Step } from './step.js';
import type { InstanceRow, Recorded } from './types.js';

/** The event as projections and reactions see it: record, state before and after, effects. */
export function recordedOf(
  row: Pick<InstanceRow, 'machine' | 'scope' | 'state'>,
  body: EventBody,
  position: number,
  step: Step,
  state = statePath(step.snapshot.value),
): Recorded {
  return {
    position,
    instance: body.instance,
    machine: row.machine,
    definition: body.definition,
    scope: row.scope,
    seq: body.seq,
    type: body.type,
    actor: body.actor,
    actorName: body.actorName,
    unit: body.unit,
    relation: body.relation as Relation,
    onBehalf: body.onBehalf,
    recordedAt: body.recordedAt,
    at: body.at,
    payload: body.payload,
    stateBefore: row.state || null,
    state,
    context: step.snapshot.context as Record<string, unknown>,
    effects: step.effects,
  };
}
