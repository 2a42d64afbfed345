import type { ChildProcess } from 'node:child_process';
import type { Actor, Answer } from '../../src/engine/types.js';

/** What the process tells: an answer, or a refusal's code and words. */
export interface Told {
  answer?: Answer;
  error?: string;
  message?: string;
}

/** One command to one instance. */
export interface Order {
  order: 'send';
  instance: string;
  type: string;
  payload: Record<string, unknown>;
  actor: Actor;
  key?: string;
  seenRevision?: number;
}

export class Office {
  child: ChildProcess;
  /** The process has ended. */
  gone?: boolean;
  ended: Promise<void>;
  static open(folder: string, point: string, nth: number, env?: NodeJS.ProcessEnv): Promise<Office>;
  ask(order: Order): Promise<Told | null>;
  kill(): Promise<void>;
}
