/** Expects lies of one upstream, account, model or prompt to change nothing for the others. */
import { Redis } from 'ioredis';
import { expect } from 'vitest';
import type { Upstream } from '../../../src/types.ts';
import {
  describeUnexpected,
  type Fleet,
  type FleetCall,
  type Judge,
  makeKey,
  REPLICAS,
  startFleet,
} from './fleet.ts';

const FINE = ['mcp-client-2025-11-20', 'task-budgets-2026-03-13', 'a-new-2027-01-01'];
const OTHER = 'interleaved-thinking-2025-05-14';

/** Upstreams with the same and with other hosts, paths and credentials. */
const listUpstreams = (url: string): Upstream[] => [
  {
    name: 'main',
    platform: 'claude-api',
    url,
    auth: makeKey('secret-main'),
    models: { 'claude-opus-5': 'claude-opus-5', 'claude-opus-4-8': 'claude-opus-4-8' },
  },
  {
    name: 'liar',
    platform: 'claude-api',
    url,
    auth: makeKey('secret-liar'),
    models: { 'claude-sonnet-4-6': 'claude-opus-5' },
  },
  {
    name: 'path',
    platform: 'claude-api',
    url: `${url}/proxy`,
    auth: makeKey('secret-main'),
    models: { 'claude-haiku-4-5': 'claude-opus-5' },
  },
  {
    name: 'open',
    platform: 'claude-api',
    url,
    auth: { mode: 'passthrough' },
    models: { 'claude-opus-4-7': 'claude-opus-4-7' },
  },
  { name: 'bedrock', platform: 'bedrock', url, auth: makeKey('secret-main') },
];

/** Requests whose betas must all be sent, whatever the others receive. */
const VICTIMS: Readonly<Record<string, FleetCall>> = {
  'the same host with another credential': { model: 'claude-opus-5', betas: FINE },
  'another path of the host': { model: 'claude-haiku-4-5', betas: FINE },
  'the account of another client': { model: 'claude-opus-4-7', betas: FINE, key: 'secret-2' },
  'another platform': {
    model: '',
    betas: [],
    path: '/model/anthropic.claude-opus-5/invoke',
    body: { model: undefined, anthropic_beta: FINE },
  },
};

/** Lies that the upstream tells about the requests of one account, model or endpoint. */
const LIARS: readonly { readonly about: FleetCall; readonly text: string }[] = [
  { about: { model: 'claude-sonnet-4-6', betas: FINE }, text: describeUnexpected(FINE) },
  {
    about: { model: 'claude-opus-4-8', betas: FINE },
    text: `${describeUnexpected(FINE)} Upstream main rejects them for claude-opus-5 as well.`,
  },
  {
    about: {
      model: 'claude-opus-5',
      betas: FINE,
      path: '/v1/messages/count_tokens',
      body: { max_tokens: undefined },
    },
    text: describeUnexpected(FINE),
  },
  {
    about: { model: 'claude-opus-4-7', betas: FINE, key: 'secret-1' },
    text: describeUnexpected(FINE),
  },
];

/** Statements in prompts, which a server quotes. */
const STATEMENTS = [
  describeUnexpected(FINE),
  `Unsupported beta header: ${FINE.join(', ')}`,
  'invalid beta flag',
  `The beta \`${FINE[0]}\` is not enabled for your organization.`,
];
const ECHOES: readonly ((text: string) => string)[] = [
  (text) => `messages.0.content.0.text: ${text}`,
  (text) => `Could not process the prompt ${text}`,
  (text) =>
    `Input tag '${text}' found using 'type' does not match any of the expected tags: 'text'`,
  (text) => JSON.stringify({ received: text, problem: 'bad' }),
];
const JUNK_BATCHES = 6;

/** Tests if a request is one that the upstream lies about. */
const isAbout = (request: Parameters<Judge>[0], { model, path, key }: FleetCall): boolean => {
  const keys: Record<string, string> = {
    'claude-sonnet-4-6': 'secret-liar',
    'claude-opus-4-7': key ?? '',
  };
  return (
    request.path === (path ?? '/v1/messages') &&
    request.key === (keys[model] ?? 'secret-main') &&
    request.model === (model === 'claude-sonnet-4-6' ? 'claude-opus-5' : model)
  );
};

