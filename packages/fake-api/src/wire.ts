/** What each platform calls an endpoint, and where it wants the betas: turned into the Claude API's own terms. */
import type { Platform } from '@beta-headers/manifest';
import { isObject } from './gate/walk.ts';

/** An endpoint in the Claude API's own terms. */
export interface Route {
  readonly path: string;
  /** Where the path names it. */
  readonly model?: string | undefined;
  /** Where the path says so. */
  readonly stream?: boolean | undefined;
}

/** The endpoint behind a platform's own path, or `undefined` where the platform has no such path. */
export function readRoute(platform: Platform, method: string, pathname: string): Route | undefined {
  switch (platform) {
    case 'claude-api':
    case 'claude-on-aws':
      return { path: pathname };
    case 'foundry': {
      const path = /^\/anthropic(\/v1\/.+)$/.exec(pathname)?.[1];
      return path === undefined || /^\/v1\/(?:messages\/batches|models)(?:\/|$)/.test(path)
        ? undefined
        : { path };
    }
    case 'bedrock-mantle': {
      const path = /^\/anthropic(\/v1\/messages(?:\/count_tokens)?)$/.exec(pathname)?.[1];
      return path === undefined ? undefined : { path };
    }
    case 'vertex': {
      const [, model, verb] =
        /\/publishers\/anthropic\/models\/([^/]+):(rawPredict|streamRawPredict)$/.exec(pathname) ??
        [];
      if (model === undefined || method !== 'POST') return undefined;
      if (model === 'count-tokens') return { path: '/v1/messages/count_tokens' };
      return { path: '/v1/messages', model: decode(model), stream: verb === 'streamRawPredict' };
    }
    case 'bedrock': {
      const [, model, verb] =
        /^\/model\/(.+)\/(invoke|invoke-with-response-stream)$/.exec(pathname) ?? [];
      if (model === undefined || method !== 'POST') return undefined;
      return {
        path: '/v1/messages',
        model: decode(model),
        stream: verb === 'invoke-with-response-stream',
      };
    }
    case 'bedrock-converse': {
      const model = /^\/model\/(.+)\/converse$/.exec(pathname)?.[1];
      return model === undefined || method !== 'POST'
        ? undefined
        : { path: '/v1/messages', model: decode(model), stream: false };
    }
  }
}

/** The params that rules look at: the body, or in Converse what Converse itself has no field for. */
export function readParams(platform: Platform, body: unknown): unknown {
  return platform === 'bedrock-converse' && isObject(body)
    ? (body.additionalModelRequestFields ?? {})
    : body;
}

/**
 * The betas of a request, `undefined` where there are none: from `anthropic_beta` in the body of a Bedrock call, from the header elsewhere.
 * What is no list of strings there reads as one empty value, which no platform takes.
 */
export function readBetas(
  platform: Platform,
  headers: Headers,
  params: unknown,
): string[] | undefined {
  if (platform !== 'bedrock' && platform !== 'bedrock-converse')
    return headers
      .get('anthropic-beta')
      ?.split(',')
      .map((value) => value.trim());
  const list = isObject(params) ? params.anthropic_beta : undefined;
  if (list === undefined || list === null) return undefined;
  return Array.isArray(list) && list.every((value) => typeof value === 'string') ? list : [''];
}

/** The date in `2023-06-01`, `bedrock-2023-05-31` or `vertex-2023-10-16`, from the header or the body. */
export function readApiVersion(headers: Headers, params: unknown): string | undefined {
  const inBody =
    isObject(params) && typeof params.anthropic_version === 'string'
      ? params.anthropic_version
      : undefined;
  return /\d{4}-\d{2}-\d{2}$/.exec(headers.get('anthropic-version') ?? inBody ?? '')?.[0];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
