/** The page of a beta as JSON, every language in it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { catalog } from '../../lib/catalog.ts';
import { betaTwin, jsonResponse } from '../../lib/data.ts';

export const getStaticPaths: GetStaticPaths = () => catalog.betas.map((beta) => ({ params: { id: beta.id }, props: { beta } }));

export const GET: APIRoute = ({ props }) => jsonResponse(betaTwin(props['beta']));
