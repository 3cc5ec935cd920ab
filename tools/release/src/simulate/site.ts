/** Checks that the built site shows the simulated release. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIMULATED } from '@beta-headers/sync/test/simulated.ts';
import type { Check } from '../../../toolchain/lib/results.ts';

/** Checks the pages of the new betas in both languages, the changes, and the version. */
export function checkSite(dist: string, version: string, date: string): Check[] {
  const read = (path: string): string =>
    existsSync(join(dist, path)) ? readFileSync(join(dist, path), 'utf8') : '';
  const ids = [SIMULATED.newDate, SIMULATED.newFeature];
  const checks: Check[] = [];
  for (const language of ['', 'id/']) {
    for (const page of [
      ...ids.map((id) => `${language}betas/${id}/index.html`),
      `${language}features/widgets/index.html`,
    ]) {
      checks.push({
        name: `the site has ${page}`,
        ok: read(page).includes('widgets') || read(page).includes(SIMULATED.newDate),
        output: page,
      });
    }
    const absent = findAbsent(read('changes/months.json'), [
      ...ids.map((id) => `released-${id}`),
      'graduated-computer-use-2025-11-24',
      `retired-${SIMULATED.removed}`,
    ]);
    if (!read(`${language}changes/index.html`).includes(`id="sdk-${SIMULATED.version}"`))
      absent.push(`SDK ${SIMULATED.version}`);
    checks.push({
      name:
        `the changes${language ? ' in Indonesian' : ''} have both, the graduation and the ` +
        `retirement, and SDK ${SIMULATED.version}`,
      ok: absent.length === 0,
      output: `not on ${language}changes/: ${absent.join(', ')}`,
    });
  }
  const feed = read('feed.xml');
  checks.push({
    name: 'the Atom feed has the new betas',
    ok: ids.every((id) => feed.includes(`released-${id}`)),
    output: `of ${date}`,
  });
  checks.push({
    name: `the site says that it is ${version}`,
    ok: read('index.html').includes(version),
    output: 'index.html',
  });
  return checks;
}

const findAbsent = (months: string, events: readonly string[]): string[] =>
  events.filter((event) => !months.includes(`"${event}"`));
