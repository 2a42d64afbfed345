import { Injectable } from '@nestjs/common';
import { isDay } from '../domain/calendar/day.js';
import { planPrefix } from '../domain/units/prefix.js';
import { Engine } from '../engine/engine.js';
import type { Actor } from '../engine/types.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { Membership, Unit } from '../organization/organization.entities.js';
import { aliasesIn, enrol, ownNamesIn } from '../organization/register.js';
import { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { IdSource } from '../shared/ids.js';
import type { PlaceProposed } from './draft-place.js';
import {
  latestChange,
  listOf,
  termCommand,
  termsBefore,
  termsChanged,
  type Term,
  type TermSet,
} from './member-list.js';
import { membersTyped, typedWords, type MemberAsked, type MembersTyped } from './members-typed.js';
import { ownPlace } from './own-place.js';
import { kindNames } from './units-near.js';
import { namesReader, namesTyped } from './units-typed.js';

/** What the page of the list shows. */
export interface MemberSheet {
  place: string;
  today: string;
  units: { id: string; name: string; term: Term | null; isOn: boolean }[];
  /** What was changed last, that may be undone. */
  latest: TermSet[];
}

/** A change as the form sends it: who was ticked when the page was made, who is ticked now, and names typed beside. */
export interface MemberForm {
  was: string[];
  member: string[];
  names: string;
  /** The names that were asked about, and at the same place what each was said to mean; '' for nothing yet. */
  asked: string[];
  means: string[];
  from: string;
}

/** The list of members (成员单位) of the office's own place: kept by the office, used for the groups of plans. */
@Injectable()
export class MemberListDesk {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly ids: IdSource,
  ) {}

  /** The list as it stands, with the units that may be on it. Refusal: place_missing. */
  async sheet(actor: Actor): Promise<MemberSheet> {
    const read = this.database.reader;
    const { region: place } = await placeOf(read, actor);
    const today = await this.engine.today('');
    const terms = new Map((await termsIn(read, place)).map((one) => [one.unit, one]));
    const all = await read.manager.find(Unit, { where: { place }, order: { id: 'ASC' } });
    const units = all
      .map(({ id, name, kind, state }) => ({ id, name, kind, state, term: terms.get(id) ?? null }))
      .map((one) => ({ ...one, isOn: one.term !== null && (one.term.to === null || one.term.to >= today) }))
      .filter(({ kind, state, isOn }) => isOn || (kind === 'bureau' && state === 'active'));
    return { place, today, units, latest: latestChange(await changesIn(read, place)) };
  }

  /**
   * Takes units onto the list from a day on and others off it; only what the form changed, so that a colleague's change
   * stays. Gives the names taken on, those taken off, and those entered in the register by it. Refusals: invalid_input, where
   * the day is none or a name is in doubt or no unit's (nothing is changed then), place_missing, not_allowed.
   */
  async change(
    form: MemberForm,
    actor: Actor,
    key?: string,
  ): Promise<{ on: string[]; off: string[]; entered: string[] }> {
    const { from } = form;
    if (!isDay(from)) throw noDay(from);
    const change = this.ids.next();
    const told = { on: [] as string[], off: [] as string[], entered: [] as string[] };
    await this.engine.execute({ actor, key, request: { ...form } }, async (read) => {
      const { region: place, level } = await placeOf(read, actor);
      const found = await typedIn(read, form, { region: place, level });
      if (found.asked.length + found.refused.length > 0) throw doubtfulNames(found);
      const { names } = found;
      const wanted = names.map((name) => ({ name, place, level, kind: 'bureau' as const }));
      const { idOf, commands } = await enrol(read, this.ids, wanted);
      const called = new Map((await read.manager.findBy(Unit, { place })).map(({ id, name }) => [id, name]));
      const typed = new Map(names.map((name) => [idOf(name), name]));
      const isStranger = (unit: string): boolean => !called.has(unit) && !typed.has(unit);
      const ticked = form.member.filter((unit) => !form.was.includes(unit) && !isStranger(unit));
      const joins = [...new Set([...ticked, ...typed.keys()])];
      const leaves = form.was.filter((unit) => !form.member.includes(unit) && !typed.has(unit));
      const nameOf = (unit: string): string => called.get(unit) ?? typed.get(unit)!;
      const changes = termsChanged(await termsIn(read, place), joins, leaves, from);
      told.on = changes.filter(({ to }) => to === null).map(({ unit }) => nameOf(unit));
      told.off = changes.filter(({ to }) => to !== null).map(({ unit }) => nameOf(unit));
      told.entered = [...typed].filter(([unit]) => !called.has(unit)).map(([, name]) => name);
      return [...commands, ...changes.map((one) => termCommand(place, one, change))];
    });
    return told;
  }

  /** The names of a form that a person is to be asked about; none for a place that is not known. */
  async asked(form: MemberForm, actor: Actor): Promise<MemberAsked[]> {
    const own = await ownPlace(this.database.reader, actor);
    return own ? (await typedIn(this.database.reader, form, own)).asked : [];
  }

  /** Undoes the latest change; that is a change, too, and may be undone. Refusals: conflict where there is a later one by now, place_missing, not_allowed. */
  async undo(position: number, actor: Actor, key?: string): Promise<void> {
    const change = this.ids.next();
    await this.engine.execute({ actor, key, request: { position } }, async (read) => {
      const { region: place } = await placeOf(read, actor);
      const all = await changesIn(read, place);
      if (all.at(-1)?.position !== position) throw changedSince();
      return termsBefore(all).map((one) => termCommand(place, one, change));
    });
  }
}

