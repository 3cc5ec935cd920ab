/** The facts of the checker that few questions need, in one language. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { makeRareFacts } from '../../lib/checker/facts.ts';
import { getLocaleParam } from '../../lib/links.ts';
import { LOCALES, type Locale } from '../../lib/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  LOCALES.map((locale) => ({ params: { locale: getLocaleParam(locale) }, props: { locale } }));

export const GET: APIRoute<{ readonly locale: Locale }> = ({ props: { locale } }) =>
  Response.json(makeRareFacts(locale));
