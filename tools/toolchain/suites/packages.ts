import { join } from 'node:path';
import { command } from '../lib/command.ts';
import { pack } from '../lib/pack.ts';
import { root } from '../lib/root.ts';
import { type Suite, several } from '../lib/suite.ts';

/** What npm gets, looked at as its users will: the tarball, not the folder. */
export const packages: Suite = {
  name: 'packages',
  about: 'publint and attw are content with every tarball',
  needs: ['build'],
  async run() {
    const tarballs = await pack(join(root, '.cache', 'pack'));
    const checks = [];
    for (const { name, file } of tarballs) {
      const lint = await command('publint', ['run', file, '--strict'], { env: { NO_COLOR: '1' } });
      checks.push({ name: `${name}: publint --strict`, ...lint });
      const types = await command('attw', [
        file,
        '--profile',
        'esm-only',
        '--no-color',
        '--no-emoji',
      ]);
      checks.push({ name: `${name}: attw --profile esm-only`, ...types });
    }
    return several(checks);
  },
};
