/** The JSON Schema of every published file. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getSchemaHref, makeJsonResponse } from '../../../../lib/data.ts';
import { DATA_NAMES, makeJsonSchema } from '../../../../lib/data-schema.ts';
import { SITE } from '../../../../lib/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  DATA_NAMES.map((name) => ({ params: { name }, props: { name } }));

export const GET: APIRoute = ({ props, site }) =>
  makeJsonResponse(
    makeJsonSchema(props['name'], new URL(getSchemaHref(props['name']), site ?? SITE).href),
  );
