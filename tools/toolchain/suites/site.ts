import { ensureChromium } from '../chromium.ts';
import type { Suite } from '../lib/suite.ts';
import { runVitest, SITE } from './vitest.ts';

/** The tests of the site, which look at what was built, most of them with a real browser. */
export const site: Suite = {
  name: 'site',
  about: 'the built site, in Chromium',
  needs: ['build'],
  cores: 2,
  run: async () => runVitest('site', ['--project', SITE, '--testTimeout=60000'], { CHROME_PATH: await ensureChromium() }),
};