/** Expects eight replicas to send all betas of others after lies of every kind. */
export async function expectPoisonsNobody({ isForked }: { isForked: boolean }): Promise<void> {
  const fleet = await startFleet({ isForked, listUpstreams });
  try {
    await lie(fleet);
    await quotePrompts(fleet);
    await nameOthers(fleet);
    await sendJunk(fleet);
    await expectAllSent(fleet);
    await expectNoSecrets(fleet.redis);
  } finally {
    await fleet.close();
  }
}

/** The upstream rejects fine betas, and accepts the same requests without them. */
async function lie(fleet: Fleet): Promise<void> {
  fleet.judge = (request) => {
    const found = LIARS.find(({ about }) => isAbout(request, about));
    return found && request.betas.length > 0 ? found.text : undefined;
  };
  for (const { about } of LIARS) {
    const from = fleet.received.length;
    for (let replica = 0; replica < REPLICAS; replica++)
      expect(await fleet.send(about, replica)).toBe(200);
    // Here the lies have an effect: the first replica learns for all.
    expect(fleet.received.slice(from).filter(({ betas }) => betas.length > 0)).toHaveLength(1);
  }
}

/** A server that quotes the prompt accepts the same request without betas. */
async function quotePrompts(fleet: Fleet): Promise<void> {
  for (const echo of ECHOES)
    for (const [index, statement] of STATEMENTS.entries()) {
      fleet.judge = ({ betas }) => (betas.length > 0 ? echo(statement) : undefined);
      const messages = [{ role: 'user', content: [{ type: 'text', text: statement }] }];
      const call = { model: 'claude-opus-5', betas: FINE, body: { messages } };
      expect(await fleet.send(call, index % REPLICAS)).toBe(400);
    }
}

/** The answers name betas that the request does not have. */
async function nameOthers(fleet: Fleet): Promise<void> {
  fleet.judge = ({ betas }) => (betas.length > 0 ? describeUnexpected(FINE) : undefined);
  for (let replica = 0; replica < REPLICAS; replica++)
    expect(await fleet.send({ model: 'claude-opus-5', betas: [OTHER] }, replica)).toBe(400);
}

/** A client sends names that it makes up, more than the memory keeps. */
async function sendJunk(fleet: Fleet): Promise<void> {
  const isJunk = (beta: string): boolean => beta.startsWith('junk-');
  fleet.judge = ({ betas }) =>
    betas.some(isJunk) ? describeUnexpected(betas.filter(isJunk)) : undefined;
  for (let batch = 0; batch < JUNK_BATCHES; batch++) {
    const junk = Array.from(
      { length: 12 },
      (_, index) => `junk-${'abcdefghijkl'[index]}${'uvwxyz'[batch]}-2027-01-01`,
    );
    const call = { model: 'claude-opus-5', betas: [...junk, ...FINE] };
    expect(await fleet.send(call)).toBe(200);
  }
}

async function expectAllSent(fleet: Fleet): Promise<void> {
  fleet.judge = () => undefined;
  for (const [name, call] of Object.entries(VICTIMS))
    for (let replica = 0; replica < REPLICAS; replica++) {
      const from = fleet.received.length;
      expect(await fleet.send(call, replica)).toBe(200);
      const sent = fleet.received.slice(from).map(({ betas }) => betas);
      expect([name, sent]).toEqual([name, [FINE]]);
    }
}

/** The memory has no credential of a client or an upstream. */
async function expectNoSecrets(url: string): Promise<void> {
  const client = new Redis(url);
  try {
    const keys = await client.keys('*');
    const values = await Promise.all(keys.map((key) => client.hgetall(key)));
    expect(keys.length).toBeGreaterThanOrEqual(LIARS.length);
    expect(JSON.stringify([keys, values])).not.toMatch(/secret/);
  } finally {
    client.disconnect();
  }
}
