import { describe, expect, it } from 'vitest';
import { type AzureLibrary, createAzureSigner } from '../../../src/node/credentials/index.ts';
import type { SignableRequest } from '../../../src/types.ts';

const REQUEST: SignableRequest = {
  method: 'POST',
  url: 'https://r.services.ai.azure.com/anthropic/v1/messages',
  headers: new Headers(),
  body: undefined,
};
const MINUTE = 60_000;

/** A library whose tokens last an hour, or fail. */
function fakeAzure(fail?: (call: number) => unknown) {
  const opened: unknown[] = [];
  const scopes: string[] = [];
  let now = Date.parse('2026-11-30T12:00:00Z');
  const DefaultAzureCredential = class {
    constructor(options: unknown) {
      opened.push(options);
    }
    async getToken(scope: string) {
      scopes.push(scope);
      const error = fail?.(scopes.length);
      if (error) throw error;
      return { token: `token-${scopes.length}`, expiresOnTimestamp: now + 60 * MINUTE };
    }
  };
  const load = async (): Promise<AzureLibrary> => ({ DefaultAzureCredential });
  return { opened, scopes, load, now: () => now, wait: (ms: number) => (now += ms) };
}

describe('createAzureSigner', () => {
  it('keeps a token, and requests the next one before its end', async () => {
    const { opened, scopes, wait, load, now } = fakeAzure();
    const sign = createAzureSigner({ load, now, tenant: 't', client: 'c' });
    const first = await Promise.all([sign(REQUEST), sign(REQUEST)]);
    expect(first).toEqual([
      { authorization: 'Bearer token-1' },
      { authorization: 'Bearer token-1' },
    ]);
    wait(56 * MINUTE);
    expect(await sign(REQUEST)).toEqual({ authorization: 'Bearer token-2' });
    expect(scopes).toEqual(['https://ai.azure.com/.default', 'https://ai.azure.com/.default']);
    expect(opened).toEqual([{ tenantId: 't', managedIdentityClientId: 'c' }]);
  });

  it('requests the scope of the options', async () => {
    const { scopes, load, now } = fakeAzure();
    await createAzureSigner({ load, now, scope: 'https://ai.azure.us/.default' })(REQUEST);
    expect(scopes).toEqual(['https://ai.azure.us/.default']);
  });

  it('uses a short token for half of its life', async () => {
    let now = 0;
    let calls = 0;
    const DefaultAzureCredential = class {
      async getToken() {
        calls += 1;
        return { token: 'short', expiresOnTimestamp: now + 2 * MINUTE };
      }
    };
    const load = async (): Promise<AzureLibrary> => ({ DefaultAzureCredential });
    const sign = createAzureSigner({ load, now: () => now });
    for (const at of [0, 0.5, 0.9, 1.1]) {
      now = at * MINUTE;
      await sign(REQUEST);
    }
    expect(calls).toBe(2);
  });

  it.each([
    ['AADSTS700082: The refresh token has expired', 'AuthenticationError', 'credentials-expired'],
    ['EnvironmentCredential is unavailable', 'CredentialUnavailableError', 'no-credentials'],
    [
      'ChainedTokenCredential authentication failed.',
      'AggregateAuthenticationError',
      'no-credentials',
    ],
    ['connect ETIMEDOUT', 'Error', 'refresh-failed'],
  ])('describes "%s" of %s as %s', async (message, name, code) => {
    const { load, now } = fakeAzure(() => Object.assign(new Error(message), { name }));
    await expect(createAzureSigner({ load, now })(REQUEST)).rejects.toMatchObject({
      name: 'CredentialError',
      code,
    });
  });

  it('says how to install the library', async () => {
    const load = () =>
      Promise.reject(Object.assign(new Error('Cannot find'), { code: 'ERR_MODULE_NOT_FOUND' }));
    await expect(createAzureSigner({ load })(REQUEST)).rejects.toThrow('npm i @azure/identity');
  });
});
