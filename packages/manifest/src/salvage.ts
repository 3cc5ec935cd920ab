/** What can still be checked of a feature file that does not fit its schema, so that one problem hides no other and makes none up. */
import { Beta, Feature, type FeatureSource } from './schema.ts';
import type { Parsed, Source } from './source.ts';

/** The sound part of a broken file. Betas that are unsound in what other lints build on are left out; their ids are in `ids`. */
export interface Salvaged extends Source<FeatureSource> {
  /** Every id that the file defines, sound or not. */
  readonly ids: readonly string[];
}

/** Keys whose absence means something: a beta in which one of these is broken is not looked at any further. */
const LOAD_BEARING = [
  'id',
  'stage',
  'undocumented',
  'supersededBy',
  'graduated',
  'retired',
  'selects',
];

/** Reads what is sound in the raw value of a broken feature file; `text` serves where even that is not to be had. */
export function salvage(file: string, { raw, problem }: Parsed<unknown>, text: string): Salvaged {
  const fields = asMap(raw);
  const betas = Array.isArray(fields.betas) ? fields.betas.map(asMap) : [];
  const sound = betas.flatMap((beta, index) => {
    const data = soundFields(beta, Beta.shape);
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
      ...soundFields(fields, Feature.shape),
      feature,
      betas: sound.map((beta) => beta.data),
    } as unknown as FeatureSource,
    ids: [
      ...betas.flatMap((beta) => (typeof beta.id === 'string' ? [beta.id] : [])),
      ...datedIds(text),
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

/** The ids that a text defines, as far as its lines tell. */
function datedIds(text: string): string[] {
  return [
    ...text.matchAll(/\bid:\s*["']?([a-z0-9][a-z0-9-]*-\d{4}-?\d{2}-?\d{2})["']?\s*(?=[,}#\n]|$)/g),
  ].map((match) => match[1] as string);
}

function soundFields(
  value: Record<string, unknown>,
  shape: Readonly<
    Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>
  >,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) => {
      const result = key in value ? schema.safeParse(value[key]) : undefined;
      return result?.success ? [[key, result.data]] : [];
    }),
  );
}

const isDefined = (key: PropertyKey | undefined): key is PropertyKey => key !== undefined;

function asMap(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
