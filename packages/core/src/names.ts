import type { Beta, Feature, LatestByFeature, RetiredReasons } from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { isBetaToken, shownName } from './header.ts';
import { knownBetas, knownNames, latestOf } from './table.ts';
import type { UncheckedBeta } from './types.ts';

/**
 * Names → betas. A feature's name means its newest beta; a beta's id means itself. No duplicates, in order.
 * A retired beta and a name that does not exist are errors of the compiler; the message says why.
 * @throws {RangeError} for a name that the manifest does not know, with the nearest one that it does
 * @example
 * ```ts
 * betas('mcp-client', 'compact-2026-01-12');
 * ```
 */
export function betas<const Names extends readonly (Beta | Feature)[]>(
  ...names: { [I in keyof Names]: NotRetired<Names[I]> }
): BetaNamed<Names[number]>[] {
  return [...new Set((names as readonly string[]).map(betaOf))] as BetaNamed<Names[number]>[];
}

/** The beta that a name means: of a feature, the newest. */
export type BetaNamed<Name extends Beta | Feature> = Name extends keyof LatestByFeature
  ? LatestByFeature[Name]
  : Extract<Name, Beta>;

/**
 * The name, or why it is retired.
 * @internal
 */
type NotRetired<Name> = Name extends keyof RetiredReasons ? RetiredReasons[Name] : Name;

/**
 * The one door for a value that the packages do not know yet. It is passed on as it is, and the plan says that nobody knows it.
 * @throws {TypeError} for a value that no header can carry
 * @example
 * ```ts
 * import { betaMiddleware } from '@beta-headers/core';
 *
 * betaMiddleware({ always: [uncheckedBeta('brand-new-2027-01-01')] });
 * ```
 */
export function uncheckedBeta(value: string): UncheckedBeta {
  if (!isBetaToken(value))
    throw new TypeError(
      `${JSON.stringify(shownName(String(value)))} cannot stand in the anthropic-beta header: write letters, digits and hyphens only`,
    );
  return value as UncheckedBeta;
}

function betaOf(name: string): string {
  const id = knownBetas.has(name) ? name : latestOf(name);
  if (id === undefined) {
    const near = isBetaToken(name) ? findNearest(name, knownNames()) : undefined;
    throw new RangeError(
      `${JSON.stringify(shownName(String(name)))} is neither a beta nor a feature that the manifest knows${near ? `; did you mean ${JSON.stringify(near)}?` : ''}`,
    );
  }
  return id;
}

/** What a name means where unknown names may pass: its betas, or itself. */
export function resolveName(name: string): string {
  return knownBetas.has(name) ? name : (latestOf(name) ?? name);
}
