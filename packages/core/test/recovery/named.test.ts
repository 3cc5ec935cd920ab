/** A beta that the answer names. */
import { describe, expect, it } from 'vitest';
import { inProcessMemory, type MemoryEntry } from '../../src/recovery/index.ts';
import {
  accept,
  createClient,
  createRejector,
  describeUnexpected,
  reject,
} from './support/client.ts';

const COMPACT = 'compact-2026-09-04';
const [A, B, C] = ['a-2027-01-01', 'b-2027-01-01', 'c-2027-01-01'] as const;
const compaction = { compaction: { type: 'summarize' } };

describe('a beta that the answer names', () => {
  it('is dropped, and not sent again', async () => {
    const client = createClient(createRejector([A]));
    for (let i = 0; i < 2; i++) expect((await client.send({ betas: [A, B] })).status).toBe(200);
    expect(client.sent).toEqual([[A, B], [B], [B]]);
  });

  it('is remembered only after the request without it succeeded', async () => {
    const memory = memorize();
    const client = createClient(
      ({ betas }) =>
        betas.includes(A) ? reject(describeUnexpected([A])) : reject('Overloaded', 529),
      { recovery: { memory } },
    );
    const response = await client.send({ betas: [A, B] });
    expect([response.status, client.sent]).toEqual([529, [[A, B], [B]]]);
    expect(memory.entries()).toEqual([]);
  });

  it('is remembered for the model and the endpoint that rejected it', async () => {
    const client = createClient(createRejector([A]));
    await client.send({ betas: [A] });
    await client.send({ betas: [A], body: { model: 'claude-sonnet-5-5' } });
    await client.send({ betas: [A], path: '/v1/messages/count_tokens' });
    await client.send({ betas: [A] });
    expect(client.sent).toEqual([[A], [], [A], [], [A], [], []]);
  });

  it('stays in a request whose body depends on it, each time, and the answer is whole', async () => {
    const client = createClient(createRejector([COMPACT]));
    for (let i = 0; i < 3; i++) {
      const response = await client.send({ body: compaction });
      expect([response.status, response.bodyUsed]).toEqual([400, false]);
      expect(await response.json()).toMatchObject({
        error: { message: describeUnexpected([COMPACT]) },
      });
    }
    expect(client.sent).toEqual([[COMPACT], [COMPACT], [COMPACT]]);
  });

  it('is sent for a body that needs it, although another request showed that it is rejected', async () => {
    let isDown = true;
    const client = createClient((request) =>
      isDown ? createRejector([COMPACT])(request) : accept(),
    );
    expect((await client.send({ betas: [COMPACT] })).status).toBe(200);
    expect((await client.send({ body: compaction })).status).toBe(400);
    isDown = false;
    expect((await client.send({ body: compaction })).status).toBe(200);
    await client.send({ betas: [COMPACT] });
    expect(client.sent).toEqual([[COMPACT], [], [COMPACT], [COMPACT], [COMPACT]]);
  });

  it('is the only suspect of a request whose body needs it', async () => {
    const client = createClient(createRejector([COMPACT], false));
    await client.send({ betas: [COMPACT] });
    client.count();
    expect((await client.send({ betas: [A], body: compaction })).status).toBe(400);
    expect(client.count()).toBe(1);
  });

  it('is dropped together with its fields under the policy strip', async () => {
    const client = createClient(createRejector([COMPACT]), { policy: { unavailable: 'strip' } });
    for (let i = 0; i < 2; i++) expect((await client.send({ body: compaction })).status).toBe(200);
    expect(client.received.map(({ betas, body }) => [betas, 'compaction' in body])).toEqual([
      [[COMPACT], true],
      [[], false],
      [[], false],
    ]);
  });

  it('is dropped although the policy keeps graduated betas', async () => {
    const old = 'context-1m-2025-08-07';
    const client = createClient(createRejector([old]), { policy: { graduated: 'keep' } });
    expect((await client.send({ betas: [old] })).status).toBe(200);
    expect(client.sent).toEqual([[old], []]);
  });

  it('is found although the answer has it in capitals', async () => {
    const client = createClient(({ betas }) =>
      betas.includes(A) ? reject(describeUnexpected([A]).toUpperCase()) : accept(),
    );
    expect((await client.send({ betas: [A] })).status).toBe(200);
  });

  it('is kept if an organization policy forbids its feature, because no retry helps', async () => {
    const message =
      'Organization Policy constraint constraints/vertexai.allowedPartnerModelFeatures violated ' +
      'for `projects/1` attempting to use a disallowed feature interleaved_thinking for Partner ' +
      'model claude-sonnet-4-6.';
    const client = createClient(() => reject(message), { platform: 'vertex' });
    const betas = ['interleaved-thinking-2025-05-14'];
    const host = 'us-east5-aiplatform.googleapis.com';
    expect((await client.send({ betas, host })).status).toBe(400);
    expect(client.sent).toEqual([betas]);
  });

  it('changes nothing if it was not sent', async () => {
    const client = createClient(() => reject('Unsupported beta header: other-2027-01-01'));
    expect((await client.send({ betas: [A] })).status).toBe(400);
    expect(client.sent).toHaveLength(1);
  });

  it('is dropped before the next one that is named', async () => {
    const client = createClient(({ betas }) => {
      const [first] = betas.filter((beta) => beta !== C);
      return first ? reject(describeUnexpected([first])) : accept();
    });
    for (let i = 0; i < 2; i++) expect((await client.send({ betas: [A, B, C] })).status).toBe(200);
    expect(client.sent).toEqual([[A, B, C], [B, C], [C], [C]]);
  });

  it('is found by its feature', async () => {
    const message =
      'The computer-use beta feature is not currently supported on the Converse and ConverseStream APIs';
    const client = createClient(({ betas }) =>
      betas.some((beta) => beta.startsWith('computer-use')) ? reject(message) : accept(),
    );
    expect((await client.send({ betas: ['computer-use-2025-01-24', A] })).status).toBe(200);
    expect(client.sent.at(-1)).toEqual([A]);
  });

  it('is dropped if the request lacks what it is for', async () => {
    const message =
      'Task budgets beta requires output_config.task_budget to be included in the request.';
    const client = createClient(({ betas }) => (betas.length > 0 ? reject(message) : accept()));
    expect((await client.send({ betas: ['task-budgets-2026-03-13'] })).status).toBe(200);
    expect(client.sent).toEqual([['task-budgets-2026-03-13'], []]);
  });

  it('gives way to another beta that enables the same', async () => {
    const client = createClient(createRejector(['mcp-client-2025-11-20']));
    const body = {
      mcp_servers: [{ type: 'url', name: 'x', url: 'https://mcp.example' }],
      tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
    };
    expect((await client.send({ body })).status).toBe(200);
    expect(client.sent).toEqual([['mcp-client-2025-11-20'], ['mcp-client-2026-09-15']]);
  });

  it.each([true, false])(
    'is not kept if it may be a key or a password (named: %s)',
    async (isNamed) => {
      const memory = memorize();
      const secrets = ['sk-ant-api03-abcdefghij', 'correct-horse-staple'];
      for (const secret of secrets) {
        const client = createClient(createRejector([secret], isNamed), { recovery: { memory } });
        for (let i = 0; i < 4; i++) await client.send({ betas: [secret, A, B] });
      }
      const names = memory.entries().map(({ beta }) => beta);
      expect(names.filter((name) => secrets.includes(name))).toEqual([]);
    },
  );
});

