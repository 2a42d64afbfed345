import type { RequestHandler } from 'express';

/** Addresses told apart in the figures; all others are one class, so that nobody can make the list grow. */
const CLASSES = new Set([
  ...['api', 'assets', 'flow', 'healthz', 'inbox', 'ledger', 'measures', 'metrics', 'packets', 'password', 'plans'],
  ...['readyz', 'reports', 'rounds', 'sign-in', 'sign-out', 'supervision', 'units', 'documents', 'notices'],
]);

export interface RequestCount {
  route: string;
  method: string;
  status: number;
  count: number;
  seconds: number;
}

const METHODS = new Set(['GET', 'HEAD', 'POST']);

/** Counts answered requests by class of address, method and status, with the time they took. */
export class RequestCounts {
  private readonly counts = new Map<string, RequestCount>();

  /** Counts every request that passes through. */
  handler(): RequestHandler {
    return (request, response, next) => {
      const started = performance.now();
      const route = classOf(request.path);
      const method = METHODS.has(request.method) ? request.method : 'other';
      response.on('finish', () => this.add(route, method, response.statusCode, (performance.now() - started) / 1000));
      next();
    };
  }

  /** In the order in which each was first seen. */
  all(): RequestCount[] {
    return [...this.counts.values()];
  }

  private add(route: string, method: string, status: number, seconds: number): void {
    const key = `${route} ${method} ${status}`;
    const known = this.counts.get(key) ?? { route, method, status, count: 0, seconds: 0 };
    this.counts.set(key, { ...known, count: known.count + 1, seconds: known.seconds + seconds });
  }
}

function classOf(path: string): string {
  const [, first = ''] = path.split('/');
  return CLASSES.has(first) ? first : 'other';
}
