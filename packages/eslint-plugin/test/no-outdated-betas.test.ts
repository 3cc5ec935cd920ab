/** The rule in ESLint's own tester, in each major version that it supports. */
import { PLATFORMS } from '@beta-headers/cli/scan';
import parser from '@typescript-eslint/parser';
import { Linter, RuleTester } from 'eslint';
import { RuleTester as RuleTester9 } from 'eslint-9';
import { afterEach, describe, expect, it, vi } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import plugin, { type RuleOptions } from '../src/index.ts';

const rule = plugin.rules['no-outdated-betas'];
const template = (start: string): string =>
  ['send({ headers: { "anthropic-beta": `', start, '$', '{more}` } });'].join('');
const typescript = { languageOptions: { parser } };
/** Statements enough for a text that is parsed only if its nesting is known. */
const filler = 'call(a.b, c.d);\n'.repeat(900);

/** Stands for the parsers of YAML and JSON, whose programs hold no code. */
const dataParser: Linter.Parser = {
  parse: (text) => ({
    type: 'Program',
    sourceType: 'module',
    body: [],
    tokens: [],
    comments: [],
    range: [0, text.length],
    loc: { start: { line: 1, column: 0 }, end: { line: 1, column: text.length } },
  }),
};

const valid: RuleTester.ValidTestCase[] = [
  { name: 'a value in force', code: `send({ betas: ['mcp-client-2025-11-20'] });` },
  {
    name: 'a value that no version knows',
    code: `send({ headers: { 'anthropic-beta': 'paper-planes-2026-01-01' } });`,
  },
  { name: 'a text without a beta', code: `export const day = '2024-07-31';` },
  { name: 'a comment', code: `// anthropic-beta: prompt-caching-2024-07-31\nsend();` },
  {
    name: 'a union of types, in a text without an extension',
    code: `type AnthropicBeta = 'prompt-caching-2024-07-31' | 'mcp-client-2025-04-04';`,
    ...typescript,
  },
  {
    name: 'a union of types in a long text',
    code: `${filler}type AnthropicBeta = 'prompt-caching-2024-07-31' | 'mcp-client-2025-04-04';`,
    filename: 'src/types.ts',
    ...typescript,
  },
  { name: 'a comparison', code: `if (beta === 'prompt-caching-2024-07-31') stop();` },
  {
    name: 'a table of names',
    code: `const KNOWN_BETAS = new Set(['prompt-caching-2024-07-31', 'pdfs-2024-09-25',
      'message-batches-2024-09-24', 'output-128k-2025-02-19', 'mcp-client-2025-04-04']);`,
  },
  {
    name: 'a test file',
    code: `send({ betas: ['prompt-caching-2024-07-31'] });`,
    filename: 'test/client.test.ts',
  },
  {
    name: 'a value that a comment ignores with a reason',
    code: `// beta-headers-ignore-next-line: the proxy wants it\nsend({ betas: ['pdfs-2024-09-25'] });`,
  },
  {
    name: 'a value that a configured platform still takes',
    code: `send({ betas: ['token-efficient-tools-2025-02-19'] });`,
    options: [{ platforms: ['claude-api', 'bedrock'] }],
  },
];

