import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGoogleSigner, type GoogleLibrary } from '../../../src/node/credentials/index.ts';
import type { SignableRequest } from '../../../src/types.ts';

const REQUEST: SignableRequest = {
  method: 'POST',
  url: 'https://aiplatform.googleapis.com/v1/projects/p/locations/global',
  headers: new Headers(),
  body: undefined,
};

/** A library whose clients answer with `next`. */
function fakeGoogle(next: (call: number) => Headers | Promise<Headers>) {
  const opened: unknown[] = [];
  let calls = 0;
  const GoogleAuth = class {
    constructor(options: unknown) {
      opened.push(options);
    }
    async getClient() {
      return { getRequestHeaders: async () => next(++calls) };
    }
  };
  return { opened, load: async (): Promise<GoogleLibrary> => ({ GoogleAuth }) };
}

const bearer = (token: string): Headers =>
  new Headers({ authorization: `Bearer ${token}`, 'x-goog-user-project': 'quota' });

describe('createGoogleSigner', () => {
  it('returns the headers of the library, and keeps its client', async () => {
    const { load, opened } = fakeGoogle((call) => bearer(`token-${call}`));
    const sign = createGoogleSigner({ load, keyFile: '/keys/google.json' });
    expect(await sign(REQUEST)).toEqual({
      authorization: 'Bearer token-1',
      'x-goog-user-project': 'quota',
    });
    expect(await sign(REQUEST)).toMatchObject({ authorization: 'Bearer token-2' });
    expect(opened).toEqual([
      {
        scopes: ['https://www.googleapis.com/auth/cloud-platform'],
        keyFilename: '/keys/google.json',
      },
    ]);
  });

  it('opens a new client after a failure', async () => {
    const { load, opened } = fakeGoogle((call) =>
      call === 1 ? Promise.reject(new Error('socket hang up')) : bearer('token'),
    );
    const sign = createGoogleSigner({ load });
    await expect(sign(REQUEST)).rejects.toMatchObject({ code: 'refresh-failed' });
    expect(await sign(REQUEST)).toMatchObject({ authorization: 'Bearer token' });
    expect(opened).toHaveLength(2);
  });

  it.each([
    [new Error('Could not load the default credentials.'), 'no-credentials'],
    [new Error('invalid_grant'), 'credentials-expired'],
    [new Error('Token has been expired or revoked.'), 'credentials-expired'],
    [Object.assign(new Error('no such file'), { code: 'ENOENT' }), 'key-file-missing'],
    [new SyntaxError('Unexpected token'), 'key-file-invalid'],
  ])('describes %s as %s', async (error, code) => {
    const { load } = fakeGoogle(() => Promise.reject(error));
    const failure = createGoogleSigner({ load, keyFile: 'google.json' })(REQUEST);
    await expect(failure).rejects.toMatchObject({ name: 'CredentialError', code });
  });

  it('reports an answer without a token', async () => {
    const { load } = fakeGoogle(() => new Headers());
    await expect(createGoogleSigner({ load })(REQUEST)).rejects.toThrow(
      'Google: there is no token; run `gcloud auth application-default login`',
    );
  });

  it('says how to install the library', async () => {
    const load = () =>
      Promise.reject(Object.assign(new Error('Cannot find'), { code: 'ERR_MODULE_NOT_FOUND' }));
    await expect(createGoogleSigner({ load })(REQUEST)).rejects.toThrow(
      'npm i google-auth-library',
    );
  });

  it('reports a missing key file with the library itself', async () => {
    const keyFile = join(import.meta.dirname, 'missing.json');
    await expect(createGoogleSigner({ keyFile })(REQUEST)).rejects.toMatchObject({
      code: 'key-file-missing',
      fix: 'create it, or correct the path',
    });
  });
});
