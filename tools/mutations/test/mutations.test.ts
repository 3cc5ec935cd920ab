import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyMutation, StaleMutation } from '../src/apply.ts';
import { linkModules } from '../src/copy-tree.ts';
import type { Mutation } from '../src/mutation.ts';
import { MUTATIONS } from '../src/mutations.ts';
import { type Outcome, runMutations, type TestRun, type Workbench } from '../src/run.ts';

const mutation: Mutation = {
  name: 'adds instead of subtracting',
  package: '@beta-headers/a',
  file: 'a.ts',
  find: 'a - b',
  replace: 'a + b',
};

describe('applyMutation', () => {
  it('replaces the text once', () => {
    expect(applyMutation('const c: number = a - b;', mutation)).toBe('const c: number = a + b;');
  });

  it('inserts the replacement literally', () => {
    expect(applyMutation('a - b;', { ...mutation, replace: "'$&'" })).toBe("'$&';");
  });

  it.each([
    ['is missing', 'a * b;', 'does not occur'],
    ['occurs twice', 'a - b; a - b;', 'occurs 2 times'],
  ])('rejects a text that %s', (_, text, message) => {
    expect(() => applyMutation(text, mutation)).toThrow(StaleMutation);
    expect(() => applyMutation(text, mutation)).toThrow(`a.ts: \`a - b\` ${message}`);
  });

  it('rejects a result that is not valid TypeScript', () => {
    expect(() => applyMutation('a - b;', { ...mutation, replace: 'a +' })).toThrow(StaleMutation);
  });
});

describe('runMutations', () => {
  /** A workbench whose tests pass if the file has one of the given texts. */
  function createWorkbench(...passing: string[]): Workbench & { text: string; runs: number } {
    return {
      text: 'a - b',
      runs: 0,
      read() {
        return this.text;
      },
      write(_, text) {
        this.text = text;
      },
      async test(): Promise<TestRun> {
        this.runs += 1;
        return { passed: passing.includes(this.text), seconds: 1, output: 'the log' };
      },
    };
  }
  const run = async (
    workbench: Workbench,
    mutations: readonly Mutation[] = [mutation],
  ): Promise<Outcome['state'][]> => {
    const outcomes = await runMutations(mutations, applyMutation, workbench, () => {});
    return outcomes.map(({ state }) => state);
  };

  it('reports a mutation as killed if the tests fail, and restores the file', async () => {
    const workbench = createWorkbench('a - b');
    expect(await run(workbench)).toEqual(['killed']);
    expect(workbench.text).toBe('a - b');
  });

  it('reports a mutation as survived if the tests pass', async () => {
    expect(await run(createWorkbench('a - b', 'a + b'))).toEqual(['survived']);
  });

  it('reports the first test that failed', async () => {
    const output = 'RUN\n FAIL  |a| test/a.test.ts > subtracts\n FAIL  |a| test/b.test.ts\n';
    const workbench = createWorkbench();
    const test = async (): Promise<TestRun> => ({
      passed: workbench.text === 'a - b',
      seconds: 1,
      output,
    });
    const [outcome] = await runMutations(
      [mutation],
      applyMutation,
      Object.assign(workbench, { test }),
      () => {},
    );
    expect(outcome?.message).toBe('|a| test/a.test.ts > subtracts');
  });

  it('runs the tests close to the file first, and all tests if those pass', async () => {
    const files: (string | undefined)[] = [];
    const workbench = createWorkbench();
    const test = async (_: string, file?: string): Promise<TestRun> => {
      files.push(file);
      const passed = workbench.text === 'a - b' || file !== undefined;
      return { passed, seconds: 1, output: '' };
    };
    expect(await run(Object.assign(workbench, { test }))).toEqual(['killed']);
    expect(files).toEqual([undefined, 'a.ts', undefined]);
  });

  it('reports a stale mutation without running its tests', async () => {
    const workbench = createWorkbench('a - b');
    expect(await run(workbench, [{ ...mutation, find: 'x' }])).toEqual(['stale']);
    expect(workbench.runs).toBe(1);
  });

  it('runs the unchanged tests of each package once', async () => {
    const workbench = createWorkbench('a - b');
    await run(workbench, [mutation, mutation, { ...mutation, package: '@beta-headers/b' }]);
    expect(workbench.runs).toBe(5);
  });

  it('throws if the tests fail without a mutation', async () => {
    await expect(run(createWorkbench())).rejects.toThrow(
      'The tests of @beta-headers/a fail without a mutation. Fix them first.\nthe log',
    );
  });
});

describe('linkModules', () => {
  it('links own packages to their copies, and other packages to the originals', () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'beta-headers-mutations-test-')));
    const [root, copy] = [join(folder, 'root'), join(folder, 'copy')];
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    try {
      write('root/packages/b/index.js', 'original');
      write('copy/packages/b/index.js', 'copy');
      write('root/node_modules/.pnpm/yaml/index.js', 'yaml');
      const modules = join(root, 'packages/a/node_modules');
      mkdirSync(join(modules, '@beta-headers'), { recursive: true });
      mkdirSync(join(modules, '.vite'));
      symlinkSync(join(root, 'packages/b'), join(modules, '@beta-headers/b'), 'junction');
      symlinkSync(join(root, 'node_modules/.pnpm/yaml'), join(modules, 'yaml'), 'junction');
      linkModules(root, copy, 'packages/a');
      const read = (path: string): string =>
        readFileSync(join(copy, 'packages/a/node_modules', path), 'utf8');
      expect(read('@beta-headers/b/index.js')).toBe('copy');
      expect(read('yaml/index.js')).toBe('yaml');
      expect(() => read('.vite')).toThrow('ENOENT');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('MUTATIONS', () => {
  it('have unique names and change something', () => {
    expect(new Set(MUTATIONS.map(({ name }) => name)).size).toBe(MUTATIONS.length);
    expect(MUTATIONS.filter(({ find, replace }) => find === replace)).toEqual([]);
  });
});
