/** The Markdown twin of a page, as the docs emitter wrote it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { localeParam } from '../../../lib/links.ts';
import { readTwin, twins } from '../../../lib/twins.ts';

export const getStaticPaths: GetStaticPaths = () =>
  twins('features').map(({ locale, name }) => ({ params: { locale: localeParam(locale), name }, props: { locale, name } }));

export const GET: APIRoute = ({ props }) =>
  new Response(readTwin(props['locale'], 'features', props['name']), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
