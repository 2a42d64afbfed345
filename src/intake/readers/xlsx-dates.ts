const DAY = 86_400_000;
/** Serial 0 of the 1900 date system, its phantom 29 February 1900 allowed for; and of the 1904 system. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Built-in number formats that print a day (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 in Chinese Excel). */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** True for a number format that prints a day. */
export function printsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return DAY_FORMATS.has(id);
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /y/i.test(bare) || (/m/i.test(bare) && /d/i.test(bare)) || /[年月日]/.test(code);
}

/** A day serial as 2023年12月31日, or 2023年12月 where the format prints no day. */
export function printDay(serial: number, code: string | undefined, is1904: boolean): string {
  const date = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * DAY);
  if (Number.isNaN(date.getTime())) return String(serial);
  const day = code !== undefined && !/d/i.test(code) ? '' : `${date.getUTCDate()}日`;
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${day}`;
}
