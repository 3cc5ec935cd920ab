/** Small catalogs, so that the tests of the semantics do not depend on the data. */
import type {
  Catalog,
  CatalogAcceptance,
  CatalogAvailability,
  CatalogBeta,
  CatalogFeature,
  CatalogModel,
  CatalogPlatform,
  Platform,
} from '@beta-headers/manifest';
import { catalog as published } from '@beta-headers/manifest/data';

type Claims<C extends { readonly status: string }> =
  | C['status']
  | readonly (Partial<C> & { readonly status: C['status'] })[];
type On<C extends { readonly status: string }> = Partial<Record<Platform, Claims<C>>>;

/** The parts of a beta and its feature that matter to a test; the rest is filled in. */
export interface Sketch
  extends Partial<Omit<CatalogBeta, 'acceptance'>>,
    Partial<Pick<CatalogFeature, 'uses' | 'constraints' | 'family'>> {
  readonly id: string;
  /** Default: accepted everywhere. */
  readonly on?: On<CatalogAcceptance>;
  /** Default: available everywhere. */
  readonly at?: On<CatalogAvailability>;
}

const text = (en: string): { en: string; id: string } => ({ en, id: `${en} (id)` });

/** The platforms of the manifest, of which every endpoint exists. */
const PLATFORMS: readonly CatalogPlatform[] = published.platforms.map((platform) => ({
  ...platform,
  endpoints: [{ status: 'available', evidence: [] }],
}));

/** A catalog of these betas and their features, and nothing else. */
export function createTinyCatalog(...sketches: Sketch[]): Catalog {
  const names = [...new Set(sketches.map(({ id }) => getFeature(id)))];
  return {
    schemaVersion: 2,
    betas: sketches.map(toBeta),
    features: names.map((name) => toFeature(name, sketches)),
    platforms: PLATFORMS,
    models: published.models,
    sources: [],
    fixes: [],
    notBetas: [],
    sdks: [],
    clients: [],
    apiVersions: [],
    errors: [],
    surface: { params: [], tools: [], blocks: [] },
    sdkReleases: [],
  };
}

/** The same catalog with claims about the endpoints of a platform. */
export function withEndpoints(
  catalog: Catalog,
  platform: Platform,
  endpoints: CatalogPlatform['endpoints'],
): Catalog {
  const platforms = catalog.platforms.map((one) =>
    one.id === platform ? { ...one, endpoints } : one,
  );
  return { ...catalog, platforms };
}

/** The same catalog with these models. */
export const withModels = (
  catalog: Catalog,
  ...models: (Pick<CatalogModel, 'id'> & Partial<CatalogModel>)[]
): Catalog => ({
  ...catalog,
  models: models.map((model) => ({ title: model.id, evidence: [], ...model })),
});

const getFeature = (id: string): string => id.replace(/-\d{4}-\d{2}-\d{2}.*$/, '');

function toFeature(name: string, sketches: readonly Sketch[]): CatalogFeature {
  const own = sketches.filter(({ id }) => getFeature(id) === name);
  const required = own.flatMap(({ requires = [] }) =>
    requires.map(({ choice: _c, platform: _p, apiVersion: _v, model: _m, ...use }) => use),
  );
  const [first] = own as [Sketch];
  return {
    name,
    title: text(name),
    summary: text(name),
    family: first.family ?? 'tools',
    audience: 'everyday',
    docs: 'https://example.com',
    betas: own.map(({ id }) => id),
    default: first.id,
    latest: first.id,
    uses: [...own.flatMap(({ uses = [] }) => uses), ...required],
    availability: toClaims(first.at ?? {}, 'available'),
    constraints: own.flatMap(({ constraints = [] }) => constraints),
    substitutes: [],
    effects: [],
    overlay: false,
  };
}

function toBeta({ on = {}, at: _a, family: _f, uses: _u, constraints: _c, ...beta }: Sketch) {
  return {
    feature: getFeature(beta.id),
    date: beta.id.slice(-10),
    constant: beta.id.toUpperCase().replaceAll('-', '_'),
    stage: 'beta',
    undocumented: false,
    independent: false,
    title: text(beta.id),
    summary: text(beta.id),
    docs: 'https://example.com',
    supersedes: [],
    chosenFor: [],
    sdk: { since: {}, sends: [] },
    requires: [],
    selectsAt: [],
    acceptance: toClaims(on, 'accepted'),
    review: [],
    evidence: [],
    overlay: false,
    ...beta,
  } satisfies CatalogBeta;
}

function toClaims<C extends { readonly status: string }>(
  on: On<C>,
  otherwise: C['status'],
): Record<Platform, C[]> {
  return Object.fromEntries(
    PLATFORMS.map(({ id }) => {
      const claims: Claims<C> = on[id] ?? otherwise;
      const list = typeof claims === 'string' ? [{ status: claims }] : claims;
      return [id, list.map((claim) => ({ evidence: [], ...claim }))];
    }),
  ) as unknown as Record<Platform, C[]>;
}
