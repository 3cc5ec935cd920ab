/**
 * examples/python/beta_headers.py answers the conformance corpus from data.json: the reader was
 * written from the README of the manifest alone, so it proves that the README says enough.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const program = at('../examples/python/beta_headers.py');
const data = at('../../packages/manifest/data.json');
const corpus = at('../../packages/manifest/conformance');

interface Case {
  readonly id: string;
  readonly platform: string;
  readonly model: string | null;
  readonly request?: object;
  readonly options?: object;
  readonly expect: { readonly betas: readonly string[] };
}

const cases = globSync('*.jsonl', { cwd: corpus })
  .sort()
  .flatMap((file) => readFileSync(`${corpus}/${file}`, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Case)
  .filter(({ request }) => request !== undefined);
const platforms = [...new Set(cases.map(({ platform }) => platform))].sort();

/** Runs the example with one request a line; a list of betas a line comes back. */
function ask(requests: readonly object[]): string[][] {
  const { status, stdout, stderr } = spawnSync('python3', [program, data], {
    input: requests.map((request) => JSON.stringify(request)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`beta_headers.py ended with ${status}: ${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string[]);
}

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.log('python3 is not on this machine: the Python example is not tested');

// In CI a missing python3 is a failure: the percentages below are a promise of the README.
describe.skipIf(!hasPython && process.env['CI'] === undefined)('the Python example', () => {
  const right = new Map<string, number>();
  const wrong = new Map<string, string[]>();

  beforeAll(() => {
    const answers = ask(
      cases.map(({ request, platform, model, options }) => ({
        ...request,
        platform,
        model,
        ...options,
      })),
    );
    for (const [i, { id, platform, expect: wanted }] of cases.entries()) {
      const isRight = JSON.stringify([...(answers[i] ?? [])].sort()) === sorted(wanted.betas);
      if (isRight) right.set(platform, (right.get(platform) ?? 0) + 1);
      else wrong.set(platform, [...(wrong.get(platform) ?? []), id]);
    }
  });

  test('is at most 60 lines', () => {
    expect(readFileSync(program, 'utf8').trim().split('\n').length).toBeLessThanOrEqual(60);
  });

  test('imports nothing but the standard library and no network', () => {
    const imports = readFileSync(program, 'utf8').match(/^(?:import|from) .*$/gm) ?? [];
    expect(imports.join('\n')).not.toMatch(/urllib\.request|http|socket|subprocess/);
  });

  test.each(platforms)('answers at least 98 %% of the cases of %s', (platform) => {
    const passed = right.get(platform) ?? 0;
    const failed = wrong.get(platform) ?? [];
    const share = passed / (passed + failed.length);
    console.log(
      `${platform}: ${passed} of ${passed + failed.length} (${(share * 100).toFixed(1)} %)`,
    );
    expect(share, `wrong: ${failed.join(', ')}`).toBeGreaterThanOrEqual(0.98);
  });
});

const sorted = (betas: readonly string[]): string => JSON.stringify([...betas].sort());
