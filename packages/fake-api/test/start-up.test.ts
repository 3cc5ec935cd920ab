import { describe, expect, it } from 'vitest';
import { createFakeApi } from '../src/index.ts';
import { get, hello, post, readJson } from './support/send.ts';

interface Profile {
  readonly inferenceProfileId: string;
  readonly inferenceProfileArn: string;
}

const COUNT = '/model/anthropic.claude-opus-5-v1%3A0/count-tokens';

describe('the requests of a client that starts', () => {
  it('lists the inference profiles of Bedrock, and each by its id or ARN', async () => {
    const api = createFakeApi({ platform: 'bedrock' });
    const list = await get(api, '/inference-profiles?type=SYSTEM_DEFINED');
    const { inferenceProfileSummaries: all } = await readJson<{
      inferenceProfileSummaries: Profile[];
    }>(list);
    const profile = all.find(
      ({ inferenceProfileId: id }) => id === 'us.anthropic.claude-opus-5-v1:0',
    );
    expect(profile).toMatchObject({ status: 'ACTIVE', type: 'SYSTEM_DEFINED' });
    for (const name of [profile?.inferenceProfileId ?? '', profile?.inferenceProfileArn ?? ''])
      expect(
        await readJson(await get(api, `/inference-profiles/${encodeURIComponent(name)}`)),
      ).toEqual(profile);
  });

  it('has no profiles of the type APPLICATION, and answers 404 for an unknown one', async () => {
    const api = createFakeApi({ platform: 'bedrock' });
    const others = await get(api, '/inference-profiles?type=APPLICATION');
    expect(await readJson(others)).toEqual({ inferenceProfileSummaries: [] });
    const unknown = await get(api, '/inference-profiles/%E0%A4%A');
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException');
  });

  it('needs a key for the profiles, and records the request', async () => {
    const api = createFakeApi({ platform: 'bedrock' });
    expect((await api.fetch('/inference-profiles')).status).toBe(401);
    expect(api.requests.map(({ path, status }) => [path, status])).toEqual([
      ['/inference-profiles', 401],
    ]);
  });

  it('has profiles on Bedrock only', async () => {
    for (const platform of ['claude-api', 'bedrock-mantle', 'vertex'] as const)
      expect((await get(createFakeApi({ platform }), '/inference-profiles')).status).toBe(404);
  });

  it('answers HEAD /api/hello without a key', async () => {
    const { fetch } = createFakeApi();
    expect((await fetch('/api/hello', { method: 'HEAD' })).status).toBe(200);
    expect((await fetch('/api/hello', { method: 'POST' })).status).toBe(401);
  });
});

describe('CountTokens of Bedrock', () => {
  it.each([
    ['a body that is not wrapped', hello],
    ['a body that is not base64', { input: { invokeModel: { body: '{"messages":[]}' } } }],
    ['a body that is no JSON', { input: { invokeModel: { body: btoa('Hello') } } }],
    ['no input', {}],
  ])('refuses %s', async (_, body) => {
    const response = await post(createFakeApi({ platform: 'bedrock' }), body, COUNT);
    expect(response.status).toBe(400);
    expect(await readJson(response)).toEqual({ message: expect.stringContaining('CountTokens') });
  });

  it('takes the body of InvokeModel in base64, and that of Converse', async () => {
    const api = createFakeApi({ platform: 'bedrock' });
    const inner = btoa(JSON.stringify({ max_tokens: 1, messages: hello.messages }));
    for (const input of [{ invokeModel: { body: inner } }, { converse: { messages: [] } }]) {
      const response = await post(api, { input }, COUNT);
      expect(await readJson(response)).toEqual({ inputTokens: expect.any(Number) });
    }
  });
});
