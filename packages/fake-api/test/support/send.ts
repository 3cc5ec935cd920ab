/** Requests over `api.fetch`, for tests that need no SDK. */
import type { FakeApi } from '../../src/index.ts';

/** The smallest message params. */
export const hello: { model: string; max_tokens: number; messages: object[] } = {
  model: 'claude-opus-5',
  max_tokens: 64,
  messages: [{ role: 'user', content: 'Hello' }],
};

/** Sends a POST with a key. */
export const post = (
  { fetch }: FakeApi,
  body: object = hello,
  path = '/v1/messages',
  init: RequestInit = {},
): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'x-api-key': 'any' },
    body: JSON.stringify(body),
    ...init,
  });

/** Sends a GET with a key. */
export const get = ({ fetch }: FakeApi, path: string): Promise<Response> =>
  fetch(path, { headers: { 'x-api-key': 'any' } });

/** The JSON of a response. */
export const readJson = async <T = Record<string, unknown>>(response: Response): Promise<T> =>
  (await response.json()) as T;

/** The types of the server-sent events of a response. */
export const readTypes = async (response: Response): Promise<string[]> =>
  [...(await response.text()).matchAll(/^event: (\w+)$/gm)].map(([, type]) => type ?? '');
