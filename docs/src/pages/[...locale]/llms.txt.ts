/** llms.txt in every language. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getLocaleParam } from '../../lib/links.ts';
import { makeLlmsTxt } from '../../lib/llms.ts';
import { LOCALES, SITE } from '../../lib/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  LOCALES.map((locale) => ({ params: { locale: getLocaleParam(locale) }, props: { locale } }));

export const GET: APIRoute = ({ props, site }) =>
  new Response(makeLlmsTxt(props['locale'], site ?? new URL(SITE)), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
