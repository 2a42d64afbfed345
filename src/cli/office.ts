import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { AppModule } from '../app.module.js';
import type { Actor } from '../engine/types.js';
import { IdentityService } from '../identity/identity.service.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import { SeedingService } from '../seeding/seeding.service.js';
import { SystemClock, type Clock } from '../shared/clock.js';
import { readConfig, type Config } from '../shared/config.js';
import { Refusal } from '../shared/errors.js';
import { RandomIds, type IdSource } from '../shared/ids.js';
import { currentRun } from './command-run.js';
import { leaveToServer } from './hand-over.js';
import { say } from './output.js';

/** The product without its web server, for one command. */
export interface Office {
  config: Config;
  get<T>(type: { prototype: T }): T;
  close(): Promise<void>;
}

export interface OfficeOptions {
  clock?: Clock;
  ids?: IdSource;
  readOnly?: boolean;
}

/**
 * Opens the office of the environment; a writing command finds it migrated and seeded. Inside a running server it stands
 * on the server's database; beside one a writing command is handed over to it (HandOver).
 */
export async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  const config = readConfig(process.env);
  const { clock = new SystemClock(), ids = new RandomIds(), readOnly = false } = options;
  if (readOnly && !config.onPostgres && !existsSync(config.databaseFile)) {
    throw new Refusal('no_database', `没有找到数据库 ${config.databaseFile}。`, {
      cure: '请先运行 npm start 或导入一份计划，或用 DATA_DIR 指定数据目录。',
    });
  }
  const { database } = currentRun();
  if (!readOnly && !database && !config.onPostgres) await leaveToServer(config.dataDir);
  const shared = database ?? undefined;
  const app = await NestFactory.createApplicationContext(
    AppModule.on({ config, clock, ids, readOnly, database: shared }),
    {
      logger: false,
      abortOnError: false,
    },
  );
  const office = wrap(app, config);
  if (!readOnly) await seed(office);
  return office;
}

function wrap(app: INestApplicationContext, config: Config): Office {
  return { config, get: (type) => app.get<never>(type as unknown as Type), close: () => app.close() };
}

async function seed(office: Office): Promise<void> {
  const signIns = await office.get(SeedingService).seedEmpty();
  if (signIns.length > 0)
    say(`已建立初始数据，${signIns.length} 个账号的初始密码在 ${office.config.dataDir}/first-sign-in.txt`);
}

/** Who a command acts as: an account by name, or the built-in coordinator. */
export async function actorOf(office: Office, account: string | undefined): Promise<Actor> {
  if (account) return office.get(IdentityService).actorOf(account);
  const own = await office.get(Database).reader.manager.findOneBy(Unit, { kind: 'office' });
  return { user: 'cli', name: '统筹员（命令行）', unit: own?.id ?? null, roles: ['coordinator'] };
}

/** Opens the office, does the work, closes it whatever happens. */
export async function withOffice<T>(options: OfficeOptions, work: (office: Office) => Promise<T>): Promise<T> {
  const office = await openOffice(options);
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}
