import { describe, expect, it } from 'vitest';
import { createFakeApi } from '../src/index.ts';
import { createTinyCatalog } from './support/catalog.ts';
import { get, hello, post, readJson } from './support/send.ts';

const A = 'thing-2026-01-01';
const B = 'thing-2026-06-01';
const catalog = createTinyCatalog({ id: A }, { id: B });
const headers = { 'x-api-key': 'any', 'anthropic-beta': A };

describe('notEnrolled', () => {
  it('takes a feature, which means all of its betas', async () => {
    for (const name of [A, 'thing']) {
      const api = createFakeApi({ catalog, notEnrolled: [name] });
      const response = await post(api, hello, undefined, { headers });
      expect(await readJson(response)).toHaveProperty(
        'error.details.error_code',
        'organization_not_enrolled_in_beta',
      );
    }
  });

  it('restricts what `entitled` grants', async () => {
    const entitled = (id: string): boolean => id === A;
    const send = async (id: string, notEnrolled: string[]): Promise<number> =>
      (
        await post(createFakeApi({ catalog, entitled, notEnrolled }), hello, undefined, {
          headers: { ...headers, 'anthropic-beta': id },
        })
      ).status;
    expect([await send(A, []), await send(B, []), await send(A, [A])]).toEqual([200, 400, 400]);
  });
});

it.each([
  [{ notEnroled: [] }, 'there is no option "notEnroled"; did you mean "notEnrolled"?'],
  [{ zzz: 1 }, 'there is no option "zzz"; the options are platform, catalog,'],
  [{ notEnrolled: ['thin'] }, 'neither a beta nor a feature "thin"; did you mean "thing"?'],
  [{ notEnrolled: 'thing' }, 'notEnrolled: give a list of header values'],
  [{ rejects: [1] }, 'rejects: give a list of header values'],
  [{ respond: 'Hi' }, 'respond: give a function'],
  [{ faults: [429] }, 'faults: give a list of what `fault()` makes'],
  [{ record: true }, 'record is "true"; write \'body\', or leave it out'],
  [{ today: '2026-13-01' }, 'today is "2026-13-01"; write a day that exists as 2026-11-30'],
  ['https://api.anthropic.com', 'a client takes createFakeApi().fetch'],
  [null, 'give the options as an object, or nothing'],
])('rejects the options %j', (options, message) => {
  const given = typeof options === 'string' ? options : options && { catalog, ...options };
  expect(() => createFakeApi(given as never)).toThrow(message);
});

describe('records', () => {
  it('have the body only if the option asks for it', async () => {
    const plain = createFakeApi({ catalog });
    const recording = createFakeApi({ catalog, record: 'body' });
    for (const api of [plain, recording]) await post(api, hello);
    expect(plain.requests[0]).not.toHaveProperty('body');
    expect(recording.requests[0]?.body).toEqual(hello);
  });

  it('show the names of betas, even misspelt ones, and the length of any other value', async () => {
    const api = createFakeApi({ catalog, rejects: ['nope'] });
    const values = [
      A,
      'thinng-2026-01-01',
      'nope',
      'sk-ant-api03-AbCdEf0123456789-2026-01-01',
      'Bearer-eyJhbGciOi',
      'please-summarise',
    ];
    const sent = { ...headers, 'anthropic-beta': values.join(', ') };
    await post(api, hello, '/v1/messages?key=sk-secret', { headers: sent });
    const shown = [
      A,
      'thinng-2026-01-01',
      'nope',
      '(40 characters, no beta)',
      '(17 characters, no beta)',
      '(16 characters, no beta)',
    ];
    expect(api.requests[0]).toMatchObject({ betas: shown, betaHeader: shown.join(', ') });
  });

  it('hide a key in a path and in the name of a field', async () => {
    const api = createFakeApi({ catalog });
    await get(api, '/v1/models/sk-ant-api03-AbCdEf0123456789');
    await post(api, { ...hello, 'sk-ant-api03-AbCdEf0123456789': 1 });
    expect(api.requests.map(({ path }) => path)).toEqual([
      '/v1/models/(29 characters)',
      '/v1/messages',
    ]);
    expect(JSON.stringify(api.requests)).not.toContain('sk-ant');
  });

  it('leave out health checks and the probe of the SDK', async () => {
    const api = createFakeApi({ catalog });
    for (const url of ['/health', '/', 'data:,']) expect((await api.fetch(url)).status).toBe(200);
    expect(api.requests).toEqual([]);
    expect((await api.fetch('/', { method: 'POST', body: '{}' })).status).toBe(401);
  });
});
