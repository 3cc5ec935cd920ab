/**
 * A stand-in Claude API that gates betas as the manifest says, on any platform: for tests and demos
 * without a key.
 *
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { createFakeApi } from '@beta-headers/fake-api';
 *
 * const api = createFakeApi();
 * const client = new Anthropic({ apiKey: 'any', fetch: api.fetch });
 * ```
 * @module
 */
import { createFakeApi, type FakeApi } from './fake-api.ts';

export {
  createFakeApi,
  type FakeApi,
  type FakeApiOptions,
  type RecordedRequest,
} from './fake-api.ts';

/**
 * A stand-in for the Claude API itself, ready to use. Its memory is shared by all who import it.
 */
export const fakeApi: FakeApi = createFakeApi();
