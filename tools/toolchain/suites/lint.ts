import { command } from '../lib/command.ts';
import { type Suite, single } from '../lib/suite.ts';

/** Biome: format, lint, import order. */
export const lint: Suite = {
  name: 'lint',
  about: 'Biome finds nothing to format, sort or mend',
  run: async () =>
    single(
      await command('biome', [
        'ci',
        '--colors=off',
        '--error-on-warnings',
        '--max-diagnostics=40',
        '.',
      ]),
    ),
};
