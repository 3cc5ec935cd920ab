import { readFileSync } from 'node:fs';
import { readGatewayConfig } from '@beta-headers/gateway/node';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/index.ts';
import { createOutput } from '../src/output.ts';
import { writeTemporary } from './support/temporary.ts';

const root = new URL('../../../', import.meta.url);
const FILES = [
  'docs/src/content/docs/guides/claude-code.mdx',
  'docs/src/content/docs/guides/gateway.mdx',
  'docs/src/content/docs/guides/command-line.mdx',
  'docs/src/content/docs/guides/probe.mdx',
  'docs/src/content/docs/guides/mcp.mdx',
  'packages/cli/README.md',
  'packages/gateway/README.md',
];
/** These have YAML that is no configuration of the gateway. */
const MORE = ['docs/src/content/docs/guides/scan.mdx', 'packages/eslint-plugin/README.md'];
const readTexts = (files: readonly string[]): (readonly [string, string])[] =>
  files.map((file) => [file, readFileSync(new URL(file, root), 'utf8')]);
const texts = readTexts(FILES);
const gatewayGuide = texts[1]?.[1] ?? '';

/** Lists the blocks of a language. */
const listBlocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block]) => block ?? '',
  );

/** Lists the commands of the program, each as its words. */
function listCommands(text: string): string[][] {
  const blocks = [
    ...listBlocks(text, 'sh'),
    ...[...text.matchAll(/`(beta-headers [^`]+)`/g)].map(([, one]) => one ?? ''),
  ];
  return blocks
    .flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => /(?:^|\$\(|&& |npx @)beta-headers(?:\/cli)? ([^)#|]*)/.exec(line)?.[1]?.trim())
    .filter((line): line is string => line !== undefined)
    .map((line) =>
      (line.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^['"]|['"]$/g, '')),
    );
}

/** Parses the words of a command as the program does, and does not run it. */
async function parseOnly([name = '', ...args]: readonly string[]): Promise<void> {
  const entry = COMMANDS.find((command) => command.name === name);
  if (!entry) throw new Error(`no command ${name}`);
  const stream = { write: () => {} };
  const output = createOutput(stream, stream, {});
  const command = new Command(name).exitOverride().configureOutput({ writeErr: () => {} });
  (await entry.load()).defineCommand(command, { output, env: {}, setExitCode: () => {} });
  await command.action(() => {}).parseAsync(args, { from: 'user' });
}

describe('the guides and the READMEs', () => {
  it('have commands that the program takes', async () => {
    let count = 0;
    for (const [file, text] of [...texts, ...readTexts(MORE)])
      for (const words of listCommands(text)) {
        // A name alone is a mention in a sentence.
        if (words.length < 2 || words[0] === 'help') continue;
        count += 1;
        await expect(parseOnly(words), `${file}: ${words.join(' ')}`).resolves.toBeUndefined();
      }
    expect(count).toBeGreaterThan(15);
    await expect(parseOnly(['gateway', '--confg', 'x'])).rejects.toThrow('unknown option');
  });

  it('have configurations that the gateway takes', async () => {
    const secret = writeTemporary('key', 'key\n');
    const blocks = texts.flatMap(([, text]) => listBlocks(text, 'yaml'));
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) {
      const file = writeTemporary('gateway.yaml', block.replace(/(?<=\$\{file:)[^}]+/, secret));
      const env = { VALKEY_URL: 'redis://valkey:6379', AWS_REGION: 'us-east-1' };
      await expect(readGatewayConfig(file, { env }), block).resolves.toBeDefined();
    }
  });

  it('name the default of every limit', async () => {
    const file = writeTemporary('a.yaml', 'upstreams: [{ name: a, platform: claude-api }]');
    const { limits, gateway } = await readGatewayConfig(file, { env: {} });
    const { timeouts, ...others } = limits;
    const shown = Object.fromEntries(
      [...gatewayGuide.matchAll(/^\| `([\w.]+)` \| (\d+) \|/gm)].map(([, key, value]) => [
        key,
        Number(value),
      ]),
    );
    // These two belong to the server, which has its own default for them.
    const expected: Record<string, unknown> = {
      'limits.connections': 10_000,
      'limits.timeouts.writeMs': 300_000,
      pingMs: gateway.pingMs,
    };
    for (const [name, value] of Object.entries(others)) expected[`limits.${name}`] = value;
    for (const [name, value] of Object.entries(timeouts))
      expected[`limits.timeouts.${name}`] = value;
    expect(shown).toEqual(expected);
  });
});
