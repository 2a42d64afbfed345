/**
 * RFC 8785 canonical JSON of a plain value (objects, lists, strings, finite numbers, booleans, null): members in the
 * order of their UTF-16 code units, no white space, strings and numbers as ECMAScript writes them. Undefined members are
 * dropped as JSON drops them. Throws on what JSON cannot hold.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one === undefined ? null : one)).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value as Record<string, unknown>);
  throw new TypeError(`${typeof value} has no canonical form`);
}

/** A string as JSON text; ECMAScript escapes a lone surrogate, so that the text always has a UTF-8 form. */
export const canonicalString = (text: string): string => JSON.stringify(text);

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`);
  return JSON.stringify(value);
}

function canonicalObject(value: Record<string, unknown>): string {
  const json = value as { toJSON?: () => unknown };
  if (typeof json.toJSON === 'function') return canonical(json.toJSON());
  let text = '';
  for (const key of sortedKeys(value)) {
    const member = value[key];
    if (member === undefined || typeof member === 'function') continue;
    text += `${text ? ',' : ''}${canonicalString(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

/** Most objects come with their members in order. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  for (let at = 1; at < keys.length; at++) if (keys[at - 1]! > keys[at]!) return keys.sort();
  return keys;
}
