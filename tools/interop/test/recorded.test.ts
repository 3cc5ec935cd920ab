/** Compares the requests of npm clients with the rules. A claim must explain each difference. */
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { type Judgement, judge } from '../src/judge.ts';
import { LANGCHAIN_REQUESTS } from '../src/langchain.ts';
import { OFFICIAL } from '../src/official.ts';
import { PROVIDERS, type Provider } from '../src/providers.ts';
import { type Recorded, record } from '../src/recorded.ts';
import { countJudgements, formatJudgement } from '../src/report.ts';

const langchain: Provider = {
  client: `@langchain/anthropic@${packageJson.dependencies['@langchain/anthropic']}`,
  platform: 'claude-api',
  requests: LANGCHAIN_REQUESTS.map(({ feature: name, send }) => ({ name, send })),
};
const all = [...OFFICIAL, ...PROVIDERS, langchain];

describe.concurrent('every disagreement is explained by a claim', () => {
  it.each(all)('for $client on $platform', async ({ client, platform, requests }) => {
    const judgements: Judgement[] = [];
    for (const request of requests) judgements.push(judge(await record(client, platform, request)));
    const unexplained = judgements.filter(({ disagreements }) =>
      disagreements.some(({ claim }) => !claim),
    );
    expect(unexplained.map(formatJudgement)).toEqual([]);
    // Without bodies or headers, a recording would have no agreements.
    expect(countJudgements(judgements).agreements).toBeGreaterThan(0);
  });
});

describe('judge', () => {
  const createRequest = (betas: string, body: object): Recorded => ({
    client: 'test@0.0.0',
    name: 'test',
    platform: 'claude-api',
    method: 'POST',
    path: '/v1/messages',
    headers: [['Anthropic-Beta', betas]],
    body: { model: 'claude-opus-4-8', messages: [], ...body },
  });
  const listClaims = (recorded: Recorded): (string | undefined)[] =>
    judge(recorded).disagreements.map(({ kind, claim }) => claim && `${kind} ${claim.where}`);

  it('finds no claim for a value that is not in the manifest', () => {
    expect(listClaims(createRequest('no-such-thing-2026-01-01', {}))).toEqual([undefined]);
  });

  it('finds no claim for an unmet beta if the request uses a field without a rule', () => {
    const opened = createRequest('task-budgets-2026-03-13', { thread: { type: 'create' } });
    expect(listClaims(opened)).toEqual([
      'needless task-budgets-2026-03-13: requires, and the request meets none of it',
      expect.stringMatching(/^missing message-threads-2026-08-12: requires/),
    ]);
    // One beta may enable the field that another beta's rule covers.
    const compacted = createRequest('task-budgets-2026-03-13, compact-2026-01-12', {
      context_management: { edits: [{ type: 'compact_20260112' }] },
    });
    expect(listClaims(compacted)).toEqual([
      'needless task-budgets-2026-03-13: requires, and the request meets none of it',
    ]);
    // Only beta params have this name, and no rule covers it.
    const content = [{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'advisor', input: {} }];
    expect(
      listClaims(
        createRequest('task-budgets-2026-03-13', { messages: [{ role: 'assistant', content }] }),
      ),
    ).toEqual([undefined]);
  });

  it('names the claim that explains each needless beta', () => {
    expect(
      listClaims(
        createRequest(
          'pdfs-2024-09-25, context-1m-2025-08-07, claude-code-20250219, ' +
            'interleaved-thinking-2025-05-14, files-api-2025-04-14',
          {},
        ),
      ),
    ).toEqual([
      'needless pdfs-2024-09-25: graduated',
      'needless context-1m-2025-08-07: graduated',
      'needless claude-code-20250219: stage internal',
      'needless interleaved-thinking-2025-05-14: no rule, a header alone',
      'needless files-api-2025-04-14: selects',
    ]);
    expect(listClaims({ ...createRequest('pdfs-2024-09-25', {}), platform: 'vertex' })).toEqual([
      'needless pdfs-2024-09-25: acceptance.vertex',
    ]);
  });

  it('finds betas in the header, the body and batch items', () => {
    const params = { context_management: { edits: [] }, betas: ['context-management-2025-06-27'] };
    const batch: Recorded = {
      ...createRequest('', {}),
      path: '/v1/messages/batches?beta=true',
      body: { requests: [{ custom_id: 'a', params }] },
    };
    const computer = {
      tools: [{ type: 'computer_20250124' }],
      anthropic_beta: ['computer-use-2025-01-24'],
    };
    const converse: Recorded = {
      ...createRequest('', {}),
      platform: 'bedrock-converse',
      path: '/model/m/converse',
      body: { additionalModelRequestFields: computer },
    };
    const invoke: Recorded = {
      ...createRequest('', {}),
      platform: 'bedrock',
      path: '/model/m/invoke',
      body: computer,
    };
    for (const one of [batch, converse, invoke]) {
      const { sent, inferred, disagreements } = judge(one);
      expect(sent).toHaveLength(1);
      expect(inferred).toEqual(sent);
      expect(disagreements).toEqual([]);
    }
  });

  it('accepts another date of a choice', () => {
    expect(
      judge(createRequest('mcp-client-2025-04-04', { mcp_servers: [{ type: 'url' }] }))
        .disagreements,
    ).toEqual([]);
  });

  it('reports a feature that the platform refuses', () => {
    expect(
      listClaims({
        ...createRequest('', { mcp_servers: [{ type: 'url' }] }),
        platform: 'bedrock',
        path: '/model/m/invoke',
      }),
    ).toEqual(['refused mcp-client: availability.bedrock']);
  });
});
