import { getMetadataStorage } from 'class-validator';
import type { Schema } from './schema.js';

type Dto = new () => object;
type Rule = (constraints: unknown[]) => Schema;

/** What each check of a DTO says in JSON Schema; a check that is not listed says nothing of the shape. */
const RULES: Record<string, Rule> = {
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isArray: () => ({ type: 'array' }),
  isIn: ([values]) => ({ enum: values as unknown[] }),
  matches: ([pattern]) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  minLength: ([least]) => ({ minLength: least as number }),
  maxLength: ([most]) => ({ maxLength: most as number }),
  min: ([least]) => ({ minimum: least as number }),
  max: ([most]) => ({ maximum: most as number }),
};

/** The schema of a request from the very checks that its DTO is held to; `items` describes the entries of its lists. */
export function schemaOfDto(dto: Dto, items: Record<string, Dto> = {}): Schema {
  const checks = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  const properties: Record<string, Schema> = {};
  const optional = new Set(Object.keys(new dto()).filter((name) => Reflect.get(new dto(), name) !== undefined));
  for (const { propertyName, name, type, constraints, each } of checks) {
    const rule = name === undefined ? undefined : RULES[name];
    const said = rule?.((constraints as unknown[]) ?? []) ?? {};
    const known = properties[propertyName];
    properties[propertyName] = each ? { ...known, items: { ...known?.items, ...said } } : { ...known, ...said };
    if (type === 'conditionalValidation') optional.add(propertyName);
  }
  for (const [name, entry] of Object.entries(items))
    properties[name] = { ...properties[name], items: schemaOfDto(entry) };
  const required = Object.keys(properties).filter((name) => !optional.has(name));
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
}
