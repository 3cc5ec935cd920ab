/** Checks the engine's verdicts against the data: neither too strict nor too lax. */
import { type Platform as KnownPlatform, plan } from '@beta-headers/core';
import type { Platform } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import { judgeByData, type Small } from './support/by-data.ts';
import { TODAY } from './support/faults.ts';
import { DEPLOYMENT, listModels } from './support/models.ts';
import {
  listParts,
  MESSAGES,
  makeApiRequest,
  makeNativeRequest,
  resolveEndpoint,
} from './support/requests.ts';

const PLATFORMS = catalog.platforms.map(({ id }) => id);
const ENDED = catalog.models.filter(({ retired }) => retired !== undefined).map(({ id }) => id);

/** Lists the smallest requests that use a feature, for each use, value and class of models. */
function listSmallest(platform: Platform): (Small & { endpoint: string; feature: string })[] {
  const models = listModels(platform).filter((id) => id !== DEPLOYMENT && !ENDED.includes(id));
  return catalog.features.flatMap(({ name: feature, uses }) =>
    uses.flatMap((use) =>
      (use.endpoint ?? [MESSAGES]).flatMap((endpoint) => {
        const [method, path] = resolveEndpoint(endpoint);
        return listParts(use).flatMap((params) =>
          models.map((model) => ({ feature, platform, endpoint, method, path, model, params })),
        );
      }),
    ),
  );
}

describe('the smallest request that uses a feature has the verdict of the data', () => {
  it.each(PLATFORMS)('on %s', (platform) => {
    const all = listSmallest(platform).filter(({ path }) => path !== '/v1/messages/batches');
    const wrong = all.flatMap(({ feature, endpoint, ...small }) => {
      const request = {
        ...makeApiRequest(endpoint, small.params, small.model),
        model: small.model,
      };
      const { verdict } = plan(request, { platform: platform as KnownPlatform, today: TODAY });
      const said = judgeByData(small);
      if (verdict === said) return [];
      return [`${feature} ${JSON.stringify(request)}: ${verdict}, by the data ${said}`];
    });
    const pairs = new Set(all.map(({ feature }) => feature)).size;
    console.log(`${platform}: ${all.length} requests for ${pairs} features`);
    expect(wrong).toEqual([]);
  });
});

describe('a request that carries only a header', () => {
  const ids = catalog.betas.map(({ id }) => id);

  it.each(PLATFORMS)('is never refused because %s lacks the feature', (platform) => {
    const wrong = listModels(platform).flatMap((model) =>
      ids.flatMap((id) => {
        const forms = [
          makeApiRequest(MESSAGES, { messages: [] }, model, [id]),
          makeNativeRequest(platform, { messages: [] }, model, [id]),
        ];
        return forms.flatMap((request) => {
          if (!request) return [];
          const { decisions } = plan(request, { platform: platform as KnownPlatform });
          return decisions.some(({ action }) => action === 'refused') ? [request] : [];
        });
      }),
    );
    expect(wrong).toEqual([]);
  });
});
