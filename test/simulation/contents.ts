import type { Reader } from '../../src/persistence/tx.js';
import type { Indicator } from '../../src/plans/plans.entities.js';
import { checkContents, type CheckedContents } from '../../src/rounds/packet-contents.js';
import type { Duty, PacketGround } from '../../src/rounds/packet-ground.js';
import type { Draws } from '../../src/simulation/draws.js';
import { contentsFor } from '../../src/simulation/unit-behaviour.js';
import type { YearRound } from './year-round.js';

type DutyRow = Omit<Duty, 'isLead' | 'followsLead'> & { isLead: number; followsLead: number };
type IndicatorRow = Omit<Indicator, 'reporters'> & { reporters: string };

const DUTIES = `SELECT a.id AS assignment_id, a.measure_id, m.no, m.title, m.content, a.role, a.is_lead, a.follows_lead,
    m.track, a.due, a.ack_kind
  FROM assignment a JOIN measure m ON m.id = a.measure_id
  WHERE a.plan_id = ? AND a.unit_id = ? AND a.state LIKE 'duty%' ORDER BY m.position, a.id`;

/** What a unit writes into its packet on this day, checked by the form's rules. */
export async function submission(
  read: Reader,
  packetId: string,
  round: YearRound,
  draws: Draws,
): Promise<CheckedContents> {
  const packet = (await read.get<{ planId: string; unitId: string }>(
    'SELECT plan_id, unit_id FROM packet WHERE id = ?',
    [packetId],
  ))!;
  const rows = await read.all<DutyRow>(DUTIES, [packet.planId, packet.unitId]);
  const duties = rows.map((row) => ({ ...row, isLead: row.isLead === 1, followsLead: row.followsLead === 1 }));
  const indicators = (await indicatorsOf(read, packet.planId)).filter((one) => one.reporters.includes(packet.unitId));
  const written = contentsFor({ round, duties, indicators } as unknown as PacketGround, round.share, draws);
  return checkContents(written, { duties, indicators, files: 0 });
}

async function indicatorsOf(read: Reader, planId: string): Promise<Indicator[]> {
  const rows = await read.all<IndicatorRow>('SELECT * FROM indicator WHERE plan_id = ? ORDER BY position', [planId]);
  return rows.map((row) => ({ ...row, reporters: JSON.parse(row.reporters) as string[] }));
}
