import { describe, expect, it } from 'vitest';
import { checkImports, type ImportProblem, type SourceFile, TABLE } from '../lib/import-table.ts';
import { readPackages } from '../lib/workspace.ts';

const createFile = (path: string, ...specifiers: string[]): SourceFile => ({
  path,
  imports: specifiers.map((specifier, index) => ({ line: index + 1, specifier })),
});
/** Declares the tools, so that imports of them resolve. */
const TOOLS = [createFile('tools/sync/src/a.ts'), createFile('tools/release/src/a.ts')];
const check = (...files: SourceFile[]): ImportProblem[] => checkImports([...files, ...TOOLS]);

describe('checkImports', () => {
  it('allows imports in the table, from the package itself, from Node and from npm', () => {
    const own = ['./b.ts', '../test/c.ts', 'node:fs', 'yaml', '@beta-headers/core/errors'];
    expect(check(createFile('packages/core/src/a.ts', ...own, '@beta-headers/constants'))).toEqual(
      [],
    );
  });

  it('reports the file, the line, the import and the allowed imports', () => {
    const wrong = createFile('packages/core/src/a.ts', 'x', '@beta-headers/manifest');
    expect(check(wrong)).toEqual([
      {
        place: 'packages/core/src/a.ts:2',
        text: 'core imports manifest. It may import grammar, constants of this repository.',
      },
    ]);
  });

  it('lets tests import only fake-api and the extra imports of their row', () => {
    const path = 'packages/core/test/a.test.ts';
    expect(check(createFile(path, '@beta-headers/fake-api', '../../manifest/x.json'))).toEqual([]);
    expect(check(createFile(path, '@beta-headers/node'))[0]?.text).toMatch(
      /^core imports node\. Its tests/,
    );
    expect(check(createFile('packages/fake-api/test/a.test.ts', '@beta-headers/core'))).toEqual([]);
    expect(check(createFile('packages/fake-api/src/a.ts', '@beta-headers/core'))).toHaveLength(1);
  });

  it.each(['@beta-headers/sync/tree.ts', '../../../tools/sync/src/a.ts'])(
    'rejects a package that imports the tool %s',
    (specifier) => {
      const [problem] = check(createFile('packages/node/test/a.test.ts', specifier));
      expect(problem?.text).toMatch(/^node imports tools\/sync\./);
    },
  );

  it('rejects a path into another package even if that package may be imported', () => {
    const [problem] = check(createFile('packages/core/src/a.ts', '../../constants/src/index.ts'));
    expect(problem?.text).toContain('Import @beta-headers/constants');
  });

  it('rejects a path to a file outside all packages', () => {
    const [problem] = check(createFile('packages/core/src/a.ts', '../../../vitest.config.ts'));
    expect(problem?.text).toMatch(/^core imports the root\./);
  });

  it('requires a row for a new package', () => {
    const [problem] = check(createFile('packages/new/src/a.ts', '@beta-headers/core'));
    expect(problem?.text).toContain('no row');
  });

  it('rejects tools that import each other, and any import in the toolchain', () => {
    const sync = createFile(
      'tools/sync/src/b.ts',
      '@beta-headers/release/x.ts',
      '@beta-headers/core',
    );
    expect(check(sync)).toEqual([]);
    const cycle = check(sync, createFile('tools/release/src/b.ts', '../../sync/src/a.ts'));
    expect(cycle.map(({ place }) => place)).toEqual([
      'tools/sync/src/b.ts:1',
      'tools/release/src/b.ts:1',
    ]);
    expect(check(createFile('tools/toolchain/start.ts', '../sync/src/a.ts'))).toHaveLength(1);
  });
});

it('has a row for every package', () => {
  const folders = readPackages().map(({ folder }) => folder.split(/[\\/]/).at(-1));
  expect(Object.keys(TABLE)).toEqual(expect.arrayContaining(folders));
});
