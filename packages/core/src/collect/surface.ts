/** Combines the message params that the SDK knows with those that a catalog's rules know. */
import { splitNames } from '../catalog/decode.ts';
import type { EngineCatalog, Rule } from '../catalog/types.ts';

/** The known parts of message params. Any other part makes a verdict unverified. */
export interface KnownSurface {
  readonly params: Set<string>;
  readonly tools: Set<string>;
  readonly blocks: Set<string>;
}

const surfaces = new WeakMap<EngineCatalog<string>, KnownSurface>();

/** Reads the surface of a catalog, and caches it. */
export function readSurface(catalog: EngineCatalog<string>): KnownSurface {
  const known = surfaces.get(catalog);
  if (known) return known;
  const { params, tools, blocks } = catalog.surface;
  const surface = {
    params: new Set(splitNames(params)),
    tools: new Set(splitNames(tools)),
    blocks: new Set(splitNames(blocks)),
  };
  for (const { uses, betas } of catalog.features.values())
    for (const rule of [...uses, ...betas.flatMap((beta) => beta.requires)]) addRule(rule, surface);
  surfaces.set(catalog, surface);
  return surface;
}

const BLOCK_TYPE = /^messages\[\]\.content\[\](?:\.\*\*)?\.type$/;

function addRule(
  { at, is, in: values, endpoint }: Rule,
  { params, tools, blocks }: KnownSurface,
): void {
  const isAboutMessages = endpoint?.some((one) => one.startsWith('POST /v1/messages')) !== false;
  if (at === undefined || !isAboutMessages) return;
  params.add(/^\w+/.exec(at)?.[0] ?? at);
  const types = at === 'tools[].type' ? tools : BLOCK_TYPE.test(at) ? blocks : undefined;
  for (const value of values ?? [is]) if (typeof value === 'string') types?.add(value);
}
