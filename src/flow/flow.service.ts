import { Injectable } from '@nestjs/common';
import { definition, type Definition } from '../../workflows/catalogue.js';
import { Engine } from '../engine/engine.js';
import { stateWords } from '../engine/step.js';
import type { Actor, Answer, OnBehalf } from '../engine/types.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import type { TimelineView } from '../web/index.js';
import { actedOn, begun, idsIn, namesAmong, type Names } from './acted-on.js';
import { payloadFrom } from './form-payload.js';
import { actionViews, type ActionView } from './offered-actions.js';
import { lastStanding } from './last-standing.js';
import { isBesideTheWay, positionView, type PositionView } from './position.js';

/** An instance as a page shows it: its state in words and what this person may do. */
export interface FlowView {
  state: string;
  words: string;
  revision: number;
  actions: ActionView[];
}

interface EventRow {
  position: number;
  type: string;
  actorName: string;
  recordedAt: number;
  at: string;
  body: string;
  definition: string;
  /** The instance's first event: an assignment's or a packet's unit stands there. */
  first: string;
}

/** 流转: what may be done with an instance, doing it, and its record. */
@Injectable()
export class FlowService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
  ) {}

  /** State, revision and forms for a person; `next` is the page to come back to. */
  async view(instance: string, actor: Actor, next: string): Promise<FlowView> {
    const def = await this.definitionOf(instance);
    const offer = await this.engine.offers(instance, actor);
    const actions = actionViews(def, instance, offer, next);
    return { state: offer.state, words: stateWords(def, offer.state), revision: offer.revision, actions };
  }

  /** Where an instance stands on the drawn flow of its workflow; one that ended beside the way shows how far it had come. */
  async position(instance: string, state: string): Promise<PositionView> {
    const def = await this.definitionOf(instance);
    const left = isBesideTheWay(def, state) ? await lastStanding(this.database.reader, instance) : null;
    return positionView(def, state, left);
  }

  /** Sends an event with the fields of a form. */
  async send(
    instance: string,
    type: string,
    form: Record<string, unknown>,
    actor: Actor,
    meta: { key?: string; seenRevision?: number; onBehalf?: OnBehalf },
  ): Promise<{ answer: Answer; past: string }> {
    await this.engine.refuseStranger(instance, actor);
    const def = await this.definitionOf(instance);
    const payload = payloadFrom(def, type, form);
    const { key, seenRevision, onBehalf } = meta;
    const command = { kind: 'send' as const, instance, type, payload, seenRevision, onBehalf };
    const answer = await this.engine.execute({ actor, key }, [command]);
    return { answer, past: def.events[type]!.past };
  }

  /** 流转记录 of one or several instances, newest first. */
  async timeline(instances: string[], most = 60): Promise<TimelineView> {
    const rows = await this.database.reader.all<EventRow>(
      `SELECT e.position, e.type, e.actor_name, e.recorded_at, e.at, e.body, i.definition, s.body AS first
       FROM event e JOIN instance i ON i.id = e.instance_id JOIN event s ON s.instance_id = e.instance_id AND s.seq = 1
       WHERE e.instance_id IN (${instances.map(() => '?').join(', ')}) ORDER BY e.position DESC LIMIT ?`,
      [...instances, most],
    );
    const units = await this.unitNames();
    const others = [...new Set(rows.flatMap(idsOf))].filter((id) => !units.has(id));
    const names = new Map([...units, ...(await namesAmong(this.database.reader, others))]);
    return { entries: together(rows.map((row) => ({ ...entryOf(row, names), unit: unitOf(row, names) }))) };
  }

  async definitionOf(instance: string): Promise<Definition> {
    const row = await this.database.reader.get<{ definition: string }>('SELECT definition FROM instance WHERE id = ?', [
      instance,
    ]);
    if (!row) await this.engine.offers(instance, { user: '', name: '', unit: null, roles: [] });
    return definition(row!.definition);
  }

  private async unitNames(): Promise<Map<string, string>> {
    const units = await this.database.reader.manager.find(Unit);
    return new Map(units.map((unit) => [unit.id, unit.name]));
  }
}

