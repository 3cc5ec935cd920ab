/**
 * Runs the conformance corpus through examples/python/beta_headers.py, which reads data.json as the
 * README of the manifest describes.
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
  /** A refused request is not sent, so it has no betas. */
  readonly expect: { readonly betas?: readonly string[] } | null;
}

/** A case whose result can be compared. */
type SentCase = Case & { readonly expect: { readonly betas: readonly string[] } };

const cases = globSync('*.jsonl', { cwd: corpus })
  .sort()
  .flatMap((file) => readFileSync(`${corpus}/${file}`, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Case)
  .filter(
    (one): one is SentCase =>
      one.request !== undefined &&
      // The example does not detect the platform from the URL.
      one.platform !== 'auto' &&
      one.expect?.betas !== undefined,
  );
const platforms = [...new Set(cases.map(({ platform }) => platform))].sort();

/** Runs the example with one request per line, and reads one list of betas per line. */
function ask(requests: readonly object[]): string[][] {
  if (!hasPython) throw new Error('python3 is not on this machine, and CI has to run the example');
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

// A missing python3 is a failure in CI, because the README promises the percentage below.
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
    for (const [i, one] of cases.entries()) {
      const { id, platform } = one;
      if (sortBetas(answers[i] ?? []) === sortBetas(one.expect.betas))
        right.set(platform, (right.get(platform) ?? 0) + 1);
      else wrong.set(platform, [...(wrong.get(platform) ?? []), id]);
    }
  });

  test('has at most 60 lines of code, none over 100 columns', () => {
    const lines = readFileSync(program, 'utf8')
      .replace(/^""".*?"""\n/s, '')
      .split('\n');
    expect(lines.filter((line) => !/^\s*(#|$)/.test(line)).length).toBeLessThanOrEqual(60);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });

  test('imports only parts of the standard library without network access', () => {
    const imports = readFileSync(program, 'utf8').match(/^(?:import|from) .*$/gm) ?? [];
    expect(imports.join('\n')).not.toMatch(/urllib\.request|http|socket|subprocess/);
  });

  test.each(platforms)('answers 98 percent of the cases of %s', (platform) => {
    const passed = right.get(platform) ?? 0;
    const failed = wrong.get(platform) ?? [];
    const share = passed / (passed + failed.length);
    console.log(
      `${platform}: ${passed} of ${passed + failed.length} (${(share * 100).toFixed(1)} %)`,
    );
    expect(share, `wrong: ${failed.join(', ')}`).toBeGreaterThanOrEqual(0.98);
  });
});

const sortBetas = (betas: readonly string[]): string => JSON.stringify([...betas].sort());
