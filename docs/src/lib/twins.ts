/** The Markdown twins that the docs emitter writes beside the Node package; absent until it has run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from './site.ts';

export type TwinKind = 'features' | 'betas';

const folder = (locale: Locale, kind: TwinKind): string =>
  join(process.cwd(), '..', 'packages', 'node', 'docs', locale, kind);

/** Every twin of a kind that exists, in every language. */
export function twins(kind: TwinKind): { locale: Locale; name: string }[] {
  return LOCALES.flatMap((locale) => {
    const path = folder(locale, kind);
    const files = existsSync(path) ? readdirSync(path).sort() : [];
    return files
      .filter((file) => file.endsWith('.md'))
      .map((file) => ({ locale, name: file.slice(0, -3) }));
  });
}

export const hasTwin = (locale: Locale, kind: TwinKind, name: string): boolean =>
  existsSync(join(folder(locale, kind), `${name}.md`));

/** The Markdown of one twin. */
export const readTwin = (locale: Locale, kind: TwinKind, name: string): string =>
  readFileSync(join(folder(locale, kind), `${name}.md`), 'utf8');
