import { Decimal } from 'decimal.js';
import { isShare } from './unit.js';

/** exact: all digits; auto: 万 or 亿 where that loses nothing beyond two decimals (1.26万人次, but 12345人). */
export type FigureStyle = 'exact' | 'auto';

/**
 * Prints a base-unit figure for a document: Arabic digits, a leading zero before the point, no rounding that the figure
 * does not bear (GB/T 15835-2011). A null value prints as 待公布.
 */
export function formatFigure(value: string | null, unit: string | null, style: FigureStyle = 'auto'): string {
  if (value === null) return '待公布';
  const { digits, scale } = scaled(new Decimal(value), unit, style);
  return `${digits}${scale}${suffix(unit)}`;
}

/** A range: 万, 亿 and % stand at both ends (13万元～17万元, 15%～30%), other units once (GB/T 15835-2011, 5.1.4). */
export function formatRange(from: string, to: string, unit: string | null, style: FigureStyle = 'auto'): string {
  const low = scaled(new Decimal(from), unit, style);
  const repeats = low.scale !== '' || isShare(unit) || scaled(new Decimal(to), unit, style).scale !== '';
  const start = repeats ? formatFigure(from, unit, style) : low.digits;
  return `${start}～${formatFigure(to, unit, style)}`;
}

/** Rounds half up to the given decimals, for percentages and averages that are computed. */
export function rounded(value: Decimal.Value, decimals: number): string {
  return new Decimal(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed();
}

function scaled(value: Decimal, unit: string | null, style: FigureStyle): { digits: string; scale: '' | '万' | '亿' } {
  if (style === 'auto' && !isShare(unit)) {
    for (const [scale, factor] of [
      ['亿', 1e8],
      ['万', 1e4],
    ] as const) {
      const part = value.div(factor);
      if (part.abs().gte(1) && part.decimalPlaces() <= 2) return { digits: part.toFixed(), scale };
    }
  }
  return { digits: value.toFixed(), scale: '' };
}

function suffix(unit: string | null): string {
  return unit === '百分点' ? '个百分点' : (unit ?? '');
}
