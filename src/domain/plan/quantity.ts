/** How many places each scale word moves the point. */
const PLACES = new Map(Object.entries({ 十: 1, 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 个亿: 8, 万亿: 12 }));

/**
 * A printed figure and its scale word as a number in the base unit: 1.26 and 万 are 12600. The scale is read with the figure
 * as its exponent, so that the number is the nearest to what is printed, as a product would not always be.
 */
export function scaled(printed: string, scale: string | undefined): number {
  const digits = printed.replace(/[，,]/g, '');
  return Number(scale === undefined ? digits : `${digits}e${PLACES.get(scale) ?? 0}`);
}
