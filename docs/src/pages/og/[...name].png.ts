/** The pictures of the site and of each beta. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type Card, listCards, renderPng } from '../../lib/og.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(listCards()).map(([name, card]) => ({ params: { name }, props: { card } }));

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await renderPng(props.card), { headers: { 'content-type': 'image/png' } });
