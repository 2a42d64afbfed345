import type { DutyLine, LedgerRows } from '../ledger/ledger.service.js';
import type { MatrixLine, RoundBoard, RoundLine } from '../rounds/round-boards.js';
import type { PacketForm } from '../rounds/packet-forms.js';
import type { Figure, PacketRow, Round } from '../rounds/rounds.entities.js';
import { stateView } from './plan.views.js';

const ROWS_A_PAGE = 500;

interface Offers {
  revision: number;
  events: string[];
}

function roundHead({ id, planId, kind, title, asOf, due, state }: Round): object {
  return { id, planId, kind, title, asOf, due, ...stateView('round', state) };
}

/** A round in a list: how many of its packets came in and were accepted. */
export function roundLineView({ round, total, reported, accepted, ownPacket }: RoundLine): object {
  return { ...roundHead(round), total, reported, accepted, ownPacket };
}

/** The 报送情况矩阵. */
export function roundView({ round, today, lines, notReported }: RoundBoard, { revision, events }: Offers): object {
  const { basis, parts, indicatorIds: indicators } = round;
  const about = { ...roundHead(round), revision, events, today, basis, parts, indicators };
  return { ...about, lines: lines.map(matrixView), notReported };
}

function matrixView(line: MatrixLine): object {
  const { packet, unitId, name, isCounty, receipt, isOwed, signed, duties, texts, figures, figuresAsked } = line;
  const { id, state, due, submittedOn, receivedOn } = packet;
  return {
    ...{ packet: id, unit: unitId, name, isCounty, state, receipt, isOwed, due, submittedOn, receivedOn },
    ...{ signed, duties, texts, figures, figuresAsked, hasCase: line.hasCase, hasSealed: line.hasSealed },
    chased: line.chases.length,
  };
}

/** A packet as it stands on record: what is asked, and what was reported. */
export function packetView({ packet, unit, offers, rows, figures, record }: PacketForm): object {
  const { id, roundId, planId, due, state, submittedOn, receivedOn, late, nil, onBehalf, channel } = packet;
  const { acceptedOn, selfReviewed, summary, typicalCase, askReason, files } = packet;
  const reported = new Map(record.rows.map((row) => [row.assignmentId, row]));
  const counted = new Map(record.figures.map((figure) => [figure.indicatorId, figure]));
  return {
    ...{ id, roundId, planId, unit: { id: unit.id, name: unit.fullName }, due, ...stateView('packet', state) },
    ...{ revision: offers.revision, events: offers.events, submittedOn, receivedOn, late, nil, onBehalf, channel },
    ...{ acceptedOn, selfReviewed, summary, typicalCase, askReason },
    rows: rows.map((row) => rowView(row, reported.get(row.assignmentId))),
    figures: figures.map(({ indicator }) => figureView(indicator, counted.get(indicator.id))),
    files: files.map(({ sha256, name, kind }) => ({ sha256, name, kind })),
  };
}

function rowView(row: PacketForm['rows'][number], reported: PacketRow | undefined): object {
  const { assignmentId: assignment, measureId: measure, no, title, role, isLead, followsLead, askedAgain } = row;
  const about = { assignment, measure, no, title, role, isLead, followsLead, askedAgain };
  const { text = null, status = null, progress = null, issues = null, nextStep = null } = reported ?? {};
  return { ...about, text, status, progress, issues, nextStep };
}

function figureView(
  indicator: { id: string; name: string; unit: string | null },
  reported: Figure | undefined,
): object {
  const { printed = null, value = null, numerator = null, denominator = null } = reported ?? {};
  const { valueStatus = null, remark = null, sourcePosition: source = null } = reported ?? {};
  const { id, name, unit } = indicator;
  return { indicator: id, name, unit, printed, value, numerator, denominator, valueStatus, remark, source };
}

/** One page of the ledger. */
export function ledgerView({ lines, colours }: LedgerRows, wanted: { page: number; all: boolean }): object {
  const size = wanted.all ? Math.max(lines.length, 1) : ROWS_A_PAGE;
  const page = wanted.all ? 1 : wanted.page;
  const shown = lines.slice((page - 1) * size, page * size);
  const pages = Math.max(1, Math.ceil(lines.length / size));
  return { total: lines.length, page, pages, lights: colours, rows: shown.map(ledgerRow) };
}

function ledgerRow(line: DutyLine): object {
  const { id, planId, planTitle, year, measureId, no, title, unitId, unitFullName, light } = line;
  const { text, progress, issues, nextStep, due, reportedOn, packetId } = line;
  return {
    ...{ assignment: id, planId, planTitle, year, measure: measureId, no, title },
    ...{ unit: { id: unitId, name: unitFullName }, role: line.isLead ? 'lead' : line.role },
    ...{ light: light.colour, lightReason: light.sentence, status: line.statusWord },
    ...{ text, progress, issues, nextStep, due, reportedOn, packetId },
  };
}
