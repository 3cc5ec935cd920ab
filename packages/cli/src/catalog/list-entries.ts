/** Lists entries of the catalog by kind, with filters. */
import type { Platform } from '@beta-headers/core';
import type { Stage } from '@beta-headers/grammar';
import { type CatalogBeta, type CatalogFeature, catalog } from '@beta-headers/manifest/data';
import type { ListOutput } from '../schema/list.ts';
import { findStatus, isPossible, listClaims } from './claims.ts';

/** The kinds of entries. */
export const KINDS = ['betas', 'features', 'platforms', 'models'] as const;

/** A kind of entries. */
export type Kind = (typeof KINDS)[number];

/** The filters of a list. */
export interface Filters {
  /** Only what this platform accepts or has, at least in some cases. */
  readonly platform?: Platform | undefined;
  readonly stage?: Stage | undefined;
  readonly feature?: string | undefined;
}

/** Lists the entries of a kind. */
export function listEntries(kind: Kind, filters: Filters, today: string): ListOutput {
  switch (kind) {
    case 'betas':
      return { betas: catalog.betas.filter(matchBeta(filters, today)).map(toBeta(today)) };
    case 'features':
      return {
        features: catalog.features.filter(matchFeature(filters, today)).map(toFeature(today)),
      };
    case 'platforms':
      return {
        platforms: catalog.platforms.map(({ id, title, wire, hosts, docs }) => ({
          id,
          title,
          wire,
          hosts: [...hosts],
          docs,
        })),
      };
    case 'models':
      return {
        models: catalog.models.map(({ id, title, retires, retired }) => ({
          id,
          title,
          ...(retires !== undefined && { retires }),
          ...(retired !== undefined && { retired }),
        })),
      };
  }
}

const matchBeta =
  ({ platform, stage, feature }: Filters, today: string) =>
  (beta: CatalogBeta): boolean =>
    (stage === undefined || beta.stage === stage) &&
    (feature === undefined || beta.feature === feature) &&
    (platform === undefined || isPossible(beta.acceptance[platform], today));

const matchFeature =
  ({ platform, stage, feature }: Filters, today: string) =>
  ({ name, availability }: CatalogFeature): boolean =>
    (feature === undefined || name === feature) &&
    (platform === undefined || isPossible(availability[platform], today)) &&
    (stage === undefined ||
      catalog.betas.some((beta) => beta.feature === name && beta.stage === stage));

/** Lists the general status by platform. */
const listStatuses = (
  subject: CatalogBeta | CatalogFeature,
  today: string,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(listClaims(subject)).map(([id, claims]) => [id, findStatus(claims, today)]),
  );

const toBeta =
  (today: string) =>
  (beta: CatalogBeta): NonNullable<ListOutput['betas']>[number] => ({
    id: beta.id,
    feature: beta.feature,
    stage: beta.stage,
    date: beta.date,
    title: beta.title.en,
    acceptance: listStatuses(beta, today),
  });

const toFeature =
  (today: string) =>
  (feature: CatalogFeature): NonNullable<ListOutput['features']>[number] => ({
    name: feature.name,
    title: feature.title.en,
    audience: feature.audience,
    ...(feature.default !== undefined && { default: feature.default }),
    betas: [...feature.betas],
    availability: listStatuses(feature, today),
  });
