/**
 * Every example in a doc comment of core and node compiles; those of the features run against the
 * stand-in API, and get an answer.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createFakeApi } from '@beta-headers/fake-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Example, readExamplesBelow, writeModule } from './support/examples.ts';
import { listen } from './support/listen.ts';

const packages = fileURLToPath(new URL('../..', import.meta.url));
// The folder is in this package, so that the examples find its dependencies.
const folder = join(packages, 'node', '.cache', 'examples');
const examples = ['constants', 'core', 'node'].flatMap((name) =>
  readExamplesBelow(join(packages, name, 'src'), packages),
);
const isFeature = ({ from }: Example): boolean => from.startsWith('node/src/features/');
const formatName = ({ from }: Example): string =>
  `${from.replaceAll(/[/:]/g, '_').replace('.ts', '')}.ts`;
const run = promisify(execFile);

interface Beta {
  readonly id: string;
  readonly feature: string;
  readonly stage: string;
  readonly requires: readonly { readonly platform?: readonly string[] }[];
}
const { betas } = JSON.parse(readFileSync(join(packages, 'manifest', 'data.json'), 'utf8')) as {
  betas: Beta[];
};
/**
 * Lists the betas that the Claude API requires for a feature; none if it is generally available
 * there.
 */
const listNeededBetas = (feature: string): string[] =>
  betas
    .filter(
      (beta) => beta.feature === feature && ['beta', 'preview', 'superseded'].includes(beta.stage),
    )
    .filter(({ requires }) =>
      requires.some(({ platform }) => platform?.includes('claude-api') ?? true),
    )
    .map(({ id }) => id);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compilerOptions = { types: ['node'], isolatedDeclarations: false, declaration: false };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../../tsconfig.base.json',
      compilerOptions,
      include: ['*.ts'],
    }),
  );
  for (const example of examples)
    writeFileSync(join(folder, formatName(example)), writeModule(example, folder));
});

it('finds examples, each in a fence, and none twice under one name', () => {
  expect(examples.filter(({ code }) => code === undefined).map(({ from }) => from)).toEqual([]);
  expect(examples.filter((example) => !isFeature(example)).length).toBeGreaterThan(10);
  expect(new Set(examples.map(formatName)).size).toBe(examples.length);
});

it('finds an example for every builder', () => {
  const features = examples.filter(isFeature);
  const called = features.map(({ file, code }) => `${file} ${/^(\w+)\(/.exec(code ?? '')?.[1]}`);
  const files = [...new Set(features.map(({ file }) => file))];
  const builders = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export function (\w+)/gm)].map(
      ([, name]) => `${file} ${name}`,
    ),
  );
  expect(builders.length).toBeGreaterThan(30);
  expect(called).toEqual(expect.arrayContaining(builders));
});

it('compiles the examples, in one program', async () => {
  const tsc = join(packages, '..', 'node_modules', '.bin', 'tsc');
  const output = await run(tsc, ['-p', folder], { cwd: folder }).then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => error.stdout || String(error),
  );
  expect(output).toBe('');
});

describe('the examples of the features', () => {
  const features = examples.filter(isFeature);
  const asking = features.filter(({ code }) => code?.includes('client.'));

  it('runs the examples, and those with a client send what the API accepts', async () => {
    const api = createFakeApi();
    const { url, close } = await listen(api);
    const modules = features.map(
      (example) => pathToFileURL(join(folder, formatName(example))).href,
    );
    const runner = join(folder, 'run.mjs');
    writeFileSync(runner, `for (const url of ${JSON.stringify(modules)}) await import(url);\n`);
    try {
      await run(process.execPath, [runner], {
        env: { ...process.env, ANTHROPIC_API_KEY: 'none', ANTHROPIC_BASE_URL: url },
      });
    } finally {
      await close();
    }
    expect(api.requests.map(({ status }) => status)).toEqual(asking.map(() => 200));
    expect(asking.length).toBeGreaterThan(10);
    for (const [i, { from }] of asking.entries()) {
      const ids = listNeededBetas(basename(from).replace(/\.ts:\d+$/, ''));
      const sent = api.requests[i]?.betas ?? [];
      expect(
        ids.length === 0 || sent.some((beta) => ids.includes(beta)),
        `${from} sent ${sent}`,
      ).toBe(true);
    }
  });
});
