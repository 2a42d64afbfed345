import { Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import {
  Count,
  Flag,
  Id,
  Instant,
  Json,
  OptionalRef,
  OptionalText,
  OptionalWord,
  Ref,
  Text,
  Word,
} from '../persistence/columns.js';

/** Who may sign in; kept by projection of the account machine. */
@Entity('account')
@Index('account_login', ['account'], { unique: true })
export class Account {
  @Id() id: string;
  @Word(60) account: string;
  @Word(60) name: string;
  @OptionalRef() unitId: string | null;
  /** coordinator | liaison | leader | county | superior | auditor | admin */
  @Json() roles: string[];
  /** active | disabled */
  @Word(12) state: string;
}

/** Secrets and failures of an account; not part of the log. */
@Entity('credential')
export class Credential {
  @PrimaryColumn('varchar', { length: 80 }) accountId: string;
  @Text() hash: string;
  @Flag() mustChange: boolean;
  @Count() failures: number;
  @Instant() lockedUntil: number;
}

/** A signed-in browser: only the hash of its token is stored. */
@Entity('session')
export class Session {
  @PrimaryColumn('varchar', { length: 64 }) tokenHash: string;
  @Ref() accountId: string;
  @Word(64) csrf: string;
  @Instant() startedAt: number;
  @Instant() seenAt: number;
}

/** A program's way to sign in as an account: only the hash of its token is stored. */
@Entity('api_token')
@Index('api_token_account', ['accountId', 'name'], { unique: true })
export class ApiToken {
  @PrimaryColumn('varchar', { length: 64 }) tokenHash: string;
  @Ref() accountId: string;
  /** Which program: tells an account's tokens apart. */
  @Word(60) name: string;
  @Instant() madeAt: number;
  @Instant() expiresAt: number;
  /** Last use, to the minute; 0 while unused. */
  @Instant() seenAt: number;
}

/** Sign-ins, exports and views of personal data; append-only. */
@Entity('access_log')
export class AccessLogEntry {
  @PrimaryGeneratedColumn('increment') id: number;
  @Instant() at: number;
  @OptionalWord(80) accountId: string | null;
  @Word(40) action: string;
  @OptionalText() detail: string | null;
  @OptionalWord(60) address: string | null;
}

export const identityEntities = [Account, Credential, Session, ApiToken, AccessLogEntry];
