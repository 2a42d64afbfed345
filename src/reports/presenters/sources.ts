import { formatFigure } from '../../domain/figures/format.js';
import type { FigureRecord, PacketRecord, ReportData, UnitRecord } from '../data/report-data.js';
import type { Figure, SourceRow } from '../views.js';

type Unnumbered = Omit<SourceRow, 'no'>;

/** A figure that knows its source but has no number yet: it gets one where the paper first prints it. */
export interface Citable {
  text: string;
  href: string | null;
  mark: string | null;
  /** What makes the source one and the same, wherever it is cited. */
  key: string;
  /** Made when first cited; may itself cite what it rests on. */
  source(book: SourceBook): Unnumbered;
}

/** The list of sources of one paper: each is numbered once, in the order in which the paper first cites it. */
export class SourceBook {
  private readonly numbers = new Map<string, number>();
  private readonly entries = new Map<number, Unnumbered>();

  /** The figure as it is printed here, with its number. */
  place(citable: Citable): Figure {
    const { text, href, mark } = citable;
    return { text, href, mark, source: this.cite(citable) };
  }

  /** The number of a source, without printing its figure. */
  cite(citable: Citable): number {
    const known = this.numbers.get(citable.key);
    if (known !== undefined) return known;
    const no = this.numbers.size + 1;
    this.numbers.set(citable.key, no);
    this.entries.set(no, citable.source(this));
    return no;
  }

  rows(): SourceRow[] {
    return [...this.entries].sort(([a], [b]) => a - b).map(([no, entry]) => ({ no, ...entry }));
  }
}

/** Where a submission opens, at one figure or at one task's row. */
export function packetAddress(packetId: string, anchor?: string): string {
  return anchor ? `/packets/${packetId}#${anchor}` : `/packets/${packetId}`;
}

/** The source of a unit's own figure. */
export function figureSource(data: ReportData, figure: FigureRecord): Unnumbered {
  const packet = data.packets.find((one) => one.id === figure.packetId);
  const unit = data.units.get(figure.unitId);
  const corrected = correctionNote(data, figure);
  const remarks = [recordNumber(packet), figure.remark, corrected, selfReviewNote(packet)].filter(Boolean);
  return {
    ...packetSource(packet, unit, data.day),
    href: packetAddress(figure.packetId, `f-${figure.indicatorId}`),
    remark: remarks.join('；') || null,
  };
}

/** The source of a sentence that a unit wrote. */
export function textSource(data: ReportData, packetId: string, unitId: string): Unnumbered {
  const packet = data.packets.find((one) => one.id === packetId);
  const remarks = ['文字材料', recordNumber(packet), selfReviewNote(packet)].filter(Boolean);
  return {
    ...packetSource(packet, data.units.get(unitId), data.day),
    href: packetAddress(packetId),
    remark: remarks.join('；'),
  };
}

function packetSource(
  packet: PacketRecord | undefined,
  unit: UnitRecord | undefined,
  day: string,
): Omit<Unnumbered, 'href' | 'remark'> {
  return {
    unit: unit?.fullName ?? '',
    recorder: packet?.recorder ?? '',
    date: packet?.receivedOn ?? day,
    channel: packet?.onBehalf ? (packet.channel ?? '代填') : '系统填报',
    evidence: evidenceOf(packet),
  };
}

/** Names of the papers; an entry on behalf without one is 待补证, a unit's own entry stands for itself. */
export function evidenceOf(packet: PacketRecord | undefined): string {
  if (packet && packet.papers.length > 0) return packet.papers.join('、');
  return packet?.onBehalf ? '待补证' : '系统报送件';
}

/** 引用数已更正 of a figure, null when it never was. */
export function correctionNote(data: ReportData, figure: FigureRecord): string | null {
  const first = figure.corrections[0];
  if (!first) return null;
  const unit = data.indicators.find((indicator) => indicator.id === figure.indicatorId)?.unit ?? null;
  const agreed = figure.corrections.at(-1)?.agreedBy;
  const words = `引用数已更正：原报${formatFigure(first.old, unit)}，现报${formatFigure(figure.value, unit)}`;
  return agreed ? `${words}（${agreed}同意）` : words;
}

function recordNumber(packet: PacketRecord | undefined): string | null {
  return packet?.position == null ? null : `登记号${packet.position}`;
}

function selfReviewNote(packet: PacketRecord | undefined): string | null {
  return packet?.selfReviewed ? '代填代审' : null;
}
