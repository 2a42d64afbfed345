import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Database } from '../persistence/database.js';
import { Clock } from '../shared/clock.js';
import { Refusal } from '../shared/errors.js';
import { Account, ApiToken } from './identity.entities.js';
import { IdentityService, logAccess, type SignedIn } from './identity.service.js';

const DAY_MS = 86_400_000;
const SEEN_STEP_MS = 60_000;
const LONGEST_DAYS = 3_650;

/** Tokens with which programs sign in as an account: 32 random bytes, only their SHA-256 is kept. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a token for an account and returns it, once. Refusals: unknown_account, token_exists (an account's tokens have
   * names of their own), invalid_input.
   */
  async make(account: string, name: string, days: number): Promise<string> {
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
      throw new Refusal('invalid_input', `令牌的有效天数应为 1 到 ${LONGEST_DAYS} 的整数。`, { place: '--days' });
    const { id: accountId } = await this.accountOf(account);
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const row = { tokenHash: hashOf(token), accountId, name, madeAt: now, expiresAt: now + days * DAY_MS, seenAt: 0 };
    await this.database.write(async (tx) => {
      const known = await tx.get('SELECT name FROM api_token WHERE account_id = ? AND name = ?', [accountId, name]);
      if (known)
        throw new Refusal('token_exists', `账号“${account}”已有名为“${name}”的令牌。`, {
          cure: '请另取名称，或先吊销。',
        });
      await tx.insert('api_token', row);
      await logAccess(tx, { at: now, accountId, action: 'token-made', detail: name, address: null });
    });
    return token;
  }

  /** Takes back an account's tokens, all or the named one; returns how many there were. */
  async revoke(account: string, name?: string): Promise<number> {
    const found = await this.database.reader.manager.findOneBy(Account, { account });
    if (!found) throw unknownAccount(account);
    const sql = `DELETE FROM api_token WHERE account_id = ?${name === undefined ? '' : ' AND name = ?'}`;
    return this.database.write(async (tx) => {
      const count = await tx.run(sql, name === undefined ? [found.id] : [found.id, name]);
      const access = { at: this.clock.now(), accountId: found.id, address: null };
      await logAccess(tx, { ...access, action: 'token-revoked', detail: name ?? null });
      return count;
    });
  }

  /** For whom a program acts; null for an unknown or expired token and for a disabled account. */
  async whoHolds(token: string): Promise<SignedIn | null> {
    const manager = this.database.reader.manager;
    const found = await manager.findOneBy(ApiToken, { tokenHash: hashOf(token) });
    const now = this.clock.now();
    if (!found || found.expiresAt <= now) return null;
    const account = await manager.findOneBy(Account, { id: found.accountId, state: 'active' });
    if (!account) return null;
    const { tokenHash } = found;
    if (now - found.seenAt > SEEN_STEP_MS)
      await this.database.write((tx) => tx.update('api_token', { seenAt: now }, { tokenHash }));
    return this.identity.signedIn(account, null);
  }

  private async accountOf(account: string): Promise<Account> {
    const found = await this.database.reader.manager.findOneBy(Account, { account, state: 'active' });
    if (!found) throw unknownAccount(account);
    return found;
  }
}

function unknownAccount(account: string): Refusal {
  return new Refusal('unknown_account', `没有可用的账号“${account}”。`, { cure: '用 qiantou user list 查看账号。' });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
