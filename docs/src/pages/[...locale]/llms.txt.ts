/** llms.txt in every language. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { localeParam } from '../../lib/links.ts';
import { llmsTxt } from '../../lib/llms.ts';
import { LOCALES, SITE } from '../../lib/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  LOCALES.map((locale) => ({ params: { locale: localeParam(locale) }, props: { locale } }));

export const GET: APIRoute = ({ props, site }) =>
  new Response(llmsTxt(props['locale'], site ?? new URL(SITE)), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
