import type { Answer } from '../engine/types.js';
import { stateView } from './plan.views.js';

/** What was done: the thing, its new revision and state. */
export function doneView(machine: string, { receipts }: Answer): object {
  const { instance, revision, state } = receipts[0]!;
  return { id: instance, revision, ...stateView(machine, state) };
}
