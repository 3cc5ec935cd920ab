/** Describes a beta, a feature, or a value that is no beta. */
import { findNearest } from '@beta-headers/grammar';
import {
  type CatalogBeta,
  type CatalogFeature,
  type CatalogNotBeta,
  type CatalogSource,
  catalog,
} from '@beta-headers/manifest/data';
import { NOT_BETA_TEXTS } from '../header/check-header.ts';
import type { ShowOutput } from '../schema/show.ts';
import { type Claim, isConditional, listClaims, selectCurrent } from './claims.ts';
import { describeRule } from './rules.ts';
import { describeNeed } from './stages.ts';

/** Finds what a name means. Letter case and spaces around do not count. */
export function describeSubject(name: string, today: string): ShowOutput | undefined {
  const key = name.trim().toLowerCase();
  const beta = catalog.betas.find(({ id }) => id === key);
  if (beta) return describeBeta(beta, today);
  const feature = catalog.features.find((one) => one.name === key);
  if (feature) return describeFeature(feature, today);
  const notBeta = catalog.notBetas.find(({ id }) => id.toLowerCase() === key);
  return notBeta && describeNotBeta(notBeta);
}

/** Lists every name that can be shown. */
export const listNames = (): string[] => [
  ...catalog.features.map(({ name }) => name),
  ...catalog.betas.map(({ id }) => id),
];

/** A model's id, with the prefix of a platform and a date. */
const MODEL = /^(?:[\w.]+[./])?(claude-[a-z0-9-]{1,60}?)(?:[-@]20\d{6}.*|-latest)?$/;

/** Names the command that lists a platform or a model, which `show` does not have. */
export function findOtherKind(name: string): { what: string; list: string } | undefined {
  const key = name.trim().toLowerCase();
  if (catalog.platforms.some(({ id }) => id === key))
    return { what: `${key} is a platform`, list: `beta-headers list features --platform ${key}` };
  const modelId = MODEL.exec(key)?.[1];
  const model = catalog.models.find(({ id }) => id === modelId);
  return model && { what: `${model.id} is a model`, list: 'beta-headers list models' };
}

/** Finds the nearest name that can be shown. */
export const findNearestName = (name: string): string | undefined =>
  findNearest(name.trim(), listNames());

function describeBeta(beta: CatalogBeta, today: string): ShowOutput {
  const { id, stage, feature, supersededBy, released, graduated, retired, docs } = beta;
  const owner = catalog.features.find(({ name }) => name === feature);
  return {
    kind: 'beta',
    name: id,
    title: beta.title.en,
    summary: beta.summary.en,
    need: describeNeed(beta) + (supersededBy === undefined ? '' : ` Use ${supersededBy}.`),
    stage,
    feature,
    ...(supersededBy !== undefined && { use: supersededBy }),
    requires: beta.requires.map(describeRule),
    uses: (owner?.uses ?? []).map(describeRule),
    platforms: describePlatforms(beta, today),
    dates: [
      { event: 'named', date: beta.date },
      ...Object.entries({ released, graduated, retired }).flatMap(([event, fact]) =>
        fact?.date === undefined ? [] : [{ event, date: fact.date }],
      ),
    ],
    docs,
    sources: describeSources(beta.evidence),
  };
}

function describeFeature(feature: CatalogFeature, today: string): ShowOutput {
  const betas = catalog.betas.filter((beta) => beta.feature === feature.name);
  const needed = betas.filter(({ requires }) => requires.length > 0);
  return {
    kind: 'feature',
    name: feature.name,
    title: feature.title.en,
    summary: feature.summary.en,
    need:
      needed.length === 0
        ? 'No. The feature needs no header, or nothing in a request shows that it does.'
        : 'When a request meets one of the rules below, send the value before the rule.',
    betas: [...feature.betas],
    ...(feature.default !== undefined && { default: feature.default }),
    requires: needed.flatMap(({ id, requires }) =>
      requires.map((rule) => `${id}: ${describeRule(rule)}`),
    ),
    uses: feature.uses.map(describeRule),
    platforms: describePlatforms(feature, today),
    dates: [],
    docs: feature.docs,
    sources: describeSources(
      Object.values(feature.availability)
        .flat()
        .flatMap(({ evidence }) => evidence),
    ),
  };
}

function describeNotBeta({ id, reason, means, note, evidence }: CatalogNotBeta): ShowOutput {
  const instead = note?.en ?? `${means} was probably meant; see beta-headers show ${means}.`;
  return {
    kind: 'no-beta',
    name: id,
    need: `No. ${NOT_BETA_TEXTS[reason]} ${instead}`,
    ...(means !== undefined && { use: means }),
    requires: [],
    uses: [],
    platforms: [],
    dates: [],
    sources: describeSources(evidence),
  };
}

function describePlatforms(
  subject: CatalogBeta | CatalogFeature,
  today: string,
): ShowOutput['platforms'] {
  const claims = listClaims(subject);
  return catalog.platforms.map(({ id, wire }) => ({
    platform: id,
    wire,
    claims: selectCurrent(claims[id] ?? [], today).map(describeClaim),
  }));
}

function describeClaim(claim: Claim): ShowOutput['platforms'][number]['claims'][number] {
  const { status, models, endpoint, until, confidence } = claim;
  const parts = [
    models?.join(', '),
    endpoint?.join(', '),
    'shape' in claim ? claim.shape?.join(', ') : undefined,
  ].filter((part) => part !== undefined);
  return {
    status,
    ...(isConditional(claim) && { for: parts.join(' at ') }),
    ...(until !== undefined && { until }),
    ...('needs' in claim && claim.needs && { needs: [...claim.needs] }),
    ...(confidence !== undefined && { confidence }),
    ...('instead' in claim &&
      claim.instead && {
        instead: claim.instead.map(({ for: feature, send }) => ({ for: feature, send })),
      }),
  };
}

type Cited = CatalogNotBeta['evidence'];

/** Lists the cited sources, each once. */
function describeSources(evidence: Cited): ShowOutput['sources'] {
  const ids = new Set(evidence.map(({ source }) => source));
  return [...ids].flatMap((id) => {
    const source = catalog.sources.find((one) => one.id === id);
    if (!source) return [];
    const { says } = evidence.find((one) => one.source === id) ?? {};
    return [
      {
        id,
        address: getAddress(source),
        ...(source.checked !== undefined && { checked: source.checked }),
        ...(says !== undefined && { says }),
      },
    ];
  });
}

function getAddress(source: CatalogSource): string {
  if ('url' in source) return source.url;
  return 'package' in source ? `${source.package}@${source.version}` : source.internal;
}
