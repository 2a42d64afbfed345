/**
 * The named helpers templates may use, and no others: scripts/templates.mjs refuses unknown ones at build time.
 * Wording, numbering and dates belong in presenters, not here. Handlebars passes its options object last.
 */
const values = (args: unknown[]): unknown[] => args.slice(0, -1);

/** `{{#if (eq a b)}}`: the same value. */
export function eq(a: unknown, b: unknown): boolean {
  return a === b;
}

/** `{{#if (not a)}}`: false, empty text, 0, null or undefined. */
export function not(a: unknown): boolean {
  return !a;
}

/** `{{#if (and a b …)}}`: every value is there. */
export function and(...args: unknown[]): boolean {
  return values(args).every(Boolean);
}

/** `{{or a b …}}`: the first value that is there, else the last one. */
export function or(...args: unknown[]): unknown {
  return values(args).find(Boolean) ?? values(args).at(-1);
}

/** `{{> ui/field id=(concat 'row-' no)}}`: texts joined without a gap. */
export function concat(...args: unknown[]): string {
  return values(args).join('');
}

export const helpers = { eq, not, and, or, concat };
