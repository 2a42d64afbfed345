import { addDays, daysBetween, earlierOf } from '../domain/calendar/day.js';
import type { Database } from '../persistence/database.js';
import type { Cycle, Plan } from '../plans/plans.entities.js';
import { groundOf } from '../rounds/packet-ground.js';
import type { PacketsService } from '../rounds/packets.service.js';
import type { RoundBoards } from '../rounds/round-boards.js';
import type { RoundProposal } from '../rounds/round-proposals.js';
import { Packet } from '../rounds/rounds.entities.js';
import type { RoundsService } from '../rounds/rounds.service.js';
import type { Draws } from './draws.js';
import type { Cast } from './simulation.service.js';
import { contentsFor } from './unit-behaviour.js';

const OPENS_BEFORE_DAYS = 12;
const LATE_DAYS = 6;
const CHANNELS = ['纸质', 'QQ', '电话', '传真', '公文系统'];

interface Running {
  plan: Plan;
  cycle: Cycle;
  cast: Cast;
  draws: Draws;
}

/** The rounds of one year: opened, reported to by each unit after its habit, chased, asked again, accepted, closed. */
export class RoundCourse {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundsService,
    private readonly boards: RoundBoards,
    private readonly packets: PacketsService,
    private readonly forward: (day: string) => Promise<void>,
  ) {}

  async run(plan: Plan, cycle: Cycle, cast: Cast, draws: Draws): Promise<void> {
    for (const proposal of await this.boards.proposals(plan.id)) {
      if (proposal.asOf.startsWith(String(cycle.year))) await this.round({ plan, cycle, cast, draws }, proposal);
    }
  }

  private async round(running: Running, proposal: RoundProposal): Promise<void> {
    const { plan, cycle, cast, draws } = running;
    const { kind, title, asOf, due, basis, units } = proposal;
    await this.forward(addDays(due, -OPENS_BEFORE_DAYS));
    const request = {
      kind,
      title,
      asOf,
      due,
      basis,
      units,
      parts: ['text' as const, 'table' as const],
      indicatorIds: 'all' as const,
    };
    const roundId = await this.rounds.open(plan.id, { ...request, cycleId: cycle.id }, cast.coordinator);
    const share = Math.min(1, (daysBetween(`${cycle.year}-01-01`, asOf) + 1) / 365);
    await this.forward(addDays(due, -2));
    await this.report(running, roundId, 'prompt', share);
    await this.forward(earlierOf(addDays(due, 1), `${cycle.year}-12-31`));
    await this.chase(running, roundId);
    await this.forward(addDays(due, LATE_DAYS));
    await this.report(running, roundId, 'late', share);
    await this.report(running, roundId, 'silent', share);
    await this.accept(running, roundId, share, draws);
    await this.rounds.close(roundId, '', cast.coordinator);
  }

  private async chase({ cast }: Running, roundId: string): Promise<void> {
    const owing = (await this.packetsOf(roundId)).filter((packet) => ['awaited', 'drafted'].includes(packet.state));
    if (owing.length > 0)
      await this.rounds.chase(
        roundId,
        owing.map((packet) => packet.unitId),
        '电话',
        null,
        cast.coordinator,
      );
  }

  private async report(running: Running, roundId: string, habit: string, share: number): Promise<void> {
    const { cast, draws } = running;
    const packets = (await this.packetsOf(roundId)).filter(
      (packet) => packet.state === 'awaited' && cast.habits.get(packet.unitId) === habit,
    );
    for (const packet of packets) {
      if (habit === 'silent') await this.onBehalf(running, packet, share);
      else await this.byItself(packet, cast, draws, share);
    }
  }

  private async byItself(packet: Packet, cast: Cast, draws: Draws, share: number): Promise<void> {
    const press = { actor: cast.person(packet.unitId) };
    if (draws.chance(0.04)) return void (await this.packets.reportNil(packet.id, '本期无新的进展', null, press));
    await this.packets.submit(packet.id, contentsFor(await this.ground(packet), share, draws), [], press);
  }

  /** A silent unit's paper, received within the due day more often than not, entered by the office. */
  private async onBehalf({ cast, draws }: Running, packet: Packet, share: number): Promise<void> {
    const receivedOn = addDays(packet.due, draws.chance(0.6) ? -1 : 2);
    const receipt = { channel: draws.pick(CHANNELS), receivedOn, signer: '分管负责人', post: '副局长', proof: null };
    const contents = contentsFor(await this.ground(packet), share, draws);
    await this.packets.record(packet.id, contents, [], receipt, { actor: cast.coordinator });
  }

  private async accept({ cast }: Running, roundId: string, share: number, draws: Draws): Promise<void> {
    for (const packet of await this.packetsOf(roundId)) {
      if (packet.state !== 'submitted') continue;
      const press = { actor: cast.coordinator };
      if (packet.onBehalf) {
        await this.packets.acceptOwnEntry(packet.id, '与纸质件一致', press);
        continue;
      }
      if (draws.chance(0.08)) await this.askAgain(packet, cast, draws, share);
      await this.packets.accept(packet.id, '同意接收', press);
    }
  }

  private async askAgain(packet: Packet, cast: Cast, draws: Draws, share: number): Promise<void> {
    await this.packets.askMore(packet.id, { rows: [], reason: '请补充具体数据' }, { actor: cast.coordinator });
    const contents = contentsFor(await this.ground(packet), share, draws);
    await this.packets.submit(packet.id, contents, [], { actor: cast.person(packet.unitId) });
  }

  private ground(packet: Packet) {
    return groundOf(this.database.reader, packet);
  }

  private packetsOf(roundId: string): Promise<Packet[]> {
    return this.database.reader.manager.find(Packet, { where: { roundId }, order: { id: 'ASC' } });
  }
}
