import { Decimal } from 'decimal.js';

const SCALES: Record<string, number> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  个亿: 100_000_000,
  万亿: 1_000_000_000_000,
};

/** A printed figure and its scale word as a number in the base unit: 1.26 and 万 are 12600; exact in decimal. */
export function scaled(printed: string, scale: string | undefined): number {
  const digits = printed.replace(/[，,]/g, '');
  if (scale === undefined) return Number(digits);
  return new Decimal(digits).times(SCALES[scale] ?? 1).toNumber();
}
