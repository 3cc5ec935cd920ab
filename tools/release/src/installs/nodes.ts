/** `import`, `require()`, `node --test` and the test runners on every Node that is supported. */
import { findRuntimes } from '@beta-headers/runtimes';
import { COMMONJS, defineTest, HEADER, MODULE, PACKAGES } from './program.ts';
import { type Cell, createProject, expectOutput, type Group, installWithNpm } from './project.ts';

const NODE_TEST = defineTest(
  "import { equal } from 'node:assert/strict';\nimport test from 'node:test';",
  `equal(header, '${HEADER}');`,
);
const JEST_TEST = defineTest('', `expect(header).toBe('${HEADER}');`);
const VITEST_TEST = defineTest(
  "import { expect, test } from 'vitest';",
  `expect(header).toBe('${HEADER}');`,
);

/** Modules and `node --test`. */
export const NODES: Group = {
  name: 'Node',
  async prepare(surroundings) {
    const project = createProject(surroundings, 'node', {
      'use.mjs': MODULE,
      'use.cjs': COMMONJS,
      'betas.test.mjs': NODE_TEST,
    });
    await installWithNpm(project, ...PACKAGES);
    return [...findRuntimes().nodes].flatMap(([major, node]): Cell[] => [
      { name: `import, ${major}`, run: () => expectOutput(project, node, ['use.mjs'], HEADER) },
      { name: `require(), ${major}`, run: () => expectOutput(project, node, ['use.cjs'], HEADER) },
      {
        name: `node --test, ${major}`,
        run: () => expectOutput(project, node, ['--test', '--test-reporter=tap'], '# pass 1'),
      },
    ]);
  },
};

/** Jest 30 and Vitest. */
export const TEST_RUNNERS: Group = {
  name: 'test runners',
  prepare: async (surroundings) => {
    const jest = createProject(surroundings, 'jest', { 'betas.test.mjs': JEST_TEST });
    await installWithNpm(jest, ...PACKAGES, 'jest@30.5.2');
    const vitest = createProject(surroundings, 'vitest', { 'betas.test.mjs': VITEST_TEST });
    await installWithNpm(vitest, ...PACKAGES, 'vitest@5.1.1');
    const flag = { NODE_OPTIONS: '--experimental-vm-modules' };
    const runJest = [
      'node_modules/jest/bin/jest.js',
      '--testMatch=**/*.test.mjs',
      '--config={"transform":{}}',
    ];
    return [...findRuntimes().nodes].flatMap(([major, node]): Cell[] => [
      {
        name: `Jest 30, ${major}`,
        run: () => expectOutput(jest, node, runJest, '1 passed', flag),
      },
      // Vitest 5 needs Node 22.
      ...(Number(major) < 22
        ? []
        : [
            {
              name: `Vitest 5, ${major}`,
              run: () =>
                expectOutput(vitest, node, ['node_modules/vitest/vitest.mjs', 'run'], '1 passed'),
            },
          ]),
    ]);
  },
};
