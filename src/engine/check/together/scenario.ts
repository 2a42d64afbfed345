import type { Actor, Command, OnBehalf } from '../../types.js';

/** What somebody may try: an event sent to one instance. */
export interface Act {
  actor: Actor;
  instance: string;
  type: string;
  payload?: Record<string, unknown>;
  onBehalf?: OnBehalf;
}

/** Or the days go by, and what has become due fires. */
export interface Wait {
  until: string;
}

/** Some instances that belong together, and all that people may do with them, in any order. */
export interface Scenario {
  title: string;
  /** The day on which it begins. */
  day: string;
  starts: readonly Command[];
  acts: readonly (Act | Wait)[];
  /** How many steps after the starts are walked, every order of them. */
  steps: number;
  /** Instance → how a story calls it. */
  names: Readonly<Record<string, string>>;
}

/** Whether a step is a day to come and nobody's act. */
export function isWait(act: Act | Wait): act is Wait {
  return 'until' in act;
}
