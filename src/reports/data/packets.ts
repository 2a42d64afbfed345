import type { Reader } from '../../persistence/tx.js';
import { Packet, Round } from '../../rounds/rounds.entities.js';
import type { PacketRecord, RoundRecord, UnitRecord } from './report-data.js';

/** Rounds of a year's cycle that were open by the day, oldest first; a cancelled one never counts. */
export async function readRounds(read: Reader, cycleId: string, day: string): Promise<RoundRecord[]> {
  const rounds = await read.manager.find(Round, {
    where: { cycleId },
    order: { asOf: 'ASC', openedOn: 'ASC', id: 'ASC' },
  });
  return rounds
    .filter((round) => round.openedOn <= day && !round.state.startsWith('cancelled'))
    .map(({ id, kind, title, asOf, due, openedOn }) => ({ id, kind, title, asOf, due, openedOn }));
}

interface Entry {
  position: number;
  actorName: string;
  body: string;
}

/** The packets of these rounds; what was received after the day is still owed. */
export async function readPackets(
  read: Reader,
  rounds: RoundRecord[],
  units: Map<string, UnitRecord>,
  day: string,
): Promise<PacketRecord[]> {
  const packets: PacketRecord[] = [];
  for (const round of rounds) {
    const own = await read.manager.find(Packet, { where: { roundId: round.id }, order: { unitId: 'ASC' } });
    const entries = await entriesOf(read, round.id);
    const names = await proofNames(read, round.id);
    const kept = own.filter((packet) => !packet.state.startsWith('cancelled'));
    packets.push(...kept.map((packet) => packetAt(packet, { entries, names, units, day })));
  }
  return packets;
}

async function entriesOf(read: Reader, roundId: string): Promise<Map<number, Entry>> {
  const rows = await read.all<Entry>(
    'SELECT e.position, e.actor_name, e.body FROM packet k JOIN event e ON e.position = k.source_position WHERE k.round_id = ?',
    [roundId],
  );
  return new Map(rows.map((row) => [row.position, row]));
}

async function proofNames(read: Reader, roundId: string): Promise<Map<string, string>> {
  const rows = await read.all<{ sha256: string; name: string }>(
    'SELECT f.sha256, f.name FROM packet k JOIN stored_file f ON f.sha256 = k.proof WHERE k.round_id = ?',
    [roundId],
  );
  return new Map(rows.map((row) => [row.sha256, row.name]));
}

interface Surroundings {
  entries: Map<number, Entry>;
  names: Map<string, string>;
  units: Map<string, UnitRecord>;
  day: string;
}

const UNREPORTED = {
  ...{
    state: 'awaited',
    receivedOn: null,
    late: false,
    nil: false,
    onBehalf: false,
    channel: null,
    signer: null,
    post: null,
  },
  ...{
    hasProof: false,
    papers: [],
    selfReviewed: false,
    acceptedBy: null,
    summary: null,
    typicalCase: null,
    recorder: '',
    position: null,
  },
};

function packetAt(packet: Packet, around: Surroundings): PacketRecord {
  const { id, roundId, unitId, exemptReason } = packet;
  const state = packet.state.split(/[.+]/)[0] ?? packet.state;
  const head = { id, roundId, unitId, exemptReason };
  const receivedOn = packet.submittedOn === null ? null : (packet.receivedOn ?? packet.submittedOn);
  if (receivedOn === null || receivedOn > around.day)
    return { ...UNREPORTED, ...head, state: state === 'exempt' ? state : 'awaited' };
  const { late, nil, onBehalf, channel, signer, post, selfReviewed, summary, typicalCase } = packet;
  const acceptedBy = packet.acceptedOn !== null && packet.acceptedOn <= around.day ? packet.acceptedBy : null;
  return {
    ...{
      ...head,
      state,
      receivedOn,
      late,
      nil,
      onBehalf,
      channel,
      signer,
      post,
      selfReviewed,
      summary,
      typicalCase,
      acceptedBy,
    },
    hasProof: packet.proof !== null,
    papers: papersOf(packet, around.names),
    recorder: recorderOf(packet, around),
    position: packet.sourcePosition,
  };
}

function papersOf({ proof, files }: Packet, names: Map<string, string>): string[] {
  const proofName = proof === null ? [] : [names.get(proof) ?? '凭证'];
  return [...new Set([...proofName, ...(files ?? []).map((file) => file.name)])];
}

/** The person behind the entry and the unit he acted for, from the record itself. */
function recorderOf({ sourcePosition, submittedBy }: Packet, { entries, units }: Surroundings): string {
  const entry = sourcePosition === null ? undefined : entries.get(sourcePosition);
  if (!entry) return submittedBy ?? '';
  const { unit } = JSON.parse(entry.body) as { unit: string | null };
  const unitName = unit === null ? undefined : units.get(unit)?.name;
  return unitName && !entry.actorName.includes('（') ? `${entry.actorName}（${unitName}）` : entry.actorName;
}
