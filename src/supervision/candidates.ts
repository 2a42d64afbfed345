import { Injectable } from '@nestjs/common';
import type { Ceiling } from '../../workflows/supervision/supervision.v1.events.js';
import { Engine } from '../engine/engine.js';
import type { Actor } from '../engine/types.js';
import { LedgerService, type DutyLine } from '../ledger/ledger.service.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import type { Plan } from '../plans/plans.entities.js';
import { Packet, Round } from '../rounds/rounds.entities.js';
import { refuseOutsiders } from './access.js';
import { ceilingOf } from './ceiling.js';
import { runningPlan } from './proposing.js';

/** A measure that may be the matter of a supervision, with the sentence of its light. */
export interface CandidateMeasure {
  id: string;
  no: string;
  title: string;
  colour: string;
  word: string;
  sentence: string;
}

/** A unit that may be supervised: what it owes, gravest first. */
export interface Candidate {
  unitId: string;
  name: string;
  ceiling: Ceiling;
  /** Rounds whose packet is past its day. */
  unreported: string[];
  measures: CandidateMeasure[];
  red: number;
  yellow: number;
}

export interface CandidateList {
  plan: Plan;
  today: string;
  candidates: Candidate[];
}

const GRAVITY = ['红', '黄', '灰', '绿', '蓝'];

/** Whom the office may supervise in a plan, those who are behind first. */
@Injectable()
export class SupervisionCandidates {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly ledger: LedgerService,
  ) {}

  /** Units with open work or a packet that is past its day. Refusals: not_allowed, not_found, plan_not_issued. */
  async of(planId: string, actor: Actor): Promise<CandidateList> {
    refuseOutsiders(actor);
    const plan = await runningPlan(this.database.reader, planId);
    const today = await this.engine.today(planId);
    const units = (await this.database.reader.manager.find(Unit)).filter((unit) => unit.kind !== 'office');
    const { lines } = await this.ledger.rows(planId, {}, actor);
    const owing = await this.owing(planId, today);
    const all = units.map((unit) => candidateOf(unit, plan, lines, owing));
    const relevant = all.filter((one) => one.measures.length > 0 || one.unreported.length > 0);
    return { plan, today, candidates: relevant.sort(byGravity) };
  }

  private async owing(planId: string, today: string): Promise<{ unitId: string; round: string }[]> {
    const manager = this.database.reader.manager;
    const titles = new Map((await manager.findBy(Round, { planId })).map((round) => [round.id, round.title]));
    const packets = await manager.find(Packet, { where: { planId }, order: { due: 'ASC', id: 'ASC' } });
    const late = packets.filter(
      ({ state, due }) => due < today && !['submitted', 'accepted', 'exempt', 'cancelled'].includes(state),
    );
    return late.map(({ unitId, roundId }) => ({ unitId, round: titles.get(roundId) ?? '' }));
  }
}

function candidateOf(unit: Unit, plan: Plan, lines: DutyLine[], owing: { unitId: string; round: string }[]): Candidate {
  const own = lines.filter((line) => line.unitId === unit.id && line.assignmentState.startsWith('duty'));
  const open = own.filter((line) => line.closedOn === null).sort((a, b) => gravity(a) - gravity(b));
  const count = (colour: string) => open.filter((line) => line.light.colour === colour).length;
  return {
    ...{ unitId: unit.id, name: unit.fullName, ceiling: ceilingOf(unit, plan.issuers) },
    unreported: owing.filter((one) => one.unitId === unit.id).map((one) => one.round),
    measures: open.map(candidateMeasure),
    ...{ red: count('红'), yellow: count('黄') },
  };
}

function candidateMeasure({ measureId, no, title, light }: DutyLine): CandidateMeasure {
  return { id: measureId, no, title, colour: light.colour, word: light.word, sentence: light.sentence };
}

function gravity(line: DutyLine): number {
  return GRAVITY.indexOf(line.light.colour);
}

function byGravity(a: Candidate, b: Candidate): number {
  return b.red - a.red || b.unreported.length - a.unreported.length || b.yellow - a.yellow;
}
