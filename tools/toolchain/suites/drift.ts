import { command } from '../lib/command.ts';
import { type Suite, single } from '../lib/suite.ts';

/** Everything generated is what the manifest says, compared on the disk and never from a cache. */
export const drift: Suite = {
  name: 'drift',
  about: 'every generated file is what the manifest says',
  run: async () => single(await command(process.execPath, ['tools/toolchain/check.ts'])),
};
