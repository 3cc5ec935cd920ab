import { join } from 'node:path';
import { ensureChromium } from '../chromium.ts';
import { root } from '../lib/root.ts';
import type { Suite } from '../lib/suite.ts';
import { runVitest } from './vitest.ts';

/** The built site in a real browser: what it shows, axe, keyboard, no request to another origin. */
export const browser: Suite = {
  name: 'browser',
  about: 'the built site in Chromium',
  needs: ['build'],
  cores: 2,
  async run() {
    const env = { CHROME_PATH: await ensureChromium() };
    return runVitest('browser', ['--config', 'vitest.browser.config.ts'], { cwd: join(root, 'docs'), env });
  },
};
