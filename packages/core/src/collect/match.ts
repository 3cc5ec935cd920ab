/** Finds the places in a request that rules are about, before anything is concluded from them. */
import { listMessageParams } from '@beta-headers/grammar';
import type { EngineCatalog } from '../catalog/types.ts';
import { isObject } from '../request/json.ts';
import { readModelId } from '../request/model.ts';
import type { RequestFacts } from '../request/read.ts';
import { hasBody } from '../request/route.ts';
import { compileRules, type RuleSet } from './compile.ts';
import { type Found, type Path, walk } from './walk.ts';

/** The places in message params, or in the body or the query of another endpoint. */
export interface MatchedParams extends Found {
  /** The keys that neither the SDK nor a rule knows. */
  readonly unknownKeys: readonly Path[];
  /** The id of the model; `undefined` if it is not known. */
  readonly model: string | undefined;
  /** The `model` of the params; `odd` is not a text. */
  readonly modelParam: 'none' | 'text' | 'odd';
}

/** The places in a request. */
export interface Matched {
  readonly rules: RuleSet;
  readonly params: readonly MatchedParams[];
  /** The id of the model from the path or an option. */
  readonly model: string | undefined;
}

/** Matches a request with this body with the rules. Walks the body once. */
export function matchRequest(
  facts: RequestFacts,
  catalog: EngineCatalog<string>,
  value: unknown,
  maxHits: number,
): Matched {
  const { route, found, url } = facts;
  const rules = compileRules(catalog, found.platform, route);
  const body = hasBody(route.method) ? value : readQuery(url);
  const fallback = readModelId(facts.model);
  const items = isObject(body) ? listMessageParams(body, route) : [];
  const params = items.map(({ at, value: item }): MatchedParams => {
    const { hits, unknown } = walk(rules.tree, item, at, maxHits);
    const unknownKeys = rules.params && isObject(item) ? listUnknown(item, rules.params, at) : [];
    return { hits, unknown, unknownKeys, ...readModelParam(item, fallback) };
  });
  return { rules, params, model: fallback };
}

/** Reads the query, which rules are about on a GET or DELETE. */
const readQuery = (url: string): unknown =>
  Object.fromEntries(new URLSearchParams(url.split('#', 1)[0]?.split('?')[1]));

function readModelParam(
  params: unknown,
  fallback: string | undefined,
): Pick<MatchedParams, 'model' | 'modelParam'> {
  try {
    const { model } = Object(params) as { readonly model?: unknown };
    if (typeof model === 'string') return { model: readModelId(model), modelParam: 'text' };
    return { model: fallback, modelParam: model === undefined ? 'none' : 'odd' };
  } catch {
    // A getter throws.
    return { model: fallback, modelParam: 'odd' };
  }
}

/** Lists the unknown keys of params. All of them, because a policy may drop them. */
function listUnknown(
  params: Record<string, unknown>,
  known: ReadonlySet<string>,
  at: Path,
): readonly Path[] {
  const unknown: Path[] = [];
  for (const key of readKeys(params)) if (!known.has(key)) unknown.push([...at, key]);
  return unknown;
}

/** Reads the keys of an object; none if a proxy throws. */
function readKeys(value: object): string[] {
  try {
    return Object.keys(value);
  } catch {
    return [];
  }
}
