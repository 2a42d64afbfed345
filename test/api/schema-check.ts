import type { Schema } from '../../src/api/schema.js';

type Schemas = Record<string, Schema>;

/** Every place where a value is not as a schema says; empty when it fits. */
export function misfits(value: unknown, schema: Schema, schemas: Schemas, at = '$'): string[] {
  if (schema.$ref) return misfits(value, schemas[schema.$ref.split('/').at(-1) ?? ''], schemas, at);
  if (schema.anyOf)
    return schema.anyOf.some((one) => misfits(value, one, schemas, at).length === 0)
      ? []
      : [`${at}: none of its kinds`];
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.includes(typeOf(value)))
    return [`${at}: ${typeOf(value)} instead of ${types.join('|')}`];
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value))
    return [`${at}: “${value}”`];
  if (Array.isArray(value)) return value.flatMap((one, i) => misfits(one, schema.items ?? {}, schemas, `${at}[${i}]`));
  return typeof value === 'object' && value !== null ? fieldMisfits(value, schema, schemas, at) : [];
}

function fieldMisfits(value: object, schema: Schema, schemas: Schemas, at: string): string[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`);
  return Object.entries(value).reduce((found, [name, inner]) => {
    const known = properties[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    if (known) return [...found, ...misfits(inner, known, schemas, `${at}.${name}`)];
    return additionalProperties === false ? [...found, `${at}.${name}: not described`] : found;
  }, missing);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
