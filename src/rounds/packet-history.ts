import type { Reader } from '../persistence/tx.js';
import type { Figure, Packet, PacketRow, Round } from './rounds.entities.js';

/** A unit's latest words and figures from rounds before this one. */
export interface LastReports {
  /** By assignment id. */
  rows: Map<string, PacketRow & { asOf: string }>;
  /** By indicator id. */
  figures: Map<string, Figure>;
}

/** What the unit reported last before this round, from reports that stand. */
export async function lastReports(read: Reader, packet: Packet, round: Round): Promise<LastReports> {
  const earlier = `JOIN packet p ON p.id = x.packet_id JOIN round r ON r.id = p.round_id
    WHERE p.unit_id = ? AND p.plan_id = ? AND p.id <> ? AND p.submitted_on IS NOT NULL AND p.state <> 'cancelled'
      AND r.as_of <= ? ORDER BY r.as_of, r.id`;
  const params = [packet.unitId, packet.planId, packet.id, round.asOf];
  const rows = await read.all<PacketRow & { asOf: string }>(`SELECT x.*, r.as_of FROM packet_row x ${earlier}`, params);
  const figures = await read.all<Figure>(`SELECT x.* FROM figure x ${earlier}`, params);
  return {
    rows: new Map(rows.map((row) => [row.assignmentId, row])),
    figures: new Map(figures.map((figure) => [figure.indicatorId, figure])),
  };
}
