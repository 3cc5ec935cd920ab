/** The command `explain` in a process of its own, and with very large texts. */
import { chmodSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { callMain } from './support/call-main.ts';
import { runCli } from './support/run-cli.ts';
import { writeTemporary } from './support/temporary.ts';

describe('explain with unusual files', () => {
  it('reports a file without permission', async () => {
    const file = writeTemporary('a.json', '{}');
    chmodSync(file, 0o000);
    // Root may read everything, so the file is read by another user.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    const called = await runCli(['explain', file], { uid });
    expect([called.code, called.stdout]).toEqual([2, '']);
    expect(called.stderr).toMatch(/a\.json: no permission to read it; give yourself read access/);
  });

  it('refuses a text that no API accepts, and reads one of 20 MB', async () => {
    const large = Buffer.alloc(40_000_001, 'a');
    const piped = await callMain(['explain'], { stdin: large });
    expect([piped.code, piped.stderr]).toEqual([
      2,
      expect.stringContaining('stdin is larger than 40 MB'),
    ]);
    const named = await callMain(['explain', writeTemporary('a.json', large)]);
    expect([named.code, named.stderr]).toEqual([
      2,
      expect.stringContaining('a.json is larger than'),
    ]);
    const content = 'a'.repeat(20_000_000);
    const body = JSON.stringify({
      model: 'claude-opus-5-5',
      max_tokens: 10,
      mcp_servers: [{ type: 'url', url: 'https://x.example', name: 'x' }],
      tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
      messages: [{ role: 'user', content }],
    });
    const called = await callMain(['explain', '--platform', 'bedrock'], { stdin: body });
    expect(called.code).toBe(1);
    expect(called.stdout).toMatch(/^bedrock \(by --platform\): will be refused\n/);
  });
});
