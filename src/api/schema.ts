/** The part of JSON Schema with which the interface is described (OpenAPI 3.1). */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  contentEncoding?: string;
}

type Field = Schema;

/** A string. */
export const text = (description?: string): Field => ({ type: 'string', ...(description ? { description } : {}) });
/** A whole number. */
export const whole = (description?: string): Field => ({ type: 'integer', ...(description ? { description } : {}) });
/** true or false. */
export const flag = (description?: string): Field => ({ type: 'boolean', ...(description ? { description } : {}) });
/** A day as YYYY-MM-DD, in Asia/Shanghai. */
export const day = (description?: string): Field => ({ ...text(description), pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** A list of one kind of entry. */
export const list = (items: Field, description?: string): Field => ({
  type: 'array',
  items,
  ...(description ? { description } : {}),
});
/** A reference to a schema that the document names once. */
export const named = (name: string): Field => ({ $ref: `#/components/schemas/${name}` });

/** The same, or null. */
export function orNull(field: Field): Field {
  return field.$ref ? { anyOf: [field, { type: 'null' }] } : { ...field, type: [field.type as string, 'null'] };
}

/** An object that has exactly these fields. */
export function record(properties: Record<string, Field>, description?: string): Schema {
  const about = description ? { description } : {};
  return { type: 'object', ...about, properties, required: Object.keys(properties), additionalProperties: false };
}
