import { IsNull } from 'typeorm';
import { Injectable } from '@nestjs/common';
import { CHANNELS } from '../../workflows/definition.js';
import { Engine } from '../engine/engine.js';
import type { Actor, Answer, Command, StartCommand } from '../engine/types.js';
import { addDays, parseDay } from '../domain/calendar/day.js';
import type { Reader } from '../persistence/tx.js';
import { Cycle, Indicator, Plan } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import { IdSource } from '../shared/ids.js';
import { OWED, PARTS, ROUND_KINDS, YEAR_END, type Part, type RoundKind } from './packet.types.js';
import { composeChase } from './round-notes.js';
import { refuseUnknownUnits, reportingUnits, type UnitChoice } from './round-units.js';
import { Packet, Round } from './rounds.entities.js';

export interface RoundInput {
  kind: RoundKind;
  /** Default: made from kind and 截至日. */
  title?: string;
  asOf: string;
  due: string;
  /** 文号, 电话, 批示; null for the office's own rhythm. */
  basis: string | null;
  parts: Part[];
  indicatorIds: string[] | 'all';
  units: UnitChoice;
  /** A person has said that the round is opened though its day has passed; left out by programs, who are not asked. */
  duePassed?: boolean;
  /** Default: the open year that the 截至日 lies in, else the latest open one. */
  cycleId?: string;
}

/** Rounds of reporting (调度): opening, extending, chasing, closing. Reads are in RoundBoards. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly engine: Engine,
    private readonly ids: IdSource,
  ) {}

  /**
   * Opens a round with one packet per reporting unit; returns the round's id. A year-end round also opens the year's
   * evaluation where the plan prints no start for it. Refusals: not_found, plan_not_issued, no_open_cycle, no_units,
   * unknown_unit, unknown_indicator, round_exists, due_passed, invalid_input.
   */
  async open(planId: string, input: RoundInput, actor: Actor, key?: string): Promise<string> {
    const checked = checkedInput(input);
    const answer = await this.engine.execute({ actor, key, request: { planId, ...input } }, async (read) => {
      refuseOutsiders(actor);
      const plan = await issuedPlan(read, planId);
      refusePassed(checked, await this.engine.today(planId, read));
      const cycle = await openCycle(read, planId, checked);
      await refuseDouble(read, planId, checked);
      const unitIds = await reportingUnits(read, plan, cycle.id, checked.units);
      const indicatorIds = await indicatorIdsOf(read, planId, checked.indicatorIds);
      return this.openCommands(plan, cycle, checked, unitIds, indicatorIds);
    });
    return answer.receipts[0]!.instance;
  }

  /** Moves the due day; packets not cancelled or exempt move along. */
  extend(
    roundId: string,
    change: { due: string; reason?: string },
    actor: Actor,
    key?: string,
    seen?: number,
  ): Promise<Answer> {
    const due = parseDay(change.due);
    return this.send(roundId, 'extend', { due, fires: addDays(due, 1), reason: change.reason ?? '' }, actor, key, seen);
  }

  /** Records a reminder to units that owe their packet; `text` default: composed. Refusals: nobody_to_chase, already_reported. */
  chase(
    roundId: string,
    units: string[],
    channel: string,
    text: string | null,
    actor: Actor,
    key?: string,
  ): Promise<Answer> {
    const request = { roundId, act: 'chase', units, channel, text };
    return this.engine.execute({ actor, key, request }, async (read) => {
      refuseOutsiders(actor);
      const round = await roundOf(read, roundId);
      await refuseNothingToChase(read, roundId, units);
      refuseChannel(channel);
      const today = await this.engine.today(round.planId, read);
      const words = text?.trim() || composeChase(round.title, round.due, today);
      return [{ kind: 'send', instance: roundId, type: 'chase', payload: { units, channel, text: words } }];
    });
  }

  /** Ends the round; packets that are still owed stay owed and may come in late. */
  close(roundId: string, note: string, actor: Actor, key?: string, seen?: number): Promise<Answer> {
    return this.send(roundId, 'close', { note }, actor, key, seen);
  }

  reopen(
    roundId: string,
    change: { due: string; reason: string },
    actor: Actor,
    key?: string,
    seen?: number,
  ): Promise<Answer> {
    const due = parseDay(change.due);
    return this.send(roundId, 'reopen', { due, fires: addDays(due, 1), reason: change.reason }, actor, key, seen);
  }

  /** Cancels a round to which nobody has reported yet. Refusal: round_has_reports. */
  cancel(roundId: string, reason: string, actor: Actor, key?: string, seenRevision?: number): Promise<Answer> {
    return this.engine.execute({ actor, key, request: { roundId, act: 'cancel', reason } }, async (read) => {
      refuseOutsiders(actor);
      await refuseReported(read, roundId, null);
      return [{ kind: 'send', instance: roundId, type: 'cancel', payload: { reason }, seenRevision }];
    });
  }

  /** Asks further units. Refusals: unknown_unit, already_asked. */
  addUnits(roundId: string, units: string[], actor: Actor, key?: string, seenRevision?: number): Promise<Answer> {
    return this.engine.execute({ actor, key, request: { roundId, act: 'addUnits', units } }, async (read) => {
      refuseOutsiders(actor);
      const round = await roundOf(read, roundId);
      const asked = (await read.manager.findBy(Packet, { roundId })).map((packet) => packet.unitId);
      if (units.length === 0 || units.some((id) => asked.includes(id))) {
        throw new Refusal('already_asked', '没有可增加的单位，或所选单位已在本次调度中。', {
          place: '单位',
          cure: '请重新选择。',
        });
      }
      await refuseUnknownUnits(read, units);
      const add: Command = { kind: 'send', instance: roundId, type: 'addUnits', payload: { units }, seenRevision };
      return [add, ...units.map((unitId) => this.packetCommand(round, unitId))];
    });
  }

  /** Lets units go that have not reported. Refusal: round_has_reports. */
  removeUnits(
    roundId: string,
    units: string[],
    reason: string,
    actor: Actor,
    key?: string,
    seenRevision?: number,
  ): Promise<Answer> {
    return this.engine.execute(
      { actor, key, request: { roundId, act: 'removeUnits', units, reason } },
      async (read) => {
        refuseOutsiders(actor);
        await refuseReported(read, roundId, units);
        return [{ kind: 'send', instance: roundId, type: 'removeUnits', payload: { units, reason }, seenRevision }];
      },
    );
  }

  /** Changes what is asked for: title, parts, indicators. */
  changeRequest(
    roundId: string,
    patch: { title?: string; parts?: Part[]; indicatorIds?: string[] },
    actor: Actor,
    key?: string,
  ): Promise<Answer> {
    return this.send(roundId, 'changeRequest', { patch }, actor, key);
  }

  private send(
    instance: string,
    type: string,
    payload: Record<string, unknown>,
    actor: Actor,
    key?: string,
    seenRevision?: number,
  ): Promise<Answer> {
    return this.engine.execute({ actor, key }, [{ kind: 'send', instance, type, payload, seenRevision }]);
  }

  private openCommands(
    plan: Plan,
    cycle: Cycle,
    input: RoundInput,
    unitIds: string[],
    indicatorIds: string[],
  ): Command[] {
    const { kind, asOf, due, basis, parts } = input;
    const about = {
      planId: plan.id,
      cycleId: cycle.id,
      kind,
      title: titleOf(input),
      asOf,
      due,
      fires: addDays(due, 1),
    };
    const round: StartCommand = {
      ...{ kind: 'start', machine: 'round', id: this.ids.next(), scope: plan.id },
      input: { ...about, basis, parts, indicatorIds },
    };
    const packets = unitIds.map((unitId) => this.packetCommand({ id: round.id, planId: plan.id, due }, unitId));
    return [round, ...packets, ...(opensEvaluation(cycle, kind) ? [beginEvaluation(cycle.id)] : [])];
  }

  private packetCommand(round: Pick<Round, 'id' | 'planId' | 'due'>, unitId: string): StartCommand {
    const { id: roundId, planId, due } = round;
    const input = { planId, roundId, unitId, due, fires: addDays(due, 1) };
    return { kind: 'start', machine: 'packet', id: this.ids.next(), scope: planId, input };
  }
}

