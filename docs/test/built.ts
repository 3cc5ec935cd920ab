/** The built site, or an error that says how to build it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that `astro build` writes, or a copy of it. */
export const dist: string =
  process.env['DOCS_DIST'] ?? fileURLToPath(new URL('../dist', import.meta.url));

/** @throws when the site has not been built */
export function requireBuild(): void {
  if (!existsSync(`${dist}/index.html`))
    throw new Error(
      `${dist}/index.html is missing. Build the site first: npm start, or ` +
        'pnpm --filter @beta-headers/docs build.',
    );
}

export interface BuiltPage {
  /** The address, `/betas/x/`. */
  readonly path: string;
  readonly html: string;
}

/** Every page of the built site, in the order of their files. */
export function listBuiltPages(): BuiltPage[] {
  requireBuild();
  return globSync('**/*.html', { cwd: dist })
    .sort()
    .map((file) => ({
      path: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
      html: readFileSync(join(dist, file), 'utf8'),
    }));
}
