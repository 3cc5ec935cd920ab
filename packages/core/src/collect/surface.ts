/** What the SDK and the rules of a catalog know of message params, together. */
import type { EngineCatalog, Rule, Surface } from '../catalog/types.ts';

const surfaces = new WeakMap<EngineCatalog<string>, Surface>();
const MESSAGES = 'POST /v1/messages';

/** Everything that message params may have. What is not among it makes a verdict unverified. */
export function knownSurface(catalog: EngineCatalog<string>): Surface {
  const known = surfaces.get(catalog);
  if (known) return known;
  const { params, tools, blocks } = catalog.surface;
  const all = { params: new Set(params), tools: new Set(tools), blocks: new Set(blocks) };
  for (const { uses, betas } of catalog.features.values())
    for (const rule of [...uses, ...betas.flatMap((beta) => beta.requires)]) addRule(rule, all);
  surfaces.set(catalog, all);
  return all;
}

function addRule(
  { at, is, in: values, endpoint }: Rule,
  { params, tools, blocks }: { readonly [K in keyof Surface]: Set<string> },
): void {
  if (at === undefined || endpoint?.some((one) => one.startsWith(MESSAGES)) === false) return;
  params.add(/^\w+/.exec(at)?.[0] ?? at);
  const types =
    at === 'tools[].type'
      ? tools
      : /^messages\[\]\.content\[\](?:\.\*\*)?\.type$/.test(at)
        ? blocks
        : undefined;
  for (const value of values ?? [is]) if (typeof value === 'string') types?.add(value);
}
