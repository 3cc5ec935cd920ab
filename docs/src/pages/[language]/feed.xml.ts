/** Every dated change in one language. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { makeAtomFeed } from '../../lib/feed.ts';
import { LOCALES, SITE } from '../../lib/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  LOCALES.map((language) => ({ params: { language }, props: { language } }));

export const GET: APIRoute = ({ site, props }) =>
  new Response(makeAtomFeed(site ?? new URL(SITE), props['language']), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
