import process from 'node:process';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExplainOutput } from '../src/schema/explain.ts';
import { FindOutput } from '../src/schema/find.ts';
import { ScanTextOutput } from '../src/schema/scan-text.ts';
import { CLI } from './support/run-cli.ts';

const client = new Client({ name: 'test', version: '1.0.0' });

beforeAll(async () => {
  const transport = new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp'] });
  await client.connect(transport);
});
afterAll(() => client.close());

/** Calls a tool, and returns its text and its data. */
async function call(name: string, args: Record<string, unknown>) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
  const [first] = content;
  const text = first?.type === 'text' ? first.text : '';
  return { text, data: structuredContent, isError: isError === true };
}

const BODY = {
  model: 'claude-opus-5-5',
  max_tokens: 10,
  mcp_servers: [{ type: 'url', url: 'https://x.example', name: 'x' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
  messages: [{ role: 'user', content: 'hi' }],
};

describe('mcp', () => {
  it('has read-only tools with titles, and schemas of input and output', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['explain_request', 'find_beta', 'scan_text']);
    for (const { name, title, description, annotations, inputSchema, outputSchema } of tools) {
      expect([title, description], name).not.toContain(undefined);
      expect(annotations, name).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(inputSchema.type, name).toBe('object');
      expect(outputSchema, name).toMatchObject({ type: 'object', required: expect.any(Array) });
      const described = Object.values(inputSchema.properties ?? {}) as { description?: string }[];
      expect(described.some(({ description: one }) => one !== undefined)).toBe(true);
    }
  });

  it('explains a request as data and as text', async () => {
    const text = JSON.stringify(BODY);
    const works = await call('explain_request', { text, platform: 'claude-api' });
    expect(works.text).toMatch(/^claude-api \(by --platform\): works once it is changed\n/);
    const { requests } = ExplainOutput.parse(works.data);
    expect(requests[0]?.plans[0]?.betas).toEqual(['mcp-client-2025-11-20']);
    const all = await call('explain_request', { text, allPlatforms: true, language: 'id' });
    expect(ExplainOutput.parse(all.data).requests[0]?.plans).toHaveLength(9);
    expect(all.text).toContain('bedrock: akan ditolak');
  });

  it('finds betas by id, name and words', async () => {
    const exact = await call('find_beta', { query: 'mcp-client-2025-11-20' });
    expect(FindOutput.parse(exact.data).results[0]).toMatchObject({ kind: 'beta', stage: 'beta' });
    const words = await call('find_beta', { query: 'fast mode', limit: 2 });
    expect(FindOutput.parse(words.data).results[0]?.name).toBe('fast-mode');
    const invented = await call('find_beta', { query: 'extended-thinking-2025-05-14' });
    expect(invented.text).toContain('Do you need it? No. No beta has this name.');
  });

  it('scans a text for betas', async () => {
    const text = 'client.beta.messages.create(betas=["prompt-caching-2024-07-31"])\n';
    const { data, text: shown } = await call('scan_text', { text, path: 'main.py' });
    expect(ScanTextOutput.parse(data)).toMatchObject({
      findings: [{ kind: 'graduated', beta: 'prompt-caching-2024-07-31', line: 1 }],
      problems: 1,
    });
    expect(shown).toMatch(/^1:\d+ warn prompt-caching-2024-07-31: /);
    const clean = await call('scan_text', { text: 'x = 1', path: 'main.py', failWithin: 30 });
    expect(clean).toMatchObject({ data: { findings: [] }, text: 'No beta was found.' });
    const unknown = await call('scan_text', { text, path: 'main.zig' });
    expect(unknown).toMatchObject({ isError: true });
    expect(unknown.text).toContain('give a name such as main.py');
  });

  it('answers wrong input with an error that says how to fix it', async () => {
    const none = await call('explain_request', { text: 'hello' });
    expect(none).toMatchObject({ isError: true, data: undefined });
    expect(none.text).toMatch(/^this is no request\. .*Give a JSON body/);
    const both = { text: '{}', platform: 'bedrock', allPlatforms: true };
    expect((await call('explain_request', both)).text).toContain('not both');
    const near = await call('find_beta', { query: 'mcpp-cliennt' });
    expect(near.isError).toBe(true);
    expect(near.text).toContain('Did you mean mcp-client?');
    const platform = await call('explain_request', { text: '{}', platform: 'bedrok' });
    expect(platform.isError).toBe(true);
    expect(platform.text).toContain('platform');
  });
});
