import { Injectable } from '@nestjs/common';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Engine } from '../engine/engine.js';
import type { Actor, Command } from '../engine/types.js';
import { Account } from '../identity/identity.entities.js';
import { IdentityService } from '../identity/identity.service.js';
import type { AccountInput, Role } from '../identity/identity.feature.js';
import { Database } from '../persistence/database.js';
import { Config } from '../shared/config.js';
import { readSeed } from '../shared/seeds.js';

interface DemoUnit {
  key: string;
  name: string;
  fullName: string;
  shortName: string;
  place: string;
  level: string;
  kind: 'office' | 'bureau' | 'county' | 'superior';
  lineParent: string | null;
  consultOnly: boolean;
  lists: string[];
  aliases: string[];
}

interface DemoOffice {
  units: DemoUnit[];
  users: { account: string; name: string; unit: string | null; roles: Role[] }[];
}

/** A sign-in shown once: account, password. */
export interface FirstSignIn {
  account: string;
  password: string;
}

const SEED: Actor = { user: 'seed', name: '初始化', unit: null, roles: ['admin'] };
const MEMBERS_SINCE = '2018-10-01';
const FIRST_SIGN_IN = 'first-sign-in.txt';

/** Fills an empty database: the demonstration office, or in production one administrator. */
@Injectable()
export class SeedingService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly identity: IdentityService,
    private readonly config: Config,
  ) {}

  async isEmpty(): Promise<boolean> {
    return (await this.database.reader.manager.count(Account)) === 0;
  }

  /**
   * Seeds an empty database and returns the first sign-ins, which are also kept in DATA_DIR/first-sign-in.txt (0600).
   * A database with accounts is left as it is; then the list is empty.
   */
  seedEmpty(): Promise<FirstSignIn[]> {
    return this.database.alone(() => this.seed());
  }

  private async seed(): Promise<FirstSignIn[]> {
    if (!(await this.isEmpty())) return [];
    const signIns = this.config.demo ? await this.demonstration() : await this.production();
    const lines = signIns.map(({ account, password }) => `${account}\t${password}\n`).join('');
    const file = join(this.config.dataDir, FIRST_SIGN_IN);
    await writeFile(file, lines, { mode: 0o600 });
    await chmod(file, 0o600);
    return signIns;
  }

  private async demonstration(): Promise<FirstSignIn[]> {
    const demo = readSeed<DemoOffice>('demo');
    await this.engine.execute({ actor: SEED }, demo.units.flatMap(unitCommands));
    return this.identity.openAll(
      demo.users.map((user) => ({ ...user, unitId: user.unit && unitId(user.unit) })).map(accountInput),
    );
  }

  private production(): Promise<FirstSignIn[]> {
    const admin: AccountInput = { account: 'admin', name: '系统管理员', unitId: null, roles: ['admin'] };
    return this.identity.openAll([admin], this.config.QIANTOU_ADMIN_PASSWORD || undefined);
  }
}

const unitId = (key: string) => `unit-${key}`;

function accountInput({ account, name, unitId, roles }: AccountInput): AccountInput {
  return { account, name, unitId, roles };
}

function unitCommands(unit: DemoUnit): Command[] {
  const { key, lists, lineParent, ...facts } = unit;
  const id = unitId(key);
  const input = { ...facts, lineParent: lineParent && unitId(lineParent), validFrom: null };
  const start: Command = { kind: 'start', machine: 'unit', id, scope: '', input };
  const member: Command = {
    kind: 'send',
    instance: id,
    type: 'setMembership',
    payload: { list: `成员单位：${unit.place}`, from: MEMBERS_SINCE, to: null },
  };
  return lists.some((list) => list.startsWith('leading-group')) ? [start, member] : [start];
}
