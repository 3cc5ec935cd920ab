/** The form of the generated tables, and look-ups in them. */
import { FEATURES } from './generated/tables.ts';
import type { Platform } from './types.ts';

/** What in a request needs a beta. `@beta-headers/grammar` reads `at` and `endpoint`. */
export interface RuleRow {
  readonly at?: string;
  readonly is?: string | number | boolean;
  readonly in?: readonly (string | number)[];
  readonly nonEmpty?: true;
  readonly above?: number;
  readonly endpoint?: readonly string[];
  readonly model?: readonly string[];
  readonly platform?: readonly Platform[];
  readonly apiVersion?: string;
  /** The betas that satisfy it as well. */
  readonly or?: readonly string[];
}

export interface BetaRow {
  /** Absent: `beta`, `preview` or `internal`, which are planned alike. */
  readonly stage?: 'superseded' | 'graduated' | 'legacy-shape' | 'retired';
  readonly independent?: true;
  readonly supersededBy?: string;
  readonly opens?: readonly RuleRow[];
  /** The platforms that do not accept it. Any other accepts it, or nobody knows. */
  readonly rejectedOn?: readonly Platform[];
  /** The platforms that know it under another name. */
  readonly renamedOn?: { readonly [P in Platform]?: string };
  /** The platforms that accept it with some models only. */
  readonly modelsOn?: { readonly [P in Platform]?: readonly string[] };
  /** legacy-shape: the endpoints whose answers it changes. */
  readonly selectsAt?: readonly string[];
  /** legacy-shape: the endpoints to whose calls the official client appends it by itself, also behind another date of the caller's. */
  readonly appendedAt?: readonly string[];
  readonly conflicts?: readonly { readonly with: string; readonly endpoint?: readonly string[] }[];
}

export type FeatureRow = readonly [
  /** By the date as it stands in the id. */
  betas: { readonly [date: string]: BetaRow },
  /** A whole link, or what follows the documentation's own address; the feature's name follows a closing slash. Absent: the page on beta headers. */
  docs?: string,
  /** The date of the newest beta, where it is not the last. */
  latest?: string,
];

/** A beta with what its feature says. */
export interface KnownBeta extends BetaRow {
  readonly id: string;
  readonly feature: string;
}

const DOCS = 'https://platform.claude.com/docs/en/';

const rows = new Map(Object.entries(FEATURES));
const betas = new Map<string, KnownBeta>();
for (const [feature, [dates]] of rows) {
  for (const [date, beta] of Object.entries(dates)) {
    const id = `${feature}-${date}`;
    betas.set(id, { ...beta, id, feature });
  }
}

/** Every beta of the manifest, by id. */
export const knownBetas: ReadonlyMap<string, KnownBeta> = betas;

/** The newest beta of a feature, or `undefined` when there is no such feature. */
export function latestOf(feature: string): string | undefined {
  const row = rows.get(feature);
  return row && `${feature}-${row[2] ?? Object.keys(row[0]).at(-1)}`;
}

/** The feature of a beta, also of a date that the manifest does not know yet. */
export function featureOf(id: string): string | undefined {
  const feature = /^(.+)-\d{4}-?\d\d-?\d\d$/.exec(id)?.[1];
  return rows.has(feature ?? '') ? feature : undefined;
}

/** The page that explains a beta, or `undefined` when the manifest does not know it. */
export function docsOf(id: string): string | undefined {
  const feature = betas.get(id)?.feature;
  if (feature === undefined) return undefined;
  const [, docs = 'api/beta-headers'] = FEATURES[feature] as FeatureRow;
  return (docs.startsWith('https:') ? '' : DOCS) + docs + (docs.endsWith('/') ? feature : '');
}

/** Every name that `betas()` takes: features and betas. */
export function knownNames(): string[] {
  return [...rows.keys(), ...betas.keys()];
}
