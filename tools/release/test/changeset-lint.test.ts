import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../toolchain/lib/root.ts';
import { readPackages } from '../../toolchain/lib/workspace.ts';
import { checkChangeset, checkChangesets } from '../src/changeset-lint.ts';

const PACKAGES = ['@beta-headers/core', '@beta-headers/manifest'];
const check = (...lines: string[]): string[] =>
  checkChangeset('.changeset/one.md', lines.join('\n'), PACKAGES);
const HEAD = ['---', '"@beta-headers/core": minor', '---', ''];

describe('the changeset lint', () => {
  test('accepts every changeset of this repository', () => {
    expect(checkChangesets(root)).toEqual([]);
  });

  test('is about the packages that config.json releases together', () => {
    const file = join(root, '.changeset/config.json');
    const { fixed } = JSON.parse(readFileSync(file, 'utf8')) as { fixed: string[][] };
    const [, names = ''] = /^@beta-headers\/\{(.+)\}$/.exec(fixed[0]?.[0] ?? '') ?? [];
    const released = [...readPackages().map(({ name }) => name.split('/')[1]), 'docs'];
    expect(names.split(','), 'add the package to `fixed` of .changeset/config.json').toEqual(
      released.sort(),
    );
  });

  test('accepts several entries, each over several lines', () => {
    expect(check(...HEAD, 'new: `a-2026-01-01`,', '', 'which is new', 'helpers: b')).toEqual([]);
    expect(check('---', "'@beta-headers/manifest': patch", '---', 'platforms: c')).toEqual([]);
  });

  test.each<[string, string[], RegExp]>([
    [
      'an entry without a prefix',
      [...HEAD, 'A new beta.'],
      /^\.changeset\/one\.md:5: the entry begins with no prefix\. Begin it with one of `new:`, /,
    ],
    [
      'an unknown prefix, at its line',
      [...HEAD, 'new: a', 'fixes: b'],
      /^\.changeset\/one\.md:6: `fixes:` is no prefix\. Begin it with one of/,
    ],
    [
      'a package that does not exist',
      ['---', '"@beta-headers/cor": minor', '---', 'new: a'],
      /^\.changeset\/one\.md:2: there is no package `@beta-headers\/cor`\. Write one of @beta/,
    ],
    [
      'an unknown bump',
      ['---', '"@beta-headers/core": small', '---', 'new: a'],
      /^\.changeset\/one\.md:2: `small` is no bump/,
    ],
    ['a line that is no package', ['---', 'minor', '---', 'new: a'], /:2: `minor` is no package/],
    ['no package', ['---', '---', 'new: a'], /:1: names no package/],
    ['no entry', [...HEAD], /:4: has no entry/],
    ['no front matter', ['new: a'], /:1: does not begin with the packages/],
  ])('rejects %s', (_, lines, message) => {
    const problems = check(...lines);
    expect(problems).toEqual([expect.stringMatching(message)]);
  });
});
