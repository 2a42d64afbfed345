import { Decimal } from 'decimal.js';
import { Refusal } from '../../shared/errors.js';
import { baseUnit, isShare, isWhole, sameUnit } from './unit.js';

/** A figure in its base unit, with what was written. */
export interface ParsedFigure {
  /** Decimal string in the base unit: “1.26万人次” is '12600'. */
  value: string;
  /** Base unit (人次, 元, %), null for a bare number. */
  unit: string | null;
  printed: string;
}

/** What a unit wrote into a figure's field: forms that reject “无” are hated, so it counts as zero. */
export type FigureEntry =
  | ({ kind: 'figure' | 'zero' } & ParsedFigure)
  | { kind: 'pending' | 'blank'; value: null; unit: string | null; printed: string };

const FIGURE = /^(?:约|近|共|超|达)?([+-]?\d+(?:\.\d+)?)\s*([\p{L}\p{So}%‰][^\d]*(?<=m)[23]?|[\p{L}\p{So}%‰][^\d]*)?$/u;
const ZERO = /^(无|没有|零|零报告|未发生|暂无)$/;
const PENDING = /^(待公布|待定|待统计|待核|尚未公布|未公布)$/;
const BLANK = /^[-—–－/／\s]*$/;

/**
 * Reads a printed figure: full-width digits, thousands commas, 万/亿, %, 百分点. Refuses with `figure_unreadable` what
 * is no figure, and with `figure_not_whole` half persons.
 */
export function parseFigure(text: string): ParsedFigure {
  const printed = text.trim();
  const match = FIGURE.exec(halfWidth(printed));
  if (!match) return refuseUnreadable(printed);
  const { unit, scale } = baseUnit(match[2] ?? null);
  const value = new Decimal(match[1]).times(scale);
  if (isWhole(unit) && !value.isInteger()) refuseFraction(printed, unit ?? '');
  return { value: value.toFixed(), unit, printed };
}

/**
 * Reads what a unit entered for an indicator whose unit of measure is known (万元, 人次, %): a bare number counts in that
 * unit, “无” is zero, “待公布” is pending. Refuses another unit with `figure_unit_mismatch` and a negative count with
 * `figure_negative`; the value is in the base unit.
 */
export function parseEntry(text: string, indicatorUnit: string | null): FigureEntry {
  const printed = text.trim();
  const { unit } = baseUnit(indicatorUnit);
  if (BLANK.test(printed)) return { kind: 'blank', value: null, unit, printed };
  if (PENDING.test(printed)) return { kind: 'pending', value: null, unit, printed };
  if (ZERO.test(printed)) return { kind: 'zero', value: '0', unit, printed };
  const parsed = entered(printed, indicatorUnit);
  if (!isShare(unit) && unit !== '元' && parsed.value.startsWith('-')) refuseNegative(printed);
  return { kind: 'figure', value: parsed.value, unit, printed };
}

function entered(printed: string, indicatorUnit: string | null): ParsedFigure {
  const parsed = parseFigure(printed);
  const wanted = baseUnit(indicatorUnit);
  if (wanted.unit === null) return parsed;
  if (parsed.unit !== null && !sameUnit(parsed.unit, wanted.unit))
    refuseUnit(printed, parsed.unit, indicatorUnit ?? '');
  const bare = parsed.unit === null && /[\d.]$/.test(halfWidth(printed));
  return parseFigure(bare ? `${halfWidth(printed)}${indicatorUnit ?? ''}` : printed);
}

function halfWidth(text: string): string {
  return text
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．]/g, '.')
    .replace(/％/g, '%')
    .replace(/[＋]/g, '+')
    .replace(/^[－−–]/, '-')
    .replace(/(\d)[,，\s](?=\d{3}(?!\d))/g, '$1');
}

function refuseUnreadable(printed: string): never {
  throw new Refusal(
    'figure_unreadable',
    `“${printed}”不是可以识别的数字，请填写如“12600”“1.26万人次”“80%”；没有的请填“无”。`,
    {
      cure: '填写阿拉伯数字，可带万、亿或%',
    },
  );
}

function refuseFraction(printed: string, unit: string): never {
  throw new Refusal('figure_not_whole', `“${printed}”折算后不是整数，“${unit}”应为整数，请核对小数点或“万”“亿”。`, {
    cure: '核对小数点和数量级',
  });
}

function refuseUnit(printed: string, found: string, wanted: string): never {
  throw new Refusal(
    'figure_unit_mismatch',
    `“${printed}”的计量单位是“${found}”，本指标的计量单位是“${wanted}”，两者不能混用，请按“${wanted}”重新填写。`,
    { cure: `按“${wanted}”填写` },
  );
}

function refuseNegative(printed: string): never {
  throw new Refusal('figure_negative', `“${printed}”为负数，数量类指标不能小于0，请核对。`, { cure: '填写0或正数' });
}
