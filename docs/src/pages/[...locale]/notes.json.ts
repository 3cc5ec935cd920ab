import type { APIRoute, GetStaticPaths } from 'astro';
import { renderCellNotes } from '../../lib/cell-notes.ts';
import { getLocaleParam } from '../../lib/links.ts';
import { LOCALES, type Locale } from '../../lib/site.ts';

export const getStaticPaths = (() =>
  LOCALES.map((locale) => ({
    params: { locale: getLocaleParam(locale) },
    props: { locale },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ locale: Locale }> = ({ props }) =>
  new Response(JSON.stringify(renderCellNotes(props.locale)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
