import { describe, expect, it } from 'vitest';
import { CredentialError } from '../../../src/index.ts';
import {
  type AwsCredentials,
  type AwsLibrary,
  type AwsSignerOptions,
  createAwsSigner,
} from '../../../src/node/credentials/index.ts';
import type { SignableRequest } from '../../../src/types.ts';

const TIME = Date.parse('2026-11-30T12:34:56Z');
const MINUTE = 60_000;
const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const REQUEST: SignableRequest = {
  method: 'POST',
  url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-v1%3A0/invoke',
  headers: new Headers({ 'content-type': 'application/json', accept: '*/*' }),
  body: new TextEncoder().encode('{}'),
};

/** A provider chain whose credentials are made by `next`, and a clock that tests move. */
function fakeAws(next: (call: number) => AwsCredentials | Promise<AwsCredentials>) {
  const calls: unknown[] = [];
  let now = TIME;
  const load = async (): Promise<AwsLibrary> => ({
    defaultProvider: (options) => async () => {
      calls.push(options);
      return next(calls.length);
    },
  });
  const options: AwsSignerOptions = {
    service: 'bedrock',
    region: 'us-east-1',
    env: {},
    load,
    now: () => now,
  };
  return { calls, options, wait: (ms: number) => (now += ms) };
}

const readKeyId = (headers: Readonly<Record<string, string>>): string | undefined =>
  /Credential=(\w+)\//.exec(headers['authorization'] ?? '')?.[1];

const inMinutes = (minutes: number): Date => new Date(TIME + minutes * MINUTE);

describe('createAwsSigner', () => {
  it('makes the signature of the official client', async () => {
    const sign = createAwsSigner({
      service: 'bedrock',
      region: 'us-east-1',
      credentials: { ...KEYS, sessionToken: 'token' },
      now: () => TIME,
    });
    // tools/interop compares more requests with the client itself.
    expect(await sign(REQUEST)).toEqual({
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261130/us-east-1/bedrock/aws4_request, ' +
        'SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token, ' +
        'Signature=0c4ba740a6d78122e4be7c9c9440a3a2d15c806f70b2515ea37e794b1ea0815d',
      'x-amz-content-sha256': '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      'x-amz-date': '20261130T123456Z',
      'x-amz-security-token': 'token',
    });
  });

  it('sends and signs more headers, in place of those of the client', async () => {
    const headers = { 'anthropic-workspace-id': 'wrkspc_1' };
    const service = 'aws-external-anthropic';
    const options = { service, region: 'us-east-1', credentials: KEYS } as const;
    const client = new Headers({ 'anthropic-workspace-id': 'of the client' });
    const signed = await createAwsSigner({ ...options, headers, now: () => TIME })(REQUEST);
    const replaced = await createAwsSigner({ ...options, headers, now: () => TIME })({
      ...REQUEST,
      headers: new Headers([...REQUEST.headers, ...client]),
    });
    expect(signed).toMatchObject(headers);
    expect(signed['authorization']).toContain('SignedHeaders=anthropic-workspace-id;');
    expect(replaced).toEqual(signed);
  });

  it('loads the credentials once for requests at the same time', async () => {
    const { calls, options } = fakeAws(() => ({ ...KEYS, expiration: inMinutes(60) }));
    const sign = createAwsSigner({ ...options, profile: 'dev' });
    await Promise.all([sign(REQUEST), sign(REQUEST), sign(REQUEST)]);
    await sign(REQUEST);
    expect(calls).toEqual([{ ignoreCache: true, profile: 'dev' }]);
  });

  it('refreshes them five minutes before their end, once', async () => {
    const { calls, options, wait } = fakeAws((call) => ({
      ...KEYS,
      accessKeyId: `KEY${call}`,
      expiration: inMinutes(call * 60),
    }));
    const sign = createAwsSigner(options);
    expect(readKeyId(await sign(REQUEST))).toBe('KEY1');
    wait(54 * MINUTE);
    expect(readKeyId(await sign(REQUEST))).toBe('KEY1');
    wait(2 * MINUTE);
    const both = await Promise.all([sign(REQUEST), sign(REQUEST)]);
    expect(both.map(readKeyId)).toEqual(['KEY2', 'KEY2']);
    expect(calls).toHaveLength(2);
  });

  it('uses the current ones until their end if a refresh fails', async () => {
    const { options, wait } = fakeAws((call) => {
      if (call > 1) throw new Error('connect ECONNREFUSED');
      return { ...KEYS, expiration: inMinutes(60) };
    });
    const sign = createAwsSigner(options);
    await sign(REQUEST);
    wait(58 * MINUTE);
    expect(readKeyId(await sign(REQUEST))).toBe('AKIDEXAMPLE');
    wait(3 * MINUTE);
    await expect(sign(REQUEST)).rejects.toMatchObject({ code: 'refresh-failed' });
  });

  it('loads credentials without an end again, because their file may change', async () => {
    const { options, wait } = fakeAws((call) => ({ ...KEYS, accessKeyId: `KEY${call}` }));
    const sign = createAwsSigner(options);
    await sign(REQUEST);
    wait(6 * MINUTE);
    expect(readKeyId(await sign(REQUEST))).toBe('KEY2');
  });

  it('does not remember a failure', async () => {
    const { options } = fakeAws((call) => {
      if (call === 1) throw new Error('no network');
      return KEYS;
    });
    const sign = createAwsSigner(options);
    await expect(sign(REQUEST)).rejects.toThrow('no network');
    expect(readKeyId(await sign(REQUEST))).toBe('AKIDEXAMPLE');
  });

  it('prefers keys of the environment to the chain, as the official client does', async () => {
    const { calls, options } = fakeAws(() => KEYS);
    const env = {
      AWS_PROFILE: 'dev',
      AWS_ACCESS_KEY_ID: 'FROMENV',
      AWS_SECRET_ACCESS_KEY: 's',
      AWS_SESSION_TOKEN: 'token',
    };
    const signed = await createAwsSigner({ ...options, env })(REQUEST);
    expect(readKeyId(signed)).toBe('FROMENV');
    expect(signed['x-amz-security-token']).toBe('token');
    expect(readKeyId(await createAwsSigner({ ...options, env, profile: 'dev' })(REQUEST))).toBe(
      'AKIDEXAMPLE',
    );
    expect(calls).toHaveLength(1);
  });
});

