/** llms-full.txt in every language. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getLocaleParam } from '../../lib/links.ts';
import { makeLlmsFull } from '../../lib/llms.ts';
import { LOCALES } from '../../lib/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  LOCALES.map((locale) => ({ params: { locale: getLocaleParam(locale) }, props: { locale } }));

export const GET: APIRoute = ({ props }) =>
  new Response(makeLlmsFull(props['locale']), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
