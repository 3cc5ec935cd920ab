/** The month of every change, by which an old link to the list of changes finds its page. */
import type { APIRoute } from 'astro';
import { entries } from '../../lib/changes/history.ts';
import { listMonthsById } from '../../lib/changes/months.ts';

export const GET: APIRoute = () => Response.json(listMonthsById(entries));
