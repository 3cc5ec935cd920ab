import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../toolchain/lib/command.ts';
import { CHROMIUM, findProgram } from '../../toolchain/lib/programs.ts';
import { root } from '../../toolchain/lib/root.ts';
import { findRuntimes } from '../src/index.ts';
import { type Bundle, bundleTests, MARK } from '../src/portable/bundle.ts';
import { runInChromium } from '../src/portable/chromium.ts';
import { compareRuns } from '../src/portable/compare.ts';
import type { TestResult } from '../src/portable/run.ts';
import { runInWorkerd } from '../src/portable/workerd.ts';

const GOOD = `
import { describe, expect, it, test } from 'vitest';
describe('outer', () => {
  it.each([[1, 2], [3, 4]])('%i and %i', (a, b) => { expect(b - a).toBe(1); });
  it.skip('later', () => {});
  it('waits', async () => {
    await expect(Promise.resolve({ a: [1] })).resolves.toEqual({ a: [expect.any(Number)] });
  });
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
    built = await bundleTests(folder, [relative(root, join(folder, 'tests'))]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const listStates = (results: readonly TestResult[]): Record<string, string> =>
    Object.fromEntries(
      results.map(({ name, state }) => [name.slice(name.indexOf('/tests/') + 7), state]),
    );
  const expected = {
    'bad.test.ts > is wrong': 'fail',
    'bad.test.ts > asserts nothing': 'fail',
    'broken.test.ts': 'fail',
    'good.test.ts > outer > 1 and 2': 'pass',
    'good.test.ts > outer > 3 and 4': 'pass',
    'good.test.ts > outer > later': 'skip',
    'good.test.ts > outer > waits': 'pass',
    'good.test.ts > throws': 'pass',
  };

  it('reports passed, failed and skipped tests on Node', async () => {
    const ended = await runCommand(process.execPath, [built.main]);
    const line = ended.stdout.split('\n').find((one) => one.startsWith(MARK)) ?? '';
    const results = JSON.parse(line.slice(MARK.length)) as TestResult[];
    expect(listStates(results)).toEqual(expected);
    expect(results.find(({ name }) => name.endsWith('is wrong'))?.error).toContain(
      'to deeply equal',
    );
  });

  it('reports the same outcomes in workerd', async () => {
    const { ok, text } = await runInWorkerd(findRuntimes().workerd, built.worker);
    expect(ok, text).toBe(true);
    expect(listStates(JSON.parse(text) as TestResult[])).toEqual(expected);
  });

  const chromium = findProgram(CHROMIUM);
  it.skipIf('missing' in chromium)('reports the same outcomes in Chromium', async () => {
    const path = 'path' in chromium ? chromium.path : '';
    const { ok, text } = await runInChromium(path, built.worker);
    expect(ok, text).toBe(true);
    expect(listStates(JSON.parse(text) as TestResult[])).toEqual(expected);
  });

  it('rejects a test that imports a Node built-in', async () => {
    const tests = join(folder, 'node-only');
    mkdirSync(tests);
    writeFileSync(
      join(tests, 'fs.test.ts'),
      "import { readFileSync } from 'node:fs';\nreadFileSync('x');",
    );
    await expect(bundleTests(folder, [relative(root, tests)])).rejects.toThrow(/node:fs/);
  });
});

describe('compareRuns', () => {
  it('returns undefined for the same tests in another order', () => {
    expect(compareRuns(['a', 'b', 'b'], ['b', 'a', 'b'])).toBeUndefined();
  });
  it('names the tests that did not run and those that ran too often', () => {
    expect(compareRuns(['a', 'b'], ['a', 'a'])).toBe(
      'vitest has 2 tests, but 2 ran here\ndid not run here: b\nran only here: a',
    );
  });
});
