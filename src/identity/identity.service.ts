import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Engine } from '../engine/engine.js';
import { SYSTEM, type Actor } from '../engine/types.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import type { Tx } from '../persistence/tx.js';
import { Clock } from '../shared/clock.js';
import { Refusal } from '../shared/errors.js';
import { IdSource } from '../shared/ids.js';
import { Account, Credential, Session } from './identity.entities.js';
import type { AccountInput } from './identity.feature.js';
import { hashPassword, passwordFits, randomPassword, refuseWeak } from './passwords.js';

/** Who is signed in, with what the pages and the engine need. */
export interface SignedIn {
  account: Account;
  actor: Actor;
  unitName: string;
  /** The session's secret for forms; null for a program, which has no forms. */
  csrf: string | null;
  mustChange: boolean;
}

const MOST_FAILURES = 5;
const LOCK_MS = 15 * 60_000;
const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 12 * 3_600_000;
const SEEN_STEP_MS = 60_000;

/** Accounts, passwords and sessions. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** Opens an account with a random password, which is returned once and kept nowhere in the clear. */
  async open(input: AccountInput, actor: Actor = SYSTEM): Promise<string> {
    const [opened] = await this.openAll([input], undefined, actor);
    return opened!.password;
  }

  /** Opens several accounts in one step; `password`, where given, is set for all of them instead of random ones. */
  async openAll(
    inputs: AccountInput[],
    password?: string,
    actor: Actor = SYSTEM,
  ): Promise<{ account: string; password: string }[]> {
    const opened = await Promise.all(
      inputs.map(async (input) => {
        const secret = password ?? randomPassword();
        return { input, id: this.ids.next(), password: secret, hash: await hashPassword(secret) };
      }),
    );
    const commands = opened.map(({ id, input }) => ({
      kind: 'start' as const,
      machine: 'account',
      id,
      scope: '',
      input: { ...input },
    }));
    const beside = async (tx: Tx): Promise<void> => {
      for (const { id, hash } of opened) {
        await tx.insert('credential', { accountId: id, hash, mustChange: false, failures: 0, lockedUntil: 0 });
      }
    };
    await this.engine.execute({ actor, beside }, commands);
    return opened.map(({ input, password: secret }) => ({ account: input.account, password: secret }));
  }

  /** Signs in; returns the session's token. The same refusal and time for an unknown name as for a wrong password. */
  async signIn(account: string, password: string, address: string): Promise<string> {
    const found = await this.database.reader.manager.findOneBy(Account, { account, state: 'active' });
    const secret = found && (await this.database.reader.manager.findOneBy(Credential, { accountId: found.id }));
    const locked = secret !== null && secret.lockedUntil > this.clock.now();
    const fits = await passwordFits(secret?.hash ?? (await decoy), password);
    if (!found || !secret || locked || !fits) {
      await this.noteFailure(secret, account, address);
      throw signInFailed();
    }
    return this.beginSession(found, address);
  }

  /** Who holds this token; null when nobody does, it idled too long, or the account was disabled. */
  async whoHolds(token: string): Promise<SignedIn | null> {
    const tokenHash = hashToken(token);
    const manager = this.database.reader.manager;
    const session = await manager.findOneBy(Session, { tokenHash });
    const now = this.clock.now();
    if (!session || now - session.seenAt > IDLE_MS || now - session.startedAt > LONGEST_MS) return null;
    const account = await manager.findOneBy(Account, { id: session.accountId, state: 'active' });
    if (!account) return null;
    if (now - session.seenAt > SEEN_STEP_MS)
      await this.database.write((tx) => tx.update('session', { seenAt: now }, { tokenHash }));
    return this.signedIn(account, session.csrf);
  }

  async signOut(token: string): Promise<void> {
    await this.database.write((tx) => tx.remove('session', { tokenHash: hashToken(token) }));
  }

  /** Changes one's own password and ends all other sessions. Refusals: password_wrong, password_weak. */
  async changePassword(actor: Actor, account: string, old: string, next: string): Promise<void> {
    const secret = await this.database.reader.manager.findOneBy(Credential, { accountId: actor.user });
    if (!secret || !(await passwordFits(secret.hash, old))) {
      throw new Refusal('password_wrong', '原密码不正确。', { place: '原密码', cure: '请重新输入。' });
    }
    refuseWeak(next, account);
    const hash = await hashPassword(next);
    const beside = async (tx: Tx): Promise<void> => {
      await tx.update('credential', { hash, mustChange: false, failures: 0 }, { accountId: actor.user });
      await tx.remove('session', { accountId: actor.user });
    };
    await this.engine.send(actor.user, 'passwordChanged', {}, { actor, beside });
  }

  /** The actor of an account by its name, for commands that act as a person. */
  async actorOf(account: string): Promise<Actor> {
    const found = await this.database.reader.manager.findOneBy(Account, { account, state: 'active' });
    if (!found) throw new Refusal('unknown_account', `没有可用的账号“${account}”。`, { place: '--as' });
    return actor(found);
  }

  /** An account as it is signed in. */
  async signedIn(account: Account, csrf: string | null): Promise<SignedIn> {
    const manager = this.database.reader.manager;
    const unit = account.unitId ? await manager.findOneBy(Unit, { id: account.unitId }) : null;
    const secret = await manager.findOneBy(Credential, { accountId: account.id });
    return {
      account,
      actor: actor(account),
      unitName: unit?.fullName ?? '',
      csrf,
      mustChange: secret?.mustChange ?? false,
    };
  }

  private async beginSession(account: Account, address: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const csrf = randomBytes(24).toString('base64url');
    await this.database.write(async (tx) => {
      if ((await credentialOf(tx, account.id)).lockedUntil > now) throw signInFailed();
      await tx.insert('session', {
        tokenHash: hashToken(token),
        accountId: account.id,
        csrf,
        startedAt: now,
        seenAt: now,
      });
      await tx.update('credential', { failures: 0 }, { accountId: account.id });
      await logAccess(tx, { at: now, accountId: account.id, action: 'sign-in', detail: null, address });
    });
    return token;
  }

  private noteFailure(secret: Credential | null, account: string, address: string): Promise<void> {
    const now = this.clock.now();
    return this.database.write(async (tx) => {
      if (secret) await countFailure(tx, secret.accountId, now);
      await logAccess(tx, {
        at: now,
        accountId: secret?.accountId ?? null,
        action: 'sign-in-failed',
        detail: account.slice(0, 60),
        address,
      });
    });
  }
}

