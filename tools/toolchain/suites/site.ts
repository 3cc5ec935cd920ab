import { join } from 'node:path';
import { ensureChromium } from '../chromium.ts';
import { command } from '../lib/command.ts';
import { root } from '../lib/root.ts';
import { type Suite, single } from '../lib/suite.ts';
import { runVitest } from './vitest.ts';

/** The tests of the site that look at what was built, most of them with a real browser. */
export const site: Suite = {
  name: 'site',
  about: 'the built site, in Chromium',
  needs: ['build'],
  cores: 2,
  async run() {
    // Asked for alone, nobody has built it; else this is a hit in the cache. An old build would be tested without a word.
    const built = await command('turbo', [
      'run',
      'build',
      '--filter=@beta-headers/docs',
      '--output-logs=errors-only',
      '--no-color',
    ]);
    if (!built.ok) return single(built);
    const env = { CHROME_PATH: await ensureChromium() };
    return runVitest('site', ['--config', 'vitest.browser.config.ts'], {
      cwd: join(root, 'docs'),
      env,
    });
  },
};
