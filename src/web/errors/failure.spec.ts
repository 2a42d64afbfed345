import { BadGatewayException, ForbiddenException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../shared/errors.js';
import { failureOf } from './failure.js';

describe('what the outside sees of an error', () => {
  it('is a refusal’s own words, with the status of its code', () => {
    const refusal = new Refusal('stale_revision', '这项任务刚被别人改过。', { cure: '请刷新后再试。' });
    expect(failureOf(refusal)).toEqual({
      ...{ status: 409, code: 'stale_revision', message: '这项任务刚被别人改过。' },
      detail: { cure: '请刷新后再试。' },
      ours: false,
    });
  });

  it('is 422 for a refusal that only its own room knows', () => {
    expect(failureOf(new Refusal('no_responsibility_note', '没有找到责任单位。')).status).toBe(422);
  });

  it.each([
    [new NotFoundException('Cannot GET /x'), 404, 'not_found'],
    [new ForbiddenException('Forbidden resource'), 403, 'forbidden'],
    [Object.assign(new Error('request entity too large'), { type: 'entity.too.large' }), 413, 'too_large'],
    [Object.assign(new Error('File too large'), { code: 'LIMIT_FILE_SIZE' }), 413, 'too_large'],
    [new Error('Unexpected end of form'), 400, 'bad_request'],
  ])('is Chinese where a library speaks: %s', (error, status, code) => {
    const failure = failureOf(error);
    expect([failure.status, failure.code, failure.ours]).toEqual([status, code, false]);
    expect(failure.message + (failure.detail.cure ?? '')).not.toMatch(/[a-z]{4,}/);
  });

  it.each([
    new Error('SQLITE_CORRUPT: /data/qiantou.db'),
    new TypeError('x of undefined'),
    new BadGatewayException(),
    'text',
    null,
  ])('is nothing of the inside where the fault is ours: %s', (error) => {
    const failure = failureOf(error);
    expect([failure.status, failure.code, failure.ours]).toEqual([500, 'internal', true]);
    expect(JSON.stringify(failure)).not.toMatch(/SQLITE|undefined|data\//);
  });
});
