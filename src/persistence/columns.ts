import { Column, PrimaryColumn } from 'typeorm';

/*
 * Column decorators with plain portable types; figures are kept as decimal strings.
 */

/** The row's own id. */
export const Id = () => PrimaryColumn('varchar', { length: 160 });
/** The id of another row. */
export const Ref = () => Column('varchar', { length: 160 });
/** The id of another row, or null. */
export const OptionalRef = () => Column('varchar', { length: 160, nullable: true });
/** A short text or code of at most `length` characters. */
export const Word = (length = 60) => Column('varchar', { length });
/** A short text or code of at most `length` characters, or null. */
export const OptionalWord = (length = 60) => Column('varchar', { length, nullable: true });
/** A text of any length. */
export const Text = () => Column('text');
/** A text of any length, or null. */
export const OptionalText = () => Column('text', { nullable: true });
/** A day, 'YYYY-MM-DD', by the calendar of Asia/Shanghai. */
export const Day = () => Column('varchar', { length: 10 });
/** A day, 'YYYY-MM-DD', or null. */
export const OptionalDay = () => Column('varchar', { length: 10, nullable: true });
/** Yes or no, kept as 1 or 0 on every database, so that SQL can count and compare it alike. */
export const Flag = () =>
  Column('integer', { transformer: { to: (value: unknown) => asFlag(value), from: (value: unknown) => value === 1 } });
/** A whole number. */
export const Count = () => Column('integer');
/** A whole number, or null. */
export const OptionalCount = () => Column('integer', { nullable: true });
/** A plain value, kept as JSON text. */
export const Json = () => Column('simple-json');
/** A plain value, kept as JSON text, or null. */
export const OptionalJson = () => Column('simple-json', { nullable: true });
/** Milliseconds; SQLite gives numbers back, PostgreSQL strings, so a transformer makes both numbers. */
export const Instant = () =>
  Column('bigint', { transformer: { to: (value: number) => value, from: (value: string | number) => Number(value) } });

/** Operators of a query pass through; what is unknown stays so. */
function asFlag(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
