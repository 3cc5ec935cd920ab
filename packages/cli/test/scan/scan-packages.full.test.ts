/**
 * Scans public packages of npm, which are fetched when the test runs. Each finding was judged by
 * hand in the source of the package; the tables have the judgements.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { afterAll, describe, expect, it } from 'vitest';
import { applyFixes } from '../../src/scan/index.ts';
import { type Scanned, scanFiles } from '../../src/scan/node/scan-files.ts';

/** A package, and the findings of level `warn` and `error` that are right, by file. */
interface Judged {
  readonly name: string;
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** The number of informational findings. */
  readonly info: number;
  /** The number of findings with a fix. */
  readonly fixable: number;
}

/** The module formats of a package each have a copy of these. */
const PDF_COMPUTER_CACHE = [
  'pdfs-2024-09-25 graduated',
  'computer-use-2024-10-22 superseded',
  'prompt-caching-2024-07-31 graduated',
];

const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

const PACKAGES: readonly Judged[] = [
  {
    // `betas.add(…)` for a PDF and for tools, and the option `cacheControl`.
    name: '@ai-sdk/anthropic@1.0.6',
    files: {
      'dist/index.js': PDF_COMPUTER_CACHE,
      'dist/index.mjs': PDF_COMPUTER_CACHE,
      'internal/dist/index.js': PDF_COMPUTER_CACHE,
      'internal/dist/index.mjs': PDF_COMPUTER_CACHE,
    },
    info: 0,
    fixable: 0,
  },
  {
    // The default of the option for the header, in a minified bundle.
    name: '@portkey-ai/gateway@1.15.2',
    files: { 'build/start-server.js': ['messages-2023-12-15 graduated'] },
    info: 0,
    fixable: 0,
  },
  {
    // The header of six calls for batches and of one for counting; the union of types, the
    // changelog and the examples in comments are informational.
    name: '@anthropic-ai/sdk@0.39.0',
    files: {
      'resources/beta/messages/batches.js': times(6, 'message-batches-2024-09-24 graduated'),
      'resources/beta/messages/batches.mjs': times(6, 'message-batches-2024-09-24 graduated'),
      'resources/beta/messages/messages.js': ['token-counting-2024-11-01 graduated'],
      'resources/beta/messages/messages.mjs': ['token-counting-2024-11-01 graduated'],
      'src/resources/beta/messages/batches.ts': times(6, 'message-batches-2024-09-24 graduated'),
      'src/resources/beta/messages/messages.ts': ['token-counting-2024-11-01 graduated'],
    },
    info: 19,
    fixable: 0,
  },
  {
    // `betas.add(…)` in a switch by the type of a tool.
    name: '@ai-sdk/anthropic@2.0.20',
    files: Object.fromEntries(
      ['dist/index.js', 'dist/index.mjs', 'dist/internal/index.js', 'dist/internal/index.mjs'].map(
        (file) => [
          file,
          [
            'code-execution-2025-05-22 graduated',
            ...times(4, 'computer-use-2025-01-24 superseded'),
            ...times(3, 'computer-use-2024-10-22 superseded'),
            'web-fetch-2025-09-10 graduated',
            'pdfs-2024-09-25 graduated',
          ],
        ],
      ),
    ),
    info: 0,
    fixable: 0,
  },
  {
    // The header of a client in a script; a table by type of tool, tests and current betas are
    // informational. Both values go, and the header with them.
    name: '@librechat/agents@3.9.2',
    files: {
      'src/utils/llmConfig.ts': [
        'prompt-caching-2024-07-31 graduated',
        'context-1m-2025-08-07 graduated',
      ],
    },
    info: 30,
    fixable: 2,
  },
  {
    // A default header, which code adds to others later, so that no edit is safe.
    name: 'genkitx-anthropic@0.30.0',
    files: {
      'lib/index.js': ['prompt-caching-2024-07-31 graduated'],
      'lib/index.mjs': ['prompt-caching-2024-07-31 graduated'],
    },
    info: 0,
    fixable: 0,
  },
  {
    // Constants of minified methods that add to the header.
    name: '@adaline/anthropic@1.11.0',
    files: Object.fromEntries(
      ['dist/index.js', 'dist/index.mjs'].map((file) => [
        file,
        [...times(2, 'mcp-client-2025-04-04 superseded'), 'output-128k-2025-02-19 retired'],
      ]),
    ),
    info: 0,
    fixable: 0,
  },
  {
    // `betas.add(…)` for each tool; one date is that of another year.
    name: '@effect/ai-anthropic@0.27.0',
    files: Object.fromEntries(
      [
        'dist/cjs/AnthropicLanguageModel.js',
        'dist/esm/AnthropicLanguageModel.js',
        'src/AnthropicLanguageModel.ts',
      ].map((file) => [
        file,
        [
          'pdfs-2024-09-25 graduated',
          ...times(2, 'computer-use-2024-10-22 superseded'),
          ...times(4, 'computer-use-2025-01-24 superseded'),
          'code-execution-2025-05-22 graduated',
          'code-execution-2025-08-25 graduated',
          'computer-use-2025-10-22 misspelt',
        ],
      ]),
    ),
    info: 0,
    fixable: 0,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'scan-packages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fetches and unpacks a package. Returns `undefined` without a network. */
function fetchPackage(name: string): string | undefined {
  const target = mkdtempSync(join(folder, 'package-'));
  try {
    execFileSync('npm', ['pack', name, '--silent', '--pack-destination', target], {
      cwd: target,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 120_000,
    });
  } catch (error) {
    console.log(`skipped ${name}: npm cannot fetch it: ${String(error).slice(0, 200)}`);
    return undefined;
  }
  const [archive = ''] = readdirSync(target);
  execFileSync('tar', ['xzf', archive], { cwd: target });
  return join(target, 'package');
}

/** The messages of the type checker about one file, without the modules that it imports. */
function checkTypes(path: string): string {
  const flags = [
    '--noEmit',
    '--noResolve',
    '--skipLibCheck',
    '--ignoreConfig',
    '--pretty',
    'false',
  ];
  const { stdout, error } = spawnSync('tsc', [...flags, path], { encoding: 'utf8' });
  if (error) throw error;
  return stdout;
}

const collect = ({ files }: Scanned): Record<string, string[]> =>
  Object.fromEntries(
    files.flatMap(({ file, findings }) => {
      const list = findings.filter(({ level }) => level !== 'info');
      return list.length > 0 ? [[file.shown, list.map((one) => `${one.beta} ${one.kind}`)]] : [];
    }),
  );

const sortLists = (files: Readonly<Record<string, readonly string[]>>): unknown =>
  Object.fromEntries(Object.entries(files).map(([file, list]) => [file, list.toSorted()]));

describe.each(PACKAGES)('$name', ({ name, files, info, fixable }) => {
  it('has the findings that were judged, and still parses after its fixes', (context) => {
    const path = fetchPackage(name);
    if (path === undefined) return context.skip('npm cannot fetch the package');
    const scanned = scanFiles(['.'], { cwd: path, maxSize: 20_000_000 });
    expect(sortLists(collect(scanned))).toEqual(sortLists(files));
    const findings = scanned.files.flatMap((one) => one.findings);
    expect(findings.filter(({ level }) => level === 'info')).toHaveLength(info);
    expect(findings.filter(({ fix }) => fix)).toHaveLength(fixable);
    for (const { file, text, findings: own, isParsable = true } of scanned.files.filter((one) =>
      /\.[cm]?[jt]s$/.test(one.file.shown),
    )) {
      const fixed = applyFixes(text, { path: file.shown, isParsable });
      expect(readFileSync(file.path, 'utf8')).toBe(text);
      expect([file.shown, parseSync(file.shown, fixed.text).errors]).toEqual([file.shown, []]);
      expect([file.shown, fixed.count > 0]).toEqual([file.shown, own.some(({ fix }) => fix)]);
      if (fixed.count === 0 || !file.path.endsWith('.ts')) continue;
      const before = checkTypes(file.path);
      writeFileSync(file.path, fixed.text);
      expect([file.shown, checkTypes(file.path)]).toEqual([file.shown, before]);
    }
  });
});
