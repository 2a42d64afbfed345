import { Injectable } from '@nestjs/common';
import { arrangementIn, checkArrangement, withArrangements, type Arrangement } from '../domain/calendar/arrangement.js';
import { noticeNumber, readNotice } from '../domain/calendar/notice.js';
import { WorkingCalendar, type CalendarTable } from '../domain/calendar/working-days.js';
import { Engine } from '../engine/engine.js';
import type { Actor, Answer, Command } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { readSeed } from '../shared/seeds.js';
import { CalendarYear } from './organization.entities.js';

/** The shipped years with the numbers of their notices. */
type Shipped = CalendarTable & { sources: Record<string, string> };

/** A year as it is in force. */
export interface YearInForce extends Arrangement {
  source: string;
  /** Who entered it and when; null for a year that came with the program. */
  entered: { by: string; on: string } | null;
}

/** A year as somebody enters it. */
export interface EnteredYear {
  year: number;
  /** Number of the notice; empty: as found in the text. */
  source: string;
  /** The notice's words, or lines after it. */
  text: string;
  /** Somebody has looked: take it though the sums do not go up. */
  certain: boolean;
  /** Why an entry is changed; empty only where the year is not in force by an entry. */
  reason: string;
}

/** The working calendar in force: the shipped years and those that were entered, as of what the reader sees. */
export async function calendarOf(read: Reader): Promise<WorkingCalendar> {
  const rows = await read.all<Row>(IN_FORCE, ['inForce']);
  const key = JSON.stringify(rows);
  if (key !== kept?.key) kept = { key, calendar: new WorkingCalendar(withArrangements(shipped(), rows.map(arranged))) };
  return kept.calendar;
}

const IN_FORCE = 'SELECT year, holidays, workdays FROM calendar_year WHERE state = ? ORDER BY year';
/** Of the rows read last; built anew when they differ. */
let kept: { key: string; calendar: WorkingCalendar } | null = null;

interface Row {
  year: number;
  holidays: string;
  workdays: string;
}

const shipped = (): Shipped => readSeed<Shipped>('calendar');

function arranged({ year, holidays, workdays }: Row): Arrangement {
  const days = (text: string) => JSON.parse(text) as string[];
  return { year: Number(year), holidays: days(holidays), workdays: days(workdays) };
}

const idOf = (year: number): string => `calendar:${year}`;

/** The working calendar of the office: its years, entered and corrected by the office or the administrator. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
  ) {}

  /** All years in force, newest first. */
  async years(): Promise<YearInForce[]> {
    const entered = await enteredYears(this.database.reader);
    const table = withArrangements(shipped(), entered);
    const all = Array.from({ length: table.years.to - table.years.from + 1 }, (_, at) => table.years.to - at);
    return all.map((year) => {
      const own = entered.find((one) => one.year === year);
      const source = own?.source ?? shipped().sources[String(year)] ?? '';
      return { ...arrangementIn(table, year), source, entered: own ? { by: own.enteredBy, on: own.enteredOn } : null };
    });
  }

  /** Years that were ever entered, also those taken back, newest first: they have a record. */
  async recorded(): Promise<{ year: number; instance: string }[]> {
    const rows = await this.database.reader.manager.find(CalendarYear, { order: { year: 'DESC' } });
    return rows.map(({ year }) => ({ year, instance: idOf(year) }));
  }

  /** A year in force. Refusal: unknown_year. */
  async year(wanted: number): Promise<YearInForce> {
    const found = (await this.years()).find(({ year }) => year === wanted);
    if (found) return found;
    throw new Refusal('unknown_year', `工作日历中没有${wanted}年。`, {
      place: '年份',
      cure: '请先登记该年的放假安排。',
    });
  }

  /**
   * Enters a year, or corrects it; every due day is reckoned by it from then on. Refusals: not_allowed, invalid_input,
   * reason_missing, calendar_gap, calendar_unread, calendar_invalid, calendar_unbalanced, day_invalid.
   */
  async enter(given: EnteredYear, actor: Actor, key?: string): Promise<Answer> {
    refuseOthers(actor);
    const arrangement = { year: given.year, ...readNotice(given.text, given.year) };
    const source = given.source.trim() || noticeNumber(given.text) || '';
    refuseUnsourced(source);
    checkArrangement(arrangement, given.certain);
    return this.engine.execute({ actor, key, request: { ...given } }, async (read) => {
      await refuseGap(read, given.year);
      return [await entering(read, { ...arrangement, source }, given.reason.trim())];
    });
  }

  /** Takes an entered year back; a shipped one is in force again. Refusals: not_allowed, unknown_year, calendar_gap. */
  async withdraw(year: number, reason: string, actor: Actor, key?: string): Promise<Answer> {
    refuseOthers(actor);
    return this.engine.execute({ actor, key, request: { year, reason } }, async (read) => {
      const entered = await enteredYears(read);
      if (!entered.some((one) => one.year === year)) throw notEntered(year);
      const last = Math.max(...entered.map((one) => one.year));
      if (year > shipped().years.to && last > year) throw gap(`请先撤销${last}年，再撤销${year}年`);
      return [{ kind: 'send', instance: idOf(year), type: 'withdraw', payload: { reason } }];
    });
  }
}

