/**
 * The workflow every peer runs: a measure at work, of which the lead bureau asks for completion and which the office
 * returns, by turns. It is the product's own machine, through XState's public functions.
 */
import { initialTransition, transition } from 'xstate';
import { product } from '../support/product.mjs';

const { measureV1 } = await product('workflows/measure/measure.v1.js');
export const machine = measureV1.machine;

const by = { user: 'u-hr', unit: 'hr' };
const office = { user: 'u-office', unit: 'office' };
const at = '2023-06-01';

export const ASK = { type: 'requestCompletion', by, relation: 'responsible', onBehalf: false, at };
export const RETURN = {
  ...{ type: 'returnCompletion', by: office, relation: 'coordinator', onBehalf: false, at },
  opinion: '请补充培训台账。',
};

/** The event of a measure's n-th act. */
export const actOf = (n) => (n % 2 === 0 ? ASK : RETURN);

const INPUT = { planId: 'plan', cycleId: 'plan:2023', track: 'deliverable', consolidator: 'lead' };
const START = { type: 'beginImplementation', by: office, relation: 'system', onBehalf: false, at };

/** A measure at work, in its stored form. */
export function begun() {
  const [mobilised] = initialTransition(machine, INPUT);
  return stored(transition(machine, mobilised, START)[0]);
}

export const stored = (snapshot) => machine.getPersistedSnapshot(snapshot);

/** The next stored form; throws when the machine does not take the event. */
export function next(persisted, event) {
  const now = machine.restoreSnapshot(persisted);
  const [after] = transition(machine, now, event);
  if (JSON.stringify(after.value) === JSON.stringify(now.value)) throw new Error(`${event.type} was not taken`);
  return stored(after);
}
