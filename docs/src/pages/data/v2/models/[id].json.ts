/** The facts that depend on one model. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { catalog } from '../../../../lib/catalog.ts';
import { makeJsonResponse } from '../../../../lib/data.ts';
import { makeModelJson } from '../../../../lib/place-json.ts';

export const getStaticPaths: GetStaticPaths = () =>
  catalog.models.map((model) => ({ params: { id: model.id }, props: { model } }));

export const GET: APIRoute = ({ props }) => makeJsonResponse(makeModelJson(props['model']));
