/** The ends as a calendar, in every language. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { makeCalendar } from '../../../lib/changes/calendar.ts';
import { listFeedRoutes } from '../../../lib/changes/feed-routes.ts';
import { changes } from '../../../lib/changes/history.ts';
import { newestCheck } from '../../../lib/newest-check.ts';
import { SITE } from '../../../lib/site.ts';

export const getStaticPaths: GetStaticPaths = () => listFeedRoutes(false);

export const GET: APIRoute = ({ props, site = new URL(SITE) }) =>
  new Response(makeCalendar({ site, locale: props['locale'], changes, day: newestCheck }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
