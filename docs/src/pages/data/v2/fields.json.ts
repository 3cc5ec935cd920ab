/** The index by field. */
import type { APIRoute } from 'astro';
import { makeJsonResponse } from '../../../lib/data.ts';
import { makeFieldIndex } from '../../../lib/field-index.ts';

export const GET: APIRoute = () => makeJsonResponse(makeFieldIndex());
