import type { ReadManager } from './tx.js';

type Work = () => Promise<unknown>;
type Method = (...args: unknown[]) => Promise<unknown>;

const NAMES = ['find', 'findBy', 'findOne', 'findOneBy', 'count', 'countBy', 'existsBy'] as const;

/** The same manager, each of its reads done by `around`. */
export function wrapManager(manager: ReadManager, around: <T>(work: () => Promise<T>) => Promise<T>): ReadManager {
  const wrapped = NAMES.map((name) => {
    const method = (manager[name] as Method).bind(manager);
    const work =
      (args: unknown[]): Work =>
      () =>
        method(...args);
    return [name, (...args: unknown[]) => around(work(args))];
  });
  return Object.fromEntries(wrapped) as ReadManager;
}
