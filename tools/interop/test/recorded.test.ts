/** Clients as they come from npm, whose requests the rules have not been written for: wherever the two disagree, the manifest says why. */
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { type Judgement, judge } from '../src/judge.ts';
import { LANGCHAIN_REQUESTS } from '../src/langchain.ts';
import { OFFICIAL } from '../src/official.ts';
import { PROVIDERS, type Provider } from '../src/providers.ts';
import { type Recorded, record } from '../src/recorded.ts';
import { figures, formatJudgement } from '../src/report.ts';

const langchain: Provider = {
  client: `@langchain/anthropic@${packageJson.dependencies['@langchain/anthropic']}`,
  platform: 'claude-api',
  asks: LANGCHAIN_REQUESTS.map(({ feature: name, send }) => ({ name, send })),
};
const all = [...OFFICIAL, ...PROVIDERS, langchain];

describe.concurrent('every disagreement is explained by a claim', () => {
  it.each(all)('$client, $platform', async ({ client, platform, asks }) => {
    const judgements: Judgement[] = [];
    for (const ask of asks) judgements.push(judge(await record(client, platform, ask)));
    const unexplained = judgements.filter(({ disagreements }) =>
      disagreements.some(({ claim }) => !claim),
    );
    expect(unexplained.map(formatJudgement)).toEqual([]);
    // A recording that lost the bodies or the headers would agree in nothing.
    expect(figures(judgements).agreements).toBeGreaterThan(0);
  });
});

describe('the judge', () => {
  const request = (betas: string, body: object): Recorded => ({
    client: 'nobody@0.0.0',
    name: 'made up',
    platform: 'claude-api',
    method: 'POST',
    path: '/v1/messages',
    headers: [['Anthropic-Beta', betas]],
    body: { model: 'claude-opus-4-8', messages: [], ...body },
  });
  const claims = (recorded: Recorded): (string | undefined)[] =>
    judge(recorded).disagreements.map(({ kind, claim }) => claim && `${kind} ${claim.where}`);

  it('has no excuse for a value that the manifest does not know', () => {
    expect(claims(request('no-such-thing-2026-01-01', {}))).toEqual([undefined]);
  });

  it('has none for a beta whose rules are not met, where the request uses something that no rule opened', () => {
    const opened = request('task-budgets-2026-03-13', { thread: { type: 'create' } });
    expect(claims(opened)).toEqual([
      'needless task-budgets-2026-03-13: requires, and the request meets none of it',
      expect.stringMatching(/^missing message-threads-2026-08-12: requires/),
    ]);
    // One value may open what another's rule asks for.
    const compacted = request('task-budgets-2026-03-13, compact-2026-01-12', {
      context_management: { edits: [{ type: 'compact_20260112' }] },
    });
    expect(claims(compacted)).toEqual([
      'needless task-budgets-2026-03-13: requires, and the request meets none of it',
    ]);
    // Only beta params know this name, and it opens nothing by itself.
    const content = [{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'advisor', input: {} }];
    expect(
      claims(request('task-budgets-2026-03-13', { messages: [{ role: 'assistant', content }] })),
    ).toEqual([undefined]);
  });

  it('names the claim', () => {
    expect(
      claims(
        request(
          'pdfs-2024-09-25, context-1m-2025-08-07, claude-code-20250219, interleaved-thinking-2025-05-14, files-api-2025-04-14',
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
    expect(claims({ ...request('pdfs-2024-09-25', {}), platform: 'vertex' })).toEqual([
      'needless pdfs-2024-09-25: acceptance.vertex',
    ]);
  });

  it('finds the betas wherever they stand', () => {
    const params = { context_management: { edits: [] }, betas: ['context-management-2025-06-27'] };
    const batch: Recorded = {
      ...request('', {}),
      path: '/v1/messages/batches?beta=true',
      body: { requests: [{ custom_id: 'a', params }] },
    };
    const computer = {
      tools: [{ type: 'computer_20250124' }],
      anthropic_beta: ['computer-use-2025-01-24'],
    };
    const converse: Recorded = {
      ...request('', {}),
      platform: 'bedrock-converse',
      path: '/model/m/converse',
      body: { additionalModelRequestFields: computer },
    };
    const invoke: Recorded = {
      ...request('', {}),
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

  it('takes another date of a choice for agreement', () => {
    expect(
      judge(request('mcp-client-2025-04-04', { mcp_servers: [{ type: 'url' }] })).disagreements,
    ).toEqual([]);
  });

  it('says what the platform cannot do', () => {
    expect(
      claims({
        ...request('', { mcp_servers: [{ type: 'url' }] }),
        platform: 'bedrock',
        path: '/model/m/invoke',
      }),
    ).toEqual(['refused mcp-client: availability.bedrock']);
  });
});
