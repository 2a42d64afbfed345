import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Engine } from '../engine/engine.js';
import type { Actor } from '../engine/types.js';
import { Assignment, Measure } from '../measures/measures.entities.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Indicator, Plan } from '../plans/plans.entities.js';
import { PacketDrafts, type DraftContent, type Side } from './packet-drafts.js';
import { groundOf, visiblePacket, type Duty } from './packet-ground.js';
import type { FigureEntryRecord, FigureInput, RowEntry, RowInput } from './packet.types.js';
import { lastReports, type LastReports } from './packet-history.js';
import { Figure, FigureCorrection, PacketRow, type Packet, type PacketFile, type Round } from './rounds.entities.js';

export interface FormRow extends Duty {
  /** What the unit reported in the round before; null the first time. */
  previous: (RowInput & { asOf: string }) | null;
  current: RowInput;
  askedAgain: boolean;
}

export interface FormFigure {
  indicator: Indicator;
  previous: { printed: string; asOf: string; valueStatus: string } | null;
  current: FigureInput;
}

/** Everything about one packet: what was asked, what stands, what is being typed. */
export interface PacketForm {
  packet: Packet;
  round: Round;
  plan: Plan;
  unit: Unit;
  /** Today by the plan's clock. */
  today: string;
  offers: { revision: number; state: string; events: string[] };
  /** Whose form this person may fill in; null for readers. */
  side: Side | null;
  rows: FormRow[];
  figures: FormFigure[];
  summary: string;
  typicalCase: string;
  files: PacketFile[];
  draft: { savedBy: string; savedAt: number } | null;
  /** How it came in, as far as the office has filled it in. */
  receipt: NonNullable<DraftContent['receipt']>;
  /** What the record holds now, figures with their corrections. */
  record: { rows: PacketRow[]; figures: Figure[]; corrections: FigureCorrection[]; titles: Map<string, string> };
}

interface Contents extends DraftContent {
  asked: Set<string>;
}

/** Reads packets for pages: the form with last period's words beside, and what stands on record. */
@Injectable()
export class PacketForms {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly drafts: PacketDrafts,
  ) {}

  /** Refusal: not_found, also for another unit's packet. */
  async read(packetId: string, actor: Actor): Promise<PacketForm> {
    const read = this.database.reader;
    const packet = await visiblePacket(read, packetId, actor);
    const { round, duties, indicators } = await groundOf(read, packet);
    const side = this.sideOf(packet, actor);
    const record = await recordOf(read, packet);
    const draft = side && (await this.drafts.read(packetId, side));
    const last = await lastReports(read, packet, round);
    const contents = { ...(draft?.content ?? (await standing(read, packet, record))), asked: askedRows(record.rows) };
    return {
      ...{ packet, round, side, record, today: await this.engine.today(packet.planId) },
      ...{ plan: await only(read, Plan, packet.planId), unit: await only(read, Unit, packet.unitId) },
      offers: await this.engine.offers(packetId, actor),
      rows: duties.map((duty) => formRow(duty, last, contents, draft !== null || packet.submittedOn !== null)),
      figures: indicators.map((indicator) => formFigure(indicator, last, contents)),
      summary: contents.summary ?? '',
      typicalCase: contents.typicalCase ?? '',
      files: contents.files,
      draft: draft && { savedBy: draft.savedBy, savedAt: draft.savedAt },
      receipt: contents.receipt ?? {},
    };
  }

  private sideOf(packet: Packet, actor: Actor): Side | null {
    try {
      return this.drafts.sideOf(packet, actor);
    } catch {
      return null;
    }
  }
}

async function only<T extends { id: string }>(read: Reader, entity: new () => T, id: string): Promise<T> {
  return (await read.manager.findOneBy<T>(entity, { id } as never))!;
}

async function recordOf(read: Reader, packet: Packet): Promise<PacketForm['record']> {
  const packetId = packet.id;
  const rows = await read.manager.findBy(PacketRow, { packetId });
  const figures = await read.manager.findBy(Figure, { packetId });
  const ids = figures.map((figure) => figure.id);
  const corrections = await read.manager.find(FigureCorrection, {
    where: { figureId: In(ids) },
    order: { position: 'ASC' },
  });
  return { rows, figures, corrections, titles: await titlesOf(read, rows) };
}

