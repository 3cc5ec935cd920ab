/** The built site, or an error that says how to build it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that `astro build` writes, or another copy of it. */
export const dist: string = process.env['DOCS_DIST'] ?? fileURLToPath(new URL('../dist', import.meta.url));

/** @throws when the site has not been built */
export function requireBuild(): void {
  if (!existsSync(`${dist}/index.html`))
    throw new Error(`${dist}/index.html is missing. Build the site first: npm start, or pnpm --filter @beta-headers/docs build.`);
}
