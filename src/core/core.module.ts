import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ownDefinitions } from '../engine/definitions.js';
import { Engine } from '../engine/engine.js';
import { registrationsOf } from '../engine/feature.js';
import { PastRecords } from '../engine/past.js';
import { chooseHash } from '../engine/hashing.js';
import { refuseChanged, refuseUnknown } from '../engine/release/frozen.js';
import { entities } from '../entities.js';
import { features } from '../features.js';
import { Database } from '../persistence/database.js';
import { FileStore } from '../persistence/files.js';
import { StoredFiles } from '../persistence/stored-files.js';
import { migrations } from '../persistence/migrations/index.js';
import { clockOffset } from '../plans/plans.feature.js';
import { Clock } from '../shared/clock.js';
import { Config } from '../shared/config.js';
import { IdSource } from '../shared/ids.js';
import { LeasedPeriodic } from './leased-periodic.js';
import { joinInstallation, refuseOtherInstallation } from './one-installation.js';
import { Periodic, TimedPeriodic } from './periodic.js';

/** What the composition stands on; tests and simulations put in their own clock and ids. */
export interface Ground {
  config: Config;
  clock: Clock;
  ids: IdSource;
  /** Reading commands open the file read-only. */
  readOnly?: boolean;
  /** An open database to stand on; whoever opened it closes it. */
  database?: Database;
}

class Closing implements OnApplicationShutdown {
  constructor(private readonly database: Database | null) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database?.close();
  }
}

/** The parts every feature uses: settings, clock, ids, database, files, engine. */
@Global()
@Module({})
export class CoreModule {
  static on({ config, clock, ids, readOnly, database }: Ground): DynamicModule {
    const files = new FileStore(join(config.dataDir, 'files'), ids);
    const providers = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: IdSource, useValue: ids },
      { provide: FileStore, useValue: files },
      { provide: Database, useFactory: () => database ?? openDatabase(config, files, readOnly ?? false) },
      {
        provide: StoredFiles,
        useFactory: (db: Database) => new StoredFiles(db, files, clock),
        inject: [Database],
      },
      { provide: Engine, useFactory: (db: Database) => engineOn(db, clock, config, readOnly), inject: [Database] },
      { provide: Periodic, useFactory: () => periodicFor(config) },
      { provide: PastRecords, useFactory: pastOf, inject: [Database] },
      { provide: Closing, useFactory: (db: Database) => new Closing(database ? null : db), inject: [Database] },
    ];
    return {
      module: CoreModule,
      providers,
      exports: [Config, Clock, IdSource, Database, FileStore, StoredFiles, Engine, PastRecords, Periodic],
    };
  }
}

export const registrations = registrationsOf(features, clockOffset);

/** The record of the past, rebuilt in memory; a fault there must not end the process as a fault of the disk does. */
export function pastOf(database: Database): PastRecords {
  const stop = (): void => undefined;
  return new PastRecords(database, registrations, () =>
    Database.open({ file: ':memory:', entities, migrations, stop }),
  );
}

/** Refusals, beside those of the database: definition_changed, definition_unknown, other_installation. */
async function openDatabase(config: Config, files: FileStore, readOnly: boolean): Promise<Database> {
  refuseChanged(ownDefinitions.all);
  if (!readOnly) mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const opened = await Database.open({ ...config.databasePlace, entities, migrations, readOnly });
  try {
    await refuseUnknown(opened.reader, ownDefinitions);
    const node = { database: opened, files, dataDir: config.dataDir };
    if (config.onPostgres) await (readOnly ? refuseOtherInstallation(node) : joinInstallation(node));
  } catch (error) {
    await opened.close();
    throw error;
  }
  return opened;
}

function periodicFor({ onPostgres, DATABASE_URL }: Config): Periodic {
  return onPostgres ? new LeasedPeriodic(DATABASE_URL) : new TimedPeriodic();
}

/** The engine, with the hash that the database's log is chained with. */
async function engineOn(database: Database, clock: Clock, { QIANTOU_HASH }: Config, readOnly = false): Promise<Engine> {
  const hashName = await chooseHash(database, readOnly ? '' : QIANTOU_HASH);
  return new Engine(database, clock, registrations, { hashName });
}
