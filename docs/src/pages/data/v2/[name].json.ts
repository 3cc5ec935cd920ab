/** The Catalog and its parts. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { dataFiles, makeJsonResponse } from '../../../lib/data.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(dataFiles).map(([name, body]) => ({ params: { name }, props: { body } }));

export const GET: APIRoute = ({ props }) => makeJsonResponse(props['body']);
