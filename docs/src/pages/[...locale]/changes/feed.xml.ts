/** All changes in one language. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { answerFeed, listFeedRoutes } from '../../../lib/changes/feed-routes.ts';

export const getStaticPaths: GetStaticPaths = () => listFeedRoutes(false);

export const GET: APIRoute = ({ props, site }) =>
  answerFeed('xml', { locale: props['locale'], ...(site && { site }) });
