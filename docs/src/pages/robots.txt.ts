/** Allows everything, and names the sitemap. */
import type { APIRoute } from 'astro';
import { href } from '../lib/links.ts';
import { SITE } from '../lib/site.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    'User-agent: *\nAllow: /\n\n' +
      `Sitemap: ${new URL(href('en', '/sitemap-index.xml'), site ?? SITE)}\n`,
  );