type Entry = TimelineView['entries'][number];

/** Several units told the same by one person in one act make one line that names them. */
function together(entries: (Entry & { unit: string | null })[]): Entry[] {
  const lines: (Entry & { units: string[] })[] = [];
  for (const { unit, ...entry } of entries) {
    const last = lines.at(-1);
    const units = unit ? [unit] : [];
    if (last && unit && last.units.length > 0 && isSameAct(last, entry)) last.units.push(unit);
    else lines.push({ ...entry, units });
  }
  return lines.map(({ units, ...entry }) => ({ ...entry, what: entry.what + named(units.reverse()) }));
}

const isSameAct = (a: Entry, b: Entry): boolean =>
  [a.machineTime, a.who, a.what, a.note, a.onBehalf].join() ===
  [b.machineTime, b.who, b.what, b.note, b.onBehalf].join();

const named = (units: string[]): string => (units.length > 0 ? `：${units.join('、')}` : '');

/** The unit of an assignment, where somebody of another unit acted on it. */
function unitOf({ first, body, definition }: EventRow, names: Names): string | null {
  if (!definition.startsWith('assignment@')) return null;
  const unitId = (JSON.parse(first) as Body).payload.unitId;
  return typeof unitId === 'string' && unitId !== (JSON.parse(body) as Body).unit ? (names.get(unitId) ?? null) : null;
}

interface Body {
  unit: string | null;
  onBehalf: OnBehalf | null;
  payload: Record<string, unknown>;
}

/** Ids that an event of the record names. */
function idsOf({ definition: id, type, body }: EventRow): string[] {
  const words = definition(id).events[type];
  return words ? idsIn(words.payload, (JSON.parse(body) as Body).payload) : [];
}

function entryOf(row: EventRow, names: Names): TimelineView['entries'][number] {
  const body = JSON.parse(row.body) as Body;
  const def = definition(row.definition);
  const unit = body.unit ? names.get(body.unit) : undefined;
  return {
    position: Number(row.position),
    ...stampOf(row.recordedAt),
    who: unit && !row.actorName.includes('（') ? `${row.actorName}（${unit}）` : row.actorName,
    what: whatOf(row, def, body, names) + dayNote(row),
    note: noteOf(body.payload),
    onBehalf: body.onBehalf ? behalfNote(body.onBehalf, names) : undefined,
  };
}

/** What was done, with what it was done to or set to. */
function whatOf({ type }: EventRow, def: Definition, { payload }: Body, names: Names): string {
  if (type === 'start') return def.started + begun(payload);
  const words = def.events[type];
  return words ? words.past + actedOn(words.past, words.payload, payload, names) : type;
}

/** An instant (UTC ms) as records print it, in Beijing time, and for machines. */
export function stampOf(instant: number): Pick<Entry, 'at' | 'machineTime'> {
  return {
    at: new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
    machineTime: `${new Date(instant).toISOString().slice(0, 19)}Z`,
  };
}

function dayNote(row: EventRow): string {
  const recorded = new Date(row.recordedAt + 8 * 3_600_000).toISOString().slice(0, 10);
  return row.at === recorded ? '' : `（业务日期 ${row.at}）`;
}

function noteOf(payload: Record<string, unknown>): string | undefined {
  const words = ['opinion', 'reason', 'text', 'outcome', 'note'].map((name) => payload[name]);
  return words
    .find((word) => typeof word === 'string' && word !== '')
    ?.toString()
    .slice(0, 300);
}

function behalfNote(onBehalf: OnBehalf, names: Names): string {
  const unit = names.get(onBehalf.unit) ?? '';
  const signer = onBehalf.signer ? `，签发人 ${onBehalf.signer}` : '';
  return `代${unit}填（${onBehalf.channel}，${onBehalf.receivedOn} 收到${signer}${onBehalf.proof ? '，有凭证' : '，待补证'}）`;
}
