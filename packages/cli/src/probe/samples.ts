/** Finds the smallest request that uses a feature, in the conformance corpus of the manifest. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extendCatalog, PLATFORMS, plan } from '@beta-headers/core';
import { catalog } from '@beta-headers/manifest/data';

/** The fields of a message, without the model. */
export type Params = Readonly<Record<string, unknown>>;

interface Case {
  readonly model?: string;
  readonly request?: { readonly method: string; readonly url: string; readonly body?: unknown };
  readonly expect?: { readonly verdict?: string };
}

const FILES = ['rules.jsonl', 'claims.jsonl', 'platforms.jsonl'];

/** Finds the smallest sample of each feature that a message can use. */
export function findSamples(): ReadonlyMap<string, Params> {
  const samples = new Map<string, { readonly params: Params; readonly size: number }>();
  const reveal = createRevealingCatalog();
  for (const { request, expect } of readCases()) {
    if (request?.method !== 'POST' || request.url !== '/v1/messages') continue;
    if (expect?.verdict === 'refused' || !isParams(request.body)) continue;
    const params = minimize(request.body);
    const used = new Set(
      plan(request, { catalog: reveal, platform: 'claude-api' }).decisions.flatMap(
        ({ feature, reason }) => (reason === 'unavailable' && feature ? [feature] : []),
      ),
    );
    const { betas } = plan(request, { platform: 'claude-api' });
    for (const feature of used) {
      // A sample of one feature alone, in its current form, is worth more than a shorter one.
      const size =
        JSON.stringify(params).length +
        used.size * 10_000 +
        (usesOlderForm(feature, betas) ? 1_000_000 : 0);
      if (size < (samples.get(feature)?.size ?? Number.POSITIVE_INFINITY))
        samples.set(feature, { params, size });
    }
  }
  return new Map([...samples].map(([feature, { params }]) => [feature, params]));
}

function usesOlderForm(name: string, betas: readonly string[]): boolean {
  const feature = catalog.features.find((one) => one.name === name);
  return betas.some((id) => id !== feature?.default && feature?.betas.includes(id));
}

/** Makes a catalog in which no feature is available, so that a plan names every used feature. */
const createRevealingCatalog = (): ReturnType<typeof extendCatalog> =>
  extendCatalog({
    features: Object.fromEntries(
      catalog.features.map(({ name }) => [
        name,
        { availability: Object.fromEntries(PLATFORMS.map((id) => [id, 'unavailable'])) },
      ]),
    ),
  });

function readCases(): Case[] {
  const { resolve } = createRequire(import.meta.url);
  return FILES.flatMap((file) =>
    readFileSync(resolve(`@beta-headers/manifest/conformance/${file}`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Case),
  );
}

const isParams = (value: unknown): value is Params =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'messages' in value;

/** Asks for one token, unless thinking needs more. */
function minimize({ model: _, ...params }: Params): Params {
  return 'thinking' in params || !('max_tokens' in params) ? params : { ...params, max_tokens: 1 };
}