async function placeOf(read: Reader, actor: Actor): Promise<PlaceProposed> {
  const own = await ownPlace(read, actor);
  if (own) return own;
  throw new Refusal('place_missing', '名录中没有我办所在的地方，无法登记成员单位名单。', {
    cure: '请管理员先登记牵头办公室。',
  });
}

async function termsIn(read: Reader, place: string): Promise<Term[]> {
  const rows = await read.manager.findBy(Membership, { list: listOf(place) });
  return rows.map(({ unitId, validFrom, validTo }) => ({ unit: unitId, from: validFrom, to: validTo }));
}

interface EventRow {
  position: number;
  instance: string;
  actorName: string;
  recordedAt: number;
  body: string;
}

/** All recorded changes of a place's list, oldest first. */
async function changesIn(read: Reader, place: string): Promise<TermSet[]> {
  const rows = await read.all<EventRow>(
    `SELECT position, instance_id AS instance, actor_name, recorded_at, body FROM event
     WHERE type = 'setMembership' AND instance_id IN (SELECT id FROM unit WHERE place = ?) ORDER BY position`,
    [place],
  );
  return rows.flatMap(({ position, instance, actorName, recordedAt, body }): TermSet[] => {
    const { payload } = JSON.parse(body) as { payload: Omit<Term, 'unit'> & { list: string; change?: string } };
    if (payload.list !== listOf(place)) return [];
    const { from, to, change = '' } = payload;
    const times = { position: Number(position), when: Number(recordedAt) };
    return [{ ...times, unit: instance, from, to, who: actorName, change }];
  });
}

/** The names typed into a form, held against the place's register on the day of the change. */
async function typedIn(read: Reader, { names, asked, means, from }: MemberForm, own: PlaceProposed) {
  const { region, level } = own;
  const registry = loadUnitRegistry();
  const units = await ownNamesIn(read, region);
  const registered = [...units, ...(await aliasesIn(read, region))];
  const usual = kindNames(registry, planPrefix(level, region) ?? '');
  const reads = namesReader({ region, level, issuedOn: isDay(from) ? from : null }, registry, {
    known: usual,
    registered,
  });
  const chosen = new Map(asked.map((name, at) => [name, means[at] ?? '']));
  const known = { registered: [...new Set(registered.flatMap((one) => [one.name, one.surface]))], usual };
  return membersTyped(namesTyped(names, reads), chosen, { ...known, registry, reads });
}

const doubtfulNames = (found: MembersTyped): Refusal =>
  new Refusal('invalid_input', `${typedWords(found)}。名单没有改动。`, {
    place: '另外列入的单位',
    cure: [
      found.refused.length > 0 && '不是单位的请改正或删去，统称请改填所指的各家单位',
      found.asked.length > 0 && '请在下面选定各是哪个单位，再保存名单',
    ]
      .filter(Boolean)
      .join('；')
      .concat('。'),
    facts: {
      field: 'members-names',
      refused: found.refused,
      asked: found.asked.map(({ typed, offers }) => ({ typed, near: offers.map(({ name }) => name) })),
    },
  });

const noDay = (typed: string): Refusal =>
  new Refusal('invalid_input', `“${typed}”不是日期，名单没有改动。`, {
    place: '自哪一天起',
    cure: '请选择日期，如 2026-01-01。',
    facts: { field: 'members-from' },
  });

const changedSince = (): Refusal =>
  new Refusal('conflict', '名单在您打开页面之后又有改动，没有撤销。', { cure: '请看过最新的名单再办理。' });
