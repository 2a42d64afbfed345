import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import type { ApiTokens } from './api-tokens.service.js';
import type { IdentityService, SignedIn } from './identity.service.js';
import { sessions } from './sessions.middleware.js';

/** Sends one request of a person whose password another person has set, and tells where it went. */
async function visit(path: string, mustChange: boolean): Promise<string> {
  const identity = { whoHolds: () => Promise.resolve({ mustChange } as SignedIn) } as unknown as IdentityService;
  const request = { path, headers: { cookie: 'qiantou=token' } } as unknown as Request;
  return new Promise((resolve) => {
    const response = { redirect: (_status: number, to: string) => resolve(`to ${to}`) } as unknown as Response;
    sessions(identity, {} as ApiTokens, false)(request, response, () => resolve('goes on'));
  });
}

describe('a password that somebody else has set', () => {
  it('is changed before anything else is done', async () => {
    expect(await visit('/inbox', true)).toBe('to /password');
    expect(await visit('/plans/1/issue', true)).toBe('to /password');
  });

  it('lets the person change it and leave', async () => {
    expect(await visit('/password', true)).toBe('goes on');
    expect(await visit('/sign-out', true)).toBe('goes on');
  });

  it('one’s own password asks for nothing', async () => {
    expect(await visit('/inbox', false)).toBe('goes on');
  });
});
