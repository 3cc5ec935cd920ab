/** Completes the head of every page: feeds, alternates, a picture for links, the page's width. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { messages } from './i18n/index.ts';
import { getPlatformTitle } from './lib/catalog.ts';
import { getFeedPath } from './lib/changes/feed.ts';
import { escapeTitle, linkAlternate, makeOgTags } from './lib/head.ts';
import { getMarkdownPath, INDEX_PAGES } from './lib/index-markdown.ts';
import { getGuideMarkdownHref, href } from './lib/links.ts';
import { CONCEPTS, getConceptPath, getPlaceMarkdownHref } from './lib/place-links.ts';
import { GUIDES, type Locale } from './lib/site.ts';

export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  const { lang } = route;
  route.head = route.head.map(escapeTitle);
  // The page for wrong addresses has no address and no translation of its own.
  if (route.id === '404')
    route.head = route.head
      .filter(({ attrs }) => !['canonical', 'alternate'].includes(String(attrs?.['rel'])))
      .concat({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' } });
  const { head } = route;
  if (route.entry.data.wide)
    head.push({ tag: 'meta', attrs: { name: 'bh-width', content: 'wide' } });
  const locale = lang as Locale;
  const t = messages(locale);
  head.push(
    linkAlternate('application/atom+xml', href(locale, getFeedPath('xml')), t.changes.feedTitle),
    linkAlternate('application/feed+json', href(locale, getFeedPath('json')), t.changes.feedTitle),
  );
  const platform = /\/platforms\/([a-z-]+)\/$/.exec(context.url.pathname)?.[1];
  if (platform)
    for (const [format, type] of [
      ['xml', 'application/atom+xml'],
      ['json', 'application/feed+json'],
    ] as const)
      head.push(
        linkAlternate(
          type,
          href(locale, getFeedPath(format, platform)),
          t.changes.feedTitleOn(getPlatformTitle(platform)),
        ),
      );
  const path = getPath(context.url.pathname, locale);
  if (path in INDEX_PAGES)
    head.push(linkAlternate('text/markdown', href(locale, getMarkdownPath(path))));
  const guide = GUIDES.find((name) => route.id.endsWith(`guides/${name}`));
  const concept = CONCEPTS.find((name) => route.id.endsWith(`concepts/${name}`));
  if (concept)
    head.push(
      linkAlternate('text/markdown', getPlaceMarkdownHref(locale, getConceptPath(concept))),
    );
  if (guide) head.push(linkAlternate('text/markdown', getGuideMarkdownHref(locale, guide)));
  if (!head.some(({ attrs }) => attrs?.['property'] === 'og:image'))
    head.push(...makeOgTags('/og/site.png', t.site.title));
});

/** Removes the base and the language from the address of a page. */
function getPath(pathname: string, locale: Locale): string {
  const start = href(locale, '/');
  return pathname.startsWith(start) ? `/${pathname.slice(start.length)}` : pathname;
}