const beginEvaluation = (cycleId: string): Command => ({ kind: 'send', instance: cycleId, type: 'beginEvaluation' });

/** Where the plan prints no start of its own, evaluation opens with the year-end round (design.md section 4, Phases). */
function opensEvaluation(cycle: Cycle, kind: RoundKind): boolean {
  const evaluation = cycle.phases.find((phase) => phase.stage === 'evaluation');
  const ownStart = evaluation?.origin !== 'presumed' && evaluation?.start;
  return kind === YEAR_END && ['mobilisation', 'implementation'].includes(cycle.state) && !ownStart;
}

function checkedInput(input: RoundInput): RoundInput {
  const parts = input.parts.filter((part) => part in PARTS);
  if (!ROUND_KINDS.includes(input.kind)) throw missing('kind', '请选择调度类型');
  if (parts.length === 0) throw missing('parts', '请至少选择一种要报送的内容');
  return { ...input, parts, asOf: parseDay(input.asOf), due: parseDay(input.due) };
}

/** All units would be late at once: a person must have said that this is meant. */
function refusePassed({ due, duePassed }: RoundInput, today: string): void {
  if (duePassed !== false || due >= today) return;
  const message = `报送截止日 ${due} 已过（今天 ${today}），发起后各单位即为逾期：请改为今天或以后的日期；确需补办的，勾选“截止日已过，仍要发起”`;
  throw new Refusal('due_passed', `${message}。`, {
    place: '报送截止日',
    facts: { fields: [{ field: 'due', message }] },
  });
}

function missing(field: string, message: string): Refusal {
  return new Refusal('invalid_input', `${message}。`, {
    place: field,
    cure: '请补充后再发起。',
    facts: { fields: [{ field, message }] },
  });
}

