/** The plugin in the programs of ESLint and oxlint, on a small project. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PLUGIN = fileURLToPath(new URL('..', import.meta.url));

const CLIENT = `const model = 'claude-opus-5-5';
export const send = (client: { send: (body: object) => void }): void =>
  client.send({
    model,
    betas: ['pdfs-2024-09-25', 'prompt-caching-2024-07-31', 'mcp-client-2025-04-04'],
  });
export type AnthropicBeta = 'pdfs-2024-09-25' | 'prompt-caching-2024-07-31';
`;
const FIXED = CLIENT.replace(`'pdfs-2024-09-25', 'prompt-caching-2024-07-31', 'mcp`, `'mcp`);
const REQUEST = `fetch('/v1/messages', {
  method: 'POST',
  headers: { 'x-api-key': key, 'anthropic-beta': \`interleaved-thinking-2025-01-05\` },
});
`;

const ESLINT = `import parser from '@typescript-eslint/parser';
import betaHeaders from '@beta-headers/eslint-plugin';

export default [
  { files: ['**/*.ts'], languageOptions: { parser } },
  betaHeaders.configs.recommended,
  { files: ['src/bedrock/**'], rules: {
    'beta-headers/no-outdated-betas': ['warn', { platforms: ['bedrock'] }],
  } },
];
`;
const OXLINT = {
  categories: { correctness: 'off' },
  jsPlugins: [{ name: 'beta-headers', specifier: '@beta-headers/eslint-plugin' }],
  rules: { 'beta-headers/no-outdated-betas': 'error' },
};

let folder: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** Links a package as an installation has it. */
function link(name: string, target: string): void {
  mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
  symlinkSync(target, join(folder, 'node_modules', name), 'junction');
}

const findProgram = (name: string, bin: string): string => join(PLUGIN, 'node_modules', name, bin);

beforeAll(() => {
  // A folder called test must not turn all of its files into tests.
  folder = join(mkdtempSync(join(tmpdir(), 'beta-headers-eslint-')), 'test');
  write('package.json', '{ "type": "module" }');
  write('eslint.config.js', ESLINT);
  write('.oxlintrc.json', JSON.stringify(OXLINT));
  link('@beta-headers/eslint-plugin', PLUGIN);
  link(
    '@typescript-eslint/parser',
    join(dirname(createRequire(import.meta.url).resolve('@typescript-eslint/parser')), '..'),
  );
});

afterAll(() => {
  rmSync(dirname(folder), { recursive: true, force: true });
});

function writeSources(): void {
  write('src/client.ts', CLIENT);
  write('src/request.js', REQUEST);
  write('src/bedrock/client.js', `send({ betas: ['fast-mode-2026-02-01'] });\n`);
}

const run = (file: string, args: readonly string[]) =>
  execa(process.execPath, [file, ...args], { cwd: folder, reject: false });

describe.each([
  ['10', 'eslint'],
  ['9', 'eslint-9'],
])('ESLint %s', (_, name) => {
  interface FileReport {
    readonly filePath: string;
    readonly messages: readonly { readonly messageId: string; readonly line: number }[];
  }
  const lint = async (...args: string[]): Promise<unknown> => {
    const result = await run(findProgram(name, 'bin/eslint.js'), ['--format', 'json', ...args]);
    expect(result.stderr).toBe('');
    const files = JSON.parse(result.stdout) as FileReport[];
    return files.flatMap(({ messages }) => messages.map((one) => `${one.line} ${one.messageId}`));
  };

  it('reports and fixes a project', async () => {
    writeSources();
    expect(await lint('src')).toEqual([
      '1 unavailable',
      '5 graduated',
      '5 graduated',
      '5 superseded',
      '3 misspelt',
    ]);
    expect(await lint('--fix', 'src')).toEqual(['1 unavailable', '5 superseded']);
    expect(read('src/client.ts')).toBe(FIXED);
    expect(read('src/request.js')).toBe(REQUEST.replace('2025-01-05', '2025-05-14'));
  });
});

describe('oxlint', () => {
  interface Report {
    readonly diagnostics: readonly {
      readonly code: string;
      readonly message: string;
      readonly labels: readonly { readonly span: { readonly line: number } }[];
    }[];
  }
  const lint = async (...args: string[]): Promise<string[]> => {
    const result = await run(findProgram('oxlint', 'bin/oxlint'), ['--format', 'json', ...args]);
    expect(result.stderr).toBe('');
    const { diagnostics } = JSON.parse(result.stdout) as Report;
    return diagnostics
      .map(
        ({ code, labels, message }) => `${labels[0]?.span.line} ${code} ${message.split(' ')[0]}`,
      )
      .sort();
  };

  it('reports and fixes a project', async () => {
    writeSources();
    const rule = 'beta-headers(no-outdated-betas)';
    const files = ['src/client.ts', 'src/request.js'];
    expect(await lint(...files)).toEqual([
      `3 ${rule} interleaved-thinking-2025-01-05`,
      `5 ${rule} mcp-client-2025-04-04`,
      `5 ${rule} pdfs-2024-09-25`,
      `5 ${rule} prompt-caching-2024-07-31`,
    ]);
    // One run applies only fixes that do not touch each other.
    await lint('--fix', ...files);
    expect(await lint('--fix', ...files)).toEqual([`5 ${rule} mcp-client-2025-04-04`]);
    expect(read('src/client.ts')).toBe(FIXED);
    expect(read('src/request.js')).toBe(REQUEST.replace('2025-01-05', '2025-05-14'));
  });
});
