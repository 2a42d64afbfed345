import { Injectable } from '@nestjs/common';
import { whereKnown } from '../domain/calendar/working-days.js';
import { judgeReceipt } from '../domain/progress/receipt.js';
import type { Rhythm } from '../domain/progress/rhythm.js';
import { Engine } from '../engine/engine.js';
import type { Actor } from '../engine/types.js';
import { calendarOf } from '../organization/calendar.service.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Cycle, Indicator, Plan } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import { namesOfPlans } from '../shared/plan-names.js';
import { readsAll } from '../engine/reading-rights.js';
import { actsForUnit } from './access.js';
import { reportsIndicator } from './packet-ground.js';
import { OWED } from './packet.types.js';
import { composeNotReported } from './round-notes.js';
import { proposeRounds, type RoundProposal } from './round-proposals.js';
import { Chase, Packet, Round } from './rounds.entities.js';

/** One unit's line of the 报送情况矩阵. */
export interface MatrixLine {
  packet: Packet;
  unitId: string;
  name: string;
  isCounty: boolean;
  /** Assignments signed for, of all the unit has in the year. */
  signed: number;
  duties: number;
  /** Rows with words of their own. */
  texts: number;
  figures: number;
  figuresAsked: number;
  hasCase: boolean;
  hasSealed: boolean;
  /** 按时报送, 逾期报送, 待报送, 逾期未报; 免报 and 零报告 where they apply. */
  receipt: string;
  isOwed: boolean;
  chases: Chase[];
}

export interface RoundBoard {
  round: Round;
  plan: Plan;
  today: string;
  lines: MatrixLine[];
  /** The text for the chat group. */
  notReported: string;
}

export interface RoundLine {
  round: Round;
  planTitle: string;
  total: number;
  reported: number;
  accepted: number;
  /** The person's own packet in it, for people of a unit. */
  ownPacket: string | null;
}

/** Reads of rounds: the list, the 报送情况矩阵, who has not reported, what may be opened next. */
@Injectable()
export class RoundBoards {
  private readonly read: Reader;

  constructor(
    database: Database,
    private readonly engine: Engine,
  ) {
    this.read = database.reader;
  }

  /** Rounds of one plan or of all that concern this person, newest due day first. */
  async list(actor: Actor, planId?: string): Promise<RoundLine[]> {
    const own = actsForUnit(actor) && !readsAll(actor) ? actor.unit : null;
    if (!own && !readsAll(actor)) return [];
    const packets = await this.read.manager.findBy(Packet, planId ? { planId } : {});
    const rounds = await this.read.manager.find(Round, {
      where: planId ? { planId } : {},
      order: { due: 'DESC', id: 'DESC' },
    });
    const names = namesOfPlans(await this.read.manager.find(Plan));
    const lines = rounds.map((round) => roundLine(round, names.get(round.planId) ?? '', packets, own));
    return own ? lines.filter((line) => line.ownPacket !== null) : lines;
  }

  /** The whole board of a round, for those who see all units. Refusal: not_found. */
  async board(roundId: string, actor: Actor): Promise<RoundBoard> {
    const round = readsAll(actor) ? await this.read.manager.findOneBy(Round, { id: roundId }) : null;
    if (!round)
      throw new Refusal('not_found', '没有找到该次调度。', { cure: '请从调度列表进入；本单位的报送件在待办中。' });
    const plan = (await this.read.manager.findOneBy(Plan, { id: round.planId }))!;
    const today = await this.engine.today(round.planId);
    const lines = await this.lines(round, plan, today);
    return { round, plan, today, lines, notReported: notReportedText(round, lines, today) };
  }

  /** “截至…尚未报送…” for a round. Refusal: not_found. */
  async notReported(roundId: string, actor: Actor): Promise<string> {
    return (await this.board(roundId, actor)).notReported;
  }

  /** Rounds that may be opened next in a plan's open years; a year that the calendar lacks offers printed duties only. */
  async proposals(planId: string, rhythm: Rhythm = 'quarterly'): Promise<RoundProposal[]> {
    const plan = await this.read.manager.findOneBy(Plan, { id: planId });
    const cycles = await this.read.manager.find(Cycle, { where: { planId }, order: { year: 'ASC' } });
    const existing = (await this.read.manager.findBy(Round, { planId })).filter((round) => round.state !== 'cancelled');
    if (!plan?.enabledOn) return [];
    const calendar = await calendarOf(this.read);
    const ground = { enabledOn: plan.enabledOn, reporting: plan.reporting, calendar, existing };
    const open = cycles.filter((cycle) => cycle.state !== 'closed');
    return open.flatMap(({ year }) =>
      withinCalendar((pace) => proposeRounds({ ...ground, year, rhythm: pace }), rhythm),
    );
  }

