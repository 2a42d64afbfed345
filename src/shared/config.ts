import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, validateSync } from 'class-validator';
import { join, resolve } from 'node:path';
import { Refusal } from './errors.js';

/** The settings of one installation, read once from the environment and checked (table in the README). */
export class Config {
  @IsString() HOST = '127.0.0.1';
  @IsInt() @Min(0) @Max(65535) PORT = 3000;
  @IsString() DATA_DIR = './data';
  /** A PostgreSQL database, postgres://…; '' is the SQLite file in DATA_DIR. */
  @Matches(/^(postgres(ql)?:\/\/\S+)?$/) DATABASE_URL = '';
  @IsIn(['demo', 'production']) QIANTOU_MODE: 'demo' | 'production' = 'demo';
  @IsOptional() @IsString() QIANTOU_ADMIN_PASSWORD = '';
  /** Hash that chains the log, chosen when the database is made; '' takes what was chosen. */
  @IsIn(['', 'sha256', 'sm3']) QIANTOU_HASH: '' | 'sha256' | 'sm3' = '';
  /** Where signed checkpoints are also sent; '' sends none. */
  @IsString() QIANTOU_CHECKPOINT_URL = '';
  /** Addresses of the reverse proxy in front, whose word on the caller and on https is taken; '' trusts none. */
  @Matches(/^([\da-fA-F.:/]+|loopback|linklocal|uniquelocal)?(, ?([\da-fA-F.:/]+|loopback|linklocal|uniquelocal))*$/)
  QIANTOU_TRUST_PROXY = '';

  /** Folder of the database, files and reports, absolute. */
  get dataDir(): string {
    return resolve(this.DATA_DIR);
  }

  get databaseFile(): string {
    return join(this.dataDir, 'qiantou.db');
  }

  /** Several nodes may stand on one PostgreSQL; a SQLite file has one server. */
  get onPostgres(): boolean {
    return this.DATABASE_URL !== '';
  }

  /** Where the database is opened. */
  get databasePlace(): { url: string } | { file: string } {
    return this.onPostgres ? { url: this.DATABASE_URL } : { file: this.databaseFile };
  }

  get demo(): boolean {
    return this.QIANTOU_MODE === 'demo';
  }

  /** Whether people come by https: always, except to this machine itself without a proxy in front. */
  get secure(): boolean {
    const loopback = ['127.0.0.1', '::1', 'localhost'].includes(this.HOST);
    return !loopback || this.QIANTOU_TRUST_PROXY !== '';
  }
}

const NAMES = [
  ...(['HOST', 'PORT', 'DATA_DIR', 'DATABASE_URL', 'QIANTOU_MODE', 'QIANTOU_ADMIN_PASSWORD'] as const),
  ...(['QIANTOU_HASH', 'QIANTOU_CHECKPOINT_URL', 'QIANTOU_TRUST_PROXY'] as const),
];

/** Reads and checks the environment. Throws Refusal 'config_invalid' naming the variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(NAMES.filter((name) => env[name]).map((name) => [name, env[name]]));
  const plain = { ...given, ...(env.PORT ? { PORT: Number(env.PORT) } : {}) };
  const config = plainToInstance(Config, plain, { exposeDefaultValues: true });
  const [fault] = validateSync(config);
  if (fault)
    throw new Refusal('config_invalid', `环境变量 ${fault.property} 的值不可用。`, {
      place: fault.property,
      cure: 'README 中的表列出了各变量可用的值。',
    });
  return config;
}
