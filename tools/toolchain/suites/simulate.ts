import { simulate as runSimulation } from '../../e2e/src/simulate/simulate.ts';
import { type Suite, several } from '../lib/suite.ts';

/** The reduced form of `npm run release:simulate`, which has the tests, the site and the user's upgrade as well. */
export const simulate: Suite = {
  name: 'simulate',
  about:
    'an SDK release that there is not yet: synced, reviewed, generated, released to a local registry, installed',
  needs: ['build'],
  cores: 2,
  async run() {
    const { checks, times } = await runSimulation({ full: false });
    return { ...several(checks), remark: times.join(', ') };
  },
};
