/** Small catalogs made by hand, so that the tests of the semantics do not move with the data. */
import type {
  Catalog,
  CatalogBeta,
  CatalogClaim,
  CatalogFeature,
  Platform,
} from '@beta-headers/manifest';

const PLATFORMS: readonly Platform[] = [
  'claude-api',
  'claude-on-aws',
  'bedrock',
  'bedrock-converse',
  'bedrock-mantle',
  'vertex',
  'foundry',
];
const text = (en: string): { en: string; id: string } => ({ en, id: `${en} (id)` });

/** What a test wants to say of a beta; the rest is filled in. */
export interface BetaSketch extends Partial<Omit<CatalogBeta, 'platforms' | 'opens'>> {
  readonly id: string;
  readonly opens?: CatalogBeta['opens'];
  readonly on?: Partial<Record<Platform, CatalogClaim['accepts']>>;
  readonly family?: CatalogFeature['family'];
}

/** A catalog of these betas and nothing else. */
export function tinyCatalog(...sketches: BetaSketch[]): Catalog {
  const betas = sketches.map(toBeta);
  return {
    schemaVersion: 1,
    betas,
    features: sketches.map(({ id, family = 'tools' }) => ({
      name: featureOf(id),
      title: text(id),
      summary: text(id),
      family,
      docs: 'https://example.com',
      betas: [id],
      latest: id,
      overlay: false,
    })),
    platforms: [],
    models: [],
  };
}

const featureOf = (id: string): string => id.replace(/-\d{4}-\d{2}-\d{2}$/, '');

function toBeta({ on = {}, family, ...sketch }: BetaSketch): CatalogBeta {
  return {
    feature: featureOf(sketch.id),
    date: sketch.id.slice(-10),
    constant: sketch.id.toUpperCase().replaceAll('-', '_'),
    stage: 'beta',
    undocumented: false,
    independent: false,
    title: text(sketch.id),
    summary: text(sketch.id),
    docs: 'https://example.com',
    supersedes: [],
    chosenFor: [],
    sdk: { sends: [] },
    opens: [],
    selectsAt: [],
    platforms: Object.fromEntries(
      PLATFORMS.map((id) => [id, { accepts: on[id] ?? 'unknown', evidence: [] }]),
    ) as unknown as CatalogBeta['platforms'],
    conflicts: [],
    traps: [],
    review: [],
    evidence: [],
    overlay: false,
    ...sketch,
  };
}
