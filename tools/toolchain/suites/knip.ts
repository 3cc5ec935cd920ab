import { command } from '../lib/command.ts';
import { type Suite, single } from '../lib/suite.ts';

/** knip: unused files, exports and dependencies, and dependencies nobody declared. */
export const knip: Suite = {
  name: 'knip',
  about: 'no unused file, export or dependency, none undeclared',
  run: async () => single(await command('knip', ['--no-progress', '--no-config-hints'])),
};
