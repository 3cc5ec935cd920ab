/** The way back from a Claude API endpoint to a platform's own path. */
import { COUNT_TOKENS_PATH } from './message-endpoints.ts';
import type { Route } from './route.ts';

/** The platform that a path of this form belongs to; `undefined` for `api`, which many platforms take. */
export function impliedPlatform({ form }: Pick<Route, 'form'>): string | undefined {
  return {
    api: undefined,
    invoke: 'bedrock',
    converse: 'bedrock-converse',
    'raw-predict': 'vertex',
  }[form];
}

/**
 * Writes the path of a message endpoint in a platform's form; the inverse of `readRoute`. What comes before it, such as
 * `/anthropic` on Foundry or the project and location on Vertex, is the caller's.
 */
export function platformPath({ form, path, model = '', stream }: PlatformTarget): string {
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

/** What {@link platformPath} reads of a route. */
export type PlatformTarget = Pick<Route, 'form' | 'path'> & {
  readonly model?: string | undefined;
  readonly stream?: boolean | undefined;
};

/** One segment. Vertex writes the version of a model after an `@` as it is. A text with half a character stays as it is. */
function encode(model: string): string {
  try {
    return encodeURIComponent(model).replaceAll('%40', '@');
  } catch {
    return model;
  }
}

/** Tests if a path, or a URL, asks for a streamed answer: on the platforms where the path says so and not the body. */
export function isStreamingPath(url: string): boolean {
  const [plain = ''] = url.split(/[?#]/, 1);
  const action = plain.split('/').findLast((segment) => segment !== '') ?? '';
  return /^(?:invoke-with-response|converse)-stream$|:streamRawPredict$/.test(action);
}
