import type { PacketRecord, ReportData, RoundRecord } from '../data/report-data.js';
import { placesNoun } from './places.js';

/** The round that a report rests on: the latest year-end round, else the latest of all. */
export function reportingRound(data: ReportData): RoundRecord | null {
  return data.rounds.filter((round) => round.kind === '年终').at(-1) ?? data.rounds.at(-1) ?? null;
}

/** Packets of the round, split into who sent, who still owes, who was let off. */
export function roundBalance(
  data: ReportData,
  round: RoundRecord,
): { sent: PacketRecord[]; owing: PacketRecord[]; exempt: PacketRecord[] } {
  const own = data.packets.filter((packet) => packet.roundId === round.id);
  const exempt = own.filter((packet) => packet.state === 'exempt');
  const sent = own.filter((packet) => packet.receivedOn !== null);
  return { sent, exempt, owing: own.filter((packet) => !sent.includes(packet) && !exempt.includes(packet)) };
}

/** 报送情况: who had to report, who did, who did not, who came late. */
export function coverageStatement(data: ReportData): string {
  const round = reportingRound(data);
  if (!round) return '本年度尚未组织集中报送。';
  const groups = [
    { noun: '成员单位', test: (id: string) => !data.plan.counties.includes(id) },
    { noun: placesNoun(data), test: (id: string) => data.plan.counties.includes(id) },
  ];
  const said = groups.map(({ noun, test }) => groupStatement(data, round, noun, test)).filter(Boolean);
  return `${round.title.replace(/报送$/, '')}报送情况：${said.join('；')}。`;
}

function groupStatement(data: ReportData, round: RoundRecord, noun: string, test: (id: string) => boolean): string {
  const { sent, owing, exempt } = roundBalance(data, round);
  const [came, missing, off] = [sent, owing, exempt].map((packets) => packets.filter((packet) => test(packet.unitId)));
  const due = came!.length + missing!.length;
  if (due + off!.length === 0) return '';
  const late = came!.filter((packet) => packet.late).length;
  const parts = [
    `应报${noun}${due}家，已报${came!.length}家`,
    ...(late > 0 ? [`其中逾期${late}家`] : []),
    ...(missing!.length > 0 ? [`未报${missing!.length}家（${names(data, missing!)}）`] : []),
    ...(off!.length > 0 ? [`免报${off!.length}家（${names(data, off!)}）`] : []),
  ];
  return parts.join('，');
}

function names(data: ReportData, packets: PacketRecord[]): string {
  return packets
    .map((packet) => data.units.get(packet.unitId)?.name ?? '')
    .sort()
    .join('、');
}
