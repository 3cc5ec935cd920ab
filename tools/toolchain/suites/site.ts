import { join } from 'node:path';
import { ensureChromium } from '../chromium.ts';
import { root } from '../lib/root.ts';
import type { Suite } from '../lib/suite.ts';
import { runVitest } from './vitest.ts';

/** The tests of the site that look at what was built, most of them with a real browser. */
export const site: Suite = {
  name: 'site',
  about: 'the built site, in Chromium',
  needs: ['build'],
  cores: 2,
  async run() {
    const env = { CHROME_PATH: await ensureChromium() };
    return runVitest('site', ['--config', 'vitest.browser.config.ts'], { cwd: join(root, 'docs'), env });
  },
};
