/**
 * Expressive Code puts <div> into <code> and <button>, where HTML allows none. Its styles lay them out by class, so a <span> does as well;
 * the one style that names the element is changed with it.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function validMarkup(): AstroIntegration {
  return {
    name: 'valid-markup',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) rewrite(join(folder, file), withoutDivs);
        for (const file of globSync('_astro/ec.*.css', { cwd: folder }))
          rewrite(join(folder, file), (css) => css.replace(/(\.copy button[^{},]*) div\b/g, '$1 span'));
      },
    },
  };
}

/** The page with no <div> inside <code> and <button>. */
export function withoutDivs(html: string): string {
  return html
    .replace(/<pre\b[\s\S]*?<\/pre>/g, (pre) => pre.replace(/<div\b/g, '<span').replaceAll('</div>', '</span>'))
    .replace(/(<button\b(?:[^">]|"[^"]*")*\sdata-code="[^"]*"[^">]*>)<div><\/div>(?=<\/button>)/g, '$1<span></span>');
}

function rewrite(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after !== before) writeFileSync(path, after);
}
