/** The programs of the projects: each sends a request that needs a beta, and prints the header. */

/** The packages that the programs import, with the last SDK before 1.0. */
export const PACKAGES = [
  '@anthropic-ai/sdk@0.122.0',
  '@beta-headers/node',
  '@beta-headers/fake-api',
] as const;

/** The header that every program prints. */
export const HEADER = 'computer-use-2025-11-24';

const PARAMS = `{
  model: 'claude-opus-4-8',
  max_tokens: 64,
  messages: [{ role: 'user', content: 'Hello' }],
  tools: [
    { type: 'computer_20251124', name: 'computer', display_width_px: 1, display_height_px: 1 },
  ],
}`;

const SEND = `
async function send() {
  const api = createFakeApi();
  const middleware = [betaMiddleware({ logger: false })];
  const client = new Anthropic({ apiKey: 'none', fetch: api.fetch, middleware });
  await client.beta.messages.create(${PARAMS});
  return api.requests.at(-1).betaHeader;
}`;

/** Sends with the SDK, as an ES module. */
export const MODULE: string = `
import Anthropic from '@anthropic-ai/sdk';
import { createFakeApi } from '@beta-headers/fake-api';
import { betaMiddleware } from '@beta-headers/node';
${SEND}
console.log(await send());
`;

/** Sends with the SDK, as a CommonJS module. */
export const COMMONJS: string = `
const { default: Anthropic } = require('@anthropic-ai/sdk');
const { createFakeApi } = require('@beta-headers/fake-api');
const { betaMiddleware } = require('@beta-headers/node');
${SEND}
send().then(console.log);
`;

/** Defines a test with `test` and `equal`, which a runner's own lines import. */
export const defineTest = (imports: string, assertion: string): string => `
import Anthropic from '@anthropic-ai/sdk';
import { createFakeApi } from '@beta-headers/fake-api';
import { betaMiddleware } from '@beta-headers/node';
${imports}
${SEND}
test('sends the beta', async () => {
  const header = await send();
  ${assertion}
});
`;

/** Exports a function that plans with `betaFetch`; needs neither Node nor the SDK. */
export const PORTABLE: string = `
import { betaFetch } from '@beta-headers/node';
import { plan } from '@beta-headers/core';
import { COMPUTER_USE_2025_11_24 } from '@beta-headers/constants';
import { classifyBetaError } from '@beta-headers/core/errors';
import { betaRecovery } from '@beta-headers/core/recovery';

const echo = async (_, init) => new Response(new Headers(init.headers).get('anthropic-beta'));
const params = ${PARAMS};
export async function send() {
  const request = { method: 'POST', url: 'https://api.anthropic.com/v1/messages', body: params };
  if (plan(request).header !== COMPUTER_USE_2025_11_24) throw new Error('plan');
  if (classifyBetaError(new Error('x')) !== undefined) throw new Error('classifyBetaError');
  const fetch = betaFetch({ fetch: echo, logger: false, recover: betaRecovery() });
  const { url, method } = request;
  return (await fetch(url, { method, body: JSON.stringify(params) })).text();
}
`;
