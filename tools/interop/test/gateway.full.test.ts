/** Every client through the gateway, to every platform except Converse. */
import { expect, it } from 'vitest';
import type { GatewayClient } from '../src/gateway/client.ts';
import { listClients } from '../src/gateway/clients.ts';
import { type Cell, compareClients } from '../src/gateway/compare.ts';
import { PLATFORM_NAMES } from '../src/gateway/platforms.ts';
import { SDKS } from '../src/gateway/sdks.ts';
import { type Stack, startStack } from '../src/gateway/stack.ts';
import { countEffects, formatTable } from '../src/gateway/table.ts';
import type { Arrived } from '../src/gateway/upstream.ts';

const clients = await listClients();
const compared: Cell[] = [];

it.each(
  clients.map((client) => [`${client.name} ${client.version}, ${client.form}`, client] as const),
)('makes the requests of %s work, and leaves the others as they are', async (_, client) => {
  const cells = await compareClients([client]);
  compared.push(...cells);
  expect(cells.filter(({ outcome }) => !outcome.ok)).toEqual([]);
  expect(cells).toHaveLength(client.platforms.length * client.cases.length * 2);
});

it('has compared every client on every platform', () => {
  console.log(formatTable(compared));
  expect(new Set(compared.map(({ platform }) => platform))).toEqual(new Set(PLATFORM_NAMES));
  const names = clients.map(({ name }) => name);
  for (const name of ['@anthropic-ai/sdk', '@ai-sdk/anthropic', '@langchain/anthropic', 'curl'])
    expect(names).toContain(name);
  const { fixed, unchanged, failed } = countEffects(compared);
  expect(failed).toBe(0);
  expect(fixed).toBeGreaterThan(300);
  expect(unchanged).toBeGreaterThan(400);
});

/** Sends a request through the gateway and returns it as the platform received it. */
async function receive(
  client: GatewayClient,
  { platform, gatewayUrl, upstream }: Stack,
  name: string,
  stream: boolean,
): Promise<Arrived> {
  const base = client.form === 'own' && platform === 'vertex' ? `${gatewayUrl}/v1` : gatewayUrl;
  upstream.take();
  await client.send({ platform, base, name, stream, skipAuth: true });
  const [received] = upstream.take();
  if (!received) throw new Error(`${client.name}: nothing arrived`);
  return received;
}

/** The parts of a request that have a meaning for the platform. */
const toMeaning = ({ target, headers, body }: Arrived): object => {
  const { anthropic_beta: list, ...fields } = JSON.parse(body.toString()) as {
    anthropic_beta?: string[];
  };
  // Bedrock reads the body, and Vertex the header.
  const inHeader = target.startsWith('/model/') ? undefined : headers['anthropic-beta'];
  const betas = list ?? inHeader?.split(',') ?? [];
  return { target: decodeURIComponent(target).split('?')[0], fields, betas: betas.toSorted() };
};

it.each(['bedrock', 'vertex'] as const)(
  'converts a request to the one that the official client of %s sends',
  async (platform) => {
    const [messages] = SDKS;
    const own = SDKS.find(({ name }) => name === `@anthropic-ai/${platform}-sdk`);
    if (!messages || !own) throw new Error('no client');
    const stack = await startStack(platform);
    try {
      for (const name of own.cases)
        for (const stream of [false, true]) {
          const converted = await receive(messages, stack, name, stream);
          const expected = await receive(own, stack, name, stream);
          expect([name, toMeaning(converted)]).toEqual([name, toMeaning(expected)]);
        }
    } finally {
      await stack.close();
    }
  },
);
