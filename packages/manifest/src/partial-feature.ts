/**
 * Reads the valid parts of a file that does not match its schema, so that one problem neither hides
 * nor causes others.
 */
import { isBetaId } from '@beta-headers/grammar';
import type * as z from 'zod';
import type { Entry } from './manifest-sources.ts';
import { Beta, Feature, type FeatureSource } from './schema/index.ts';
import type { Parsed, Source } from './yaml-source.ts';

/** The valid part of a broken feature file, and every id that the file defines. */
export interface PartialFeature extends Source<FeatureSource> {
  /** Every id that the file defines, including those of invalid betas. */
  readonly ids: readonly string[];
}

/**
 * Keys whose absence has a meaning. A beta in which one of them is invalid is not checked further.
 */
const LOAD_BEARING = [
  'id',
  'stage',
  'undocumented',
  'supersededBy',
  'graduated',
  'retired',
  'selects',
];

/**
 * Reads the valid part of a broken feature file. `text` provides the ids if it is not valid YAML.
 */
export function readPartialFeature(
  file: string,
  { raw, problem }: Parsed<unknown>,
  text: string,
): PartialFeature {
  const fields = toMap(raw);
  const betas = Array.isArray(fields.betas) ? fields.betas.map(toMap) : [];
  const sound = betas.flatMap((beta, index) => {
    const data = pickSoundFields(beta, Beta.shape);
    return LOAD_BEARING.some((key) => key in beta && !(key in data)) ||
      !('id' in data && 'stage' in data)
      ? []
      : [{ data: { evidence: [], ...data }, index }];
  });
  const feature =
    typeof fields.feature === 'string'
      ? fields.feature
      : (file.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '');
  return {
    file,
    data: {
      ...pickSoundFields(fields, Feature.shape),
      feature,
      betas: sound.map((beta) => beta.data),
    } as unknown as FeatureSource,
    ids: [
      ...betas.flatMap((beta) => (typeof beta.id === 'string' ? [beta.id] : [])),
      ...findIds(text),
    ],
    problem: ([first, index, ...rest], ...what) =>
      problem(
        first === 'betas' && typeof index === 'number'
          ? ['betas', sound[index]?.index ?? index, ...rest]
          : [first, index, ...rest].filter(isDefined),
        ...what,
      ),
  };
}

/** Reads the valid entries of a broken list, and the names of all entries. */
export function readPartialList<T>(
  raw: unknown,
  key: string,
  nameKey: string,
  schema: z.ZodType<T>,
): { entries: Entry<T>[]; names: string[] } {
  const list = toMap(raw)[key];
  const items = Array.isArray(list) ? list : [];
  return {
    entries: items.flatMap((item: unknown, index) => {
      const result = schema.safeParse(item, { jitless: true });
      return result.success ? [{ data: result.data, path: [key, index] }] : [];
    }),
    names: items.flatMap((item: unknown) => {
      const name = toMap(item)[nameKey];
      return typeof name === 'string' ? [name] : [];
    }),
  };
}

/** Finds the ids that a text defines on lines with `id:`. */
function findIds(text: string): string[] {
  const lines = text.matchAll(/\bid:\s*["']?([a-z0-9-]+)["']?\s*(?=[,}#\n]|$)/g);
  return [...lines].map((match) => match[1] as string).filter(isBetaId);
}

function pickSoundFields(
  value: Record<string, unknown>,
  shape: Readonly<Record<string, z.ZodType>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) => {
      if (!(key in value)) return [];
      const result = schema.safeParse(value[key], { jitless: true });
      if (result.success) return [[key, result.data]];
      const entrySchema = findEntrySchema(schema);
      return entrySchema ? [[key, pickSoundEntries(toMap(value[key]), entrySchema)]] : [];
    }),
  );
}

/** Picks the valid entries of a map with independent keys, such as claims by platform. */
function pickSoundEntries(
  map: Record<string, unknown>,
  schema: z.ZodType,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => {
      const result = schema.safeParse(value, { jitless: true });
      return result.success ? [[key, result.data]] : [];
    }),
  );
}

/** Finds the schema of the entries of a record, which `availability` and `acceptance` are. */
function findEntrySchema(schema: z.ZodType): z.ZodType | undefined {
  const def = schema.def as { innerType?: z.ZodType; type: string; valueType?: z.ZodType };
  if (def.innerType) return findEntrySchema(def.innerType);
  return def.type === 'record' ? def.valueType : undefined;
}

const isDefined = (key: PropertyKey | undefined): key is PropertyKey => key !== undefined;

function toMap(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
