import { runPortable } from '../../e2e/src/portable.ts';
import { type Suite, several } from '../lib/suite.ts';

/** Core's own tests, bundled into one file, on every runtime. */
export const portable: Suite = {
  name: 'portable',
  about:
    "core's tests on Node 20, 22, 24, 26, Bun, Deno, workerd and Chromium, each the same tests",
  async run() {
    const results = await runPortable();
    const outcome = several(results.filter((result) => result.tests === 0));
    const ran = results.filter((result) => result.tests > 0);
    const wrong = ran.filter((result) => !result.ok);
    return {
      passed: outcome.passed + ran.reduce((sum, result) => sum + result.passed, 0),
      failed: outcome.failed + wrong.reduce((sum, result) => sum + Math.max(1, result.failed), 0),
      remark: results.map((result) => `${result.name} ${result.tests}`).join(', '),
      log: [outcome.log, ...wrong.map((result) => `${result.name}\n${result.output}`)].join('\n\n'),
    };
  },
};
