import { execFileSync } from 'node:child_process';
import { PLATFORMS } from '@beta-headers/constants';
import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import { CLIENTS, findClient } from '../src/clients/index.ts';
import { formatSet, formatUnset } from '../src/env/shells.ts';
import { EnvOutput } from '../src/schema/env.ts';
import { callMain } from './support/call-main.ts';

const CLAUDE = ['env', '--client', 'claude-code'];
const URL = 'http://127.0.0.1:8787';

/** Evaluates a script and returns its environment. */
function evaluate(script: string, env: Record<string, string> = {}): Record<string, string> {
  const text = execFileSync('sh', ['-c', `${script}\nenv -0`], { env, encoding: 'utf8' });
  return Object.fromEntries(
    text
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

describe('env', () => {
  it('prints lines that a shell can evaluate', async () => {
    const { code, stdout } = await callMain([...CLAUDE, '--platform', 'bedrock', '--url', URL]);
    expect(code).toBe(0);
    expect(evaluate(stdout, { CLAUDE_CODE_USE_VERTEX: '1', PATH: '/bin' })).toMatchObject({
      CLAUDE_CODE_USE_BEDROCK: '1',
      ANTHROPIC_BEDROCK_BASE_URL: URL,
      CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
    });
    expect(evaluate(stdout, { CLAUDE_CODE_USE_VERTEX: '1' })).not.toHaveProperty(
      'CLAUDE_CODE_USE_VERTEX',
    );
  });

  it('sets no optional variable and no value of the user', async () => {
    const { stdout } = await callMain([...CLAUDE, '--platform', 'vertex', '--url', URL]);
    const names = Object.keys(evaluate(stdout)).filter((name) => /CLAUDE|ANTHROPIC|ML/.test(name));
    expect(names.sort()).toEqual([
      'ANTHROPIC_VERTEX_BASE_URL',
      'CLAUDE_CODE_SKIP_VERTEX_AUTH',
      'CLAUDE_CODE_USE_VERTEX',
    ]);
    expect(stdout).toContain('# export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1');
    expect(stdout).toContain('# export ANTHROPIC_VERTEX_PROJECT_ID=your-project');
  });

  it('says what each variable costs', async () => {
    const { stdout } = await callMain([...CLAUDE, '--platform', 'bedrock']);
    expect(stdout).toMatch(
      /# Cost: Context management is off[^\n]*\n# https:\S+\n# export CLAUDE_CODE_DISABLE_EXPERIMENTAL/,
    );
    expect(stdout).not.toContain('BASE_URL');
  });

  it('keeps the credential of the client on the Claude API unless the gateway has one', async () => {
    const args = [...CLAUDE, '--platform', 'claude-api', '--url', `${URL}/`];
    const kept = evaluate((await callMain(args)).stdout);
    expect(kept).toMatchObject({ ANTHROPIC_BASE_URL: URL, ENABLE_TOOL_SEARCH: 'true' });
    expect(kept).not.toHaveProperty('ANTHROPIC_AUTH_TOKEN');
    const replaced = evaluate((await callMain([...args, '--auth', 'gateway'])).stdout);
    expect(replaced).toHaveProperty('ANTHROPIC_AUTH_TOKEN');
  });

  it('refuses two forms of the output', async () => {
    const args = [...CLAUDE, '--platform', 'foundry', '--json', '--shell'];
    const called = await callMain([...args, 'fish']);
    expect([called.code, called.stdout]).toEqual([2, '']);
    expect(called.stderr).toContain('--json and --shell: choose one');
    expect((await callMain([...args, 'json'])).code).toBe(0);
  });

  it('prints the same variables as JSON, with sources', async () => {
    const args = [...CLAUDE, '--platform', 'foundry', '--url', URL];
    const { stdout } = await callMain([...args, '--json']);
    expect(EnvOutput.parse(JSON.parse(stdout))).toMatchObject({
      client: 'claude-code',
      platform: 'foundry',
      url: URL,
      set: [
        { name: 'CLAUDE_CODE_USE_FOUNDRY', value: '1' },
        {
          name: 'ANTHROPIC_FOUNDRY_BASE_URL',
          value: URL,
          source: { url: 'https://code.claude.com/docs/en/llm-gateway-connect' },
        },
        { name: 'ANTHROPIC_FOUNDRY_API_KEY', value: 'unused' },
      ],
    });
    expect((await callMain([...args, '--shell', 'json'])).stdout).toBe(stdout);
  });

  it('quotes values for each shell', () => {
    expect(formatSet('sh', 'A', "it's a $b")).toBe("export A='it'\\''s a $b'");
    expect(evaluate(formatSet('sh', 'A', "it's a $b"))['A']).toBe("it's a $b");
    expect(formatSet('fish', 'A', "it's \\n")).toBe("set -gx A 'it\\'s \\\\n'");
    expect(formatSet('powershell', 'A', "it's $b")).toBe("$env:A = 'it''s $b'");
    expect(formatUnset('fish', 'A')).toBe('set -e A');
    expect(formatUnset('powershell', 'A')).toBe('Remove-Item Env:A -ErrorAction SilentlyContinue');
  });

  it('rejects an unknown client with the list of clients', async () => {
    const { code, stdout, stderr } = await callMain(['env', '--client', 'claude-cod', ...FOUNDRY]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('did you mean claude-code?');
    expect(stderr).toContain('Known clients: claude-code (Claude Code), anthropic-sdk');
  });

  it('lists the clients and the platforms if one is missing', async () => {
    const none = await callMain(['env']);
    expect([none.code, none.stderr.includes('Known clients: claude-code')]).toEqual([2, true]);
    const { code, stderr } = await callMain(CLAUDE);
    expect([code, stderr.includes('Platforms: claude-api, ')]).toEqual([2, true]);
  });

  it('rejects an unknown platform with the nearest, and one that the client cannot call', async () => {
    const wrong = await callMain([...CLAUDE, '--platform', 'vertx']);
    expect([wrong.code, wrong.stderr.includes('did you mean vertex?')]).toEqual([2, true]);
    const converse = await callMain([...CLAUDE, '--platform', 'bedrock-converse']);
    expect(converse.code).toBe(2);
    expect(converse.stderr).toContain('Converse is not supported; use bedrock');
  });

  it('rejects an address that is none', async () => {
    for (const url of ['localhost:8787', 'ftp://a', '/v1']) {
      const { code, stderr } = await callMain([...CLAUDE, ...FOUNDRY, '--url', url]);
      expect([code, stderr.includes('http://127.0.0.1:8787')], url).toEqual([2, true]);
    }
  });
});

const FOUNDRY = ['--platform', 'foundry'];

describe('the data about clients', () => {
  it('has a public page and its day for every variable', () => {
    for (const client of CLIENTS) {
      const variables = client.platforms.flatMap((entry) => [
        ...entry.select,
        ...entry.gateway,
        ...entry.skipAuth,
        ...entry.own,
        ...(entry.direct ?? []),
        ...entry.restore,
      ]);
      expect(variables.length).toBeGreaterThan(5);
      for (const { name, source, purpose, cost = '.' } of [...variables, ...client.optional]) {
        const page = client.sources[source];
        expect(page?.url, `${client.id}: ${name}`).toMatch(/^https:\/\//);
        expect(page?.read, `${client.id}: ${name}`).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(`${purpose}${cost}`, name).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it('has each variable that keeps Claude Code from sending a beta, as the manifest says', () => {
    const client = catalog.clients.find(({ id }) => id === 'claude-code');
    const off = new Set(client?.sends.flatMap((one) => one.off ?? []));
    const optional = new Map(findClient('claude-code').optional.map((one) => [one.name, one]));
    expect(off.size).toBeGreaterThan(5);
    for (const name of off) {
      const known = client?.variables.find((one) => one.name === name);
      expect(optional.get(name)).toMatchObject({ value: known?.value });
      expect(optional.get(name)?.purpose).toBe(known?.effect.en.replaceAll('`', ''));
      expect(optional.get(name)?.cost).toBe(known?.cost?.en.replaceAll('`', ''));
    }
    // It adds betas.
    expect(optional.has('ANTHROPIC_BETAS')).toBe(false);
  });

  it('has every source that it lists in use', () => {
    for (const client of CLIENTS) {
      const text = JSON.stringify([client.platforms, client.optional]);
      for (const name of Object.keys(client.sources))
        expect(text, client.id).toContain(`"source":"${name}"`);
    }
  });

  it('names each platform at most once, and Claude Code has all but Converse', () => {
    for (const client of CLIENTS) {
      const named = client.platforms.flatMap(({ platforms }) => platforms);
      expect(new Set(named).size).toBe(named.length);
    }
    const [claude] = CLIENTS;
    const named = claude?.platforms.flatMap(({ platforms }) => platforms) ?? [];
    expect(PLATFORMS.filter((platform) => !named.includes(platform))).toEqual(['bedrock-converse']);
  });

  it('unsets every variable that chooses another platform', () => {
    for (const client of CLIENTS)
      for (const { select } of client.platforms)
        for (const { name } of select) expect(client.selectors).toContain(name);
  });
});
