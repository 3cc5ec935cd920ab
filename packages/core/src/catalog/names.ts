import type {
  Beta,
  DefaultByFeature,
  Feature,
  LatestByFeature,
  RetiredReasons,
} from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { maskName } from '../request/header.ts';
import { defaultCatalog, listNames, resolveName } from './catalog.ts';

/**
 * Resolves names to betas. A feature's name means its default beta, which moves only in a major
 * release; a beta's id means itself. Keeps the order and removes duplicates. Retired and unknown
 * names are compile-time errors; the message gives the reason.
 * @throws {RangeError} for a name that the manifest does not know, with the nearest known name
 * @example
 * ```ts
 * betas('mcp-client', 'compact-2026-01-12');
 * ```
 */
export function betas<const Names extends readonly (Beta | Feature)[]>(
  ...names: { [I in keyof Names]: NotRetired<Names[I]> }
): BetaNamed<Names[number]>[] {
  return [...new Set((names as readonly string[]).map(toBeta))] as BetaNamed<Names[number]>[];
}

/** The beta that a name means: a feature's default, or the beta itself. */
export type BetaNamed<Name extends Beta | Feature> = Name extends keyof DefaultByFeature
  ? DefaultByFeature[Name]
  : Extract<Name, Beta>;

/**
 * The name, or the reason why it is retired.
 * @internal
 */
type NotRetired<Name> = Name extends keyof RetiredReasons ? RetiredReasons[Name] : Name;

/**
 * Returns the newest public beta of a feature. The result changes with every release that adds one.
 * @throws {RangeError} for a feature that the manifest does not know
 */
export function latest<F extends Feature>(feature: F): LatestByFeature[F] {
  const id = defaultCatalog.features.get(feature)?.latest;
  if (id === undefined) throw createNameError(feature, defaultCatalog.features.keys());
  return id as LatestByFeature[F];
}

function toBeta(name: string): string {
  const id = resolveName(defaultCatalog, name);
  if (id === undefined) throw createNameError(name, listNames(defaultCatalog));
  return id;
}

function createNameError(name: unknown, known: Iterable<string>): RangeError {
  const text = String(name);
  const near = findNearest(text, known);
  const shown = JSON.stringify(near ? text : maskName(text));
  const hint = near ? `; did you mean ${JSON.stringify(near)}?` : '';
  return new RangeError(`${shown} is neither a beta nor a feature that the manifest knows${hint}`);
}