function enteredYears(read: Reader): Promise<CalendarYear[]> {
  return read.manager.find(CalendarYear, { where: { state: 'inForce' }, order: { year: 'ASC' } });
}

/** The first entry of a year starts its record; later ones, and one after a withdrawal, correct it. */
async function entering(read: Reader, input: Arrangement & { source: string }, reason: string): Promise<Command> {
  const id = idOf(input.year);
  const known = await read.manager.findOneBy(CalendarYear, { year: input.year });
  if (!known) return { kind: 'start', machine: 'calendar', id, scope: '', input: { ...input } };
  if (known.state === 'inForce') refuseUnreasoned(input.year, reason);
  const { source, holidays, workdays } = input;
  const payload = { source, holidays, workdays, reason: reason || '撤销后重新登记' };
  return { kind: 'send', instance: id, type: 'amend', payload };
}

/** Due days of running plans are reckoned by what is changed, so the record says why. */
function refuseUnreasoned(year: number, reason: string): void {
  if (reason !== '') return;
  throw new Refusal('reason_missing', `${year}年已经登记过，这次是更正，没有写更正理由。`, {
    place: '更正理由',
    cure: '请写明为什么更正，如“国务院办公厅调整了放假安排”。',
  });
}

function refuseOthers({ roles }: Actor): void {
  if (roles.includes('coordinator') || roles.includes('admin')) return;
  throw new Refusal('not_allowed', '工作日历由牵头办公室或管理员维护。', { cure: '请联系牵头办公室。' });
}

const LONGEST_SOURCE = 120;

function refuseUnsourced(source: string): void {
  if (source !== '' && source.length <= LONGEST_SOURCE) return;
  const message = source ? `发文字号不超过 ${LONGEST_SOURCE} 字。` : '没有写明依据哪个通知。';
  throw new Refusal('invalid_input', message, {
    place: '发文字号',
    cure: '请填写通知的发文字号，如“国办发明电〔2025〕7号”。',
  });
}

async function refuseGap(read: Reader, year: number): Promise<void> {
  const { from } = shipped().years;
  const { to } = withArrangements(shipped(), await enteredYears(read)).years;
  if (!Number.isInteger(year) || year < from) throw gap(`可登记的年份从${from}年起`);
  if (year > to + 1) throw gap(`工作日历现到${to}年，请先登记${to + 1}年`);
}

function gap(what: string): Refusal {
  return new Refusal('calendar_gap', `${what}，年份须前后相接。`, { place: '年份', cure: '请按年份顺序办理。' });
}

function notEntered(year: number): Refusal {
  return new Refusal('unknown_year', `${year}年不是自行登记的年份，没有可撤销的。`, { place: '年份' });
}
