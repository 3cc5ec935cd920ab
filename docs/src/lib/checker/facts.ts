/** The facts of the manifest that the checker needs beside the engine, as small files. */
import type { Platform } from '@beta-headers/core';
import { type CatalogFeature, catalog } from '../catalog.ts';
import type { Locale } from '../site.ts';

/** A value that is no beta. */
export interface NotBetaFact {
  readonly note?: string;
  /** The beta that was meant. */
  readonly means?: string;
}

/** A feature, and the platforms that do not have it, with any model. */
export interface FeatureFact {
  /** Only for a feature that is absent somewhere: the checker says it for no other. */
  readonly title?: string;
  readonly absent: readonly Platform[];
  /** The claims of platforms where an organization needs something: first match wins. */
  readonly needs: { readonly [P in Platform]?: readonly NeedFact[] };
}

/** Something that an organization needs for a feature. */
export type Need = 'entitlement' | 'org-policy';

/** The access that an organization needs to use a feature, with these models or with any. */
export interface NeedFact {
  readonly needs: readonly Need[];
  readonly models?: readonly string[];
}

/** The value that a platform wants for a feature of another value. */
export interface InsteadFact {
  readonly for: string;
  readonly send: string;
}

export interface CheckFacts {
  readonly platforms: readonly { readonly id: Platform; readonly title: string }[];
  /** The platforms whose requests have the betas in the body. */
  readonly inBody: readonly Platform[];
  /** The feature of each beta. */
  readonly betas: Readonly<Record<string, string>>;
  readonly features: Readonly<Record<string, FeatureFact>>;
  /** The values that platforms want in place of a beta. */
  readonly instead: Readonly<Record<string, { readonly [P in Platform]?: readonly InsteadFact[] }>>;
  /**
   * Values that official clients send by themselves, and the platforms of which it is unknown if
   * they accept them. The engine leaves them out of its verdict.
   */
  readonly markers: Readonly<Record<string, readonly Platform[]>>;
  /** The platforms that are known to answer an unknown value with 400. */
  readonly refusing: readonly Platform[];
  /** The platforms of errors that the Claude API does not answer, by the row of the error. */
  readonly answeredBy: Readonly<Record<string, readonly Platform[]>>;
  /** The ids of the known models. */
  readonly models: readonly string[];
}

/** Facts that few questions need, each part in a file of its own. */
export interface RareFacts {
  readonly notBetas: Readonly<Record<string, NotBetaFact>>;
  /** Values that rules name, and parts of endpoints: a shared link may have them. */
  readonly words: readonly string[];
  /** Advice for refused requests, by the code that a decision has. */
  readonly fixes: Readonly<Record<string, string>>;
}

/** The known answers to a value that a platform does not take. */
const REFUSALS: readonly string[] = ['unexpected-values', 'invalid-beta-flag'];

/** Collects the facts from the Catalog. */
export function makeFacts(locale: Locale): CheckFacts {
  const { platforms, betas, features, errors, models } = catalog;
  const refusing = errors
    .filter(({ id }) => REFUSALS.includes(id))
    .flatMap((row) => (row.platforms ?? []) as readonly Platform[]);
  return {
    platforms: platforms.map(({ id, title }) => ({ id: id as Platform, title })),
    inBody: platforms.flatMap(({ id, wire }) => (wire === 'header' ? [] : [id as Platform])),
    betas: Object.fromEntries(betas.map(({ id, feature }) => [id, feature])),
    features: Object.fromEntries(
      features.map(({ name, title, availability }) => {
        const absent = listAbsent(availability);
        return [
          name,
          {
            ...(absent.length > 0 && { title: title[locale] }),
            absent,
            needs: listNeeds(availability),
          },
        ];
      }),
    ),
    instead: listInstead(),
    markers: Object.fromEntries(
      betas
        .filter(({ stage }) => stage === 'internal')
        .map(({ id, acceptance }) => [
          id,
          platforms
            .filter((one) => (acceptance[one.id] ?? []).some(({ status }) => status === 'unknown'))
            .map((one) => one.id as Platform),
        ]),
    ),
    refusing: [...new Set(refusing)],
    answeredBy: listAnswering(),
    models: models.map(({ id }) => id),
  };
}

/** Collects the facts that few questions need. */
export const makeRareFacts = (locale: Locale): RareFacts => ({
  notBetas: Object.fromEntries(
    catalog.notBetas.map(({ id, note, means }) => [
      id,
      { ...(note && { note: note[locale] }), ...(means !== undefined && { means }) },
    ]),
  ),
  words: listWords(),
  fixes: Object.fromEntries(catalog.fixes.map(({ code, text }) => [code, text[locale]])),
});

/** Lists the values that platforms want in place of others. */
function listInstead(): CheckFacts['instead'] {
  return Object.fromEntries(
    catalog.betas.flatMap(({ id, acceptance }) => {
      const all = Object.entries(acceptance).flatMap(([platform, claims]) => {
        const instead = claims.flatMap((claim) => claim.instead ?? []);
        return instead.length > 0
          ? [[platform, instead.map((one) => ({ for: one.for, send: one.send }))]]
          : [];
      });
      return all.length > 0 ? [[id, Object.fromEntries(all)]] : [];
    }),
  );
}

/** Lists the platforms of errors that the Claude API does not answer. */
function listAnswering(): CheckFacts['answeredBy'] {
  return Object.fromEntries(
    catalog.errors.flatMap(({ id, platforms: on = [] }) =>
      on.length === 0 || on.includes('claude-api') ? [] : [[id, on as readonly Platform[]]],
    ),
  );
}

/** Lists the platforms that do not have a feature, with any model. */
const listAbsent = (availability: CatalogFeature['availability']): Platform[] =>
  catalog.platforms.flatMap(({ id }) => {
    const claims = availability[id] ?? [];
    const isAbsent = claims.length > 0 && claims.every(({ status }) => status === 'unavailable');
    return isAbsent ? [id as Platform] : [];
  });

/** Lists the claims of platforms where a feature needs access or a policy. */
function listNeeds(availability: CatalogFeature['availability']): FeatureFact['needs'] {
  return Object.fromEntries(
    Object.entries(availability).flatMap(([platform, claims]) => {
      const available = claims.filter(({ status }) => status === 'available');
      if (available.every(({ needs }) => !needs)) return [];
      const facts = available.map(({ needs = [], models }) => ({
        needs,
        ...(models && { models }),
      }));
      return [[platform, facts]];
    }),
  );
}

/** Lists the values and the parts of endpoints in all rules, once each. */
function listWords(): string[] {
  const words = new Set<string>(['beta']);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (key === 'evidence' || key === 'platform' || key === 'model') continue;
      if (key === 'endpoint' || key === 'selectsAt') addParts(item, words);
      else if (key === 'is' || key === 'in') addTexts(item, words);
      else if (key === 'where') addTexts(Object.values(Object(item)), words);
      else visit(item);
    }
  };
  const { features, betas, platforms } = catalog;
  visit(features.map(({ uses, constraints, availability }) => [uses, constraints, availability]));
  visit(betas.map(({ requires, selectsAt }) => ({ requires, selectsAt })));
  visit(platforms.map(({ endpoints }) => endpoints));
  return [...words].sort();
}

function addTexts(value: unknown, words: Set<string>): void {
  for (const item of [value].flat()) if (typeof item === 'string') words.add(item);
}

function addParts(value: unknown, words: Set<string>): void {
  for (const endpoint of [value].flat())
    for (const part of String(endpoint).split(/[\s/]+/)) if (/^\w+$/.test(part)) words.add(part);
}
