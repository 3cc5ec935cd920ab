/** The month of every change, by which an old link to the list of changes finds its page. */
import type { APIRoute } from 'astro';
import { listMonthsById } from '../../lib/change-months.ts';
import { entries } from '../../lib/history.ts';

export const GET: APIRoute = () => Response.json(listMonthsById(entries));
