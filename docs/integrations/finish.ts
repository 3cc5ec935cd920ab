/** What every built page still needs: HTML that is valid, and a policy. Each page is read and written once. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { spanStyles, withoutDivs } from './markup.ts';
import { withPolicy } from './policy.ts';

export function finishPages(): AstroIntegration {
  return {
    name: 'finish-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const rewrite = (pattern: string, change: (text: string, name: string) => string): void => {
          for (const file of globSync(pattern, { cwd: folder })) {
            const path = join(folder, file);
            writeFileSync(path, change(readFileSync(path, 'utf8'), file));
          }
        };
        rewrite('**/*.html', (html, name) => withPolicy(withoutDivs(html), name));
        rewrite('_astro/ec.*.css', spanStyles);
      },
    },
  };
}
