/** The former address of the English feed, which readers may have stored. */
import type { APIRoute } from 'astro';
import { answerFeed } from '../../lib/changes/feed-routes.ts';

export const GET: APIRoute = ({ site }) =>
  answerFeed('xml', { locale: 'en', ...(site && { site }) });
