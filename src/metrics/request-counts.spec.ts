import { describe, expect, it } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { RequestCounts } from './request-counts.js';

/** Lets one request be answered. */
function answered(counts: RequestCounts, method: string, path: string, statusCode: number): void {
  const response = Object.assign(new EventEmitter(), { statusCode });
  void counts.handler()({ method, path } as Request, response as unknown as Response, () => undefined);
  response.emit('finish');
}

describe('the count of requests', () => {
  it('tells classes of address, methods and statuses apart, not single things', () => {
    const counts = new RequestCounts();
    for (const id of ['a', 'b', 'c']) answered(counts, 'GET', `/plans/${id}`, 200);
    answered(counts, 'POST', '/plans/a/issue', 303);
    expect(counts.all().map(({ route, method, status, count }) => [route, method, status, count])).toEqual([
      ['plans', 'GET', 200, 3],
      ['plans', 'POST', 303, 1],
    ]);
  });

  it('does not grow with whatever a stranger asks for', () => {
    const counts = new RequestCounts();
    for (let i = 0; i < 500; i++) answered(counts, `M${i}`, `/guess-${i}/x`, 404);
    expect(counts.all()).toEqual([expect.objectContaining({ route: 'other', method: 'other', count: 500 })]);
  });
});