describe('a beta that the answer asks for', () => {
  const MCP = 'mcp-client-2025-11-20';
  const createAsker = (message: string) =>
    createClient(({ betas }) => (betas.includes(MCP) ? accept() : reject(message)));

  it('is added, and sent at once from then on', async () => {
    const client = createAsker(`This endpoint requires the \`anthropic-beta: ${MCP}\` header.`);
    for (let i = 0; i < 2; i++) expect((await client.send({ betas: [A] })).status).toBe(200);
    expect(client.sent).toEqual([[A], [A, MCP], [A, MCP]]);
  });

  it('is not remembered if it did not help', async () => {
    const memory = memorize();
    const message = `This endpoint requires the \`anthropic-beta: ${MCP}\` header.`;
    const client = createClient(() => reject(message), { recovery: { memory } });
    expect((await client.send()).status).toBe(400);
    expect([client.sent, memory.entries()]).toEqual([[[], [MCP]], []]);
  });

  it('is not added if the policy reports what is missing', async () => {
    const client = createClient(
      () => reject(`This endpoint requires the \`anthropic-beta: ${COMPACT}\` header.`),
      { policy: { missing: 'report' } },
    );
    expect((await client.send({ body: compaction })).status).toBe(400);
    expect(client.sent).toEqual([[]]);
  });

  it.each(['evil-2027-01-01', 'claude-code-20250219', 'token-efficient-tools-2025-02-19'])(
    'is not added if the manifest does not know it as needed: %s',
    async (beta) => {
      const client = createClient(() =>
        reject(`This endpoint requires the \`anthropic-beta: ${beta}\` header.`),
      );
      expect((await client.send()).status).toBe(400);
      expect(client.sent).toEqual([[]]);
    },
  );

  it('is added for requests with the field that needs it only', async () => {
    const FAST = 'fast-mode-2026-02-01';
    const client = createClient(({ betas, body }) =>
      'speed' in body && !betas.includes(FAST)
        ? reject('speed: Extra inputs are not permitted')
        : accept(),
    );
    const fast = { model: 'claude-opus-5-5', speed: 'fast' };
    for (const body of [fast, fast, {}]) await client.send({ body });
    expect(client.sent).toEqual([[], [FAST], [FAST], []]);
  });
});

/** A memory whose entries a test reads. */
function memorize() {
  const memory = inProcessMemory();
  const keys = new Set<string>();
  return {
    ...memory,
    keys: [] as string[],
    add(key: string, entries: readonly MemoryEntry[]) {
      keys.add(key);
      return memory.add(key, entries);
    },
    entries: () => [...keys].flatMap((key) => memory.get(key) as readonly MemoryEntry[]),
  };
}
