/** The lists of one platform. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { catalog } from '../../../../lib/catalog.ts';
import { makeJsonResponse } from '../../../../lib/data.ts';
import { makePlatformJson } from '../../../../lib/place-json.ts';

export const getStaticPaths: GetStaticPaths = () =>
  catalog.platforms.map((platform) => ({ params: { id: platform.id }, props: { platform } }));

export const GET: APIRoute = ({ props }) => makeJsonResponse(makePlatformJson(props['platform']));
