/** Checks the tarballs with publint, attw, and several TypeScript compilers. */
import { join } from 'node:path';
import { runCommand } from '../../toolchain/lib/command.ts';
import type { OnCheck } from '../../toolchain/lib/results.ts';
import { root } from '../../toolchain/lib/root.ts';
import { packPackages } from './pack.ts';
import { checkTypes } from './typescripts.ts';

/** Packs every package and checks it. Needs a build. */
export async function checkTarballs(onCheck: OnCheck): Promise<void> {
  const tarballs = await packPackages(join(root, '.cache', 'pack'));
  for (const { name, file } of tarballs) {
    const lint = await runCommand('publint', ['run', file, '--strict'], { env: { NO_COLOR: '1' } });
    onCheck({ name: `${name}: publint --strict`, ...lint });
    const options = ['--profile', 'esm-only', '--no-color', '--no-emoji'];
    const types = await runCommand('attw', [file, ...options]);
    onCheck({ name: `${name}: attw --profile esm-only`, ...types });
  }
  await checkTypes(tarballs, onCheck);
}
