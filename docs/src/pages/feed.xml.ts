/** Every dated change, each entry in both languages. */
import type { APIRoute } from 'astro';
import { makeAtomFeed } from '../lib/feed.ts';
import { SITE } from '../lib/site.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(makeAtomFeed(site ?? new URL(SITE)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
