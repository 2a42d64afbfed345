import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A running or finished workflow: a cache of its log, equal to the log's replay. */
@Entity('instance')
@Index('instance_scope', ['scope', 'machine'])
@Index('instance_definition', ['definition'])
export class InstanceEntity {
  @PrimaryColumn('varchar', { length: 64 }) id: string;
  @Column('varchar', { length: 40 }) definition: string;
  @Column('varchar', { length: 40 }) machine: string;
  @Column('varchar', { length: 64 }) scope: string;
  @Column('integer') revision: number;
  @Column('text') snapshot: string;
  @Column('text') state: string;
  @Column('varchar', { length: 64 }) head: string;
}

/** The log: append-only (triggers refuse UPDATE and DELETE); `body` holds the hashed bytes. */
@Entity('event')
@Index('event_instance_seq', ['instanceId', 'seq'], { unique: true })
export class EventEntity {
  @PrimaryGeneratedColumn('increment') position: number;
  @Column('varchar', { length: 64 }) instanceId: string;
  @Column('integer') seq: number;
  @Column('varchar', { length: 64 }) scope: string;
  @Column('varchar', { length: 60 }) type: string;
  @Column('varchar', { length: 64 }) actor: string;
  @Column('varchar', { length: 60 }) actorName: string;
  @Column('bigint') recordedAt: number;
  @Column('varchar', { length: 10 }) at: string;
  @Column('text') body: string;
  @Column('varchar', { length: 64 }) hash: string;
}

/** First answers by idempotency key. */
@Entity('idempotency', { withoutRowid: true })
export class IdempotencyEntity {
  @PrimaryColumn('varchar', { length: 120 }) key: string;
  /** The first half of the request's hash; '' for a single act, which its event shows. */
  @Column('varchar', { length: 32 }) request: string;
  /** The first of the events that the sender is told of; none where the command had nothing to do. */
  @Column('integer', { nullable: true }) position: number | null;
  /** Where each of them led, as a list. */
  @Column('text') states: string;
  @Column('bigint') recordedAt: number;
}

/** Due days: pending → fired | cleared | moot; lapsed ones lay in the past when set. */
@Entity('deadline')
@Index('deadline_due', ['status', 'scope', 'onDay'])
@Index('deadline_instance', ['instanceId', 'name', 'status'])
export class DeadlineEntity {
  @PrimaryGeneratedColumn('increment') id: number;
  @Column('varchar', { length: 64 }) instanceId: string;
  @Column('varchar', { length: 64 }) scope: string;
  @Column('varchar', { length: 40 }) name: string;
  @Column('varchar', { length: 10 }) onDay: string;
  @Column('varchar', { length: 10 }) status: string;
}

/** Signed heads of all instances at a moment (append-only): what shows a cut or rewritten log. */
@Entity('checkpoint')
export class CheckpointEntity {
  @PrimaryGeneratedColumn('increment') id: number;
  /** The last event it covers. */
  @Column('integer') position: number;
  /** Canonical JSON that is signed. */
  @Column('text') body: string;
  /** Ed25519, hex. */
  @Column('varchar', { length: 128 }) signature: string;
}

/** What is settled once for the whole database: the hash of the log, which definitions were proven last. */
@Entity('installation')
export class InstallationEntity {
  @PrimaryColumn('varchar', { length: 40 }) name: string;
  @Column('text') value: string;
}

export const engineEntities = [
  ...[InstanceEntity, EventEntity, IdempotencyEntity, DeadlineEntity, CheckpointEntity],
  InstallationEntity,
];
