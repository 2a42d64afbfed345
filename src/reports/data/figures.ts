import type { Reader } from '../../persistence/tx.js';
import { Figure, FigureCorrection } from '../../rounds/rounds.entities.js';
import type { CorrectionRecord, FigureRecord, PacketRecord } from './report-data.js';

/**
 * The figures of the packets that had come in, each with the value it had at the end of the day; also those whose 截至日 is
 * still ahead (a year-end figure sent before the year's end).
 */
export async function readFigures(
  read: Reader,
  planId: string,
  packets: PacketRecord[],
  day: string,
): Promise<FigureRecord[]> {
  const arrived = new Set(packets.filter((packet) => packet.receivedOn !== null).map((packet) => packet.id));
  const figures = await read.manager.find(Figure, { where: { planId }, order: { asOf: 'ASC', id: 'ASC' } });
  const corrections = await readCorrections(read, planId);
  return figures
    .filter((figure) => arrived.has(figure.packetId))
    .map((figure) => figureAt(figure, corrections.get(figure.id) ?? [], day));
}

async function readCorrections(read: Reader, planId: string): Promise<Map<string, CorrectionRecord[]>> {
  const own = new Set((await read.manager.findBy(Figure, { planId })).map((figure) => figure.id));
  const all = await read.manager.find(FigureCorrection, { order: { position: 'ASC' } });
  const byFigure = new Map<string, CorrectionRecord[]>();
  for (const one of all.filter((correction) => own.has(correction.figureId))) {
    const { figureId, oldValue, newValue, reason, correctedBy, agreedBy, correctedOn } = one;
    const record = { figureId, old: oldValue, new: newValue, reason, by: correctedBy, agreedBy, on: correctedOn };
    byFigure.set(figureId, [...(byFigure.get(figureId) ?? []), record]);
  }
  return byFigure;
}

/** A correction made after the day had not happened yet: the value before the first such one holds. */
function figureAt(figure: Figure, corrections: CorrectionRecord[], day: string): FigureRecord {
  const { id, packetId, indicatorId, unitId, asOf, numerator, denominator, printed, valueStatus, remark } = figure;
  const later = corrections.find((correction) => correction.on > day);
  const made = corrections.filter((correction) => correction.on <= day);
  const value = later ? later.old : figure.value;
  return {
    id,
    packetId,
    indicatorId,
    unitId,
    asOf,
    value,
    numerator,
    denominator,
    printed,
    valueStatus,
    remark,
    corrections: made,
  };
}
