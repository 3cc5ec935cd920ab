/** What the SDK and the rules of a catalog know of message params, together. */
import { splitNames } from '../catalog/decode.ts';
import type { EngineCatalog, Rule } from '../catalog/types.ts';

/** Everything that message params may have. What is not among it makes a verdict unverified. */
export interface KnownSurface {
  readonly params: Set<string>;
  readonly tools: Set<string>;
  readonly blocks: Set<string>;
}

const surfaces = new WeakMap<EngineCatalog<string>, KnownSurface>();

/** The surface of a catalog, put together once. */
export function knownSurface(catalog: EngineCatalog<string>): KnownSurface {
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