const invalid: RuleTester.InvalidTestCase[] = [
  {
    name: 'removes a graduated value from a list',
    code: `send({ betas: ['prompt-caching-2024-07-31', 'mcp-client-2025-11-20'] });`,
    output: `send({ betas: ['mcp-client-2025-11-20'] });`,
    errors: [{ messageId: 'graduated', line: 1, column: 17, endLine: 1, endColumn: 42 }],
  },
  {
    name: 'removes a graduated value from a header in a template literal',
    code: template('pdfs-2024-09-25,'),
    output: template(''),
    errors: [{ messageId: 'graduated' }],
  },
  {
    name: 'removes a whole header',
    code: `send({ headers: { 'x-a': '1', 'anthropic-beta': 'pdfs-2024-09-25' } });`,
    output: `send({ headers: { 'x-a': '1' } });`,
    errors: [{ messageId: 'graduated' }],
  },
  {
    name: 'removes the first of two values that touch each other',
    code: `send({ betas: ['pdfs-2024-09-25', 'prompt-caching-2024-07-31', other] });`,
    output: `send({ betas: ['prompt-caching-2024-07-31', other] });`,
    errors: [{ messageId: 'graduated' }, { messageId: 'graduated' }],
  },
  {
    name: 'leaves a constant, because its users are not known',
    code: `const BETA = 'pdfs-2024-09-25';`,
    output: null,
    errors: [{ messageId: 'graduated' }],
  },
  {
    name: 'corrects a spelling in TypeScript',
    code: `const betas: readonly string[] = ['extended-cache-ttl-2025-02-19'];`,
    output: `const betas: readonly string[] = ['extended-cache-ttl-2025-04-11'];`,
    ...typescript,
    filename: 'src/client.ts',
    errors: [{ messageId: 'misspelt' }],
  },
  {
    name: 'suggests a successor, and does not fix it',
    code: `send({ betas: ['mcp-client-2025-04-04'] });`,
    output: null,
    errors: [
      {
        messageId: 'superseded',
        suggestions: [
          {
            messageId: 'replace',
            data: { instead: 'mcp-client-2025-11-20' },
            output: `send({ betas: ['mcp-client-2025-11-20'] });`,
          },
        ],
      },
    ],
  },
  {
    name: 'suggests what an invented value may mean',
    code: `send({ betas: ['context-editing-2025-05-14'] });`,
    output: null,
    errors: [
      {
        messageId: 'invented',
        suggestions: [
          {
            messageId: 'replace',
            data: { instead: 'context-management-2025-06-27' },
            output: `send({ betas: ['context-management-2025-06-27'] });`,
          },
        ],
      },
    ],
  },
  {
    name: 'suggests nothing for a constant of an SDK',
    code: `send({ betas: [AnthropicBeta.MCP_CLIENT_2025_04_04] });`,
    output: null,
    errors: [{ messageId: 'superseded', suggestions: [] }],
  },
  {
    name: 'reports a value that no platform of the project takes',
    code: `send({ betas: ['fast-mode-2026-02-01'] });`,
    output: null,
    options: [{ platforms: ['bedrock'] }],
    errors: [{ messageId: 'unavailable', suggestions: [] }],
  },
  {
    name: 'reports an ignore comment without a reason',
    code: `// beta-headers-ignore-next-line\nsend({ betas: ['pdfs-2024-09-25'], model });`,
    output: `// beta-headers-ignore-next-line\nsend({ model });`,
    errors: [{ messageId: 'ignore-without-reason' }, { messageId: 'graduated' }],
  },
  {
    name: 'reports the right place after characters of two units and a byte order mark',
    code: `\uFEFF/* 𝕏 */ send({ betas: ['pdfs-2024-09-25'], model });`,
    output: `\uFEFF/* 𝕏 */ send({ model });`,
    errors: [{ messageId: 'graduated', line: 1, column: 26, endColumn: 41 }],
  },
  {
    name: 'reports a value in a generated file without a fix',
    code: `/** @generated */\nsend({ betas: ['pdfs-2024-09-25', 'mcp-client-2025-11-20'] });`,
    output: null,
    errors: [{ messageId: 'graduated' }],
  },
  {
    name: 'leaves an element with a comment of its own',
    code: `send({ betas: [\n  other,\n  'pdfs-2024-09-25', // for documents\n] });`,
    output: null,
    errors: [{ messageId: 'graduated' }],
  },
  {
    name: 'corrects a date without hyphens',
    code: `send({ betas: ['interleaved-thinking-20250514'] });`,
    output: `send({ betas: ['interleaved-thinking-2025-05-14'] });`,
    errors: [{ messageId: 'misspelt' }],
  },
  {
    name: 'reads YAML as YAML',
    code: 'betas: [pdfs-2024-09-25, mcp-client-2025-11-20]\n',
    output: 'betas: [mcp-client-2025-11-20]\n',
    filename: 'config/claude.yaml',
    languageOptions: { parser: dataParser },
    errors: [{ messageId: 'graduated', line: 1, column: 9 }],
  },
  {
    name: 'reads a text without an extension as code',
    code: `send({ betas: ['pdfs-2024-09-25'], model });`,
    output: 'send({ model });',
    filename: 'README.md/0_0',
    errors: [{ messageId: 'graduated' }],
  },
];

for (const [version, Tester] of [
  ['10', RuleTester],
  // The types of version 9 differ in details of rules.
  ['9', RuleTester9 as unknown as typeof RuleTester],
] as const) {
  describe(`ESLint ${version}`, () => {
    Tester.describe = describe;
    Tester.it = it;
    new Tester().run('no-outdated-betas', rule, { valid, invalid });
  });
}

describe('failWithin', () => {
  const lint = (options: RuleOptions): (string | undefined)[] =>
    new Linter()
      .verify(`send({ betas: ['context-1m-2025-08-07'] });`, [
        { plugins: { b: plugin }, rules: { 'b/no-outdated-betas': ['error', options] } },
      ])
      .map(({ messageId }) => messageId);

  afterEach(() => {
    vi.useRealTimers();
  });

  it('reports a value that ends within the days from today', () => {
    vi.useFakeTimers({ now: new Date('2026-04-01T12:00:00Z'), toFake: ['Date'] });
    expect(lint({ failWithin: 60 })).toEqual(['ending']);
    expect(lint({ failWithin: 7 })).toEqual(['graduated']);
    expect(lint({})).toEqual(['graduated']);
  });
});

describe('the options', () => {
  const lint = (options: unknown): unknown =>
    new Linter().verify('send();', [
      { plugins: { b: plugin }, rules: { 'b/no-outdated-betas': ['error', options] } },
    ] as Linter.Config[]);

  it.each([
    [{ platforms: ['bedrok'] }, /"bedrok" should be equal to one of/],
    [{ platforms: [] }, /should NOT have fewer than 1 items/],
    [{ failWithin: 1.5 }, /1.5 should be integer/],
    [{ plattforms: ['bedrock'] }, /plattforms/],
  ])('rejects %j', (options, message) => {
    expect(() => lint(options)).toThrow(message);
  });

  it('accepts every platform', () => {
    expect(lint({ platforms: PLATFORMS, failWithin: 90 })).toEqual([]);
  });
});

describe('plugin', () => {
  it('has the version of the package, and a configuration that turns the rule on', () => {
    expect(plugin.meta).toEqual({
      name: manifest.name,
      version: manifest.version,
      namespace: 'beta-headers',
    });
    const { recommended } = plugin.configs;
    expect(recommended.rules).toEqual({ 'beta-headers/no-outdated-betas': 'error' });
    const problems = new Linter().verify(`send({ betas: ['pdfs-2024-09-25'] });`, [recommended]);
    expect(problems.map(({ ruleId }) => ruleId)).toEqual(['beta-headers/no-outdated-betas']);
  });
});