/** What each row of the record is about, by assignment, whatever has become of the assignment since. */
async function titlesOf(read: Reader, rows: PacketRow[]): Promise<Map<string, string>> {
  const measures = await read.manager.findBy(Measure, { id: In(rows.map((row) => row.measureId)) });
  const names = new Map(measures.map(({ id, no, title }) => [id, `${no} ${title}`]));
  const gone = await read.manager.findBy(Assignment, { id: In(rows.map((row) => row.assignmentId)) });
  const moved = new Set(gone.filter((one) => /removed|transferred/.test(one.state)).map((one) => one.id));
  const title = ({ assignmentId, measureId }: PacketRow) =>
    `${names.get(measureId) ?? ''}${moved.has(assignmentId) ? '（已不由本单位承担）' : ''}`;
  return new Map(rows.map((row) => [row.assignmentId, title(row)]));
}

function askedRows(rows: PacketRow[]): Set<string> {
  return new Set(rows.filter((row) => row.askedAgain).map((row) => row.assignmentId));
}

/** What the form begins with: the report on record or, after it was taken back, what it held. */
async function standing(read: Reader, packet: Packet, record: PacketForm['record']): Promise<DraftContent> {
  if (packet.submittedOn === null) return takenBack(read, packet);
  const { summary, typicalCase, files } = packet;
  const texts = { summary: summary ?? '', typicalCase: typicalCase ?? '' };
  return { rows: rowInputs(record.rows), figures: figureInputs(record.figures), ...texts, files };
}

async function takenBack(read: Reader, packet: Packet): Promise<DraftContent> {
  const sql = `SELECT body FROM event WHERE instance_id = ? AND type IN ('submit', 'record') ORDER BY seq DESC LIMIT 1`;
  const last = await read.get<{ body: string }>(sql, [packet.id]);
  if (!last) return { rows: {}, figures: {}, files: [] };
  const { payload } = JSON.parse(last.body) as { payload: Record<string, unknown> };
  const [texts] = payload.texts as [{ summary: string | null; typicalCase: string | null }];
  return {
    rows: rowInputs(payload.rows as RowEntry[]),
    figures: figureInputs(payload.figures as FigureEntryRecord[]),
    ...{ summary: texts.summary ?? '', typicalCase: texts.typicalCase ?? '', files: payload.files as PacketFile[] },
  };
}

type AnyRow = Pick<PacketRow, 'assignmentId' | 'text' | 'status' | 'progress' | 'issues' | 'nextStep'>;

function rowInputs(rows: AnyRow[]): Record<string, RowInput> {
  return Object.fromEntries(rows.map((row) => [row.assignmentId, rowInput(row)]));
}

function rowInput({ text, status, progress, issues, nextStep }: AnyRow): RowInput {
  const given = { text: text ?? '', status: status ?? '', issues: issues ?? '', nextStep: nextStep ?? '' };
  return { ...given, progress: progress === null ? '' : String(progress) };
}

function figureInputs(figures: FigureEntryRecord[]): Record<string, FigureInput> {
  const input = ({ printed, numerator, denominator, valueStatus, remark }: FigureEntryRecord): FigureInput => {
    return { printed, numerator: numerator ?? '', denominator: denominator ?? '', valueStatus, remark: remark ?? '' };
  };
  return Object.fromEntries(figures.map((figure) => [figure.indicatorId, input(figure)]));
}

/** In a fresh form last period's words stand in the fields, so that nobody types them again. */
function formRow(duty: Duty, last: LastReports, contents: Contents, begun: boolean): FormRow {
  const row = last.rows.get(duty.assignmentId);
  const previous = row ? { ...rowInput(row), asOf: row.asOf } : null;
  const carried: RowInput = !begun && previous ? previous : {};
  const current = contents.rows[duty.assignmentId] ?? carried;
  return { ...duty, previous, current, askedAgain: contents.asked.has(duty.assignmentId) };
}

function formFigure(indicator: Indicator, last: LastReports, contents: Contents): FormFigure {
  const figure = last.figures.get(indicator.id);
  const previous = figure ? { printed: figure.printed, asOf: figure.asOf, valueStatus: figure.valueStatus } : null;
  return { indicator, previous, current: contents.figures[indicator.id] ?? {} };
}
