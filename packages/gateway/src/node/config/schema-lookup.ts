/** Finds the parts of a schema that apply at a path. */
import type * as z from 'zod';
import type { Path } from './yaml-document.ts';

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Record<string, unknown>;
}

const readDefinition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Lists a schema and those that it wraps, outermost first. */
function unwrap(schema: z.ZodType): z.ZodType[] {
  const inner = readDefinition(schema).innerType;
  return inner ? [schema, ...unwrap(inner)] : [schema];
}

/** Finds every schema that may apply at `path`. Below a union there are several. */
function findSchemas(schema: z.ZodType, path: Path): z.ZodType[] {
  const layers = unwrap(schema);
  const { options, shape, element, valueType } = readDefinition(layers.at(-1) as z.ZodType);
  if (options && path.length === 0)
    return [...layers, ...options.flatMap((option) => findSchemas(option, path))];
  if (options) return options.flatMap((option) => findSchemas(option, path));
  if (path.length === 0) return layers;
  const next = element ?? valueType ?? shape?.[String(path[0])];
  return next ? findSchemas(next, path.slice(1)) : [];
}

/** Finds the description at `path`, from the outermost schema that has one. */
export function findDescription(schema: z.ZodType, path: Path): string | undefined {
  return findSchemas(schema, path)
    .map((found) => found.description)
    .find((description) => description !== undefined);
}

/** Lists the keys that a map at `path` may have. */
export function findAllowedKeys(schema: z.ZodType, path: Path): string[] {
  const keys = findSchemas(schema, path).flatMap((found) =>
    Object.keys(readDefinition(found).shape ?? {}),
  );
  return [...new Set(keys)];
}

/** Lists the forms that a value at `path` may have, if they are several. */
export const findForms = (schema: z.ZodType, path: Path): string[] => [
  ...new Set(findOptions(schema, path).flatMap(describeForms)),
];

/** Lists the texts that may be in the place of a map at `path`. */
export const findTexts = (schema: z.ZodType, path: Path): string[] => [
  ...new Set(findOptions(schema, path).flatMap(listTexts)),
];

const findOptions = (schema: z.ZodType, path: Path): z.ZodType[] =>
  findSchemas(schema, path).flatMap((found) => readDefinition(found).options ?? []);

function describeForms(schema: z.ZodType): string[] {
  const texts = listTexts(schema);
  if (texts.length > 0) return texts;
  const { type, shape } = readDefinition(schema);
  if (type === 'string') return ['a text'];
  const needed = Object.entries(shape ?? {}).filter(([, one]) => !isOptional(one));
  const keys = needed.map(([key]) => `\`${key}\``).join(' and ');
  return [keys === '' ? 'a map' : `a map with ${keys}`];
}

/** Lists the texts that a schema names one by one. */
function listTexts(schema: z.ZodType): string[] {
  const { values, entries } = readDefinition(schema);
  return (values ?? Object.values(entries ?? {})).map((value) => `\`${String(value)}\``);
}

const isOptional = (schema: z.ZodType): boolean => readDefinition(schema).type === 'optional';
