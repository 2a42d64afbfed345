import { printDay } from '../../domain/calendar/day.js';
import type { PacketRecord, ReportData } from '../data/report-data.js';
import type { Annex } from '../views.js';
import { reportingRound } from './coverage.js';
import { placeName, placesNoun } from './places.js';

/** The annexes that go up with the report: what each place below reported as a whole, and the typical cases. */
export function sentAnnexes(data: ReportData): Annex[] {
  const round = reportingRound(data);
  const sent = data.packets.filter((packet) => packet.roundId === round?.id && packet.receivedOn !== null);
  return [...countyAnnex(data, sent), ...caseAnnex(data, sent)];
}

function countyAnnex(data: ReportData, sent: PacketRecord[]): Annex[] {
  const counties = data.plan.counties.map((id) => ({ id, packet: sent.find((packet) => packet.unitId === id) }));
  if (counties.length === 0 || !sent.some((packet) => data.plan.counties.includes(packet.unitId))) return [];
  const rows = counties.map(({ id, packet }, index) => [
    [`${index + 1}`],
    [placeName(data.units.get(id)?.name ?? '')],
    [packet?.receivedOn ? printDay(packet.receivedOn) : '未报'],
    [packet ? (packet.nil ? `零报告。${packet.summary ?? ''}` : (packet.summary ?? '')) : ''],
  ]);
  const noun = placesNoun(data);
  const columns = [
    { label: '序号', width: 6, centre: true },
    { label: noun, width: 24 },
    { label: '报送日期', width: 18, centre: true },
    { label: '落实情况', width: 70 },
  ];
  return [
    { title: `${noun === '市' ? '各市' : noun}落实情况表`, paragraphs: [], table: { columns, rows }, landscape: true },
  ];
}

function caseAnnex(data: ReportData, sent: PacketRecord[]): Annex[] {
  const cases = sent.filter((packet) => packet.typicalCase?.trim());
  if (cases.length === 0) return [];
  const paragraphs = cases.map((packet, index) => [
    `${index + 1}. ${data.units.get(packet.unitId)?.name ?? ''}：${packet.typicalCase!.trim()}`,
  ]);
  return [{ title: '典型案例', paragraphs, table: null, landscape: false }];
}
