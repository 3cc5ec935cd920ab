/** Converts a Claude API endpoint to a platform's own path. */
import { COUNT_TOKENS_PATH } from './message-endpoints.ts';
import type { Route } from './route.ts';

/**
 * Returns the platform to which a path of this form belongs; `undefined` for `api`, which many
 * platforms use.
 */
export function findImpliedPlatform({ form }: Pick<Route, 'form'>): string | undefined {
  return {
    api: undefined,
    invoke: 'bedrock',
    converse: 'bedrock-converse',
    'raw-predict': 'vertex',
  }[form];
}

/**
 * Writes the path of a message endpoint in a platform's form; the inverse of `readRoute`. The
 * caller adds any prefix, such as `/anthropic` on Foundry, or the project and location on Vertex.
 */
export function formatPlatformPath({ form, path, model = '', stream }: PlatformTarget): string {
  const counts = path === COUNT_TOKENS_PATH;
  const name = encode(model);
  switch (form) {
    case 'api':
      return path;
    case 'invoke': {
      const action = stream ? 'invoke-with-response-stream' : 'invoke';
      return `/model/${name}/${counts ? 'count-tokens' : action}`;
    }
    case 'converse':
      return `/model/${name}/${stream ? 'converse-stream' : 'converse'}`;
    case 'raw-predict': {
      const action = stream ? 'streamRawPredict' : 'rawPredict';
      const which = counts ? 'count-tokens:rawPredict' : `${name}:${action}`;
      return `/publishers/anthropic/models/${which}`;
    }
  }
}

/** The parts of a route that {@link formatPlatformPath} uses. */
export type PlatformTarget = Pick<Route, 'form' | 'path'> & {
  readonly model?: string | undefined;
  readonly stream?: boolean | undefined;
};

/**
 * Encodes a path segment. Vertex does not escape the `@` before a model's version. A text with a
 * lone surrogate stays unchanged.
 */
function encode(model: string): string {
  try {
    return encodeURIComponent(model).replaceAll('%40', '@');
  } catch {
    return model;
  }
}

/**
 * Tests if a path or URL requests a streamed response, on platforms where the path and not the body
 * decides.
 */
export function isStreamingPath(url: string): boolean {
  const [plain = ''] = url.split(/[?#]/, 1);
  const action = plain.split('/').findLast((segment) => segment !== '') ?? '';
  return /^(?:invoke-with-response|converse)-stream$|:streamRawPredict$/.test(action);
}
