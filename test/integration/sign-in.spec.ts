import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Engine } from '../../src/engine/engine.js';
import { registrations } from '../../src/core/core.module.js';
import { IdentityService } from '../../src/identity/identity.service.js';
import { openGround, type TestGround } from '../support/ground.js';

const ACCOUNT = { account: 'renshe', name: '人社局联络员', unitId: 'unit-renshe', roles: ['liaison' as const] };
const REFUSED = { code: 'sign_in_failed' };

describe('signing in on two nodes', () => {
  let ground: TestGround;
  let first: IdentityService;
  let second: IdentityService;
  let password: string;

  beforeEach(async () => {
    ground = await openGround();
    const { database, engine, clock, ids } = ground;
    first = new IdentityService(database, engine, clock, ids);
    second = new IdentityService(database, new Engine(database, clock, registrations), clock, ids);
    password = await first.open(ACCOUNT);
  });

  afterEach(() => ground.close());

  it('holds on both, and ends on both', async () => {
    const token = await first.signIn('renshe', password, '10.0.0.1');
    expect((await second.whoHolds(token))?.actor.name).toBe('人社局联络员');
    await second.signOut(token);
    expect(await first.whoHolds(token)).toBeNull();
  });

  it('counts every wrong password, though all come at the same moment to whichever node', async () => {
    const guesses = [first, second, first, second, first].map((node) => node.signIn('renshe', '猜测', '10.0.0.9'));
    for (const { status } of await Promise.allSettled(guesses)) expect(status).toBe('rejected');
    for (const node of [first, second])
      await expect(node.signIn('renshe', password, '10.0.0.1')).rejects.toMatchObject(REFUSED);
    ground.clock.set(ground.clock.now() + 15 * 60_000 + 1);
    expect(await second.signIn('renshe', password, '10.0.0.1')).toBeTruthy();
  });
});
