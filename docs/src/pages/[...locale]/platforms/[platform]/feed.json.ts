/** The changes on one platform in one language. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { answerFeed, listFeedRoutes } from '../../../../lib/changes/feed-routes.ts';

export const getStaticPaths: GetStaticPaths = () => listFeedRoutes(true);

export const GET: APIRoute = ({ props, site }) =>
  answerFeed('json', {
    locale: props['locale'],
    platform: props['platform'],
    ...(site && { site }),
  });
