import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../toolchain/lib/command.ts';
import { CHROMIUM, findProgram } from '../../toolchain/lib/programs.ts';
import { root } from '../../toolchain/lib/root.ts';
import { runtimes } from '../src/index.ts';
import { type Bundle, bundle, MARK } from '../src/portable/bundle.ts';
import { askPage } from '../src/portable/chromium.ts';
import { compareRuns } from '../src/portable/compare.ts';
import type { TestResult } from '../src/portable/run.ts';
import { askWorker } from '../src/portable/workerd.ts';

const GOOD = `
import { describe, expect, it, test } from 'vitest';
describe('outer', () => {
  it.each([[1, 2], [3, 4]])('%i and %i', (a, b) => { expect(b - a).toBe(1); });
  it.skip('later', () => {});
  it('waits', async () => { await expect(Promise.resolve({ a: [1] })).resolves.toEqual({ a: [expect.any(Number)] }); });
});
test('throws', () => { expect(() => { throw new TypeError('no'); }).toThrow(TypeError); });
`;
const BAD = `
import { expect, it } from 'vitest';
it('is wrong', () => { expect({ a: 1 }).toEqual({ a: 2 }); });
it('asserts nothing', () => { expect.assertions(1); });
`;

describe('the portable bundle', () => {
  let folder: string;
  let built: Bundle;
  beforeAll(async () => {
    mkdirSync(join(root, '.cache'), { recursive: true });
    folder = mkdtempSync(join(root, '.cache', 'portable-test-'));
    mkdirSync(join(folder, 'tests'));
    writeFileSync(join(folder, 'tests', 'good.test.ts'), GOOD);
    writeFileSync(join(folder, 'tests', 'bad.test.ts'), BAD);
    writeFileSync(join(folder, 'tests', 'broken.test.ts'), "throw new Error('cannot be loaded');");
    built = await bundle(folder, [relative(root, join(folder, 'tests'))]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const states = (results: readonly TestResult[]): Record<string, string> =>
    Object.fromEntries(
      results.map(({ name, state }) => [name.slice(name.indexOf('/tests/') + 7), state]),
    );
  const wanted = {
    'bad.test.ts > is wrong': 'fail',
    'bad.test.ts > asserts nothing': 'fail',
    'broken.test.ts': 'fail',
    'good.test.ts > outer > 1 and 2': 'pass',
    'good.test.ts > outer > 3 and 4': 'pass',
    'good.test.ts > outer > later': 'skip',
    'good.test.ts > outer > waits': 'pass',
    'good.test.ts > throws': 'pass',
  };

  it('reports on Node what passed, failed and was skipped', async () => {
    const ended = await command(process.execPath, [built.main]);
    const line = ended.stdout.split('\n').find((one) => one.startsWith(MARK)) ?? '';
    const results = JSON.parse(line.slice(MARK.length)) as TestResult[];
    expect(states(results)).toEqual(wanted);
    expect(results.find(({ name }) => name.endsWith('is wrong'))?.error).toContain(
      'to deeply equal',
    );
  });

  it('reports the same in workerd', async () => {
    const { ok, text } = await askWorker(runtimes().workerd, built.worker);
    expect(ok, text).toBe(true);
    expect(states(JSON.parse(text) as TestResult[])).toEqual(wanted);
  });

  const chromium = findProgram(CHROMIUM);
  it.skipIf('missing' in chromium)('reports the same in Chromium', async () => {
    const path = 'path' in chromium ? chromium.path : '';
    const { ok, text } = await askPage(path, built.worker);
    expect(ok, text).toBe(true);
    expect(states(JSON.parse(text) as TestResult[])).toEqual(wanted);
  });

  it('refuses a test that needs Node', async () => {
    const tests = join(folder, 'node-only');
    mkdirSync(tests);
    writeFileSync(
      join(tests, 'fs.test.ts'),
      "import { readFileSync } from 'node:fs';\nreadFileSync('x');",
    );
    await expect(bundle(folder, [relative(root, tests)])).rejects.toThrow(/node:fs/);
  });
});

describe('compareRuns', () => {
  it('is silent about the same tests in another order', () => {
    expect(compareRuns(['a', 'b', 'b'], ['b', 'a', 'b'])).toBeUndefined();
  });
  it('names what did not run and what ran too often', () => {
    expect(compareRuns(['a', 'b'], ['a', 'a'])).toBe(
      'vitest has 2 tests, here 2 ran\nnot run here: b\nonly here: a',
    );
  });
});
