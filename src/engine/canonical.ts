import * as library from 'canonicalize';

const serialise = (library as unknown as { default: (value: unknown) => string | undefined }).default;

/** RFC 8785 canonical JSON of a plain value; undefined members are dropped as JSON drops them. */
export function canonical(value: unknown): string {
  return serialise(JSON.parse(JSON.stringify(value))) ?? '';
}
