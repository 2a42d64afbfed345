import type { Relation } from './relations.js';
import type { NoticeKey } from './notices.js';

/** Parameters of the effect `setDeadline`. */
export interface SetDeadline {
  /** Comes back as the event `deadline.<name>` with the relation `system`. */
  name: string;
  /** Day 'YYYY-MM-DD' at whose beginning it fires; null clears it. */
  on: string | null;
}

/** Parameters of the effect `notify`. */
export interface Notify {
  to: readonly Relation[];
  text: NoticeKey;
}

/**
 * The effects a machine may ask for. They do nothing here: the engine reads type and parameters from the
 * transition and carries them out in the command's transaction.
 */
export const effects = {
  setDeadline: (_: unknown, __: SetDeadline): void => undefined,
  notify: (_: unknown, __: Notify): void => undefined,
};

/** The effect `setDeadline` with fixed parameters: `on` null clears the deadline. */
export function setDeadline(name: string, on: string | null): { type: 'setDeadline'; params: SetDeadline } {
  return { type: 'setDeadline', params: { name, on } };
}

/** The effect `notify`. */
export function notify(to: readonly Relation[], text: NoticeKey): { type: 'notify'; params: Notify } {
  return { type: 'notify', params: { to, text } };
}