  /** Open years of a plan that the working calendar lacks: no regular round is proposed for them. */
  async yearsLacking(planId: string): Promise<number[]> {
    const calendar = await calendarOf(this.read);
    const cycles = await this.read.manager.find(Cycle, { where: { planId }, order: { year: 'ASC' } });
    return cycles.filter(({ state, year }) => state !== 'closed' && !calendar.covers(year)).map(({ year }) => year);
  }

  private async lines(round: Round, plan: Plan, today: string): Promise<MatrixLine[]> {
    const packets = (await this.read.manager.findBy(Packet, { roundId: round.id })).filter(
      (one) => one.state !== 'cancelled',
    );
    const units = new Map((await this.read.manager.find(Unit)).map((unit) => [unit.id, unit]));
    const indicators = (await this.read.manager.findBy(Indicator, { planId: plan.id })).filter((one) =>
      round.indicatorIds.includes(one.id),
    );
    const chases = await this.read.manager.find(Chase, { where: { roundId: round.id }, order: { chasedOn: 'ASC' } });
    const duties = await this.dutyCounts(round.cycleId);
    const counts = await this.contentCounts(round.id);
    const counties = new Set(plan.counties);
    const lines = packets.map((packet): MatrixLine => {
      const unit = units.get(packet.unitId);
      const isCounty = counties.has(packet.unitId) || unit?.kind === 'county';
      const [all, signed] = [duties.get(packet.unitId)?.total ?? 0, duties.get(packet.unitId)?.signed ?? 0];
      const asked = indicators.filter((one) => reportsIndicator(one, packet.unitId, all > 0));
      return {
        ...{ packet, unitId: packet.unitId, name: unit?.shortName ?? packet.unitId, isCounty, signed, duties: all },
        ...{
          texts: counts.get(packet.id)?.texts ?? 0,
          figures: counts.get(packet.id)?.figures ?? 0,
          figuresAsked: asked.length,
        },
        ...{ hasCase: packet.typicalCase !== null, hasSealed: packet.files.some((file) => file.kind === '盖章件') },
        ...{ receipt: receiptWord(packet, today), isOwed: OWED.includes(packet.state) },
        chases: chases.filter((chase) => chase.unitId === packet.unitId),
      };
    });
    return lines.sort((a, b) => Number(a.isCounty) - Number(b.isCounty) || a.packet.id.localeCompare(b.packet.id));
  }

  private async dutyCounts(cycleId: string): Promise<Map<string, { total: number; signed: number }>> {
    const sql = `SELECT unit_id, count(*) AS total, count(ack_kind) AS signed FROM assignment
      WHERE cycle_id = ? AND state NOT IN ('removed', 'transferred') GROUP BY unit_id`;
    const rows = await this.read.all<{ unitId: string; total: number; signed: number }>(sql, [cycleId]);
    return new Map(rows.map((row) => [row.unitId, row]));
  }

  private async contentCounts(roundId: string): Promise<Map<string, { texts: number; figures: number }>> {
    const sql = `SELECT p.id, (SELECT count(*) FROM packet_row x WHERE x.packet_id = p.id AND x.text IS NOT NULL) AS texts,
        (SELECT count(*) FROM figure f WHERE f.packet_id = p.id) AS figures
      FROM packet p WHERE p.round_id = ?`;
    const rows = await this.read.all<{ id: string; texts: number; figures: number }>(sql, [roundId]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** Working days of an unpublished year are never guessed: the rhythm rests until the calendar has the year. */
const withinCalendar = (propose: (rhythm: Rhythm) => RoundProposal[], rhythm: Rhythm): RoundProposal[] =>
  whereKnown(() => propose(rhythm)) ?? propose('none');

function roundLine(round: Round, planTitle: string, packets: Packet[], unitId: string | null): RoundLine {
  const own = packets.filter((packet) => packet.roundId === round.id && packet.state !== 'cancelled');
  return {
    ...{ round, planTitle, total: own.length },
    reported: own.filter((packet) => !OWED.includes(packet.state) || packet.submittedOn !== null).length,
    accepted: own.filter((packet) => packet.state === 'accepted' || packet.state === 'exempt').length,
    ownPacket: own.find((packet) => packet.unitId === unitId)?.id ?? null,
  };
}

function receiptWord(packet: Packet, today: string): string {
  if (packet.state === 'exempt') return '免报';
  const { word } = judgeReceipt({ due: packet.due, receivedOn: packet.receivedOn }, today);
  return packet.nil ? `零报告（${word}）` : word;
}

function notReportedText(round: Round, lines: MatrixLine[], today: string): string {
  const owing = lines.filter((line) => line.isOwed && line.packet.state !== 'incomplete');
  const names = (isCounty: boolean) => owing.filter((line) => line.isCounty === isCounty).map((line) => line.name);
  const incomplete = lines.filter((line) => line.packet.state === 'incomplete').map((line) => line.name);
  const { title, due } = round;
  return composeNotReported({ today, title, due, units: names(false), counties: names(true), incomplete });
}
