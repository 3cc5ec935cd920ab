/** The pictures of the site and of each beta. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type Card, ogCards, ogPng } from '../../lib/og.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(ogCards()).map(([name, card]) => ({ params: { name }, props: { card } }));

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await ogPng(props.card), { headers: { 'content-type': 'image/png' } });
