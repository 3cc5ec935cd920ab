import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
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
  const JWT = class {
    constructor(options: unknown) {
      opened.push(options);
    }
    async getRequestHeaders() {
      return next(++calls);
    }
  };
  const GoogleAuth = class {
    readonly #options: unknown;
    constructor(options: unknown) {
      this.#options = options;
    }
    async getClient() {
      return new JWT(this.#options);
    }
  };
  return { opened, load: async (): Promise<GoogleLibrary> => ({ GoogleAuth, JWT }) };
}

const SCOPES = ['https://www.googleapis.com/auth/cloud-platform'];

/** Writes a key file into a folder that is removed after the test. */
function writeKey(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-google-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'key.json');
  writeFileSync(file, text);
  return file;
}

const makeKey = (key: string): string =>
  JSON.stringify({ type: 'service_account', client_email: 'a@b.test', private_key: key });

const bearer = (token: string): Headers =>
  new Headers({ authorization: `Bearer ${token}`, 'x-goog-user-project': 'quota' });

describe('createGoogleSigner', () => {
  it('returns the headers of the library, and keeps its client', async () => {
    const { load, opened } = fakeGoogle((call) => bearer(`token-${call}`));
    const sign = createGoogleSigner({ load });
    expect(await sign(REQUEST)).toEqual({
      authorization: 'Bearer token-1',
      'x-goog-user-project': 'quota',
    });
    expect(await sign(REQUEST)).toMatchObject({ authorization: 'Bearer token-2' });
    expect(opened).toEqual([{ scopes: SCOPES }]);
  });

  it('uses the key of a service account, and its next one after a rotation', async () => {
    const keyFile = writeKey(makeKey('first'));
    const { load, opened } = fakeGoogle(() => bearer('token'));
    const sign = createGoogleSigner({ load, keyFile });
    await sign(REQUEST);
    await sign(REQUEST);
    writeFileSync(keyFile, makeKey('the second'));
    await sign(REQUEST);
    expect(opened).toEqual([
      { email: 'a@b.test', key: 'first', scopes: SCOPES },
      { email: 'a@b.test', key: 'the second', scopes: SCOPES },
    ]);
  });

  it.each(['not JSON', '[]', 'null', '{"type":"external_account"}', '{"type":"service_account"}'])(
    'refuses the key file %s',
    async (text) => {
      const { load } = fakeGoogle(() => bearer('token'));
      const sign = createGoogleSigner({ load, keyFile: writeKey(text) });
      await expect(sign(REQUEST)).rejects.toMatchObject({ code: 'key-file-invalid' });
    },
  );

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
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'refresh-failed'],
  ])('describes %s as %s', async (error, code) => {
    const { load } = fakeGoogle(() => Promise.reject(error));
    const failure = createGoogleSigner({ load })(REQUEST);
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

  it('reports a missing key file', async () => {
    const keyFile = join(import.meta.dirname, 'missing.json');
    await expect(createGoogleSigner({ keyFile })(REQUEST)).rejects.toMatchObject({
      code: 'key-file-missing',
      fix: 'create it, or correct the path',
    });
  });
});
