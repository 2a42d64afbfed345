import type { INestApplication } from '@nestjs/common';
import { Availability } from './availability.js';
import type { ServerLog } from './logger.js';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Stops in order when the system asks: no new work, running requests and modules finish, then the process ends.
 * After `graceMs` milliseconds, or at a second signal, it ends at once with code 1.
 */
export function shutdownOnSignals(app: INestApplication, log: ServerLog, graceMs = 10_000): void {
  let asked = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (asked) process.exit(1);
    asked = true;
    log.log(`${signal}: stopping`);
    setTimeout(() => process.exit(1), graceMs).unref();
    void stopped(app, log);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
}

async function stopped(app: INestApplication, log: ServerLog): Promise<void> {
  try {
    app.get(Availability, { strict: false }).stop();
    await app.close();
    log.log('stopped');
    process.exitCode = 0;
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    process.exitCode = 1;
  } finally {
    process.exit();
  }
}
