import type {
  Beta,
  DefaultByFeature,
  Feature,
  LatestByFeature,
  RetiredReasons,
} from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { shownName } from '../request/header.ts';
import { defaultCatalog, knownNames, resolveName } from './catalog.ts';

/**
 * Names → betas. A feature's name means its default beta, which moves only in a major release; a
 * beta's id means itself. No duplicates, in order. A retired name and a name that does not exist
 * are errors of the compiler; the message says why.
 * @throws {RangeError} for a name that the manifest does not know, with the nearest one that it
 * does
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

/** The beta that a name means: of a feature, its default. */
export type BetaNamed<Name extends Beta | Feature> = Name extends keyof DefaultByFeature
  ? DefaultByFeature[Name]
  : Extract<Name, Beta>;

/**
 * The name, or why it is retired.
 * @internal
 */
type NotRetired<Name> = Name extends keyof RetiredReasons ? RetiredReasons[Name] : Name;

/**
 * The newest beta of a feature that people may use; it moves with every release that brings one.
 * @throws {RangeError} for a feature that the manifest does not know
 */
export function latest<F extends Feature>(feature: F): LatestByFeature[F] {
  const id = defaultCatalog.features.get(feature)?.latest;
  if (id === undefined) throw unknownName(feature, defaultCatalog.features.keys());
  return id as LatestByFeature[F];
}

function toBeta(name: string): string {
  const id = resolveName(defaultCatalog, name);
  if (id === undefined) throw unknownName(name, knownNames(defaultCatalog));
  return id;
}

function unknownName(name: unknown, known: Iterable<string>): RangeError {
  const text = String(name);
  const near = findNearest(text, known);
  const shown = JSON.stringify(near ? text : shownName(text));
  const hint = near ? `; did you mean ${JSON.stringify(near)}?` : '';
  return new RangeError(`${shown} is neither a beta nor a feature that the manifest knows${hint}`);
}
