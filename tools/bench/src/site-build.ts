/** Building a site in a process of its own. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { forget } from './site-copy.ts';

export interface Build {
  readonly seconds: number;
  readonly pages: number;
  /** The most memory that it had at once. */
  readonly megabytes: number;
}

/** As the package manager starts it: with the folders in which packages find what they did not name. */
const ASTRO = join(root, 'docs/node_modules/.bin/astro');

/** Says at its end how much memory the process had. */
const MEMORY = `data:text/javascript,${encodeURIComponent(
  "import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync('.memory', String(process.resourceUsage().maxRSS)));",
)}`;

/** Builds a site from nothing: no build before it has left anything that would help. */
export function buildSite(site: string): Build {
  forget(site);
  const start = performance.now();
  const ended = spawnSync(ASTRO, ['build'], {
    cwd: site,
    encoding: 'utf8',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      NODE_OPTIONS: `--import=${MEMORY}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = (performance.now() - start) / 1000;
  if (ended.status !== 0)
    throw new Error(
      `the build of ${site} ended with ${ended.status}:\n${(ended.stdout + ended.stderr).slice(-4000)}`,
    );
  return {
    seconds,
    pages: globSync('**/*.html', { cwd: join(site, 'dist') }).length,
    megabytes: Number(readFileSync(join(site, '.memory'), 'utf8')) / 1024,
  };
}
