import { isInsideRulePath, overlapsRulePath, splitRulePath } from '@beta-headers/grammar';
import type { FeatureFile, Sources } from '../manifest-sources.ts';
import type { Condition } from '../schema/index.ts';
import type { Path } from '../yaml-source.ts';
import { type Lint, listConditions, listEntries, listUses } from './lint.ts';

/**
 * An exception (`unless`, `absent`) or a sibling (`where`) has a path that a request can have. A
 * misspelt one would never be met, without any error.
 */
export const knownPaths: Lint = {
  name: 'known-paths',
  *check(sources) {
    const { sdk } = sources;
    if (!sdk) return;
    const known = new Set(sdk.paths);
    for (const { data } of listEntries(sources, 'surface'))
      if (data.kind === 'param') known.add(data.name);
    for (const { use } of listUses(sources)) if (use.at !== undefined) known.add(use.at);
    for (const { source, at, path } of listPlaces(sources)) {
      if (known.has(at) || isKnown(at, known)) continue;
      yield source.problem(
        path,
        'known-paths',
        `no rule, no use and no declaration of the SDK has the path \`${at}\``,
        'correct the path; if the SDK has it now, run `npm run sync`',
      );
    }
    for (const { source, condition, path, isException } of listConditions(sources)) {
      const endpoints = [condition.endpoint ?? []].flat();
      const isNested = condition.at?.includes('.') ?? false;
      if (!isException || !isNested || endpoints.length === 0) continue;
      if (!endpoints.every((endpoint) => /^(GET|DELETE) /.test(endpoint))) continue;
      yield source.problem(
        [...path, 'at'],
        'known-paths',
        `\`${condition.at}\` is never met: a GET or DELETE has no body`,
        'name a parameter of the query in `at`, or an endpoint that takes a body',
      );
    }
  },
};

function* listPlaces(
  sources: Sources,
): Generator<{ readonly source: FeatureFile; readonly at: string; readonly path: Path }> {
  for (const { source, condition, path, isException } of listConditions(sources)) {
    if (!isAboutBody(condition)) continue;
    const { at, where = {} } = condition;
    if (isException && at !== undefined) yield { source, at, path: [...path, 'at'] };
    for (const name of Object.keys(where)) {
      const parent = (at ?? '').split('.').slice(0, -1);
      yield { source, at: [...parent, name].join('.'), path: [...path, 'where', name] };
    }
  }
}

/** The declarations of a body do not list the parameters of a query. */
const isAboutBody = ({ endpoint }: Condition): boolean =>
  [endpoint ?? []].flat().every((pattern) => !/^(GET|DELETE) /.test(pattern));

/** Tests if a known path is the same place or inside it. */
function isKnown(at: string, known: ReadonlySet<string>): boolean {
  const path = splitRulePath(at);
  for (const other of known) {
    const there = splitRulePath(other);
    if (overlapsRulePath(there, path) || isInsideRulePath(there, path)) return true;
  }
  return false;
}
