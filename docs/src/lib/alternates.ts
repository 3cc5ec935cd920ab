/** The Markdown twins that the docs emitter writes beside the Node package; absent until it has run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from './site.ts';

export type AlternateKind = 'features' | 'betas';

const getFolder = (locale: Locale, kind: AlternateKind): string =>
  join(process.cwd(), '..', 'packages', 'node', 'docs', locale, kind);

/** Every twin of a kind that exists, in every language. */
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

/** The Markdown of one twin. */
export const readAlternate = (locale: Locale, kind: AlternateKind, name: string): string =>
  readFileSync(join(getFolder(locale, kind), `${name}.md`), 'utf8');