interface Counted {
  failures: number;
  lockedUntil: number;
}

/** As it is now, whoever tried meanwhile, on this node or another. */
async function credentialOf(tx: Tx, accountId: string): Promise<Counted> {
  const sql = 'SELECT failures, locked_until FROM credential WHERE account_id = ?';
  return (await tx.get<Counted>(sql, [accountId]))!;
}

async function countFailure(tx: Tx, accountId: string, now: number): Promise<void> {
  const { failures, lockedUntil } = await credentialOf(tx, accountId);
  const locks = failures + 1 >= MOST_FAILURES;
  const next = { failures: locks ? 0 : failures + 1, lockedUntil: locks ? now + LOCK_MS : lockedUntil };
  await tx.update('credential', next, { accountId });
}

function signInFailed(): Refusal {
  return new Refusal('sign_in_failed', '账号或密码不正确，或者账号已暂时锁定。', {
    cure: `请核对后重试；连续 ${MOST_FAILURES} 次不成功将锁定 15 分钟。忘记密码请联系管理员重置。`,
  });
}

interface Access {
  at: number;
  accountId: string | null;
  action: string;
  detail: string | null;
  address: string | null;
}

/** Adds a line to the access log (sign-ins, exports, views of personal data). */
export function logAccess(tx: Tx, access: Access): Promise<void> {
  return tx.insert('access_log', access);
}

const decoy = hashPassword(randomPassword());

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function actor(account: Account): Actor {
  return { user: account.id, name: account.name, unit: account.unitId, roles: account.roles };
}
