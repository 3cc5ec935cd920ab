/** The JSON Schema of every published file. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonResponse, schemaHref } from '../../../../lib/data.ts';
import { DATA_NAMES, jsonSchema } from '../../../../lib/data-schema.ts';
import { SITE } from '../../../../lib/site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  DATA_NAMES.map((name) => ({ params: { name }, props: { name } }));

export const GET: APIRoute = ({ props, site }) =>
  jsonResponse(jsonSchema(props['name'], new URL(schemaHref(props['name']), site ?? SITE).href));
