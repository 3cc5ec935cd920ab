/** llms-full.txt in every language. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { localeParam } from '../../lib/links.ts';
import { llmsFull } from '../../lib/llms.ts';
import { LOCALES } from '../../lib/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  LOCALES.map((locale) => ({ params: { locale: localeParam(locale) }, props: { locale } }));

export const GET: APIRoute = ({ props }) =>
  new Response(llmsFull(props['locale']), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
