import { Injectable } from '@nestjs/common';
import { Engine } from '../engine/engine.js';
import type { Actor, Answer } from '../engine/types.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import type { Reader, Tx } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { IdSource } from '../shared/ids.js';
import { Account } from './identity.entities.js';
import { ROLES, type AccountInput, type Role } from './identity.feature.js';
import { hashPassword, randomPassword } from './passwords.js';

export interface AccountLine extends Account {
  unitName: string;
}

const ACCOUNT_SHAPE = /^[A-Za-z][\w.-]{1,39}$/;
const OF_A_UNIT: Role[] = ['liaison', 'leader', 'county', 'coordinator'];

/** What the administrator does with accounts; every change is an event of the account. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly ids: IdSource,
  ) {}

  /** All accounts by name, disabled ones too. */
  async list(): Promise<AccountLine[]> {
    const manager = this.database.reader.manager;
    const units = new Map((await manager.find(Unit)).map((unit) => [unit.id, unit.fullName]));
    const accounts = await manager.find(Account, { order: { account: 'ASC' } });
    return accounts.map((account) => ({ ...account, unitName: units.get(account.unitId ?? '') ?? '' }));
  }

  /**
   * Opens an account with a random password, to be changed at the first sign-in, and returns that password once. `unit` is
   * an id or a name. Refusals: not_allowed, invalid_input, unknown_unit, account_exists.
   */
  async add(input: Omit<AccountInput, 'unitId'> & { unit: string | null }, actor: Actor): Promise<string> {
    requireAdmin(actor);
    const { account, name, unit, roles } = input;
    const unitId = unit === null ? null : await this.unitId(unit);
    refuseInvalid({ account, name, roles, unitId });
    const password = randomPassword();
    const hash = await hashPassword(password);
    const id = this.ids.next();
    const secret = { accountId: id, hash, mustChange: true, failures: 0, lockedUntil: 0 };
    const beside = (tx: Tx): Promise<unknown> => tx.insert('credential', secret);
    await this.engine.execute({ actor, beside }, async (read) => {
      await refuseKnown(read, account);
      return [{ kind: 'start', machine: 'account', id, scope: '', input: { account, name, unitId, roles } }];
    });
    return password;
  }

  /** Switches an account off and ends its sessions at once; its record stays. Refusals: unknown_account, last_admin. */
  async disable(account: string, reason: string, actor: Actor): Promise<void> {
    const found = await this.find(account);
    await this.refuseLastAdmin(found);
    const beside = (tx: Tx): Promise<unknown> => tx.remove('session', { accountId: found.id });
    await this.engine.send(found.id, 'disable', { reason }, { actor, beside });
  }

  async enable(account: string, actor: Actor): Promise<Answer> {
    return this.engine.send((await this.find(account)).id, 'enable', {}, { actor });
  }

  /** Gives a new random password, lifts a lock and ends all sessions; returns the password once. */
  async resetPassword(account: string, actor: Actor): Promise<string> {
    requireAdmin(actor);
    const { id: accountId } = await this.find(account);
    const password = randomPassword();
    const hash = await hashPassword(password);
    const beside = async (tx: Tx): Promise<void> => {
      await tx.update('credential', { hash, mustChange: true, failures: 0, lockedUntil: 0 }, { accountId });
      await tx.remove('session', { accountId });
    };
    await this.engine.send(accountId, 'passwordChanged', {}, { actor, beside });
    return password;
  }

  private async find(account: string): Promise<Account> {
    const found = await this.database.reader.manager.findOneBy(Account, { account });
    if (found) return found;
    throw new Refusal('unknown_account', `没有账号“${account}”。`, { cure: '用 qiantou user list 查看账号。' });
  }

  private async unitId(wanted: string): Promise<string> {
    const units = await this.database.reader.manager.find(Unit);
    const named = units.filter((one) => [one.id, one.fullName, one.name, one.shortName].includes(wanted));
    const [first, second] = named.filter((one) => one.state === 'active');
    if (first && !second) return first.id;
    const words = second ? `有多个单位叫“${wanted}”，请写全称。` : `没有单位“${wanted}”。`;
    throw new Refusal('unknown_unit', words, { place: '单位', cure: '单位可写编号、全称或简称。' });
  }

  /** An installation that nobody can administer any more can be saved by nobody. */
  private async refuseLastAdmin(account: Account): Promise<void> {
    const active = await this.database.reader.manager.findBy(Account, { state: 'active' });
    const admins = active.filter((one) => one.roles.includes('admin'));
    if (admins.length !== 1 || admins[0]!.id !== account.id) return;
    throw new Refusal('last_admin', `“${account.account}”是最后一个管理员，不能停用。`, { cure: '请先另设管理员。' });
  }
}

function requireAdmin(actor: Actor): void {
  if (actor.roles.includes('admin')) return;
  throw new Refusal('not_allowed', '账号由管理员管理。', { cure: '请用管理员账号办理。' });
}

function refuseInvalid({ account, name, roles, unitId }: AccountInput): void {
  const fault = (place: string, message: string) => new Refusal('invalid_input', message, { place });
  if (!ACCOUNT_SHAPE.test(account)) throw fault('账号', '账号应以字母开头，由字母、数字、点、横线组成，2 到 40 位。');
  if (name.trim() === '' || name.length > 60) throw fault('姓名', '请填写姓名或称谓，不超过 60 字。');
  const unknown = roles.filter((role) => !(ROLES as readonly string[]).includes(role));
  if (roles.length === 0 || unknown.length > 0) throw fault('角色', `角色可选：${ROLES.join('、')}。`);
  if (unitId === null && roles.some((role) => OF_A_UNIT.includes(role))) throw fault('单位', '这个角色要写明单位。');
}

async function refuseKnown(read: Reader, account: string): Promise<void> {
  if (!(await read.get('SELECT id FROM account WHERE account = ?', [account]))) return;
  throw new Refusal('account_exists', `账号“${account}”已经存在。`, { place: '账号', cure: '请另取账号名。' });
}
