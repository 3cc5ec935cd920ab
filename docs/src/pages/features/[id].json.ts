/** The page of a feature as JSON, its betas and every language in it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { catalog } from '../../lib/catalog.ts';
import { featureTwin, jsonResponse } from '../../lib/data.ts';

export const getStaticPaths: GetStaticPaths = () => catalog.features.map((feature) => ({ params: { id: feature.name }, props: { feature } }));

export const GET: APIRoute = ({ props }) => jsonResponse(featureTwin(props['feature']));