describe('createAwsSigner without credentials', () => {
  const named = (name: string, message: string): Error =>
    Object.assign(new Error(message), { name });

  it.each([
    [
      named('CredentialsProviderError', 'Could not load credentials from any providers'),
      'no-credentials',
      'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    ],
    [
      named(
        'CredentialsProviderError',
        'The SSO session associated with this profile has expired.',
      ),
      'credentials-expired',
      'sign in again, such as with `aws sso login --profile dev`',
    ],
    [
      named('CredentialsProviderError', 'Could not resolve credentials using profile: [dev]'),
      'no-credentials',
      'correct the name of the profile',
    ],
    [new Error('getaddrinfo ENOTFOUND'), 'refresh-failed', 'check the network'],
  ])('describes "%s" as %s', async (error, code, fix) => {
    const { options } = fakeAws(() => Promise.reject(error));
    const failure = await createAwsSigner({ ...options, profile: 'dev' })(REQUEST).catch(
      (thrown: unknown) => thrown,
    );
    expect(failure).toMatchObject({ name: 'CredentialError', code });
    expect((failure as Error).message).toContain(fix);
  });

  it('reports credentials that are already expired', async () => {
    const { options } = fakeAws(() => ({ ...KEYS, expiration: inMinutes(-1) }));
    await expect(createAwsSigner(options)(REQUEST)).rejects.toMatchObject({
      code: 'credentials-expired',
      fix: 'sign in again, such as with `aws sso login`',
    });
  });

  it('says how to install the library', async () => {
    const { options } = fakeAws(() => KEYS);
    const load = () =>
      Promise.reject(Object.assign(new Error('Cannot find'), { code: 'ERR_MODULE_NOT_FOUND' }));
    await expect(createAwsSigner({ ...options, load })(REQUEST)).rejects.toMatchObject({
      code: 'library-missing',
      fix: 'run `npm i @aws-sdk/credential-provider-node`',
    });
  });

  it('hides what may be a token or an account in the message of the library', async () => {
    const token = 'FwoGZXIvYXdzEXAMPLETOKENEXAMPLETOKEN';
    const text = `bad ${token} of arn:aws:iam::123456789012:user/me, 123456789012 me@x.test\nmore`;
    const { options } = fakeAws(() => Promise.reject(new Error(text)));
    const failure = await createAwsSigner(options)(REQUEST).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(CredentialError);
    const hidden = 'AWS: bad [hidden] of [hidden] [hidden] [hidden]; check the network, or sign in';
    expect((failure as Error).message.startsWith(hidden)).toBe(true);
  });

  it('leaves out the links of the library', async () => {
    const text =
      'Could not load the default credentials. Browse to https://cloud.example.com/docs/a/long/path ' +
      'for more information.';
    const { options } = fakeAws(() => Promise.reject(new Error(text)));
    const failure = await createAwsSigner(options)(REQUEST).catch((thrown: unknown) => thrown);
    expect((failure as Error).message).toMatch(/^AWS: Could not load the default credentials; /);
  });
});
