import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PacketDrafts } from '../../src/rounds/packet-drafts.js';
import { PacketsService } from '../../src/rounds/packets.service.js';
import { RoundBoards } from '../../src/rounds/round-boards.js';
import { Packet } from '../../src/rounds/rounds.entities.js';
import { RoundsService, type RoundInput } from '../../src/rounds/rounds.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { CYCLE, issueSmallPlan, liaison, PLAN } from '../support/small-plan.js';

const ROUND: RoundInput = {
  ...{ kind: '季', asOf: '2023-06-30', due: '2023-06-30', basis: null, parts: ['text'] },
  ...{ indicatorIds: 'all', units: 'all' },
};

describe('a round that stands open while a measure is withdrawn', () => {
  let ground: TestGround;
  let round: string;

  const states = async () => {
    const packets = await ground.database.reader.manager.findBy(Packet, { roundId: round });
    return Object.fromEntries(packets.map(({ unitId, state }) => [unitId, state]));
  };

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    await issueSmallPlan(ground);
    round = await new RoundsService(ground.engine, ground.ids).open(PLAN, ROUND, COORDINATOR);
    const { id } = (await ground.database.reader.manager.findOneBy(Packet, { roundId: round, unitId: 'fin' }))!;
    const packets = new PacketsService(ground.engine, new PacketDrafts(ground.database, ground.clock));
    await packets.reportNil(id, '暂无进展', null, { actor: liaison('fin') });
    const reason = { reason: '按劳函〔2023〕9号修订' };
    await ground.engine.send(`${CYCLE}:m001`, 'withdraw', reason, { actor: COORDINATOR });
  });
  afterAll(() => ground.close());

  it('lets the unit go that has nothing left to report on; those with other work, and the places below, are still asked', async () => {
    expect(await states()).toEqual({ hr: 'cancelled', edu: 'awaited', fin: 'submitted', xiaodian: 'awaited' });
  });

  it('does not chase it any more, and what a unit had sent stays', async () => {
    const words = await new RoundBoards(ground.database, ground.engine).notReported(round, COORDINATOR);
    expect(words).toContain('教育局');
    expect(words).not.toContain('人力资源');
    expect((await ground.verify()).faults).toEqual([]);
  });
});
