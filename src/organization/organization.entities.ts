import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Day, Flag, Id, Json, OptionalDay, OptionalRef, Word } from '../persistence/columns.js';

/** A member unit in the office's register. Work belongs to units, never to persons. */
@Entity('unit')
@Index('unit_name', ['place', 'name'])
export class Unit {
  @Id() id: string;
  /** Full name with level prefix and without place: 市财政局; own names kept: 国家统计局贵港调查队. */
  @Word(120) name: string;
  /** Name as printed in a signature: 太原市财政局. */
  @Word(160) fullName: string;
  @Word(60) shortName: string;
  @Word(60) place: string;
  /** state | province | city | county */
  @Word(12) level: string;
  /** office (农民工办) | bureau | county (a county's office) | superior */
  @Word(12) kind: string;
  /** The unit one level up its own line (条条), if registered. */
  @OptionalRef() lineParent: string | null;
  /** Only letters of consultation may go to it (co-issuers, courts, Party organs). */
  @Flag() consultOnly: boolean;
  @OptionalDay() validFrom: string | null;
  @OptionalDay() validTo: string | null;
  @Json() successors: string[];
  @Json() aliases: string[];
  /** active | ended */
  @Word(12) state: string;
}

/** A unit's place on a list of members (领导小组成员单位, 各县（市、区）), with dates. */
@Entity('membership')
export class Membership {
  @PrimaryColumn('varchar', { length: 80 }) unitId: string;
  @PrimaryColumn('varchar', { length: 80 }) list: string;
  @Day() validFrom: string;
  @OptionalDay() validTo: string | null;
}

/** A year of the working calendar as the office entered it; the years of seeds/calendar.json need no entry. */
@Entity('calendar_year')
export class CalendarYear {
  @PrimaryColumn('integer') year: number;
  /** Number of the State Council office's notice. */
  @Word(120) source: string;
  @Json() holidays: string[];
  @Json() workdays: string[];
  /** inForce | withdrawn */
  @Word(12) state: string;
  @Word(120) enteredBy: string;
  @Day() enteredOn: string;
}

export const organizationEntities = [Unit, Membership, CalendarYear];
