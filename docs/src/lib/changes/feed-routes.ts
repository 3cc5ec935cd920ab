/** The addresses of the feeds and their answers. */
import { catalog } from '../catalog.ts';
import { getLocaleParam } from '../links.ts';
import { LOCALES, type Locale, SITE } from '../site.ts';
import { type FeedFormat, makeAtomFeed, makeJsonFeed } from './feed.ts';
import { entries } from './history.ts';

/** The routes of a feed in every language, for each platform if wanted. */
export const listFeedRoutes = (perPlatform: boolean) =>
  LOCALES.flatMap((locale) =>
    (perPlatform ? catalog.platforms.map(({ id }) => id) : [undefined]).map((platform) => ({
      params: { locale: getLocaleParam(locale), platform },
      props: { locale, platform },
    })),
  );

const TYPES: Readonly<Record<FeedFormat, string>> = {
  xml: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** Answers with a feed. */
export function answerFeed(
  format: FeedFormat,
  { locale, platform, site = new URL(SITE) }: { locale: Locale; platform?: string; site?: URL },
): Response {
  const make = { xml: makeAtomFeed, json: makeJsonFeed }[format];
  return new Response(make({ site, locale, entries, platform }), {
    headers: { 'content-type': TYPES[format] },
  });
}
