/** The smallest value that fits a JSON Schema, for the keywords that tools and formats use. */
import { isObject } from '../gate/walk.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * The depth below which only scalar or empty values are made, because schemas may refer to
 * themselves.
 */
const DEEPEST = 16;

/** Makes a value for a schema. A schema that cannot be understood gets null. */
export function makeValue(schema: unknown): unknown {
  return makeBelow(schema, isObject(schema) ? schema : {}, 0);
}

function makeBelow(schema: unknown, root: Schema, depth: number): unknown {
  if (!isObject(schema)) return null;
  if ('const' in schema) return schema.const;
  if ('default' in schema) return schema.default;
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum[0];
  if (depth > DEEPEST) return null;
  if (typeof schema.$ref === 'string')
    return makeBelow(resolveReference(schema.$ref, root), root, depth + 1);
  const combined = combine(schema, root, depth);
  if (combined) return makeBelow(combined, root, depth + 1);
  switch (readType(schema)) {
    case 'object':
      return makeObject(schema, root, depth);
    case 'array':
      return makeArray(schema, root, depth);
    case 'string':
      return makeString(schema);
    case 'integer':
    case 'number':
      return makeNumber(schema);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

/** Merges `allOf` and the first arm of `anyOf` or `oneOf` into the schema beside them. */
function combine(schema: Schema, root: Schema, depth: number): Schema | undefined {
  const { allOf, anyOf, oneOf, ...rest } = schema;
  const arms = [anyOf, oneOf].flatMap((list) =>
    Array.isArray(list) ? [pickArm(list, depth)] : [],
  );
  const parts = [...(Array.isArray(allOf) ? allOf : []), ...arms].filter(isObject);
  if (parts.length === 0) return undefined;
  return parts.reduce<Schema>((merged, part) => mergeSchemas(merged, part, root), rest);
}

/** Picks the last arm deep in a schema: it is usually `null`, which ends a recursion. */
const pickArm = (arms: readonly unknown[], depth: number): unknown =>
  depth > DEEPEST / 2 ? arms.at(-1) : arms[0];

function mergeSchemas(one: Schema, other: Schema, root: Schema): Schema {
  const resolved =
    typeof other.$ref === 'string' ? toObject(resolveReference(other.$ref, root)) : other;
  const required = [one.required, resolved.required].filter(Array.isArray).flat();
  return {
    ...one,
    ...resolved,
    ...(Boolean(one.properties ?? resolved.properties) && {
      properties: { ...toObject(one.properties), ...toObject(resolved.properties) },
    }),
    ...(required.length > 0 && { required }),
  };
}

const toObject = (value: unknown): Schema => (isObject(value) ? value : {});

/** `#/$defs/name`, as a JSON pointer into the schema. */
function resolveReference(reference: string, root: Schema): Schema | undefined {
  if (!reference.startsWith('#')) return undefined;
  const names = reference.slice(1).split('/').filter(Boolean);
  let value: unknown = root;
  for (const name of names) {
    const key = decode(name).replaceAll('~1', '/').replaceAll('~0', '~');
    value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return isObject(value) ? value : undefined;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function readType(schema: Schema): unknown {
  const type = Array.isArray(schema.type)
    ? (schema.type.find((one) => one !== 'null') ?? schema.type[0])
    : schema.type;
  if (type !== undefined) return type;
  if (schema.properties || schema.required) return 'object';
  return schema.items || schema.prefixItems ? 'array' : 'string';
}

function makeObject(schema: Schema, root: Schema, depth: number): Record<string, unknown> {
  const properties = toObject(schema.properties);
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  return Object.fromEntries(
    [...new Set(required)].map((name) => [
      name,
      Object.hasOwn(properties, name) ? makeBelow(properties[name], root, depth + 1) : '',
    ]),
  );
}

function makeArray(schema: Schema, root: Schema, depth: number): unknown[] {
  const first = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  const length = Math.min(Math.max(toNumber(schema.minItems) ?? 0, first.length), 100);
  return Array.from({ length }, (_, i) => makeBelow(first[i] ?? schema.items, root, depth + 1));
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  time: '00:00:00Z',
  duration: 'P1D',
  email: 'someone@example.com',
  hostname: 'example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
};

function makeString(schema: Schema): string {
  const value = FORMATS[String(schema.format)] ?? 'text';
  const least = Math.min(toNumber(schema.minLength) ?? 0, 10_000);
  const most = toNumber(schema.maxLength) ?? Number.POSITIVE_INFINITY;
  return value.padEnd(least, 'x').slice(0, Math.max(least, Math.min(most, 10_000)));
}

function makeNumber(schema: Schema): number {
  const step = toNumber(schema.multipleOf) ?? 1;
  const isInteger = readType(schema) === 'integer';
  const above = toNumber(schema.exclusiveMinimum);
  const least = above === undefined ? toNumber(schema.minimum) : above + (isInteger ? 1 : step / 2);
  const below = toNumber(schema.exclusiveMaximum);
  const most = below === undefined ? toNumber(schema.maximum) : below - (isInteger ? 1 : step / 2);
  const wanted = Math.min(Math.max(0, least ?? 0), most ?? Number.POSITIVE_INFINITY);
  if (schema.multipleOf !== undefined) return Math.ceil(wanted / step) * step;
  return isInteger ? Math.ceil(wanted) : wanted;
}

const toNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
