/** The Markdown of pages, which the build of the Node package writes; absent before that build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getBeta, getFeature } from './catalog.ts';
import { addNeed } from './need/markdown.ts';
import { LOCALES, type Locale } from './site.ts';

export type AlternateKind = 'features' | 'betas';

const getFolder = (locale: Locale, kind: AlternateKind): string =>
  join(process.cwd(), '..', 'packages', 'node', 'docs', locale, kind);

/** Lists the Markdown files of a kind, in every language. */
export function listAlternates(kind: AlternateKind): { locale: Locale; name: string }[] {
  return LOCALES.flatMap((locale) => {
    const path = getFolder(locale, kind);
    const files = existsSync(path) ? readdirSync(path).sort() : [];
    return files
      .filter((file) => file.endsWith('.md'))
      .map((file) => ({ locale, name: file.slice(0, -3) }));
  });
}

export const hasAlternate = (locale: Locale, kind: AlternateKind, name: string): boolean =>
  existsSync(join(getFolder(locale, kind), `${name}.md`));

/** Reads the Markdown of one page, and adds the answer and the samples of the page. */
export function readAlternate(locale: Locale, kind: AlternateKind, name: string): string {
  const page = readFileSync(join(getFolder(locale, kind), `${name}.md`), 'utf8');
  return addNeed(page, kind === 'betas' ? getBeta(name) : getFeature(name), locale);
}
