import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { Availability } from './availability.js';
import type { ServerLog } from './logger.js';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** How long running requests may take to finish before their connections are cut. */
const FINISH_MS = 3_000;
/** How long everything together may take before the process ends regardless. */
const GRACE_MS = 10_000;

/**
 * Stops in order when the system asks: no new work, running requests and modules finish, then the process ends with
 * code 0. When that takes too long, or at a second signal, it ends at once with code 1.
 */
export function shutdownOnSignals(app: INestApplication<Server>, log: ServerLog): void {
  let asked = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (asked) process.exit(1);
    asked = true;
    log.log(`${signal}: stopping`);
    setTimeout(() => app.getHttpServer().closeAllConnections(), FINISH_MS).unref();
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    void stopped(app, log).then((code) => process.exit(code));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
}

async function stopped(app: INestApplication<Server>, log: ServerLog): Promise<number> {
  try {
    app.get(Availability, { strict: false }).stop();
    await app.close();
    log.log('stopped');
    return 0;
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    return 1;
  }
}
