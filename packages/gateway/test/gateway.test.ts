import { createFakeApi } from '@beta-headers/fake-api';
import { describe, expect, it } from 'vitest';
import { createGateway } from '../src/index.ts';

const MESSAGE = {
  model: 'claude-opus-5',
  max_tokens: 16,
  messages: [{ role: 'user', content: 'Hi' }],
};

describe('createGateway', () => {
  it('forwards a message to the Claude API', async () => {
    const api = createFakeApi();
    const gateway = createGateway({
      upstreams: [
        {
          name: 'api',
          platform: 'claude-api',
          url: 'https://api.anthropic.com',
          auth: { mode: 'passthrough' },
          send: api.fetch,
        },
      ],
    });
    const response = await gateway(
      new Request('http://gateway.test/v1/messages?beta=true', {
        method: 'POST',
        headers: { 'x-api-key': 'sk-ant-1', 'content-type': 'application/json' },
        body: JSON.stringify(MESSAGE),
      }),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ type: 'message' });
    expect(response.headers.get('x-beta-headers-verdict')).toBe('works');
  });
});
