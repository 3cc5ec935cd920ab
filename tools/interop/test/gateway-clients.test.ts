/** The newest SDKs through the gateway; `gateway.full.test.ts` runs every client. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCell } from '../src/gateway/cell.ts';
import type { GatewayClient } from '../src/gateway/client.ts';
import { compareClients, nameCell } from '../src/gateway/compare.ts';
import { CLIENT_KEY, type GatewayPlatform } from '../src/gateway/platforms.ts';
import { SCENARIOS } from '../src/gateway/scenarios.ts';
import { SDKS } from '../src/gateway/sdks.ts';
import { type Stack, startStack } from '../src/gateway/stack.ts';
import { countEffects, formatTable } from '../src/gateway/table.ts';
import { readAnswer, writeWire } from '../src/gateway/wire.ts';

const QUICK: readonly GatewayPlatform[] = ['claude-api', 'bedrock', 'vertex', 'foundry'];

it('makes the requests of the newest SDKs work, and leaves the others as they are', async () => {
  const newest = SDKS.filter(({ version }) => version.startsWith('1.'));
  const cells = await compareClients(
    newest,
    ({ platform, name }) => QUICK.includes(platform) && name !== '5 MB',
  );
  const failed = cells.flatMap((cell) =>
    cell.outcome.ok ? [] : [`${nameCell(cell)}: ${cell.outcome.reason}`],
  );
  expect(failed).toEqual([]);
  const { fixed, unchanged } = countEffects(cells);
  expect(cells).toHaveLength((QUICK.length + 3) * (Object.keys(SCENARIOS).length - 1) * 2);
  expect(fixed).toBeGreaterThan(40);
  expect(unchanged).toBeGreaterThan(30);
});

/** A client that sends a body of its own, with or without the gateway. */
const createClient = (writeBody: (text: string, skipAuth: boolean) => string): GatewayClient => ({
  name: 'client',
  version: '1.0.0',
  form: 'messages',
  platforms: ['foundry'],
  cases: ['plain', 'ten betas'],
  async send({ base, platform, name, stream, skipAuth }) {
    const scenario = SCENARIOS[name] ?? { betas: [], params: {} };
    const { target, headers, body } = writeWire(platform, 'messages', scenario, stream);
    const response = await fetch(base + target, {
      method: 'POST',
      headers: { ...headers, 'x-api-key': CLIENT_KEY },
      body: writeBody(body, skipAuth),
    });
    const answer = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(answer.toString());
    return readAnswer(answer);
  },
});

describe('the comparison', () => {
  let stack: Stack;
  let silent: Stack;
  beforeAll(async () => {
    stack = await startStack('foundry');
    silent = await startStack('foundry', { dryRun: true });
  });
  afterAll(async () => {
    await Promise.all([stack.close(), silent.close()]);
  });
  const plain = createClient((text) => text);

  it('fails if one byte differs', async () => {
    const other = createClient((text, skipAuth) => (skipAuth ? `${text} ` : text));
    expect(await runCell(plain, stack, 'plain', true)).toMatchObject({ effect: 'unchanged' });
    expect(await runCell(other, stack, 'plain', true)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/the body has \d+ bytes instead of \d+/),
    });
  });

  it('fails if the platform refuses the request behind the gateway too', async () => {
    expect(await runCell(plain, stack, 'ten betas', false)).toMatchObject({ effect: 'fixed' });
    expect(await runCell(plain, silent, 'ten betas', false)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('400'),
    });
  });

  it('fails for a stream without an end', () => {
    const start = 'data: {"type":"message_start"}\n\n';
    expect(() => readAnswer(Buffer.from(start))).toThrow('from message_start to message_start');
  });

  it('is summed up in a table with the failures below', () => {
    const cell = { client: plain, platform: 'foundry', name: 'plain', stream: true } as const;
    const text = formatTable([
      { ...cell, outcome: { ok: true, effect: 'fixed', changes: [] } },
      { ...cell, outcome: { ok: true, effect: 'unchanged', changes: [] } },
      { ...cell, outcome: { ok: false, reason: 'the method is GET' } },
    ]);
    expect(text).toContain('| client | 1.0.0 | Messages | foundry | yes | 1 | 1 | 1 |');
    expect(text).toContain(
      '- client 1.0.0 → foundry, Messages: plain, streamed: the method is GET',
    );
  });
});
