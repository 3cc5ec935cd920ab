/** Addresses inside the site, and the prefilled link to a new issue. */
import { type Guide, type Locale, PATHS, REPOSITORY } from './site.ts';

/**
 * The base of the site, without its last `/`. While the configuration is read, BASE_URL is that of
 * another server; in the browser there is no environment.
 */
const base = (globalThis.process?.env?.['DOCS_BASE'] || import.meta.env?.BASE_URL || '/').replace(
  /\/$/,
  '',
);

/** Puts a link inside the site (`/check/`) below its base. Leaves every other link alone. */
export const addBase = (link: string): string =>
  /^\/(?!\/)/.test(link) && !(base && `${link}/`.startsWith(`${base}/`)) ? base + link : link;

/** Does the same with the links of a Markdown text, outside of code blocks. */
export const addBaseToMarkdown = (markdown: string): string =>
  markdown
    .split(/^(```[\s\S]*?^```)/m)
    .map((part, index) =>
      index % 2 === 0
        ? part.replace(/(\]\()(\/[^)\s]*)/g, (_, start, link) => start + addBase(link))
        : part,
    )
    .join('');

/** The address of a page (`/features/x/`) in a language, below the base of the site. */
export function href(locale: Locale, path: string): string {
  return `${base}${locale === 'en' ? '' : `/${locale}`}${path}`;
}

export const getFeatureHref = (locale: Locale, name: string): string =>
  href(locale, `/features/${name}/`);
export const getBetaHref = (locale: Locale, id: string): string => href(locale, `/betas/${id}/`);

/** The address of the page of a platform. */
export const getPlatformHref = (locale: Locale, id: string): string =>
  href(locale, `/platforms/${id}/`);

/** The address of a guide as Markdown. */
export const getGuideMarkdownHref = (locale: Locale, guide: Guide): string =>
  href(locale, `/guides/${guide}.md`);

/** The address of a new issue with title and body filled in. */
export function getIssueHref(subject: string, body: string): string {
  const query = new URLSearchParams({ title: `[data] ${subject}`, labels: 'data', body });
  return `${REPOSITORY}/issues/new?${query}`;
}

/** The route parameter for a language. English has none, because its pages are at the root. */
export function getLocaleParam(locale: Locale): string | undefined {
  return locale === 'en' ? undefined : locale;
}

/** The page of the changes in the month of a day. */
export const getMonthHref = (locale: Locale, date: string): string =>
  href(locale, `${PATHS.changes}${date.slice(0, 7)}/`);
