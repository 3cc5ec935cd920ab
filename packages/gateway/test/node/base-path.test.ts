import { describe, expect, it } from 'vitest';
import { requireBasePath } from '../../src/node/base-path.ts';
import type { Gateway } from '../../src/types.ts';

/** Answers with what it received. */
const echo: Gateway = async (request) => {
  const { pathname, search } = new URL(request.url);
  const headers = { 'x-path': `${pathname}${search}`, 'x-method': request.method };
  return new Response(await request.text(), { headers });
};

const send = (path: string, init: RequestInit = {}): Promise<Response> =>
  requireBasePath(echo, '/secret')(new Request(`http://127.0.0.1${path}`, init));

describe('the base path', () => {
  it('is removed from the URL, and all else of the request stays', async () => {
    const response = await send('/secret/v1/messages?beta=true', { method: 'POST', body: 'text' });
    expect(response.headers.get('x-path')).toBe('/v1/messages?beta=true');
    expect(response.headers.get('x-method')).toBe('POST');
    expect(await response.text()).toBe('text');
  });

  it('is necessary: all other paths are answered 404 in the shape of the API', async () => {
    for (const path of [
      '/',
      '/v1/messages',
      '/secret',
      '/secretx/v1',
      '/a/secret/v1',
      '/Secret/v1',
    ]) {
      const response = await send(path);
      expect(response.status, path).toBe(404);
      expect(await response.json()).toMatchObject({ error: { type: 'not_found_error' } });
    }
  });

  it('passes the abort of a client on', async () => {
    const abort = new AbortController();
    const gateway = requireBasePath(async ({ signal }) => {
      abort.abort();
      return Response.json(signal.aborted);
    }, '/secret');
    const request = new Request('http://127.0.0.1/secret/v1', { signal: abort.signal });
    expect(await (await gateway(request)).json()).toBe(true);
  });

  it('is optional', () => {
    expect(requireBasePath(echo, undefined)).toBe(echo);
  });
});
