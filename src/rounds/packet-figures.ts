import { Decimal } from 'decimal.js';
import { rounded } from '../domain/figures/format.js';
import { parseEntry, parseFigure } from '../domain/figures/parse.js';
import { VALUE_STATUSES } from '../domain/figures/value-status.js';
import { Refusal } from '../shared/errors.js';
import type { FieldFault, FigureEntryRecord, FigureInput } from './packet.types.js';

export interface IndicatorWords {
  id: string;
  name: string;
  unit: string | null;
  aggregation: string;
}

/** Percentage points by which a printed share may differ from its parts: rounding. */
const TOLERANCE = '0.06';
const PENDING = '待公布';

/** One figure of a form, in its base unit; nothing for a blank one. Faults are added to the list, not thrown. */
export function readFigure(input: FigureInput, indicator: IndicatorWords, faults: FieldFault[]): FigureEntryRecord[] {
  const field = (name: string) => `figures[${indicator.id}][${name}]`;
  try {
    const parts = readParts(input, field('numerator'), indicator, faults);
    const entry = parseEntry(input.printed?.trim() || printedShare(parts), indicator.unit);
    if (entry.kind === 'blank') return [];
    if (parts && entry.value !== null) refuseUnlike(entry.value, parts, indicator);
    return [
      {
        indicatorId: indicator.id,
        printed: entry.printed,
        value: entry.value,
        ...noneOr(parts),
        ...wordsOf(input, entry.kind),
      },
    ];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push({ field: field('printed'), message: `指标“${indicator.name}”：${error.message}` });
    return [];
  }
}

/** A corrected figure in its base unit. Refusals: those of reading a figure; figure_blank. */
export function readCorrection(printed: string, indicator: IndicatorWords): { value: string; printed: string } {
  const entry = parseEntry(printed, indicator.unit);
  if (entry.value !== null) return { value: entry.value, printed: entry.printed };
  throw new Refusal('figure_blank', `指标“${indicator.name}”的更正数没有填写。`, {
    place: '更正数',
    cure: '请填写更正后的数字。',
  });
}

function wordsOf(input: FigureInput, kind: string): { valueStatus: string; remark: string | null } {
  const asked = input.valueStatus?.trim() ?? '';
  const known = (VALUE_STATUSES as readonly string[]).includes(asked) ? asked : '快报';
  return { valueStatus: kind === 'pending' ? PENDING : known, remark: input.remark?.trim() || null };
}

interface Parts {
  numerator: string;
  denominator: string;
}

function noneOr(parts: Parts | null): { numerator: string | null; denominator: string | null } {
  return parts ?? { numerator: null, denominator: null };
}

/** The parts of a ratio: both or neither, the lower one above zero. */
function readParts(input: FigureInput, field: string, indicator: IndicatorWords, faults: FieldFault[]): Parts | null {
  const [top, bottom] = [input.numerator?.trim() ?? '', input.denominator?.trim() ?? ''];
  if (indicator.aggregation !== 'ratio' || (top === '' && bottom === '')) return null;
  if (top === '' || bottom === '') {
    faults.push({ field, message: `指标“${indicator.name}”：分子、分母应同时填写，或者都不填` });
    return null;
  }
  const parts = { numerator: parseFigure(top).value, denominator: parseFigure(bottom).value };
  if (new Decimal(parts.denominator).gt(0)) return parts;
  faults.push({ field, message: `指标“${indicator.name}”：分母应大于 0` });
  return null;
}

function share({ numerator, denominator }: Parts): string {
  return rounded(new Decimal(numerator).div(denominator).times(100), 2);
}

function printedShare(parts: Parts | null): string {
  return parts ? `${share(parts)}%` : '';
}

function refuseUnlike(value: string, parts: Parts, indicator: IndicatorWords): void {
  if (indicator.unit !== '%' || new Decimal(value).minus(share(parts)).abs().lte(TOLERANCE)) return;
  throw new Refusal('figure_unlike_parts', `填写的 ${value}% 与分子÷分母得到的 ${share(parts)}% 不符，请核对。`);
}
