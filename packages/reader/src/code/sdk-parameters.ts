/** Reads the arguments of SDK methods without a body: parameters of the query, and headers. */

import { type DraftHeader, findPiece, listPairs } from '../draft-header.ts';
import type { Body, Unknown } from '../json/body.ts';
import type { Entry, Node } from '../literals/literal-node.ts';
import { isObject } from '../text.ts';
import type { Evaluator } from './evaluate.ts';

/** The arguments of a call, as a request without a body has them. */
export interface Parameters {
  /** The query with its question mark, or an empty text. */
  readonly search: string;
  readonly headers: readonly DraftHeader[];
  readonly unknown: readonly Unknown[];
}

const HEADERS = ['headers', 'extra_headers'];
const BETAS = ['betas', 'anthropic_beta'];
const OPTIONS = /^(?:timeout|maxRetries|max_retries|signal|extra_body|idempotencyKey)$/;

/**
 * Reads arguments by name, or objects in the order of parameters and options. `isWithoutBetas` says
 * that the headers of the call replace `betas`.
 */
export function readParameters(
  {
    start,
    end,
    args,
    named,
  }: { start: number; end: number; args: readonly Node[]; named: readonly Entry[] },
  evaluator: Evaluator,
  isWithoutBetas = false,
): Parameters {
  const objects: readonly Node[] =
    named.length > 0
      ? [{ kind: 'object', start, end, entries: named }]
      : args.filter((node) => evaluator.resolve(node).kind === 'object');
  const query = new URLSearchParams();
  const headers: DraftHeader[] = [];
  const unknown: Unknown[] = [];
  for (const object of objects) {
    const body = evaluator.toBody(object);
    for (const { part, why, range } of body.unknown) {
      const [, key = ''] = part.split('/');
      if (isWithoutBetas && BETAS.includes(key)) continue;
      if (BETAS.includes(key) || part === 'body')
        unknown.push({ part: 'header:anthropic-beta', why, range });
      else if (HEADERS.includes(key)) unknown.push({ part: 'headers', why, range });
      // Most rules about a query are about the presence of a parameter.
      else if (!OPTIONS.test(key)) query.append(key, `{${key}}`);
    }
    if (!isObject(body.value)) continue;
    for (const [key, value] of Object.entries(body.value)) {
      if (isWithoutBetas && BETAS.includes(key)) continue;
      if (HEADERS.includes(key)) headers.push(...listPairs(value, body, `/${key}`));
      else if (BETAS.includes(key)) headers.push(...listBetas(value, body, key));
      else if (key === 'extra_query' || key === 'query') addAll(query, value);
      else if (!OPTIONS.test(key)) addAll(query, { [key]: value });
    }
  }
  const search = query.toString().replaceAll('%7B', '{').replaceAll('%7D', '}');
  return { search: search === '' ? '' : `?${search}`, headers, unknown };
}

function listBetas(value: unknown, body: Body, key: string): DraftHeader[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((beta, i) => {
    if (typeof beta !== 'string') return [];
    const pointer = Array.isArray(value) ? `/${key}/${i}` : `/${key}`;
    return [{ name: 'anthropic-beta', value: beta, piece: findPiece(body, pointer, beta) }];
  });
}

function addAll(query: URLSearchParams, values: unknown): void {
  if (!isObject(values)) return;
  for (const [name, value] of Object.entries(values))
    if (['string', 'number', 'boolean'].includes(typeof value)) query.append(name, String(value));
}
