import { Column, PrimaryColumn } from 'typeorm';

/** Column decorators with plain portable types; instants are UTC ms, days 'YYYY-MM-DD', figures decimal strings. */
export const Id = () => PrimaryColumn('varchar', { length: 160 });
export const Ref = () => Column('varchar', { length: 160 });
export const OptionalRef = () => Column('varchar', { length: 160, nullable: true });
export const Word = (length = 60) => Column('varchar', { length });
export const OptionalWord = (length = 60) => Column('varchar', { length, nullable: true });
export const Text = () => Column('text');
export const OptionalText = () => Column('text', { nullable: true });
export const Day = () => Column('varchar', { length: 10 });
export const OptionalDay = () => Column('varchar', { length: 10, nullable: true });
/** Yes or no, kept as 1 or 0 on every database, so that SQL can count and compare it alike. */
export const Flag = () =>
  Column('integer', { transformer: { to: (value: unknown) => asFlag(value), from: (value: unknown) => value === 1 } });
export const Count = () => Column('integer');
export const OptionalCount = () => Column('integer', { nullable: true });
export const Json = () => Column('simple-json');
export const OptionalJson = () => Column('simple-json', { nullable: true });
/** Milliseconds; SQLite gives numbers back, PostgreSQL strings, so a transformer makes both numbers. */
export const Instant = () =>
  Column('bigint', { transformer: { to: (value: number) => value, from: (value: string | number) => Number(value) } });

/** Operators of a query pass through; what is unknown stays so. */
function asFlag(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
