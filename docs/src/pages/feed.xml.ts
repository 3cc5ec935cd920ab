/** Every dated change, each entry in both languages. */
import type { APIRoute } from 'astro';
import { atomFeed } from '../lib/feed.ts';
import { SITE } from '../lib/site.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(atomFeed(site ?? new URL(SITE)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
