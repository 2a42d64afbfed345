import { createMachine, type AnyStateMachine } from 'xstate';
import type { Definition } from '../../workflows/catalogue.js';

/** Part of a machine's configuration. */
export type Config = Record<string, unknown>;

/** The entry under a dotted path of a machine's configuration. */
export function at(config: Config, path: string): Config {
  return path.split('.').reduce((inner, key) => inner[key] as Config, config);
}

function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)])) as T;
}

/** A definition with a fault planted in a copy of its machine. */
export function planted(from: Definition, fault: (states: Config) => void): Definition {
  const config = copy(from.machine.config) as unknown as Config;
  fault(config.states as Config);
  const machine = createMachine(config as never).provide(from.machine.implementations as never);
  return { ...from, machine: machine as AnyStateMachine };
}
