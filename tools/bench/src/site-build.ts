/** Builds a site in its own process. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { removeBuild } from './site-copy.ts';

/** The measurements of one build. */
export interface Build {
  readonly seconds: number;
  readonly pages: number;
  /** Peak memory. */
  readonly megabytes: number;
}

/** The package manager's script, which also resolves undeclared dependencies. */
const ASTRO = join(root, 'docs/node_modules/.bin/astro');

/** A module that writes the peak memory of its process to a file on exit. */
const MEMORY = `data:text/javascript,${encodeURIComponent(
  "import { writeFileSync } from 'node:fs';" +
    'const writePeak = () => writeFileSync(".memory", String(process.resourceUsage().maxRSS));' +
    "process.on('exit', writePeak);",
)}`;

/** Builds a site without the caches of an earlier build. */
export function buildSite(site: string): Build {
  removeBuild(site);
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
      `The build of ${site} exited with ${ended.status}:\n` +
        (ended.stdout + ended.stderr).slice(-4000),
    );
  return {
    seconds,
    pages: globSync('**/*.html', { cwd: join(site, 'dist') }).length,
    megabytes: Number(readFileSync(join(site, '.memory'), 'utf8')) / 1024,
  };
}
