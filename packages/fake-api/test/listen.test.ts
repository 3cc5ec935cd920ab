import { globSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createFakeApi, type FakeApiOptions, type Listening } from '../src/index.ts';
import { hello } from './support/send.ts';

const open: Listening[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start(options: FakeApiOptions = {}) {
  const api = createFakeApi(options);
  const server = await api.listen();
  open.push(server);
  const send = (body: object = hello, path = '/v1/messages'): Promise<Response> =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'x-api-key': 'any' },
      body: JSON.stringify(body),
    });
  return { api, url: server.url, send };
}

describe('listen', () => {
  it('answers on a free port of this machine, and closes', async () => {
    const { url, send } = await start({ respond: () => 'Hi' });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await send()).json()).toMatchObject({ content: [{ text: 'Hi' }] });
    const stream = await (await send({ ...hello, stream: true })).text();
    expect(stream).toContain('event: message_stop');
    await open.pop()?.close();
    await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
  });

  it('leaves the globals of the process alone', async () => {
    const before = [globalThis.Request, globalThis.Response];
    await start();
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });

  it('cuts the connection on a reset, before the answer and in a stream', async () => {
    const { api, send } = await start();
    api.fault('reset');
    await expect(send()).rejects.toThrow('fetch failed');
    api.fault('reset', { after: 2 });
    const response = await send({ ...hello, stream: true });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    expect((await send()).status).toBe(200);
  });

  it('refuses a body over 32 MB, with its length and without', async () => {
    const { url } = await start();
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const upload = (headers: Record<string, string>): Promise<number> =>
      new Promise((resolve, reject) => {
        const sent = request(`${url}/v1/messages`, { method: 'POST', headers });
        sent.on('response', (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
          sent.destroy();
        });
        sent.on('error', reject);
        for (let i = 0; i < 40; i++) sent.write(chunk);
        sent.end();
      });
    expect(await upload({ 'x-api-key': 'a', 'transfer-encoding': 'chunked' })).toBe(413);
    expect(await upload({ 'x-api-key': 'a', 'content-length': String(40 * 1024 ** 2) })).toBe(413);
  });

  it('is kept out of bundles for a browser: only the command imports modules of Node', () => {
    const folder = fileURLToPath(new URL('../src', import.meta.url));
    const importing = globSync('**/*.ts', { cwd: folder }).filter((file) =>
      /^import (?!type ).*'(?:node:|@hono\/node-server)/m.test(
        readFileSync(join(folder, file), 'utf8'),
      ),
    );
    expect(importing.sort()).toEqual(['cli.ts', 'serve.ts']);
  });

  it('rejects an option that does not exist', async () => {
    await expect(createFakeApi().listen({ hostname: 'x' } as never)).rejects.toThrow(
      'listen: there is no option "hostname"; the options are port, host',
    );
  });
});
