/** Addresses inside the site and the prefilled issue link. */
import { type Guide, type Locale, REPOSITORY } from './site.ts';

const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/$/, '');

/** The address of a page (`/features/x/`) in a language, under the base that the site is served from. */
export function href(locale: Locale, path: string): string {
  return `${base}${locale === 'en' ? '' : `/${locale}`}${path}`;
}

export const featureHref = (locale: Locale, name: string): string =>
  href(locale, `/features/${name}/`);
export const betaHref = (locale: Locale, id: string): string => href(locale, `/betas/${id}/`);

/** The Markdown twin of a guide. */
export const guideMarkdownHref = (locale: Locale, guide: Guide): string =>
  href(locale, `/guides/${guide}.md`);

/** A new issue of the repository with title and body filled in. */
export function issueHref(subject: string, body: string): string {
  const query = new URLSearchParams({ title: `[data] ${subject}`, labels: 'data', body });
  return `${REPOSITORY}/issues/new?${query}`;
}

/** `static path params` of a page that exists once in every language: `undefined` is the root. */
export function getLocaleParam(locale: Locale): string | undefined {
  return locale === 'en' ? undefined : locale;
}
