import { expect, it } from 'vitest';
import { plan } from '../../src/index.ts';

it('does not read or change the nested operation of a CountTokens request', () => {
  const host = 'https://bedrock-runtime.us-east-1.amazonaws.com';
  const url = `${host}/model/anthropic.claude-opus-5-v1%3A0/count-tokens`;
  const body = { input: { invokeModel: { body: 'e30=' } }, betas: ['x-2026-01-01'] };
  const planned = plan({ method: 'POST', url, body });
  expect(planned).toMatchObject({ verdict: 'unverified', changed: false });
  expect(planned.decisions.map(({ reason }) => reason)).toEqual(['unread-body']);
});