function titleOf({ title, kind, asOf }: RoundInput): string {
  const [year, month] = asOf.split('-').map(Number);
  const own: Partial<Record<RoundKind, string>> = {
    月: `${year}年${month}月调度`,
    季: `${year}年第${'一二三四'[Math.floor((month! - 1) / 3)]}季度调度`,
    半年: `${year}年${month! <= 6 ? '上' : '下'}半年调度`,
    年终: `${year}年年终报送`,
  };
  return title?.trim() || own[kind] || `${year}年${month}月${Number(asOf.slice(8))}日${kind}调度`;
}

function refuseOutsiders(actor: Actor): void {
  if (actor.roles.includes('coordinator')) return;
  throw new Refusal('not_allowed', '调度由牵头的农民工办发起和办理。', { cure: '如需办理，请联系牵头的农民工办。' });
}

async function issuedPlan(read: Reader, planId: string): Promise<Plan> {
  const plan = await read.manager.findOneBy(Plan, { id: planId });
  if (!plan) throw new Refusal('not_found', '没有找到该计划。', { cure: '请从计划列表进入。' });
  if (/^(issued|appraisal)/.test(plan.state)) return plan;
  throw new Refusal('plan_not_issued', '计划尚未印发并分办（或已撤回），不能发起调度。', {
    place: plan.title,
    cure: '请先在核对页确认并印发。',
  });
}

async function openCycle(read: Reader, planId: string, input: RoundInput): Promise<Cycle> {
  const cycles = await read.manager.find(Cycle, { where: { planId }, order: { year: 'DESC' } });
  const open = cycles.filter((cycle) => cycle.state !== 'closed');
  const year = Number(input.asOf.slice(0, 4));
  const found = input.cycleId
    ? open.find((one) => one.id === input.cycleId)
    : (open.find((one) => one.year === year) ?? open[0]);
  if (found) return found;
  throw new Refusal('no_open_cycle', '计划没有正在进行的年度，不能发起调度。', {
    place: '年度',
    cure: '请先开启相应年度。',
  });
}

/** A periodic round is held once for its 截至日; 专项 and 当日 rounds as often as the office wants. */
async function refuseDouble(read: Reader, planId: string, { kind, asOf }: RoundInput): Promise<void> {
  if (kind === '专项' || kind === '当日') return;
  const same = (await read.manager.findBy(Round, { planId, kind, asOf })).find((round) => round.state !== 'cancelled');
  if (!same) return;
  throw new Refusal('round_exists', `已经发起过同一截至日的“${same.title}”，没有重复发起。`, {
    place: '截至日',
    cure: '请打开已有的调度；确需另外布置的，请选“专项”。',
    facts: { round: same.id },
  });
}

async function indicatorIdsOf(read: Reader, planId: string, asked: string[] | 'all'): Promise<string[]> {
  const all = await read.manager.find(Indicator, {
    where: { planId, endedOn: IsNull() },
    order: { position: 'ASC', id: 'ASC' },
  });
  const ids = all.map((one) => one.id);
  if (asked === 'all') return ids;
  const unknown = asked.filter((id) => !ids.includes(id));
  if (unknown.length === 0) return ids.filter((id) => asked.includes(id));
  throw new Refusal('unknown_indicator', '所选指标不在本计划中。', {
    place: unknown.join('、'),
    cure: '请刷新页面后重新选择。',
  });
}

async function roundOf(read: Reader, id: string): Promise<Round> {
  const round = await read.manager.findOneBy(Round, { id });
  if (!round) throw new Refusal('not_found', '没有找到该次调度。', { cure: '请从调度列表进入。' });
  return round;
}

async function refuseNothingToChase(read: Reader, roundId: string, units: string[]): Promise<void> {
  const packets = await read.manager.findBy(Packet, { roundId });
  const owing = new Set(packets.filter((packet) => OWED.includes(packet.state)).map((packet) => packet.unitId));
  if (units.length === 0)
    throw new Refusal('nobody_to_chase', '没有选择要催报的单位。', { place: '单位', cure: '请勾选尚未报送的单位。' });
  if (units.every((id) => owing.has(id))) return;
  throw new Refusal('already_reported', '所选单位中有的已经报送或不在本次调度中，没有记录催报。', {
    place: '单位',
    cure: '请刷新页面后重新勾选。',
  });
}

function refuseChannel(channel: string): void {
  if (channel in CHANNELS) return;
  throw new Refusal('invalid_input', '请选择催报方式。', {
    place: 'channel',
    facts: { fields: [{ field: 'channel', message: '请选择催报方式' }] },
  });
}

async function refuseReported(read: Reader, roundId: string, units: string[] | null): Promise<void> {
  const packets = await read.manager.findBy(Packet, { roundId });
  const reported = packets.filter(
    (packet) => packet.submittedOn !== null && (units === null || units.includes(packet.unitId)),
  );
  if (reported.length === 0) return;
  throw new Refusal('round_has_reports', `已有 ${reported.length} 个单位报送，不能取消。`, {
    place: '调度',
    cure: '已收到的材料应保留；可以结束本次调度，或把未报单位登记为免报。',
  });
}
